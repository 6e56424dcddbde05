"""Calls whose whole answer is wanted: its status and headers, or its bytes as they come."""

from __future__ import annotations

from collections.abc import Iterator

from .programs import Client, Snippet, both
from .source import Brackets, Entry, fits, flat, lines

_WRITTEN = 'response.stream_to_file("download.bin")'


def raw_call(before: str, made: Brackets, indent: int) -> Iterator[str]:
    """The statement of a call by `raw`, or two where one would be hard to read."""
    method, wrapped = _wrapped(made)
    if fits(" " * indent + before + flat(wrapped)):
        yield from lines(before, wrapped, "", indent)
    else:
        yield from lines("method = ", method, "", indent)
        yield from lines(before, Brackets("method(", made.entries, ")"), "", indent)


def to_file(made: Brackets, client: Client) -> tuple[Snippet, Snippet]:
    """Programs that write an answer to a file as it comes."""
    sync = client.script(_written(made, "", "", 0), names=["raw"])
    asynchronous = client.coroutine(
        _written(made, "async ", "await ", 8), names=["raw"]
    )
    return both(sync, asynchronous)


def _written(made: Brackets, keyword: str, wait: str, indent: int) -> Iterator[str]:
    margin = " " * indent
    head = f"{margin}{keyword}with {flat(_wrapped(made)[1])} as response:"
    if fits(head):
        yield head
    else:
        yield from raw_call("answer = ", made, indent)
        yield f"{margin}{keyword}with answer as response:"
    yield f"{margin}    {wait}{_WRITTEN}"


def _wrapped(made: Brackets) -> tuple[Brackets, Brackets]:
    method = Brackets("raw(", (Entry("", made.opening[:-1]),), ")")
    return method, Brackets(f"{flat(method)}(", made.entries, made.closing)
