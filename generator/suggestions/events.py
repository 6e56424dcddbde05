"""What a description tells of a stream's events beside its media types.

Extensions of other generators say it (`x-fern-streaming`, `x-speakeasy-sse-sentinel`), or
the name of a schema does: `ChatChunk`, `ChatStreamResponse`.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from ..document import BrokenReference, Document, Node
from ..names import words
from .raw import Route, by_route

_SCHEMAS = "#/components/schemas/"
_OF_STREAMS = frozenset("chunk delta event partial stream streamed streaming".split())
_OF_ANSWERS = frozenset("answer output response result".split())


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an operation's stream; `is_stream` where it is told that it has one."""

    is_stream: bool = False
    event: str | None = None
    flag: str | None = None
    format: str | None = None
    done: str | None = None


def events_told(document: Document) -> dict[Route, Told]:
    """What is told of the stream of each operation."""
    keys = list(document.components("schemas"))
    found: dict[Route, Told] = {}
    for route, node in by_route(document.root):
        with suppress(BrokenReference):
            found[route] = _of(node, keys)
    return found


def _of(operation: Node, keys: list[str]) -> Told:
    contents = [
        (kind, content)
        for status, response in operation.items("responses")
        if status.startswith("2")
        for kind, content in response.deref().items("content")
    ]
    marks = (_text(content, "x-speakeasy-sse-sentinel") for _, content in contents)
    done = next((mark for mark in marks if mark), None)
    answers = (_key(content.get("schema")) for _, content in contents)
    answer = next((key for key in answers if key is not None), None)
    fern = operation.get("x-fern-streaming")
    if fern is None or fern.value is False:
        return Told(event=_form(answer, keys), done=done)
    is_sse = _text(fern, "format") == "sse"
    return Told(
        is_stream=True,
        event=_key(fern.get("response-stream")) or answer,
        flag=(_text(fern, "stream-condition") or "").rpartition(".")[2] or None,
        format=None if is_sse else "jsonl",
        done=_text(fern, "terminator") if is_sse else None,
    )


def _text(node: Node, key: str) -> str | None:
    found = node.get(key)
    return found.value if found is not None and isinstance(found.value, str) else None


def _key(schema: Node | None) -> str | None:
    """The key of the schema that a reference leads to."""
    reference = schema.ref if schema is not None else None
    if reference is None or not reference.startswith(_SCHEMAS):
        return None
    return reference.removeprefix(_SCHEMAS)


def _form(answer: str | None, keys: list[str]) -> str | None:
    """The one schema that is called as an answer is, and a piece of a stream."""
    if answer is None:
        return None
    about = _words(answer) - _OF_ANSWERS
    found = [
        key
        for key in keys
        if _words(key) & _OF_STREAMS
        and _words(key) - _OF_STREAMS - _OF_ANSWERS == about
    ]
    return found[0] if len(found) == 1 else None


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words(name))
