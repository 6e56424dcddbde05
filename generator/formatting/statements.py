"""One statement on as many lines as black would give it."""

from __future__ import annotations

import re

from .definitions import lay_out_class, lay_out_decorator, lay_out_function
from .expressions import (
    Expression,
    Tokens,
    flat,
    parse_call,
    parse_expression,
)
from .failures import Unfamiliar
from .splitting import LINE_LENGTH, fits, fitting, parenthesize, split

_UNUSUAL = re.compile(r"[^\n -~]")
_BLOCK = re.compile(r"(?:if (?:not )?[A-Za-z_.]+|else|try|finally):")


def lay_out(text: str, indent: str) -> list[str]:
    """The lines of a statement, or of the header of a block, that stands at an indent.

    Raises:
        Unfamiliar: Only black knows how to lay it out.
    """
    if _UNUSUAL.search(text):
        raise Unfamiliar("a character whose width is in question")
    if _BLOCK.fullmatch(text):
        return [fitting(indent + text)]
    tokens = Tokens(text)
    match tokens.next:
        case "def" | "async":
            lines = lay_out_function(tokens, indent)
        case "from":
            lines = _import_from(tokens, indent)
        case "import":
            lines = _import(tokens, indent)
        case "class":
            lines = lay_out_class(tokens, indent)
        case "@":
            lines = lay_out_decorator(tokens, indent)
        case "return":
            lines = _return(tokens, indent)
        case "pass":
            lines = [indent + tokens.take()]
        case _:
            lines = _simple(tokens, indent)
    if tokens.next:
        raise Unfamiliar(f"{tokens.next!r} after a statement")
    return lines


def _simple(tokens: Tokens, indent: str) -> list[str]:
    """A call, an assignment, or an annotation."""
    if tokens.next == "await":
        return _whole(parse_expression(tokens), indent)
    target = tokens.dotted()
    while tokens.skip(","):
        target = f"{target}, {tokens.dotted()}"
    if tokens.skip("="):
        return _assignment(target, tokens, indent)
    if "," in target:
        raise Unfamiliar("a tuple as a statement")
    if tokens.skip(":"):
        return _annotated(target, tokens, indent)
    if tokens.skip("("):
        if target == "super" and tokens.skip(")"):
            tokens.expect(".")
            target = f"super().{tokens.name()}"
            tokens.expect("(")
        return _whole(parse_call(tokens, f"{target}("), indent)
    raise Unfamiliar(f"{target} as a statement")


def _assignment(target: str, tokens: Tokens, indent: str) -> list[str]:
    value = _value(tokens)
    if value.operands and not fits(f"{indent}{target} = {value.flat}"):
        return parenthesize(f"{target} = ", value, indent)
    return _whole(value.after(f"{target} = "), indent)


def _annotated(target: str, tokens: Tokens, indent: str) -> list[str]:
    annotation = parse_expression(tokens)
    if not tokens.skip("="):
        return _annotation(f"{target}: ", annotation, indent)
    value = _value(tokens)
    prefix = f"{target}: {flat(annotation)} = "
    head = value.brackets.head if value.brackets else value.flat
    if fits(indent + prefix + head):
        return _whole(value.after(prefix), indent)
    # Black rather splits off even the shortest value than it splits the annotation.
    if len(indent + prefix) < LINE_LENGTH:
        return parenthesize(prefix, value, indent)
    *lines, last = _split_annotation(f"{target}: ", annotation, indent)
    if value.atomic and not _is_dotted(value):
        return [*lines, f"{last} = {value.flat}"]
    if value.brackets is None:
        raise Unfamiliar("a value that black may put in parentheses")
    return [*lines, *_whole(value.after(f"{last.strip()} = "), indent)]


def _annotation(prefix: str, annotation: Expression, indent: str) -> list[str]:
    line = indent + prefix + annotation.flat
    if not annotation.exploded and fits(line):
        return [line]
    if annotation.atomic and not _is_parenthesized(annotation, indent):
        return [line]
    return _split_annotation(prefix, annotation, indent)


def _split_annotation(prefix: str, annotation: Expression, indent: str) -> list[str]:
    """The annotation of a variable, which black puts in parentheses where that helps."""
    if annotation.operands or annotation.atomic:
        if annotation.atomic and not _is_parenthesized(annotation, indent):
            raise Unfamiliar("a long annotation with a value")
        return parenthesize(prefix, annotation, indent)
    return split(annotation.after(prefix), indent)


def _is_parenthesized(annotation: Expression, indent: str) -> bool:
    return _is_dotted(annotation) or fits(f"{indent}    {annotation.flat}")


def _is_dotted(expression: Expression) -> bool:
    return "." in expression.flat and expression.flat[0] not in "\"'"


def _return(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("return")
    if not tokens.next:
        return [f"{indent}return"]
    return _whole(_value(tokens).after("return "), indent)


def _whole(expression: Expression, indent: str, suffix: str = "") -> list[str]:
    """An expression that does not stand in brackets, with what is before it."""
    line = indent + expression.flat + suffix
    if not expression.exploded and fits(line):
        return [line]
    return split(expression, indent, suffix)


def _value(tokens: Tokens) -> Expression:
    if tokens.next == "(":
        raise Unfamiliar("a value in parentheses, which black may take away")
    return parse_expression(tokens)


def _import(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("import")
    return [fitting(f"{indent}import {_alias(tokens, tokens.dotted())}")]


def _import_from(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("from")
    module = ""
    while tokens.next == ".":
        module += tokens.take()
    if tokens.next != "import":
        module += tokens.dotted()
    tokens.expect("import")
    bracketed = tokens.skip("(")
    names = [_alias(tokens, tokens.name())]
    comma = tokens.skip(",")
    while comma and tokens.next not in ("", ")"):
        names.append(_alias(tokens, tokens.name()))
        comma = tokens.skip(",")
    if bracketed:
        tokens.expect(")")
    line = f"{indent}from {module} import {', '.join(names)}"
    if not comma and fits(line):
        return [line]
    head = f"{indent}from {module} import ("
    return [head, *(f"{indent}    {name}," for name in names), f"{indent})"]


def _alias(tokens: Tokens, name: str) -> str:
    return f"{name} as {tokens.name()}" if tokens.skip("as") else name
