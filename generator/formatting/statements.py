"""One statement on as many lines as black would give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .expressions import (
    Expression,
    Tokens,
    flat,
    parse_call,
    parse_expression,
)
from .failures import Unfamiliar
from .splitting import LINE_LENGTH, annotate, fits, fitting, parenthesize, split

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
            lines = _function(tokens, indent)
        case "from":
            lines = _import_from(tokens, indent)
        case "import":
            lines = _import(tokens, indent)
        case "class":
            lines = _class(tokens, indent)
        case "@":
            lines = _decorator(tokens, indent)
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


def _class(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("class")
    header = f"class {tokens.name()}"
    if tokens.skip(":"):
        return [fitting(f"{indent}{header}:")]
    tokens.expect("(")
    bases = parse_call(tokens, f"{header}(")
    tokens.expect(":")
    if bases.brackets is None:
        raise Unfamiliar("empty parentheses, which black takes away")
    line = f"{indent}{bases.flat}:"
    if not bases.exploded and fits(line):
        return [line]
    return split(bases, indent, ":", unsplittable_head=True)


def _decorator(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("@")
    name = tokens.dotted()
    if tokens.skip("("):
        name = flat(parse_call(tokens, f"{name}("))
    return [fitting(f"{indent}@{name}")]


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


def _function(tokens: Tokens, indent: str) -> list[str]:
    start = "async def " if tokens.skip("async") else "def "
    tokens.expect("def")
    head = f"{indent}{start}{tokens.name()}("
    tokens.expect("(")
    parameters: list[_Parameter] = []
    comma = False
    while not tokens.skip(")"):
        parameters.append(_parameter(tokens))
        comma = tokens.skip(",")
        if not comma:
            tokens.expect(")")
            break
    result = parse_expression(tokens) if tokens.skip("->") else None
    tokens.expect(":")
    body = ", ".join(parameter.flat for parameter in parameters)
    tail = f") -> {flat(result)}:" if result else "):"
    if not comma and fits(head + body + tail):
        return [head + body + tail]
    if not parameters:
        raise Unfamiliar("a long function without parameters")
    return [
        fitting(head),
        *_parameters(parameters, f"{indent}    ", comma=comma),
        *(_result(result, indent) if result else [f"{indent}):"]),
    ]


def _result(result: Expression, indent: str) -> list[str]:
    if result.atomic:
        return [fitting(f"{indent}) -> {result.flat}:")]
    lines = annotate(") -> ", result, indent, ":")
    # Black comes by twice, and would take a comma that it added for one to respect.
    if any(line.endswith(",") for line in lines):
        raise Unfamiliar("a result with a line an item")
    # It also splits before the parameters where the result begins with a string.
    if len(lines) > 1 and result.flat[0] in "\"'":
        raise Unfamiliar("a long result that begins with a string")
    return lines


@dataclass(frozen=True, slots=True)
class _Parameter:
    name: str
    """With what is between it and the annotation."""
    annotation: Expression | None
    default: str
    """With what is between it and the annotation."""

    @property
    def flat(self) -> str:
        annotation = flat(self.annotation) if self.annotation else ""
        return self.name + annotation + self.default


def _parameter(tokens: Tokens) -> _Parameter:
    if tokens.next in ("*", "/") and tokens.second in (",", ")"):
        return _Parameter(tokens.take(), None, "")
    name, annotation, equals = _stars(tokens) + tokens.name(), None, "="
    if tokens.skip(":"):
        name, annotation, equals = f"{name}: ", parse_expression(tokens), " = "
    default = ""
    if tokens.skip("="):
        value = parse_expression(tokens)
        default = equals + flat(value)
        if not value.atomic:
            annotation = annotation and Expression(flat(annotation))
    return _Parameter(name, annotation, default)


def _stars(tokens: Tokens) -> str:
    stars = ""
    while tokens.next == "*":
        stars += tokens.take()
    return stars


def _parameters(
    parameters: Sequence[_Parameter], indent: str, *, comma: bool
) -> list[str]:
    line = indent + ", ".join(parameter.flat for parameter in parameters)
    # Black ends a lone parameter with a comma, and then respects that comma.
    if not comma and len(parameters) > 1 and fits(line):
        return [line]
    lines: list[str] = []
    for each in parameters:
        if each.annotation is None:
            lines.append(fitting(f"{indent}{each.flat},"))
        else:
            lines += annotate(each.name, each.annotation, indent, f"{each.default},")
    return lines
