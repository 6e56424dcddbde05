"""Responses that arrive piece by piece, as typed events."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import httpx2

    from .events import Reader
    from .operation import Operation
    from .plans import Accumulation, Slot

T_co = TypeVar("T_co", covariant=True)
M = TypeVar("M")


class _Arriving(Generic[T_co]):
    """What a stream is, whether its events are awaited or not."""

    accumulation: ClassVar[Accumulation | None] = None
    """How the events add up, where that is known."""

    _statement: ClassVar[str]

    def __init__(self, operation: Operation[T_co], strict: bool) -> None:
        from .events import Reader

        self._reader: Reader[T_co] = Reader(operation, strict, self.accumulation)

    @property
    def events_received(self) -> int:
        """How many events have arrived."""
        return self._reader.count

    @property
    def last_event_id(self) -> str | None:
        """The id of the last event that had one."""
        return self._reader.last_event_id

    def __del__(self) -> None:
        # There is no reader where the operation was refused.
        reader: Reader[T_co] | None = getattr(self, "_reader", None)
        if reader is not None and reader.is_left_open:
            warnings.warn(
                f"a stream was not closed; use it with `{self._statement}`",
                ResourceWarning,
                stacklevel=2,
                source=self,
            )
            self._abandon()

    def _abandon(self) -> None:
        """Give the connection back, unless that has to be awaited."""


class Stream(_Arriving[T_co]):
    """The events of a response, one after the other, while it arrives.

    Use it with `with`, so that the connection is given back however the block ends.
    Iterating goes on where it stopped before; events are not kept.

    Args:
        send: Makes the call: gives a response whose status is good, and whose body is
            still to be read. Called once, by `with` or by the first step.
        operation: What is called.
        strict: Whether an event that does not fit its type raises.
        resume: Makes the call again, from after the event with this id on, and after
            the seconds that the server asks for, for this time; `None` where that was
            often enough. It is used when the connection breaks, as long as new events
            come in between.
    """

    _statement = "with"

    def __init__(
        self,
        send: Callable[[], httpx2.Response],
        operation: Operation[T_co],
        strict: bool = False,
        *,
        resume: Callable[[str, float, int], httpx2.Response | None] | None = None,
    ) -> None:
        from .connection import read

        super().__init__(operation, strict)
        self._send = send
        self._events = read(self._reader, send, resume)

    @property
    def response(self) -> httpx2.Response:
        """The response, for its status and headers; makes the call if need be."""
        return self._opened()

    def __enter__(self) -> Self:
        self._opened()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[T_co]:
        reader = self._reader
        reader.check_open()
        typed = reader.values.value
        for name, data in self._events:
            if reader.closed:
                return
            # As `reader.value` does, without a call for each of many events.
            try:
                value: T_co = typed(name, data, reader.decoder)
            except ValueError as error:
                raise reader.misfit(data, error) from None
            yield value

    def __next__(self) -> T_co:
        self._reader.check_open()
        return self._reader.value(next(self._events))

    def close(self) -> None:
        """Give the connection back; what has not been read is lost."""
        self._reader.closed = True
        if self._reader.response is not None:
            self._reader.response.close()

    def _abandon(self) -> None:
        self.close()

    def _opened(self) -> httpx2.Response:
        from .connection import opened

        return opened(self._reader, self._send)

    def _texts(self) -> Iterator[str]:
        """The pieces of text in the events from here on."""
        self._reader.check_open()
        for event in self._events:
            yield from self._reader.texts(event)

    def _final(self, slot: Slot[M]) -> M:
        """Read to the end; gives the thing that there is then, the last if several."""
        self._finals(slot)
        return self._reader.thing(slot)

    def _finals(self, slot: Slot[M]) -> list[M]:
        """Read to the end; gives the things of a kind that there are then."""
        self._reader.check_open()
        for _ in self._events:
            pass
        return self._reader.things(slot)


class AsyncStream(_Arriving[T_co]):
    """The events of a response, one after the other, while it arrives.

    Use it with `async with`, so that the connection is given back however the block
    ends. Iterating goes on where it stopped before; events are not kept.

    Args:
        send: Makes the call: gives a response whose status is good, and whose body is
            still to be read. Called once, by `async with` or by the first step.
        operation: What is called.
        strict: Whether an event that does not fit its type raises.
        resume: Makes the call again, from after the event with this id on, and after
            the seconds that the server asks for, for this time; `None` where that was
            often enough. It is used when the connection breaks, as long as new events
            come in between.
    """

    _statement = "async with"

    def __init__(
        self,
        send: Callable[[], Awaitable[httpx2.Response]],
        operation: Operation[T_co],
        strict: bool = False,
        *,
        resume: (
            Callable[[str, float, int], Awaitable[httpx2.Response | None]] | None
        ) = None,
    ) -> None:
        from .connection import read_async

        super().__init__(operation, strict)
        self._send = send
        self._events = read_async(self._reader, send, resume)

    @property
    def response(self) -> httpx2.Response:
        """The response, for its status and headers.

        Raises:
            RuntimeError: The call was not made yet.
        """
        if self._reader.response is None:
            raise RuntimeError("the call was not made yet; use `async with`")
        return self._reader.response

    async def __aenter__(self) -> Self:
        from .connection import opened_async

        await opened_async(self._reader, self._send)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def __aiter__(self) -> AsyncIterator[T_co]:
        reader = self._reader
        reader.check_open()
        async for event in self._events:
            if reader.closed:
                return
            yield reader.value(event)

    async def __anext__(self) -> T_co:
        self._reader.check_open()
        return self._reader.value(await anext(self._events))

    async def close(self) -> None:
        """Give the connection back; what has not been read is lost."""
        self._reader.closed = True
        if self._reader.response is not None:
            await self._reader.response.aclose()

    async def _texts(self) -> AsyncIterator[str]:
        """The pieces of text in the events from here on."""
        self._reader.check_open()
        async for event in self._events:
            for text in self._reader.texts(event):
                yield text

    async def _final(self, slot: Slot[M]) -> M:
        """Read to the end; gives the thing that there is then, the last if several."""
        await self._finals(slot)
        return self._reader.thing(slot)

    async def _finals(self, slot: Slot[M]) -> list[M]:
        """Read to the end; gives the things of a kind that there are then."""
        self._reader.check_open()
        async for _ in self._events:
            pass
        return self._reader.things(slot)
