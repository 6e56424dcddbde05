"""One statement on as many lines as black would give it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .expressions import (
    Brackets,
    Expression,
    Tokens,
    flat,
    parse_call,
    parse_expression,
)
from .failures import Unfamiliar

LINE_LENGTH = 88

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
        return [_fitting(indent + text)]
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
        return _expression(parse_expression(tokens), indent)
    target = tokens.dotted()
    if tokens.skip("="):
        return _expression(_value(tokens).after(f"{target} = "), indent)
    if tokens.skip(":"):
        annotation = parse_expression(tokens)
        if tokens.skip("="):
            prefix = f"{target}: {flat(annotation)} = "
            return _expression(_value(tokens).after(prefix), indent)
        # Black may put an annotation that is too long in parentheses.
        return [_fitting(f"{indent}{target}: {flat(annotation)}")]
    if tokens.skip("("):
        return _expression(parse_call(tokens, f"{target}("), indent)
    raise Unfamiliar(f"{target} as a statement")


def _return(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("return")
    if not tokens.next:
        return [f"{indent}return"]
    return _expression(_value(tokens).after("return "), indent)


def _value(tokens: Tokens) -> Expression:
    if tokens.next == "(":
        raise Unfamiliar("a value in parentheses, which black may take away")
    return parse_expression(tokens)


def _class(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("class")
    header = f"class {tokens.name()}"
    if tokens.skip("("):
        bases = parse_call(tokens, f"{header}(")
        if bases.brackets is None:
            raise Unfamiliar("empty parentheses, which black takes away")
        header = flat(bases)
    tokens.expect(":")
    return [_fitting(f"{indent}{header}:")]


def _decorator(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("@")
    name = tokens.dotted()
    if tokens.skip("("):
        name = flat(parse_call(tokens, f"{name}("))
    return [_fitting(f"{indent}@{name}")]


def _import(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("import")
    return [_fitting(f"{indent}import {_alias(tokens, tokens.dotted())}")]


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
    if not comma and len(line) <= LINE_LENGTH:
        return [line]
    head = _fitting(f"{indent}from {module} import (")
    return [head, *(_fitting(f"{indent}    {name},") for name in names), f"{indent})"]


def _alias(tokens: Tokens, name: str) -> str:
    return f"{name} as {tokens.name()}" if tokens.skip("as") else name


def _function(tokens: Tokens, indent: str) -> list[str]:
    start = "async def " if tokens.skip("async") else "def "
    tokens.expect("def")
    head = f"{indent}{start}{tokens.name()}("
    tokens.expect("(")
    parameters: list[str] = []
    comma = False
    while not tokens.skip(")"):
        parameters.append(_parameter(tokens))
        comma = tokens.skip(",")
        if not comma:
            tokens.expect(")")
            break
    returned = f" -> {flat(parse_expression(tokens))}" if tokens.skip("->") else ""
    tokens.expect(":")
    return _signature(indent, head, parameters, f"){returned}:", comma=comma)


def _signature(
    indent: str, head: str, parameters: Sequence[str], tail: str, *, comma: bool
) -> list[str]:
    body = ", ".join(parameters)
    if not comma and len(line := f"{head}{body}{tail}") <= LINE_LENGTH:
        return [line]
    if not parameters:
        raise Unfamiliar("a long function without parameters")
    inner = f"{indent}    "
    # Black ends a lone parameter with a comma, and then respects that comma.
    if comma or len(parameters) == 1 or len(inner + body) > LINE_LENGTH:
        lines = [_fitting(f"{inner}{parameter},") for parameter in parameters]
    else:
        lines = [inner + body]
    return [_fitting(head), *lines, _fitting(indent + tail)]


def _parameter(tokens: Tokens) -> str:
    if tokens.next in ("*", "/") and tokens.second in (",", ")"):
        return tokens.take()
    name = tokens.name()
    equals = "="
    if tokens.skip(":"):
        name = f"{name}: {flat(parse_expression(tokens))}"
        equals = " = "
    if tokens.skip("="):
        return f"{name}{equals}{flat(parse_expression(tokens))}"
    return name


def _expression(expression: Expression, indent: str, suffix: str = "") -> list[str]:
    """An expression with what stands before it, split at its last brackets where it must."""
    line = f"{indent}{expression.flat}{suffix}"
    if not expression.exploded and len(line) <= LINE_LENGTH:
        return [line]
    brackets = expression.brackets
    if brackets is None:
        raise Unfamiliar("a long line without brackets at its end")
    return [
        _fitting(indent + brackets.head),
        *_body(brackets, f"{indent}    "),
        _fitting(f"{indent}{brackets.closer}{suffix}"),
    ]


def _body(brackets: Brackets, indent: str) -> list[str]:
    items = brackets.items
    line = indent + ", ".join(item.flat for item in items)
    exploded = brackets.exploded or any(item.exploded for item in items)
    # A list or dict, once split, has a line an item; the arguments of a call need not.
    if not exploded and len(line) <= LINE_LENGTH:
        if len(items) == 1 or not brackets.display:
            return [line]
    elif len(items) == 1 and not brackets.exploded:
        return _expression(items[0], indent)
    return [line for item in items for line in _expression(item, indent, ",")]


def _fitting(line: str) -> str:
    if len(line) > LINE_LENGTH:
        raise Unfamiliar("a line that is too long, and not for its last brackets")
    return line
