"""Plain data as JSON has it, and the pointers into it (RFC 6901)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

Way: TypeAlias = "tuple[()] | tuple[Way, str | int]"
"""How one comes to a place, the last step last: pointers are only made of those asked for."""


def escape(token: str) -> str:
    """A mapping key as one step of a pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def split(pointer: str) -> list[str]:
    """The keys and indices that a pointer names, one after the other."""
    if not pointer:
        return []
    return [
        step.replace("~1", "/").replace("~0", "~") for step in pointer[1:].split("/")
    ]


def join(pointer: str, token: str | int) -> str:
    """A pointer one step deeper."""
    if isinstance(token, str) and ("~" in token or "/" in token):
        token = escape(token)
    return f"{pointer}/{token}"


def parent(pointer: str) -> str:
    """A pointer one step back; that of the root is the root's."""
    return pointer.rpartition("/")[0]


def pointer_along(way: Way) -> str:
    """The pointer to where a way leads."""
    steps: list[str | int] = []
    while way:
        match way:
            case (way, step):
                steps.append(step)
    pointer = ""
    for step in reversed(steps):
        pointer = join(pointer, step)
    return pointer


def child(value: Json, step: str) -> Json:
    """What one step of a pointer leads to.

    Raises:
        KeyError: Nothing stands there.
    """
    if isinstance(value, dict):
        return value[step]
    # Eight digits are more than any list has, and few enough to count with.
    if (
        isinstance(value, list)
        and step.isascii()
        and step.isdecimal()
        and len(step) < 9
    ):
        index = int(step)
        if index < len(value):
            return value[index]
    raise KeyError(step)


def references_in(data: Json) -> Iterator[str]:
    """Every `$ref`, as they appear, whether or not it is one by the specification."""
    stack = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            ref = value.get("$ref")
            if isinstance(ref, str):
                yield ref
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def form_of(value: Json) -> str:
    """What a value is, in words: "a list"."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case dict():
            return "a mapping"
