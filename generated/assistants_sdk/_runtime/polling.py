"""Reading a thing again and again until it is settled."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from typing import Generic, TypeVar

from .clock import Clock
from .errors import PollTimeoutError
from .paths import dig
from .plans import Polling

T = TypeVar("T")

LONGEST_HINT = 60.0
"""The longest wait, in seconds, that a server can ask for between two reads."""


class _Wait(Generic[T]):
    """The decisions of one poll: is it settled, and if not, how long to sleep."""

    def __init__(
        self,
        polling: Polling,
        clock: Clock,
        interval: float | None,
        deadline: float | None,
    ) -> None:
        self._polling = polling
        self._clock = clock
        self._interval = polling.interval if interval is None else interval
        self._deadline = polling.deadline if deadline is None else deadline
        if not self._interval >= 0:
            raise ValueError(f"interval must not be negative: {self._interval}")
        self._start = clock.monotonic()

    def settled(self, value: T) -> bool:
        return dig(value, self._polling.field) in self._polling.terminal

    def seconds(self, value: T, headers: Mapping[str, str]) -> float:
        """How long to sleep before the next read.

        Raises:
            PollTimeoutError: The deadline has passed.
        """
        seconds = self._hint(headers)
        if seconds is None:
            seconds = self._interval
        if self._deadline is None:
            return seconds
        left = self._start + self._deadline - self._clock.monotonic()
        if left <= 0:
            state = dig(value, self._polling.field)
            field = ".".join(self._polling.field)
            raise PollTimeoutError(
                f"{field} was still {state!r} after {self._deadline:g} seconds",
                last=value,
            )
        # The last read comes with the deadline, not after it.
        return min(seconds, left)

    def _hint(self, headers: Mapping[str, str]) -> float | None:
        name = self._polling.hint_header
        if name is None:
            return None
        try:
            seconds = float(headers.get(name, ""))
        except ValueError:
            return None
        if name.lower().endswith("-ms"):
            seconds /= 1000
        if not math.isfinite(seconds) or seconds < 0:
            return None
        return min(seconds, LONGEST_HINT)


def poll(
    read: Callable[[], tuple[T, Mapping[str, str]]],
    polling: Polling,
    first: T | None = None,
    *,
    clock: Clock,
    interval: float | None = None,
    deadline: float | None = None,
    on_progress: Callable[[T], object] | None = None,
) -> T:
    """Read until the value is settled, and return it.

    Args:
        read: Fetches the value once, with the headers of the response.
        polling: What settled means.
        first: The value where it was read already; `None` reads it at once.
        clock: Tells the time, and waits.
        interval: Replaces `polling.interval`.
        deadline: Replaces `polling.deadline`; `math.inf` waits without end.
        on_progress: Is called with every value, the settled one included.

    Raises:
        PollTimeoutError: The deadline passed; `last` is the value as read last.
    """
    wait = _Wait[T](polling, clock, interval, deadline)
    value, headers = read() if first is None else (first, dict[str, str]())
    while True:
        if on_progress is not None:
            on_progress(value)
        if wait.settled(value):
            return value
        clock.sleep(wait.seconds(value, headers))
        value, headers = read()


async def poll_async(
    read: Callable[[], Awaitable[tuple[T, Mapping[str, str]]]],
    polling: Polling,
    first: T | None = None,
    *,
    clock: Clock,
    interval: float | None = None,
    deadline: float | None = None,
    on_progress: Callable[[T], object] | None = None,
) -> T:
    """The same as `poll`, awaiting `read`, the waits and what `on_progress` may return."""
    wait = _Wait[T](polling, clock, interval, deadline)
    value, headers = await read() if first is None else (first, dict[str, str]())
    while True:
        if on_progress is not None:
            answer = on_progress(value)
            if isinstance(answer, Awaitable):
                await answer
        if wait.settled(value):
            return value
        await clock.sleep_async(wait.seconds(value, headers))
        value, headers = await read()
