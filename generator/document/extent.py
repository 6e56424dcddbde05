"""How far data reach: in levels, and in the characters of the keys that lead to a value."""

from __future__ import annotations

from dataclasses import dataclass

from ..pointers import Json, Way, pointer_along
from . import limits


@dataclass(frozen=True, slots=True)
class Extent:
    """What a look at each mapping and list tells."""

    levels: int
    """Of mappings and lists in each other, counted up to one beyond the limit."""
    characters: int
    """No pointer into the data has more: the longest keys of all levels together."""


def extent_of(data: Json) -> Extent:
    levels = characters = 0
    level = [data] if isinstance(data, dict | list) else []
    while level and levels <= limits.DEPTH:
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
        characters += longest + 1
        level = deeper
    return Extent(levels, characters)


def long_pointer(data: Json) -> str | None:
    """The pointer to a value to which too many characters lead; `None` where there is none."""
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
