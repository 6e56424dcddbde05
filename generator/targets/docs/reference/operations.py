"""A method's section of a resource page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....ir import (
    Location,
    Operation,
    Polling,
    Response,
    ResponseKind,
)
from ....spelling.exceptions import BASE, exception
from ....spelling.lists import listed
from ....spelling.literals import text_of
from ....spelling.markdown import code, fence
from ..book import Book
from ..credentials import needed
from ..markdown.prose import cell, ended, repeats, summary
from ..markdown.tables import Table, table
from ..pages import Place, heading
from ..snippets.answers import answers
from ..snippets.outcomes import events, pages, settled
from ..snippets.programs import SHELL, Snippet
from ..snippets.shell import curl
from ..snippets.wholes import to_file
from .bodies import answer_examples, error_examples, stream_example
from .failures import shown
from .headers import header_table, headers_said
from .parameters import parameter_table
from .responses import said_of
from .returns import returns

_TELLING_ERRORS = (
    "NotFoundError",
    "UnprocessableEntityError",
    "RateLimitError",
    "ConflictError",
)


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way to make the same call.

    `entry` stands for it in the list of operations, where it is a method of its own.
    """

    heading: str
    text: str
    snippets: tuple[Snippet, ...]
    entry: str = ""


@dataclass(frozen=True, slots=True)
class OperationView:
    heading: str
    description: str
    deprecated: bool
    request: str
    credentials: str
    constants: str
    usage: str
    snippets: tuple[Snippet, ...]
    body: str
    parameters: Table | None
    returns: tuple[str, ...]
    answer: str
    headers: Table | None
    headers_said: str
    errors: Table | None
    failing: str
    error_examples: tuple[str, ...]
    variants: tuple[Variant, ...]
    methods: tuple[Variant, ...]
    """Variants that are methods of their own."""


def operation_view(place: Place, book: Book) -> OperationView:
    """All that a page says about one operation."""
    operation, start = place.operation, place.group.page
    values = book.given[place.key]
    client = book.client_for(operation)
    pair = client.pair(book.call(place), book.outcome(place))
    shell = fence(curl(operation, book.api, values), "bash")
    return OperationView(
        heading=heading(place.method, place.group),
        description=_description(operation, book),
        deprecated=operation.deprecated,
        request=code(f"{operation.method} {operation.path}"),
        credentials=needed(operation, book.api, start),
        constants=_constants(operation),
        usage=_usage(operation, book),
        snippets=(*pair, Snippet(SHELL, shell)),
        body=_body(operation, book),
        parameters=parameter_table(operation, values, book, start),
        returns=tuple(returns(place, book)),
        answer=answer_examples(operation, book),
        headers=header_table(place, book),
        headers_said=headers_said(operation),
        errors=_errors(operation, place, book),
        failing=_failing(place, book),
        error_examples=tuple(
            error_examples((e for e in operation.errors if not e.shared), book)
        ),
        variants=tuple(_variants(place, book)),
        methods=tuple(_methods(place, book)),
    )


def headline(operation: Operation, book: Book) -> str:
    """What an operation does, on one line."""
    text = operation.summary or summary(operation.doc)
    return book.line(text) or code(f"{operation.method} {operation.path}")


def _description(operation: Operation, book: Book) -> str:
    first, doc = operation.summary.strip(), operation.doc.strip()
    said = [
        book.prose(doc),
        book.prose(operation.path_doc),
        book.elsewhere(operation.elsewhere),
    ]
    if first and not (doc and repeats(first, doc)):
        said.insert(0, ended(book.line(first)))
    return "\n\n".join(part for part in said if part)


def _constants(operation: Operation) -> str:
    """What is sent without being asked for."""
    sent = [
        code(f"{each.wire_name}: {text_of(each.constant)}")
        for each in operation.parameters
        if each.constant is not None and each.location is not Location.PATH
    ]
    return ", ".join(sent)


def _body(operation: Operation, book: Book) -> str:
    """What the body is for, and whether there has to be one, where its fields are arguments."""
    body = operation.body
    if body is None or not body.contents[0].fields:
        return ""
    said = [book.prose(body.doc)]
    if not body.required and any(each.required for each in body.contents[0].fields):
        said.append(
            "There need not be a body. Where any of its fields is given, those that are"
            " required with a body have to be given too."
        )
    return "\n\n".join(part for part in said if part)


def _usage(operation: Operation, book: Book) -> str:
    """What the description says of the body in the example calls."""
    body = operation.body
    example = book.examples.shown(body.contents[0]) if body is not None else None
    return book.prose(example.doc) if example is not None else ""


def _errors(operation: Operation, place: Place, book: Book) -> Table | None:
    types = book.types(place.group.page)

    def spelled(source: str) -> str:
        return cell(source, book.api.link_base)

    def cells(response: Response) -> tuple[str, str, str, str]:
        content = response.content
        body = types.of(content.type) if content and content.type else ""
        return (
            shown(response.status),
            code(exception(response.status)),
            body,
            said_of(response, book, spelled),
        )

    return table(
        ("Status", "Exception", "Body", "When"),
        map(cells, operation.failures),
        always=2,
    )


def _failing(place: Place, book: Book) -> str:
    operation = place.operation
    if not operation.errors:
        return ""
    described = [exception(response.status) for response in operation.errors]
    telling = [name for name in _TELLING_ERRORS if name in described]
    chosen = telling[:2] or [name for name in described if name != BASE][:1]
    made = book.brief_call(place)
    used = book.outcome(place)
    return fence(book.client_for(operation).failing(made, used, chosen), "python")


def _variants(place: Place, book: Book) -> Iterator[Variant]:
    operation = place.operation
    if operation.paging is not None:
        made = book.call(place)
        text = "The same list, one page at a time:"
        client = book.client_for(operation)
        yield Variant("Page by page", text, client.pair(made, pages()))
    elif _gives_bytes(operation):
        made = book.brief_call(place)
        text = (
            "A large answer goes to a file as it comes, without being held in memory:"
        )
        yield Variant("To a file", text, to_file(made, book.client_for(operation)))


def _gives_bytes(operation: Operation) -> bool:
    kinds = {each.kind for each in answers(operation)} - {ResponseKind.NONE}
    return kinds == {ResponseKind.BINARY} and operation.method != "HEAD"


def _methods(place: Place, book: Book) -> Iterator[Variant]:
    operation = place.operation
    if operation.streaming is not None and not operation.streaming.only:
        yield _streaming(place, book)
    if (
        operation.polling is not None
        and operation.polling.operation in book.pages.by_id
    ):
        yield _polling(place, operation.polling, book)


def _streaming(place: Place, book: Book) -> Variant:
    streaming = place.operation.streaming
    assert streaming is not None, "called for operations that stream"
    types = book.types(place.group.page)
    what = types.of(streaming.content.type) if streaming.content.type else "events"
    made = book.brief_call(place, streaming.name)
    text = (
        f"Takes what {code(place.operation.name)} takes and gives {what}"
        " as the server sends it, event by event. The answer ends with the `with` block."
    )
    if sent := stream_example(place.operation, book):
        text = f"{text}\n\nWhat is sent, for example:\n\n{sent}"
    client = book.client_for(place.operation)
    shown = book.pages.method_link(streaming.name, place.group, place.group.page)
    return Variant(
        heading(streaming.name, place.group),
        text,
        client.pair(made, events()),
        f"{shown} - The same, answered event by event",
    )


def _polling(place: Place, polling: Polling, book: Book) -> Variant:
    name = place.operation.poll_name
    made = book.brief_call(place, name)
    read = book.pages.by_id[polling.operation]
    text = (
        f"Takes what {code(place.operation.name)} takes and returns when"
        f" {settling(polling)}: it reads"
        f" {book.pages.operation_link(read, place.group.page)}"
        f" {every(polling)}."
    )
    used = settled(place.operation, polling, book.api.schemas)
    client = book.client_for(place.operation, read.operation)
    shown = book.pages.method_link(name, place.group, place.group.page)
    return Variant(
        heading(name, place.group),
        text,
        client.pair(made, used),
        f"{shown} - The same, and wait for the outcome",
    )


def settling(polling: Polling) -> str:
    """When polling ends: "`status` is `completed` or `failed`"."""
    ended = listed([code(str(value)) for value in polling.terminal], "or")
    return f"{code('.'.join(polling.field))} is {ended}"


def every(polling: Polling) -> str:
    """How often and how long polling reads: "every second, for up to 600 seconds"."""
    pause = "second" if polling.interval == 1 else f"{polling.interval:g} seconds"
    return f"every {pause}, for up to {polling.deadline:g} seconds"
