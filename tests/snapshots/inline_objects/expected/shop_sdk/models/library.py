"""The model `Library` and its parts."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.model import Model

LibraryOpeningHoursItemDay: TypeAlias = Literal[
    "mo", "tu", "we", "th", "fr", "sa", "su"
]


class LibraryOpeningHoursItemHours(Model):
    """From when to when."""

    from_: Annotated[str | None, Field(alias="from")] = None

    until: str | None = None


class LibraryOpeningHoursItem(Model):
    """Library opening hours item."""

    day: LibraryOpeningHoursItemDay | str

    hours: LibraryOpeningHoursItemHours | None = None
    """From when to when."""


class Library(Model):
    """Library."""

    opening_hours: list[LibraryOpeningHoursItem] | None = None
