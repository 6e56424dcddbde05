"""Limits in words: what a value keeps to beyond its type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..ir import Constraints

# Whole numbers from here on are not all floats.
_EXACT = 2**53

Code = Callable[[str], str]
"""Spells what is to be read sign by sign, such as a pattern."""


def phrases(constraints: Constraints, code: Code) -> Iterator[str]:
    """Phrases such as "from 1 to 100"; of a value itself, and not of what it holds."""
    yield from _range(constraints)
    yield from _sizes(constraints, code)


def _range(limits_: Constraints) -> Iterator[str]:
    low, high = limits_.minimum, limits_.maximum
    if low is not None and high is not None:
        yield f"from {_number(low)} to {_number(high)}"
    elif low is not None:
        yield f"at least {_number(low)}"
    elif high is not None:
        yield f"at most {_number(high)}"
    if limits_.exclusive_minimum is not None:
        yield f"more than {_number(limits_.exclusive_minimum)}"
    if limits_.exclusive_maximum is not None:
        yield f"less than {_number(limits_.exclusive_maximum)}"
    if limits_.multiple_of is not None:
        yield f"a multiple of {_number(limits_.multiple_of)}"


def _sizes(limits_: Constraints, code: Code) -> Iterator[str]:
    yield from _size(limits_.min_length, limits_.max_length, "character", "characters")
    if limits_.pattern is not None:
        yield f"matches {code(limits_.pattern)}"
    yield from _size(limits_.min_items, limits_.max_items, "item", "items")
    if limits_.unique_items:
        yield "no item twice"
    yield from _size(limits_.min_properties, limits_.max_properties, "entry", "entries")
    if limits_.key_max_length is not None:
        yield f"keys of at most {_number(limits_.key_max_length)} characters"
    if limits_.value_max_length is not None:
        yield f"values of at most {_number(limits_.value_max_length)} characters"
    if limits_.key_patterns:
        keys = " or ".join(code(each) for each in limits_.key_patterns)
        yield f"described for keys that match {keys}"
    if limits_.format is not None:
        yield f"format {code(limits_.format)}"
    if limits_.encoding is not None:
        yield f"encoded as {code(limits_.encoding)}"
    if limits_.media_type is not None:
        yield f"holds {code(limits_.media_type)}"


def _size(least: int | None, most: int | None, one: str, many: str) -> Iterator[str]:
    if least and most is not None:
        if least == most:
            yield f"exactly {_number(least)} {one if least == 1 else many}"
        else:
            yield f"{_number(least)} to {_number(most)} {many}"
    elif least:
        yield f"at least {_number(least)} {one if least == 1 else many}"
    elif most is not None:
        yield f"at most {_number(most)} {one if most == 1 else many}"


def _number(number: int | float) -> str:
    whole = isinstance(number, int) or (number.is_integer() and abs(number) < _EXACT)
    return f"{int(number):,}" if whole else repr(number)
