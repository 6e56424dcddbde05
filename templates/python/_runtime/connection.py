"""The connection of a stream: made once, read to its end, made anew where it breaks."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeAlias

from .errors import APIError, StreamError
from .events import Pair, Reader

if TYPE_CHECKING:
    import httpx2

    Send: TypeAlias = Callable[[], httpx2.Response]
    Resume: TypeAlias = Callable[[str, float, int], httpx2.Response | None]
    SendAsync: TypeAlias = Callable[[], Awaitable[httpx2.Response]]
    ResumeAsync: TypeAlias = Callable[
        [str, float, int], Awaitable[httpx2.Response | None]
    ]


def opened(reader: Reader[Any], send: Send) -> httpx2.Response:
    """The response that is read; the call is made if it was not made yet."""
    if reader.response is None:
        reader.check_open()
        reader.response = send()
    return reader.response


async def opened_async(reader: Reader[Any], send: SendAsync) -> httpx2.Response:
    """The response that is read; the call is made if it was not made yet."""
    if reader.response is None:
        reader.check_open()
        reader.response = await send()
    return reader.response


def read(
    reader: Reader[Any], send: Send, resume: Resume | None
) -> Generator[Pair, None, None]:
    """The events of a response, and of those that continue it.

    Raises:
        StreamError: The connection broke and could not be resumed, or an event reports
            an error.
    """
    import httpx2

    response = opened(reader, send)
    breaks = _Breaks(reader)
    try:
        while True:
            broken = None
            try:
                for chunk in response.iter_bytes():
                    yield from reader.feed(chunk)
                    if reader.over:
                        return
                yield from reader.end()
            except (httpx2.RequestError, httpx2.StreamClosed) as error:
                broken = error
            if reader.over or reader.closed:
                return
            last = breaks.last()
            if resume is None or last is None:
                raise _failure(reader, broken) from broken
            response.close()
            try:
                again = resume(last, reader.pause, breaks.times)
            except APIError as error:
                raise reader.failure(
                    f"the connection broke for good ({error})"
                ) from error
            if again is None:
                raise _failure(reader, broken) from broken
            response = again
            reader.resume(response)
    finally:
        response.close()


async def read_async(
    reader: Reader[Any], send: SendAsync, resume: ResumeAsync | None
) -> AsyncGenerator[Pair, None]:
    """The same as `read`, awaiting the responses and their bytes."""
    import httpx2

    response = await opened_async(reader, send)
    breaks = _Breaks(reader)
    try:
        while True:
            broken = None
            try:
                async with aclosing(response.aiter_bytes()) as chunks:
                    async for chunk in chunks:
                        for event in reader.feed(chunk):
                            yield event
                        if reader.over:
                            return
                for event in reader.end():
                    yield event
            except (httpx2.RequestError, httpx2.StreamClosed) as error:
                broken = error
            if reader.over or reader.closed:
                return
            last = breaks.last()
            if resume is None or last is None:
                raise _failure(reader, broken) from broken
            await response.aclose()
            try:
                again = await resume(last, reader.pause, breaks.times)
            except APIError as error:
                raise reader.failure(
                    f"the connection broke for good ({error})"
                ) from error
            if again is None:
                raise _failure(reader, broken) from broken
            response = again
            reader.resume(response)
    finally:
        await response.aclose()


class _Breaks:
    """How often a stream has broken off since an event came, and where it may go on."""

    def __init__(self, reader: Reader[Any]) -> None:
        self.times = 0
        self._reader = reader
        self._last: str | None = None
        self._count = 0

    def last(self) -> str | None:
        """The event after which to go on, now that the stream broke off; `None` for none."""
        before, self._last = self._last, self._reader.last_event_id
        came, self._count = self._reader.count - self._count, self._reader.count
        self.times = 1 if came else self.times + 1
        # A server that began again from the start would do so another time.
        return None if came and self._last == before else self._last


def _failure(reader: Reader[Any], broken: Exception | None) -> StreamError:
    if broken is None:
        return reader.ended_early()
    # Some errors of httpx2's say nothing.
    said = str(broken) or type(broken).__name__
    return reader.failure(f"the connection broke ({said})")
