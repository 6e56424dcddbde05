"""The headers that the answers of an operation come with."""

from __future__ import annotations

from ....ir import Operation
from ....spelling.markdown import cell_code
from ..book import Book, example_cell
from ..markdown.prose import cell, marked
from ..markdown.tables import Table, table
from ..pages import Place
from .failures import shown

_COLUMNS = (
    "Header",
    "Type",
    "Presence",
    "Status",
    "Default",
    "Limits",
    "Description",
    "Example",
)


def headers_said(operation: Operation) -> str:
    """Where the headers are to be found."""
    failing = any(response.headers for response in operation.errors)
    errors = ", and an error's `response`" if failing else ""
    return (
        f"The answer's headers, which `raw` gives beside the value{errors}, as texts:"
    )


def header_table(place: Place, book: Book) -> Table | None:
    """Every header once; with its statuses, unless those are all that mean success."""
    operation, types = place.operation, book.types(place.group.page)
    responses = (*operation.responses, *operation.errors)
    found: dict[tuple[str, ...], list[str]] = {}
    for response in responses:
        for header in response.headers:
            doc = cell(header.doc, book.api.link_base)
            row = (
                cell_code(header.wire_name),
                types.of(header.type),
                "always" if header.required else "optional",
                "" if header.default is None else example_cell(header.default.value),
                book.limits(header.type, header.constraints),
                marked(doc, deprecated=header.deprecated),
                next((example_cell(each) for each in header.examples), ""),
            )
            found.setdefault(row, []).append(response.status)

    def statuses(those: list[str]) -> str:
        if those == [response.status for response in operation.responses]:
            return ""
        if those == [response.status for response in responses]:
            return "any"
        return ", ".join(shown(status) for status in those)

    return table(
        _COLUMNS,
        ((*row[:3], statuses(those), *row[3:]) for row, those in found.items()),
        always=2,
    )
