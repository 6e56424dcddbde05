"""Server-sent events, by the rules of the WHATWG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from templates.python._runtime.sse import SseDecoder, TooLargeError


class Event(NamedTuple):
    name: str
    data: str
    id: str


def decode(chunks: Iterable[bytes]) -> list[Event]:
    decoder = SseDecoder()
    return [
        Event(
            name.decode(errors="replace"),
            data.decode(errors="replace"),
            decoder.last_event_id,
        )
        for chunk in chunks
        for name, data in decoder.feed(chunk)
    ]


def reference(stream: bytes) -> list[Event]:
    """The rules as the standard words them, slow and plain, over the whole stream."""
    text = stream.decode("utf-8", "replace").removeprefix("\ufeff")
    events: list[Event] = []
    name, data, last_id = "", "", ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    # What follows the last line end is no line yet.
    for line in lines[:-1]:
        if not line:
            if data:
                events.append(Event(name, data.removesuffix("\n"), last_id))
            name, data = "", ""
        elif not line.startswith(":"):
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "event":
                name = value
            elif field == "data":
                data += value + "\n"
            elif field == "id" and "\0" not in value:
                last_id = value
    return events


RULES: list[tuple[str, bytes, list[tuple[str, str, str]]]] = [
    ("an event needs data", b"event: a\n\n", []),
    ("an event without a name", b"data: x\n\n", [("", "x", "")]),
    ("a name and data", b"event: a\ndata: x\n\n", [("a", "x", "")]),
    ("data before the name", b"data: x\nevent: a\n\n", [("a", "x", "")]),
    ("the last name counts", b"event: a\nevent: b\ndata: x\n\n", [("b", "x", "")]),
    ("a name is for one event", b"event: a\n\ndata: x\n\n", [("", "x", "")]),
    ("several data lines", b"data: x\ndata: y\ndata: z\n\n", [("", "x\ny\nz", "")]),
    ("an empty data line", b"data\n\n", [("", "", "")]),
    ("two empty data lines", b"data\ndata\n\n", [("", "\n", "")]),
    ("an empty value", b"data:\n\n", [("", "", "")]),
    ("an empty line within data", b"data: x\ndata:\ndata: y\n\n", [("", "x\n\ny", "")]),
    ("no space after the colon", b"data:x\n\n", [("", "x", "")]),
    ("one space is dropped, not two", b"data:  x\n\n", [("", " x", "")]),
    ("a tab is no space", b"data:\tx\n\n", [("", "\tx", "")]),
    ("spaces at the end stay", b"data: x \n\n", [("", "x ", "")]),
    ("colons in the value stay", b"data: a: b\n\n", [("", "a: b", "")]),
    ("a comment", b": hello\ndata: x\n\n", [("", "x", "")]),
    ("a comment between events", b": a\n\n:\n\ndata: x\n\n", [("", "x", "")]),
    ("a comment within an event", b"data: x\n: c\ndata: y\n\n", [("", "x\ny", "")]),
    ("an unknown field", b"foo: bar\ndata: x\nbaz\n\n", [("", "x", "")]),
    ("fields are told apart by case", b"Data: x\nDATA: y\n\n", []),
    ("a field with a space before it", b" data: x\n\n", []),
    ("LF", b"data: x\n\ndata: y\n\n", [("", "x", ""), ("", "y", "")]),
    ("CRLF", b"data: x\r\n\r\ndata: y\r\n\r\n", [("", "x", ""), ("", "y", "")]),
    ("CR", b"data: x\r\rdata: y\r\r", [("", "x", ""), ("", "y", "")]),
    ("all of them", b"event: a\r\ndata: x\rdata: y\n\r\n", [("a", "x\ny", "")]),
    ("LF and CR are two line ends", b"data: x\n\rdata: y\n\n", [("", "x", ""), ("", "y", "")]),
    ("many blank lines", b"\n\n\n\ndata: x\n\n\n\n\ndata: y\n\n", [("", "x", ""), ("", "y", "")]),
    ("a byte order mark", b"\xef\xbb\xbfdata: x\n\n", [("", "x", "")]),
    ("only the first mark", b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\n", []),
    ("a mark later on", b"data: \xef\xbb\xbfx\n\n", [("", "\ufeffx", "")]),
    ("half a mark", b"\xef\xbbdata: x\n\ndata: y\n\n", [("", "y", "")]),
    ("a mark alone", b"\xef\xbb\xbf", []),
    ("an id", b"id: 1\ndata: x\n\n", [("", "x", "1")]),
    ("an id stays", b"id: 1\ndata: x\n\ndata: y\n\n", [("", "x", "1"), ("", "y", "1")]),
    ("an id changes", b"id: 1\ndata: x\n\nid: 2\ndata: y\n\n", [("", "x", "1"), ("", "y", "2")]),
    ("an empty id", b"id: 1\ndata: x\n\nid\ndata: y\n\n", [("", "x", "1"), ("", "y", "")]),
    ("an id with a null", b"id: 1\ndata: x\n\nid: 2\0\ndata: y\n\n", [("", "x", "1"), ("", "y", "1")]),
    ("an id without data", b"id: 1\n\ndata: x\n\n", [("", "x", "1")]),
    ("an unfinished id", b"data: x\n\nid: 1\n", [("", "x", "")]),
    ("an unfinished event", b"data: x\n\ndata: y\n", [("", "x", "")]),
    ("an unfinished line", b"data: x\n\ndata: y", [("", "x", "")]),
    ("nothing", b"", []),
    ("only blank lines", b"\n\r\n\r\n\n", []),
    ("letters of several bytes", "data: aé€😀\n\n".encode(), [("", "aé€😀", "")]),
    ("broken UTF-8", b"data: \xff\xc3\n\ndata: \xe2\x82\n\n", [("", "\ufffd\ufffd", ""), ("", "\ufffd", "")]),
    ("a null in data", b"data: a\0b\n\n", [("", "a\0b", "")]),
    ("JSON", b'event: a\ndata: {"x": "y: z"}\n\n', [("a", '{"x": "y: z"}', "")]),
    ("data that looks like a field", b"event: a\ndata: data: x\n\n", [("a", "data: x", "")]),
    ("a name that looks like data", b"event: a\n\nevent: data: x\n\n", []),
    ("an empty name", b"event: \ndata: x\n\n", [("", "x", "")]),
    ("a name without a colon", b"event\ndata: x\n\n", [("", "x", "")]),
    ("the last event id is for all", b"event: a\nid: 7\ndata: x\n\nevent: b\ndata: y\n\n", [("a", "x", "7"), ("b", "y", "7")]),
]  # fmt: skip


def splits(stream: bytes) -> Iterator[list[bytes]]:
    yield [stream]
    yield [stream[place : place + 1] for place in range(len(stream))]
    for place in range(len(stream) + 1):
        yield [stream[:place], stream[place:]]
        yield [stream[:place], b"", stream[place : place + 1], stream[place + 1 :]]


@pytest.mark.parametrize(
    ("stream", "events"),
    [pytest.param(stream, events, id=rule) for rule, stream, events in RULES],
)
def test_the_rules_hold_wherever_the_stream_is_cut(
    stream: bytes, events: list[tuple[str, str, str]]
) -> None:
    expected = [Event(*event) for event in events]
    assert reference(stream) == expected
    for chunks in splits(stream):
        assert decode(chunks) == expected, chunks


PIECES = st.sampled_from(
    [
        b"data",
        b"data: ",
        b"data:",
        b"event: ",
        b"id: ",
        b"retry: 10",
        b": ",
        b":",
        b" ",
        b"\n",
        b"\n\n",
        b"\r",
        b"\r\n",
        b"\r\n\r\n",
        b"x",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xe2\x82\xac",
        b"\xff",
    ]
)


@given(st.lists(PIECES, max_size=40), st.lists(st.integers(0, 300), max_size=6))
def test_any_stream_is_decoded_as_the_standard_words_it(
    pieces: list[bytes], cuts: list[int]
) -> None:
    stream = b"".join(pieces)
    places = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    chunks = [stream[a:b] for a, b in pairwise(places)]
    assert decode(chunks) == reference(stream)


def test_an_event_does_not_wait_for_the_line_feed_after_its_carriage_return() -> None:
    decoder = SseDecoder()
    assert list(decoder.feed(b"data: x\r\n\r")) == [(b"", b"x")]
    assert list(decoder.feed(b"\ndata: y\r\n\r\n")) == [(b"", b"y")]


@pytest.mark.parametrize(
    ("value", "milliseconds"),
    [
        (b"3000", 3000),
        (b"0", 0),
        (b"", None),
        (b"-1", None),
        (b"1.5", None),
        (b"1e3", None),
        (b"soon", None),
        ("\u0663".encode(), None),
        (b"9" * 5000, None),
    ],
)
def test_only_digits_say_when_to_come_back(
    value: bytes, milliseconds: int | None
) -> None:
    decoder = SseDecoder()
    assert list(decoder.feed(b"retry: " + value + b"\n\n")) == []
    assert decoder.retry == milliseconds


@pytest.mark.parametrize(
    ("end", "is_cut"),
    [
        (b"", False),
        (b": comm", False),
        (b" ", False),
        (b"id: 1", True),
        (b"data", True),
    ],
)
def test_the_end_of_the_stream_ends_an_event(end: bytes, is_cut: bool) -> None:
    decoder = SseDecoder()
    assert list(decoder.feed(b"data: x\n" + end)) == []
    assert not decoder.is_cut
    found = list(decoder.flush())
    assert decoder.is_cut is is_cut
    if not is_cut:
        assert found == [(b"", b"x")]
    assert list(decoder.flush()) == []


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_an_event_that_is_too_large_is_refused(size: int) -> None:
    decoder = SseDecoder(max_event_size=100)
    stream = b"data: x\n\n" + b"data: " + b"x" * 200 + b"\n\n"
    chunks = [stream[place : place + size] for place in range(0, len(stream), size)]
    with pytest.raises(TooLargeError, match="larger than 100 bytes"):
        for chunk in chunks:
            list(decoder.feed(chunk))


def test_events_up_to_the_limit_are_taken() -> None:
    decoder = SseDecoder(max_event_size=100)
    for _ in range(50):
        assert list(decoder.feed(b"data: " + b"x" * 94 + b"\n\n"))
