"""Examples of the bodies of answers, each below what the description says of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ....ir import Api, Json, Operation, Response, ResponseContent, ResponseKind
from ....spelling.markdown import fence
from ..book import Book
from ..snippets.answers import answers
from .failures import shown


def answer_examples(operation: Operation, book: Book) -> str:
    """What successful calls are answered with: one example always, others where described."""
    first = _first(operation)
    parts = [_always(first, book)] if first is not None else []
    if first is not None and (stream := _written(first)):
        parts = [stream]
    for response in operation.responses:
        content = response.content
        example = _example(content, book) if content and content is not first else ""
        if example:
            parts.append(f"With status {shown(response.status)}:\n\n{example}")
    return "\n\n".join(parts)


def _first(operation: Operation) -> ResponseContent | None:
    for one in answers(operation):
        if one.content is None or one.kind is not ResponseKind.JSON:
            continue
        if one.content.examples or not one.is_open:
            return one.content
    streaming = operation.streaming
    return streaming.content if streaming is not None and streaming.only else None


def error_examples(responses: Iterable[Response], book: Book) -> Iterator[str]:
    """What errors are answered with, where that is described, the same only once."""
    found: dict[str, dict[str, None]] = {}
    for response in sorted(responses, key=lambda response: response.status):
        content = response.content
        if content is not None and (example := _example(content, book)):
            found.setdefault(example, {})[shown(response.status)] = None
    for example, statuses in found.items():
        yield f"With status {' or '.join(statuses)}:\n\n{example}"


def shared_errors(api: Api) -> Iterator[Response]:
    """The errors that stand under keys of their own, wherever they are used."""
    for operation in api.operations():
        yield from (error for error in operation.errors if error.shared)


def _always(content: ResponseContent, book: Book) -> str:
    fenced = json_fence(book.examples.answer(content))
    return _captioned(content, fenced, book)


def stream_example(operation: Operation, book: Book) -> str:
    """What is sent of a stream, where that is described."""
    content = operation.streaming.content if operation.streaming else None
    return _example(content, book) if content is not None else ""


def _written(content: ResponseContent) -> str:
    """An example that is no value, but what is sent as it stands."""
    if content.kind is ResponseKind.JSON:
        return ""
    texts = (each.value for each in content.examples)
    told = next((each for each in texts if isinstance(each, str)), None)
    return fence(told, "text") if told is not None else ""


def _example(content: ResponseContent, book: Book) -> str:
    """The description's own example, if it has one that fits."""
    if written := _written(content):
        return written
    example = book.examples.shown(content)
    if example is None:
        return ""
    return _captioned(content, json_fence(example.value), book)


def _captioned(content: ResponseContent, fenced: str, book: Book) -> str:
    example = book.examples.shown(content)
    said = book.prose(example.doc) if example is not None else ""
    return f"{said}\n\n{fenced}" if said else fenced


def json_fence(value: Json) -> str:
    return fence(json.dumps(value, indent=2, ensure_ascii=False), "json")
