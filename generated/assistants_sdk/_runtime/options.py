"""What can be set for a client, and changed for some of its calls."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .arguments import NONE
from .clock import CLOCK, Clock
from .hooks import NO_HOOKS, Hooks
from .records import Record
from .retries import Retries

if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import TypedDict

    import httpx2

    from .omit import Omit

_NO_HEADERS: Final[Mapping[str, str | None]] = {}
_NO_COOKIES: Final[Mapping[str, str]] = {}


class Timeout(Record):
    """How many seconds each step of a call may take; `None` sets no limit.

    Attributes:
        connect: Connecting, the TLS handshake included.
        read: Waiting for the next bytes of an answer.
        write: Handing over the next bytes of a request.
        pool: Waiting for one of the client's connections to become free.
        total: The call as a whole, with all its attempts and the waits between; for
            streams and downloads, until the answer begins. A `Client` looks at the clock
            when a step begins and whenever bytes of a body arrive, but cannot while the
            head of an answer trickles in; an `AsyncClient` ends the call wherever it
            stands.
    """

    __slots__ = ("connect", "pool", "read", "total", "write")

    def __init__(
        self,
        connect: float | None = 5.0,
        read: float | None = 60.0,
        write: float | None = 60.0,
        pool: float | None = 60.0,
        total: float | None = None,
    ) -> None:
        for seconds in (connect, read, write, pool, total):
            if seconds is not None and not 0 < seconds < math.inf:
                raise ValueError(
                    f"a timeout is a number of seconds above 0 or None, not {seconds!r}"
                )
        self.connect: Final = connect
        self.read: Final = read
        self.write: Final = write
        self.pool: Final = pool
        self.total: Final = total

    def within(self, left: float | None) -> dict[str, float | None]:
        """The limits of one attempt in httpx2's form, with so many seconds left."""
        steps = {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }
        if left is None:
            return steps
        return {
            name: left if limit is None else min(limit, left)
            for name, limit in steps.items()
        }


TimeoutLike: TypeAlias = "Timeout | httpx2.Timeout | float | None"


def as_timeout(value: TimeoutLike) -> Timeout:
    """A full timeout; a number limits each step, not the total, and `None` nothing."""
    if isinstance(value, Timeout):
        return value
    if value is None or isinstance(value, (int, float)):
        return Timeout(value, value, value, value)
    return Timeout(value.connect, value.read, value.write, value.pool)


class Options(Record):
    """All that a client's calls have in common, apart from where they go and as whom.

    Attributes:
        timeout: Limits on time.
        retries: How failed calls are tried again.
        headers: Sent with every request; `None` takes a header away.
        query: Added to every URL.
        cookies: Sent with every request, as they are.
        body: Added to every body that has fields.
        strict: Whether an answer that does not fit the description raises.
        idempotency_key: Sent with calls that change something, in place of a new key.
        poll_interval: Seconds between two reads while polling, in place of the API's.
        poll_deadline: Seconds that polling may take in all, in place of the API's own.
        poll_progress: Called with what each read gave while polling.
        max_response_bytes: Size above which an answer is not read on, unpacked;
            `None` sets no limit.
        redact: Names of headers, query parameters and body fields whose values are kept
            out of logs and errors, beside those of credentials and cookies.
        hooks: Functions that see requests, responses and errors.
        clock: Time and chance.
    """

    __slots__ = (
        "body",
        "clock",
        "cookies",
        "headers",
        "hooks",
        "idempotency_key",
        "max_response_bytes",
        "poll_deadline",
        "poll_interval",
        "poll_progress",
        "query",
        "redact",
        "retries",
        "strict",
        "timeout",
    )

    def __init__(
        self,
        *,
        timeout: Timeout | None = None,
        retries: Retries | None = None,
        headers: Mapping[str, str | None] = _NO_HEADERS,
        query: Mapping[str, object] = NONE,
        cookies: Mapping[str, str] = _NO_COOKIES,
        body: Mapping[str, object] = NONE,
        strict: bool = False,
        idempotency_key: str | None = None,
        poll_interval: float | None = None,
        poll_deadline: float | None = None,
        poll_progress: Callable[[Any], object] | None = None,
        max_response_bytes: int | None = None,
        redact: frozenset[str] = frozenset(),
        hooks: Hooks = NO_HOOKS,
        clock: Clock = CLOCK,
    ) -> None:
        self.timeout: Final = timeout or Timeout()
        self.retries: Final = retries or Retries()
        self.headers: Final = headers
        self.query: Final = query
        self.cookies: Final = cookies
        self.body: Final = body
        self.strict: Final = strict
        self.idempotency_key: Final = idempotency_key
        self.poll_interval: Final = poll_interval
        self.poll_deadline: Final = poll_deadline
        self.poll_progress: Final = poll_progress
        self.max_response_bytes: Final = max_response_bytes
        self.redact: Final = redact
        self.hooks: Final = hooks
        self.clock: Final = clock


if TYPE_CHECKING:
    # Read by type checkers only, who are told what `with_options` takes.

    class Changes(TypedDict, total=False):
        """Options as keyword arguments; what is left out or `OMIT` stays as it is."""

        timeout: TimeoutLike | Omit
        """Seconds that each step of a call may take, or a `Timeout` that also limits the
        call as a whole; `None` waits forever."""

        max_retries: int | Omit
        """How often a failed call is tried again; 0 turns retries off."""

        retries: Retries | Omit
        """The same with the waits in between."""

        headers: Mapping[str, str | None] | Omit
        """Headers to send as well; `None` takes one away."""

        query: Mapping[str, object] | Omit
        """Query parameters to send as well."""

        cookies: Mapping[str, str] | Omit
        """Cookies to send as well, as they are."""

        body: Mapping[str, object] | Omit
        """Fields to add to bodies that have fields; those of a call win."""

        strict: bool | Omit
        """Raise `APIResponseValidationError` when an answer does not fit the description,
        instead of reading of it what can be read."""

        idempotency_key: str | Omit | None
        """Sent with calls that change something, so that the server carries out only one of
        several with the same key; without it each call makes one where the API takes it."""

        poll_interval: float | Omit | None
        """Seconds between two reads while polling, in place of the API's own."""

        poll_deadline: float | Omit | None
        """Seconds that polling may take in all, in place of the API's own."""

        poll_progress: Callable[[Any], object] | Omit | None
        """Called with what each read gave while polling; may be `async` with an
        `AsyncClient`."""

        max_response_bytes: int | Omit | None
        """The size above which an answer raises `ResponseTooLargeError`."""

        redact: Collection[str] | Omit
        """Names of headers, query parameters and body fields that logs and errors hide."""

        hooks: Hooks | Omit
        """Functions that see requests, responses and errors."""

        clock: Clock | Omit
        """Time and chance, for tests."""
