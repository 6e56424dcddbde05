"""What a method gives back, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ir import Response, ResponseKind
from ....spelling.markdown import code
from ..book import Book
from ..markdown.prose import ended
from ..pages import Place
from ..snippets.answers import Answer, answers
from .responses import said_of


def returns(place: Place, book: Book) -> Iterator[str]:
    """One line for each kind of successful answer."""
    types = book.types(place.group.page)
    operation = place.operation
    if operation.paging is not None:
        walked = (
            f"A page of {types.of(operation.paging.item_type)}."
            " Iterating over it walks this page and all that follow."
        )
        yield _with(walked, operation.responses, book)
        return
    if operation.streaming is not None and operation.streaming.only:
        content = operation.streaming.content
        what = types.of(content.type) if content.type else "events"
        yield _with(f"A stream of {what}.", operation.responses, book)
        return
    found = answers(operation)
    if not found:
        yield "Nothing."
    for one in found:
        those = [each for each in operation.responses if _same(each, one.response)]
        statuses = " or ".join(code(each.status) for each in those)
        when = f"With status {statuses}: " if len(found) > 1 else ""
        yield _with(f"{when}{_returned(one, place, book)}.", those, book)


def _same(response: Response, other: Response) -> bool:
    """Whether two responses return the same."""
    mine, its = response.content, other.content
    if mine is None or its is None:
        return mine is its
    typed = mine.kind is not ResponseKind.JSON or mine.type == its.type
    return mine.kind is its.kind and typed


def _with(sentence: str, responses: Sequence[Response], book: Book) -> str:
    """The sentence with what the description says of the responses behind it."""
    said: dict[str, list[str]] = {}
    for response in responses:
        if doc := ended(said_of(response, book, book.line)):
            said.setdefault(doc, []).append(code(response.status))
    told = [
        f"With status {' or '.join(those)}: {doc}" if len(said) > 1 else doc
        for doc, those in said.items()
    ]
    return " ".join([sentence, *told])


def _returned(answer: Answer, place: Place, book: Book) -> str:
    match answer.kind:
        case ResponseKind.NONE:
            return "`None`"
        case ResponseKind.TEXT:
            return "`str`"
        case ResponseKind.BINARY | ResponseKind.SSE | ResponseKind.JSON_LINES:
            return "`bytes`"
        case ResponseKind.JSON:
            if answer.type is None:
                return "any JSON value"
            if answer.is_open:
                return "what comes: plain data from JSON, else text or bytes"
            return book.types(place.group.page).of(answer.type)
