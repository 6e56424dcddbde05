"""The headers of classes and functions, and what decorates them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .expressions import Expression, Tokens, flat, parse_call, parse_expression
from .failures import Unfamiliar
from .splitting import annotate, fits, fitting, split


def lay_out_class(tokens: Tokens, indent: str) -> list[str]:
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


def lay_out_decorator(tokens: Tokens, indent: str) -> list[str]:
    tokens.expect("@")
    name = tokens.dotted()
    if tokens.skip("("):
        name = flat(parse_call(tokens, f"{name}("))
    return [fitting(f"{indent}@{name}")]


def lay_out_function(tokens: Tokens, indent: str) -> list[str]:
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
