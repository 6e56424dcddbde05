"""What can be set for a client, and changed for some of its calls."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from .clock import CLOCK, Clock
from .hooks import NO_HOOKS, Hooks
from .retries import Retries

if TYPE_CHECKING:
    import httpx2


@dataclass(frozen=True, slots=True)
class Timeout:
    """How many seconds each step of a call may take; `None` sets no limit.

    Attributes:
        connect: Connecting, the TLS handshake included.
        read: Waiting for the next bytes of an answer.
        write: Handing over the next bytes of a request.
        pool: Waiting for one of the client's connections to become free.
        total: The call as a whole, with all its attempts and the waits between them; for
            streams and downloads, until the answer begins.
    """

    connect: float | None = 5.0
    read: float | None = 60.0
    write: float | None = 60.0
    pool: float | None = 60.0
    total: float | None = None

    def __post_init__(self) -> None:
        for seconds in (self.connect, self.read, self.write, self.pool, self.total):
            if seconds is not None and not 0 < seconds < math.inf:
                raise ValueError(
                    f"a timeout is a number of seconds above 0, or None, not {seconds!r}"
                )

    def within(self, left: float | None) -> dict[str, float | None]:
        """The limits of one attempt in httpx2's form, given the seconds that are left."""
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
    """A full timeout: a number limits each step but not the total, `None` limits nothing."""
    if isinstance(value, Timeout):
        return value
    if value is None or isinstance(value, (int, float)):
        return Timeout(value, value, value, value)
    return Timeout(value.connect, value.read, value.write, value.pool)


@dataclass(frozen=True, slots=True)
class Options:
    """All that a client's calls have in common, apart from where they go and as whom.

    Attributes:
        timeout: Limits on time.
        retries: How failed calls are tried again.
        headers: Sent with every request; `None` takes a header away.
        query: Added to every URL.
        cookies: Sent with every request.
        body: Added to every body that has fields.
        strict: Whether an answer that does not fit the description raises.
        idempotency_key: Sent with calls that change something, in place of a new key each.
        poll_interval: Seconds between two reads while polling, in place of the API's own.
        poll_deadline: Seconds that polling may take in all, in place of the API's own.
        max_response_bytes: Size above which an answer is not read on, unpacked;
            `None` sets no limit.
        redact: Names of headers, query parameters and body fields whose values are kept
            out of logs and errors, beside those of credentials and cookies.
        hooks: Functions that see requests, responses and errors.
        clock: Time and chance.
    """

    timeout: Timeout = Timeout()
    retries: Retries = Retries()
    headers: Mapping[str, str | None] = field(default_factory=dict)
    query: Mapping[str, object] = field(default_factory=dict)
    cookies: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, object] = field(default_factory=dict)
    strict: bool = False
    idempotency_key: str | None = None
    poll_interval: float | None = None
    poll_deadline: float | None = None
    max_response_bytes: int | None = None
    redact: frozenset[str] = frozenset()
    hooks: Hooks = NO_HOOKS
    clock: Clock = CLOCK


def merge_headers(
    first: Mapping[str, str | None], second: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Both sets of headers; the second wins, whatever the case of the names."""
    replaced = {name.lower() for name in second}
    kept = {name: value for name, value in first.items() if name.lower() not in replaced}
    return {**kept, **second}
