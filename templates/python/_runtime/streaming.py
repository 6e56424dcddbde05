"""Responses that arrive piece by piece, as typed events."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from .events import Reader
from .jsonl import LineDecoder
from .sse import MAX_EVENT_SIZE, SseDecoder

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import httpx2

    from .accumulate import Accumulation, Slot
    from .operation import Operation

T_co = TypeVar("T_co", covariant=True)
M = TypeVar("M")


class Sse:
    """A stream of server-sent events.

    Args:
        envelope: Whether the API describes whole events (`event`, `data`, `id`) rather
            than the JSON in their `data` lines.
        done: The data that ends the stream. Where the API describes it as an event, it
            still arrives as the last one.
        error_events: The names of the events that report an error.
        max_event_size: How many bytes an event may have.
    """

    __slots__ = ("done", "envelope", "error_events", "max_event_size")

    def __init__(
        self,
        *,
        envelope: bool = False,
        done: str | None = None,
        error_events: tuple[str, ...] = ("error",),
        max_event_size: int = MAX_EVENT_SIZE,
    ) -> None:
        self.envelope = envelope
        self.done = done
        self.error_events = error_events
        self.max_event_size = max_event_size

    def decoder(self) -> SseDecoder:
        return SseDecoder(self.max_event_size)


class JsonLines:
    """A stream of JSON texts, one a line.

    Args:
        max_line_size: How many bytes a line may have.
    """

    __slots__ = ("max_line_size",)

    envelope = False
    done = None
    error_events = ()

    def __init__(self, *, max_line_size: int = MAX_EVENT_SIZE) -> None:
        self.max_line_size = max_line_size

    def decoder(self) -> LineDecoder:
        return LineDecoder(self.max_line_size)


class Stream(Generic[T_co]):
    """The events of a response, one after the other, while it arrives.

    Use it with `with`, so that the connection is given back however the block ends.
    Iterating goes on where it stopped before; events are not kept.

    Args:
        send: Sends the call; gives a response whose status is good and whose body is
            still to be read. Called once, by `with` or by the first step.
        operation: What was called.
        strict: Whether an event that does not fit its type raises.
        resume: Sends the call again, from after the event with this id on.
    """

    accumulation: ClassVar[Accumulation | None] = None
    """How the events add up, where the API's settings say so."""

    def __init__(
        self,
        send: Callable[[], httpx2.Response],
        operation: Operation[T_co],
        strict: bool = False,
        *,
        resume: Callable[[str], httpx2.Response] | None = None,
    ) -> None:
        self._reader: Reader[T_co] = Reader(operation, strict, self.accumulation)
        self._send = send
        self._resume = resume
        self._closed = False
        self._events = self._read()

    @property
    def response(self) -> httpx2.Response:
        """The response's status and headers; sends the call if that was not done yet."""
        if self._reader.response is None:
            self._reader.response = self._send()
        return self._reader.response

    @property
    def events_received(self) -> int:
        """How many events have arrived."""
        return self._reader.count

    @property
    def last_event_id(self) -> str | None:
        """The id of the last event that had one."""
        return self._reader.last_event_id

    def __enter__(self) -> Self:
        self.response
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[T_co]:
        value = self._reader.value
        for name, data in self._events:
            yield value(name, data)

    def close(self) -> None:
        """Give the connection back; what has not been read is lost."""
        self._closed = True
        if self._reader.response is not None:
            self._reader.response.close()

    def __del__(self) -> None:
        if not getattr(self, "_closed", True) and self._reader.response is not None:
            warnings.warn(
                "a stream was not closed; use it with `with`",
                ResourceWarning,
                stacklevel=2,
                source=self,
            )
            self.close()
