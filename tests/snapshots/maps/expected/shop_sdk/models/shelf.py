"""The model `Shelf` and its parts."""

from typing import Any

from .._runtime.model import Model


class ShelfEntriesValue(Model):
    """Shelf entries value."""

    isbn: str


class ShelfEmpty(Model):
    """Shelf empty."""


class Shelf(Model):
    """Shelf."""

    free: dict[str, Any] | None = None

    bare: dict[str, Any] | None = None

    nested: dict[str, dict[str, list[str]]] | None = None

    entries: dict[str, ShelfEntriesValue] | None = None

    empty: ShelfEmpty | None = None
