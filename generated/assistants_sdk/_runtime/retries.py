"""When a call is tried again, and how long it waits before that."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from .clock import Clock
from .records import Record

_RETRIED = frozenset({408, 409, 429})


class Retries(Record):
    """How a failed call is tried again.

    Tried again are broken connections, timeouts, and the statuses 408, 409, 429 and 500
    and above; a server's `x-should-retry` header decides otherwise. A call whose body
    cannot be read a second time, or whose answer the caller has in hand, is not. A stream
    that can go on after its last event does so, after the same waits, until that many
    attempts in a row have brought no further event.

    Attributes:
        limit: How often a call is tried again; 0 turns retries off.
        first_delay: Seconds before the first retry; each further wait is twice as long.
        longest_delay: Seconds that a wait has at most, unless the server asks for more.
        longest_request: Seconds that a server's `Retry-After` may ask for; a longer
            time is cut to this.
    """

    __slots__ = ("first_delay", "limit", "longest_delay", "longest_request")

    def __init__(
        self,
        limit: int = 2,
        first_delay: float = 0.5,
        longest_delay: float = 8.0,
        longest_request: float = 60.0,
    ) -> None:
        if limit < 0:
            raise ValueError(f"retries must be 0 or more, not {limit}")
        for seconds in (first_delay, longest_delay, longest_request):
            if not seconds >= 0:
                raise ValueError(f"a wait is 0 seconds or more, not {seconds}")
        self.limit: Final = limit
        self.first_delay: Final = first_delay
        self.longest_delay: Final = longest_delay
        self.longest_request: Final = longest_request

    def wants(self, status: int, headers: Mapping[str, str]) -> bool:
        """Whether an answer with this status is worth another attempt."""
        asked = headers.get("x-should-retry")
        if asked == "true":
            return status >= 400
        if asked == "false":
            return False
        return status in _RETRIED or status >= 500

    def delay(
        self, attempt: int, clock: Clock, headers: Mapping[str, str] | None = None
    ) -> float:
        """Seconds to wait after the given attempt (from 1) failed.

        Half of a wait of our own choosing is chance, so that clients that failed
        together do not come back together.
        """
        asked = None if headers is None else requested_delay(headers, clock)
        if asked is not None:
            return min(asked, self.longest_request)
        # The exponent is bounded because 2.0 ** 1024 is an OverflowError.
        backoff = self.first_delay * 2.0 ** min(attempt - 1, 60)
        return min(backoff, self.longest_delay) * (0.5 + clock.random() / 2)


def requested_delay(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Seconds that the server asks for; `None` where that is nothing, or nonsense."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    if text is None:
        return None
    seconds = _number(text)
    return _until(text, clock) if seconds is None else seconds


def _number(text: str | None) -> float | None:
    # float() also takes "inf", "nan", "1_0" and digits of other scripts.
    if text is None or len(text) > 32 or not text.strip().isascii():
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None


def _until(text: str, clock: Clock) -> float | None:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        # HTTP's times are those of Greenwich, not of this machine.
        moment = moment.replace(tzinfo=UTC)
    return max(moment.timestamp() - clock.time(), 0.0)


class RetryBudget:
    """How many retries all calls of a client may still make together.

    A server that fails every call would otherwise get three times the requests just
    when it can take the fewest. The budget is a bucket: a retry takes one token, and
    tokens come back with time and with every tenth call that succeeds.
    """

    # Threads may change `_tokens` at the same moment and lose a token or win one, which
    # is cheaper than a lock around every call.
    __slots__ = ("_clock", "_filled_at", "_tokens", "capacity", "per_second")

    def __init__(
        self, clock: Clock, *, capacity: float = 50.0, per_second: float = 1.0
    ) -> None:
        self._clock = clock
        self._tokens = capacity
        self._filled_at = clock.monotonic()
        self.capacity = capacity
        self.per_second = per_second

    def take(self) -> bool:
        """Whether one more retry may be made; counts it if so."""
        now = self._clock.monotonic()
        refilled = self._tokens + (now - self._filled_at) * self.per_second
        self._filled_at = now
        self._tokens = min(refilled, self.capacity)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def succeeded(self) -> None:
        """A call went well, so the server can take more."""
        if self._tokens < self.capacity:
            self._tokens += 0.1
