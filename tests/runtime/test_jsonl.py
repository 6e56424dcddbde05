"""Streams of JSON texts, one a line."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from templates.python._runtime.jsonl import LineDecoder
from templates.python._runtime.sse import TooLargeError


def decode(chunks: list[bytes]) -> list[bytes]:
    decoder = LineDecoder()
    lines = [data for chunk in chunks for _, data in decoder.feed(chunk)]
    return lines + [data for _, data in decoder.flush()]


@pytest.mark.parametrize(
    ("stream", "lines"),
    [
        (b"", []),
        (b"\n\n", []),
        (b'{"a":1}\n{"b":2}\n', [b'{"a":1}', b'{"b":2}']),
        (b'{"a":1}\r\n{"b":2}\r\n', [b'{"a":1}', b'{"b":2}']),
        (b"1\n\n \t\n2\n", [b"1", b"2"]),
        (b"1\n2", [b"1", b"2"]),
        (b'"a\\nb"\n', [b'"a\\nb"']),
        (b'\x1e{"a":1}\n\x1e{"b":2}\n', [b'{"a":1}', b'{"b":2}']),
        (b'\x1e\x1e{"a":1}\n\x1e\n', [b'{"a":1}']),
        (b'\xef\xbb\xbf{"a":1}\n{"b":2}', [b'{"a":1}', b'{"b":2}']),
        (' "é€😀" \n'.encode(), ['"é€😀"'.encode()]),
    ],
)
def test_lines_are_found_wherever_the_stream_is_cut(
    stream: bytes, lines: list[bytes]
) -> None:
    assert decode([stream[place : place + 1] for place in range(len(stream))]) == lines
    for place in range(len(stream) + 1):
        assert decode([stream[:place], stream[place:]]) == lines


@given(st.lists(st.binary(max_size=8)))
def test_cutting_a_stream_changes_nothing(chunks: list[bytes]) -> None:
    assert decode(chunks) == decode([b"".join(chunks)])


@pytest.mark.parametrize("size", [1, 1000])
def test_a_line_that_is_too_large_is_refused(size: int) -> None:
    decoder = LineDecoder(max_line_size=100)
    stream = b"1\n" + b"2" * 101 + b"\n"
    with pytest.raises(TooLargeError, match="larger than 100 bytes"):
        for place in range(0, len(stream), size):
            list(decoder.feed(stream[place : place + size]))
