"""Streams of JSON texts, one a line (JSON lines, NDJSON, JSON text sequences)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .decoding import is_json
from .sse import MAX_EVENT_SIZE, TooLargeError

_BOM: Final = b"\xef\xbb\xbf"
_SEQUENCE_MARK: Final = b"\x1e"


class LineDecoder:
    """Turns the chunks of a stream into lines, wherever the chunks are cut.

    Lines end in LF or CRLF; empty ones are passed over, and so is the record separator
    that begins the texts of a JSON text sequence (RFC 7464).
    """

    __slots__ = (
        "_limit",
        "_rest",
        "event_retry",
        "is_cut",
        "last_event_id",
        "retry",
    )

    def __init__(self, max_line_size: int = MAX_EVENT_SIZE) -> None:
        self.last_event_id = ""
        """Lines have no ids; always empty."""

        self.retry: int | None = None
        """Nor do they say when to connect again."""

        self.event_retry: int | None = None
        """Always `None` as well."""

        self.is_cut = False
        """Whether the stream has ended in the middle of a JSON text."""

        self._limit = max_line_size
        self._rest = bytearray()

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The lines that end in this chunk, each with an empty name.

        Raises:
            TooLargeError: A line is larger than allowed.
        """
        rest = self._rest
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            line = chunk[start:end]
            if rest:
                line = bytes(rest + line)
                rest.clear()
            self._check(len(line))
            start = end + 1
            if line := _bare(line):
                yield b"", line
        rest += chunk[start:]
        self._check(len(rest))

    def flush(self) -> Iterator[tuple[bytes, bytes]]:
        """The last line, where the stream ended without ending it."""
        line = _bare(bytes(self._rest))
        self._rest.clear()
        self.is_cut = bool(line) and not is_json(line)
        return iter([(b"", line)] if line else ())

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise TooLargeError(f"a line is larger than {self._limit} bytes")


def _bare(line: bytes) -> bytes:
    return line.removeprefix(_BOM).strip(b" \t\r\n").lstrip(_SEQUENCE_MARK)
