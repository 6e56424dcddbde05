"""What keeps a text from being read, before the file it came from is known."""

from __future__ import annotations

from typing import NoReturn

from . import limits

Place = tuple[int, int]
"""Line and column, both from 1."""

START: Place = (1, 1)


class Unreadable(Exception):
    """A text is not what it should be, at a place."""

    def __init__(self, place: Place, fact: str, remedy: str) -> None:
        self.place = place
        self.fact = fact
        self.remedy = remedy
        super().__init__(fact)


class TooDeep(Unreadable):
    """Mappings and lists stand in each other beyond the limit."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            f"nested too deeply, more than {limits.DEPTH} levels",
            "move inner parts under components and refer to them",
        )


class LongKey(Unreadable):
    """A key goes beyond the limit."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            f"the key that begins here has more than {limits.KEY_CHARACTERS:,} characters",
            "shorten it; a long text belongs into a value",
        )


def too_large(place: Place) -> Unreadable:
    """The error for a number that nothing can reckon with."""
    return Unreadable(place, "the number is too large", "round it, or quote it")


def refuse(place: Place, fact: str, remedy: str) -> NoReturn:
    """Raises `Unreadable`."""
    raise Unreadable(place, fact, remedy)
