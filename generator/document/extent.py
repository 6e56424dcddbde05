"""How far data reach: in levels, and in the characters of the keys that lead to a value."""

from __future__ import annotations

from dataclasses import dataclass

from ..pointers import Json, Way, pointer_along
from . import limits


@dataclass(frozen=True, slots=True)
class Extent:
    """Whether data reach further than anybody can follow."""

    is_too_deep: bool
    long_pointer: str | None
    """The pointer to a value to which too many characters lead, if there is one."""


def extent_of(data: Json) -> Extent:
    """Looks at each mapping and list, and at pointers only where one may be too long."""
    levels = characters = 0
    level = [data] if isinstance(data, dict | list) else []
    while level:
        if levels == limits.DEPTH:
            return Extent(True, None)
        longest = 0
        deeper: list[dict[str, Json] | list[Json]] = []
        for value in level:
            if isinstance(value, dict):
                longest = max(longest, max(map(len, value), default=0))
                inner = list(value.values())
            else:
                longest = max(longest, len(str(len(value))))
                inner = value
            deeper.extend(child for child in inner if isinstance(child, dict | list))
        levels += 1
        # No pointer has more: the longest keys of all levels together.
        characters += longest + 1
        level = deeper
    is_long = characters > limits.POINTER_CHARACTERS
    return Extent(False, _long_pointer(data) if is_long else None)


def _long_pointer(data: Json) -> str | None:
    pending: list[tuple[Json, Way, int]] = [(data, (), 0)]
    while pending:
        value, way, length = pending.pop()
        if length > limits.POINTER_CHARACTERS:
            return pointer_along(way)
        if isinstance(value, dict):
            pending.extend(
                (child, (way, key), length + len(key) + 1)
                for key, child in value.items()
            )
        elif isinstance(value, list):
            pending.extend(
                (child, (way, index), length + len(str(index)) + 1)
                for index, child in enumerate(value)
            )
    return None
