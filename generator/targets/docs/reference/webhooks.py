"""The page on what the API sends on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....ir import Webhook
from ....spelling.markdown import cell_code, code
from ..book import Book, example_cell
from ..guide import Guide
from ..markdown.prose import cell, ended, introduced, marked
from ..markdown.tables import Table, table
from .bodies import json_fence
from .failures import shown

_EVENT = ("Event", "Method", "Payload", "Limits", "Description")
_PARAMETER = (
    "Event",
    "Name",
    "Sent as",
    "Type",
    "Presence",
    "Default",
    "Limits",
    "Description",
    "Example",
)


@dataclass(frozen=True, slots=True)
class Webhooks(Guide):
    events: Table | None
    parameters: Table | None
    payload: str
    module: str


def webhooks_guide(book: Book) -> Webhooks:
    """Every event, what comes beside its body, and a payload."""
    types = book.types(Guide.path_of("webhooks"))
    rows = [
        (
            cell_code(webhook.wire_name),
            code(webhook.method),
            types.of(webhook.type) if webhook.type else "",
            book.limits(webhook.type, webhook.constraints) if webhook.type else "",
            _description(webhook, book),
        )
        for webhook in book.api.webhooks
    ]
    return Webhooks(
        "webhooks",
        "Webhooks",
        events=table(_EVENT, rows, always=3),
        parameters=table(_PARAMETER, _parameter_rows(book), always=4),
        payload="\n\n".join(_payload(book.api.webhooks[0], book)),
        module=book.api.package.module,
    )


def _parameter_rows(book: Book) -> Iterator[tuple[str, ...]]:
    types = book.types(Guide.path_of("webhooks"))
    for webhook in book.api.webhooks:
        for each in webhook.parameters:
            doc = book.described(each.doc, each.type)
            default = "" if each.default is None else example_cell(each.default.value)
            yield (
                cell_code(webhook.wire_name),
                cell_code(each.wire_name),
                each.location.value,
                types.of(each.type),
                "always" if each.required else "optional",
                default,
                book.limits(each.type, each.constraints),
                marked(doc, deprecated=each.deprecated),
                next((example_cell(one) for one in each.examples), ""),
            )


def _payload(webhook: Webhook, book: Book) -> Iterator[str]:
    """An example below what the description says of it."""
    value = book.examples.webhook(webhook)
    example = next((one for one in webhook.examples if one.value == value), None)
    if example is not None and example.doc:
        yield book.prose(example.doc)
    yield json_fence(value)


def _description(webhook: Webhook, book: Book) -> str:
    said = cell(_told(webhook), book.api.link_base), book.elsewhere(webhook.elsewhere)
    return " ".join(part for part in said if part)


def _told(webhook: Webhook) -> str:
    said = introduced(webhook.summary, webhook.doc)
    answers = [
        f"Answer with {shown(status)}: {doc}" for status, doc in webhook.answers if doc
    ]
    said = "\n\n".join([ended(said), *map(ended, answers)]) if answers else said
    return marked(said, deprecated=webhook.deprecated)
