"""Where black breaks what does not fit on one line."""

from __future__ import annotations

from .expressions import Brackets, Expression
from .failures import Unfamiliar

LINE_LENGTH = 88


def fits(line: str) -> bool:
    # A string over several lines is kept as it is; what is around it is not.
    return len(line) <= LINE_LENGTH and "\n" not in line


def fitting(line: str) -> str:
    """The line, if there is nothing to split in it."""
    if not fits(line):
        raise Unfamiliar("a line that is too long, and not for its last brackets")
    return line


def within(expression: Expression, indent: str, suffix: str = "") -> list[str]:
    """An expression that stands in brackets, and so may go on in the next line."""
    line = f"{indent}{expression.flat}{suffix}"
    if not expression.exploded and (fits(line) or expression.atomic):
        return [line]
    if not expression.operands:
        return split(expression, indent, suffix)
    first, *others = expression.operands
    lines = within(first, indent)
    for operand in others:
        lines += within(operand.after("| "), indent)
    return [*lines[:-1], fitting(lines[-1] + suffix)]


def split(
    expression: Expression,
    indent: str,
    suffix: str = "",
    *,
    unsplittable_head: bool = False,
) -> list[str]:
    """An expression broken at the brackets that it ends with."""
    brackets = expression.brackets
    if brackets is None:
        raise Unfamiliar("a long line without brackets at its end")
    head = indent + brackets.head
    return [
        head if unsplittable_head else fitting(head),
        *_body(brackets, f"{indent}    "),
        fitting(f"{indent}{brackets.closer}{suffix}"),
    ]


def parenthesize(
    prefix: str, expression: Expression, indent: str, suffix: str = ""
) -> list[str]:
    """An expression in parentheses that are there only to break the line."""
    # With brackets at an end, black may do without these parentheses.
    for operand in expression.operands:
        if operand.flat[0] in "([{" or operand.flat[-1] in ")}":
            raise Unfamiliar("a call or display among the members of a union")
    return [
        fitting(f"{indent}{prefix}("),
        *within(expression, f"{indent}    "),
        fitting(f"{indent}){suffix}"),
    ]


def annotate(
    prefix: str, annotation: Expression, indent: str, suffix: str
) -> list[str]:
    """The annotation of a parameter or a result."""
    line = f"{indent}{prefix}{annotation.flat}{suffix}"
    if not annotation.exploded and (fits(line) or annotation.atomic):
        return [line]
    if annotation.operands:
        return parenthesize(prefix, annotation, indent, suffix)
    return split(annotation.after(prefix), indent, suffix)


def _body(brackets: Brackets, indent: str) -> list[str]:
    items = brackets.items
    line = indent + ", ".join(item.flat for item in items)
    exploded = brackets.exploded or any(item.exploded for item in items)
    if not brackets.exploded and "\n" in line:
        raise Unfamiliar("a long string that is not on lines of its own")
    # A list or dict, once split, has a line an item; the arguments of a call need not.
    if not exploded and fits(line):
        if len(items) == 1 or not brackets.display:
            return [line]
    elif len(items) == 1 and not brackets.exploded:
        return within(items[0], indent)
    return [line for item in items for line in within(item, indent, ",")]
