"""What keeps a text from being read, before the file it came from is known."""

from __future__ import annotations

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


class Commented(Unreadable):
    """A comment stands in JSON, as some editors allow it."""

    def __init__(self, place: Place) -> None:
        super().__init__(
            place,
            "a comment stands here, which JSON does not have",
            "remove it, or write the file as YAML, with # before it",
        )


def long_keys(place: Place) -> Unreadable:
    """The error for keys that go beyond the limit, together with those around them."""
    return Unreadable(
        place,
        f"this key and those around it have more than {limits.POINTER_CHARACTERS:,} "
        "characters together",
        "shorten them; a long text belongs into a value",
    )


def too_large(place: Place) -> Unreadable:
    """The error for a number that nothing can reckon with."""
    return Unreadable(place, "the number is too large", "round it, or quote it")
