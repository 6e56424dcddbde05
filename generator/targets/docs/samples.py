"""The snippets of every operation, for tools that show a description themselves."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, Json
from .book import Book
from .reference.operations import operation_view
from .snippets.programs import SHELL

LANGUAGES = {SHELL: "Shell"}
"""What the tools call a snippet's language; all others are Python."""


@dataclass(frozen=True, slots=True)
class Samples:
    """The snippets of one operation, as `x-codeSamples` holds them."""

    path: str
    method: str
    entries: tuple[Json, ...]


def code_samples(api: Api) -> list[Samples]:
    """The snippets of the preferred variant of every operation."""
    book = Book(api)
    found = []
    for place in book.pages.places:
        if place.operation.variant:
            continue
        entries: list[Json] = [
            {
                "lang": LANGUAGES.get(snippet.label, "Python"),
                "label": snippet.label,
                "source": "\n".join(snippet.fence.splitlines()[1:-1]),
            }
            for snippet in operation_view(place, book).snippets
        ]
        operation = place.operation
        found.append(Samples(operation.path, operation.method, tuple(entries)))
    return found
