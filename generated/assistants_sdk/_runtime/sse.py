"""Server-sent events, decoded from bytes by the rules of the WHATWG.

https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NoReturn

MAX_EVENT_SIZE: Final = 64 * 1024 * 1024
"""How many bytes an event may have: what never ends must not fill the memory."""

_BOM: Final = b"\xef\xbb\xbf"
# As numbers: Python looks for these eight times as fast as for a `bytes` of one.
_NUL: Final = 0
_LF: Final = 10
_CR: Final = 13
_MOST_NAMES: Final = 100


class TooLargeError(ValueError):
    """A piece of a stream is larger than allowed."""


class SseDecoder:
    """Turns the chunks of an event stream into events, wherever the chunks are cut.

    An event is a pair of its name (empty where the stream gives none) and its data. Both
    stay bytes: data is mostly JSON, which is validated without becoming text first. An
    event whose blank line has not come is kept back until the stream ends.
    """

    __slots__ = (
        "_after_cr",
        "_at_start",
        "_limit",
        "_names",
        "_rest",
        "event_retry",
        "is_cut",
        "last_event_id",
        "retry",
    )

    def __init__(self, max_event_size: int = MAX_EVENT_SIZE) -> None:
        self.last_event_id = ""
        """The id of the last event; stays until another event names one."""

        self.retry: int | None = None
        """Milliseconds to wait before connecting again, where the server said so."""

        self.event_retry: int | None = None
        """The same of the event that came last alone, for as long as it is the last."""

        self.is_cut = False
        """Whether the stream has ended in the middle of a line."""

        self._limit = max_event_size
        self._names: dict[bytes, bytes] = {}
        self._rest = bytearray()
        self._at_start = True
        self._after_cr = False

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The events that end in this chunk; `last_event_id` keeps step with them.

        Raises:
            TooLargeError: An event is larger than allowed.
        """
        if self._at_start or self._after_cr or _CR in chunk:
            chunk = self._lines(chunk)
        rest, names, start = self._rest, self._names, 0
        if rest:
            # Of an event that began in an earlier chunk, what has come is neither
            # searched again nor joined with all of this chunk.
            if rest[-1] == _LF and chunk[:1] == b"\n":
                start = 1
            elif (end := chunk.find(b"\n\n")) >= 0:
                start = end + 2
            rest += chunk[:start] if start else chunk
            if len(rest) > self._limit + 2:
                self._refuse()
            if not start:
                return
            block = bytes(rest[:-2])
            rest.clear()
            yield from self._event(block)
        while (end := chunk.find(b"\n\n", start)) >= 0:
            if end - start > self._limit:
                self._refuse()
            block = chunk[start:end]
            start = end + 2
            # Nearly all events are one of: a `data` line after an `event` line that
            # came before, or a `data` line alone.
            line, _, data = block.partition(b"\ndata: ")
            name = names.get(line)
            if name is not None and data and _LF not in data:
                yield name, data
            elif block.startswith(b"data: ") and _LF not in block:
                yield b"", block[6:]
            else:
                yield from self._event(block)
                if _LF not in line and len(names) < _MOST_NAMES:
                    field, _, name = line.partition(b": ")
                    if field == b"event":
                        names[line] = name
        if start < len(chunk):
            rest += chunk[start:]
            if len(rest) > self._limit:
                self._refuse()

    def flush(self) -> Iterator[tuple[bytes, bytes]]:
        """The event whose blank line has not come when the stream ends."""
        rest = bytes(self._rest)
        self._rest.clear()
        line = rest[rest.rfind(b"\n") + 1 :].strip()
        # Half a comment is as good as a whole one.
        self.is_cut = line[:1] not in (b"", b":")
        return self._event(rest)

    def _lines(self, chunk: bytes) -> bytes:
        """The chunk without the stream's byte order mark, every line ended by LF."""
        if self._at_start:
            self._rest += chunk
            if len(self._rest) < len(_BOM) and _BOM.startswith(self._rest):
                return b""
            chunk = bytes(self._rest).removeprefix(_BOM)
            self._rest.clear()
            self._at_start = False
        if self._after_cr and chunk:
            self._after_cr = False
            if chunk[0] == _LF:
                chunk = chunk[1:]
        if _CR in chunk:
            # A CR at the end counts at once: the event that it ends must not wait for
            # the next chunk, only because that may begin with the LF of a CRLF.
            self._after_cr = chunk[-1] == _CR
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return chunk

    def _event(self, block: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The event that these lines make up, if they make up one."""
        name = b""
        data: list[bytes] = []
        retry: int | None = None
        for line in block.split(b"\n"):
            field, _, value = line.partition(b":")
            value = value.removeprefix(b" ")
            if field == b"data":
                data.append(value)
            elif field == b"event":
                name = value
            elif field == b"id":
                if _NUL not in value:
                    self.last_event_id = value.decode("utf-8", "replace")
            elif field == b"retry" and value.isdigit() and len(value) < 16:
                self.retry = retry = int(value)
        if data:
            self.event_retry = retry
            yield name, b"\n".join(data)
            self.event_retry = None

    def _refuse(self) -> NoReturn:
        raise TooLargeError(f"an event is larger than {self._limit} bytes")
