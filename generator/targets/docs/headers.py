"""The headers that the answers of an operation come with."""

from __future__ import annotations

from .book import Book
from .failures import shown
from .markdown import cell_code
from .pages import Place
from .prose import cell
from .tables import Table, table


def header_table(place: Place, book: Book) -> Table | None:
    """Every header once; with its statuses, unless those are all that mean success."""
    operation, types = place.operation, book.types(place.group.page)
    responses = (*operation.responses, *operation.errors)
    found: dict[tuple[str, ...], list[str]] = {}
    for response in responses:
        for header in response.headers:
            row = (
                cell_code(header.wire_name),
                types.of(header.type),
                "always" if header.required else "optional",
                cell(header.doc, book.api.link_base),
            )
            found.setdefault(row, []).append(response.status)

    def statuses(those: list[str]) -> str:
        if those == [response.status for response in operation.responses]:
            return ""
        if those == [response.status for response in responses]:
            return "any"
        return ", ".join(shown(status) for status in those)

    return table(
        ("Header", "Type", "Presence", "Status", "Description"),
        ((*row[:3], statuses(those), row[3]) for row, those in found.items()),
        always=2,
    )
