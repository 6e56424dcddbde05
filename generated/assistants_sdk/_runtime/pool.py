"""The HTTP client underneath, shared by all clients that were made from one another."""

from __future__ import annotations

import threading
import warnings
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Final, Generic, TypeVar

import httpx2

from . import forks
from .errors import ClientClosedError, ConfigurationError
from .options import Timeout, as_timeout

H = TypeVar("H", bound="httpx2.Client | httpx2.AsyncClient")

# With more, the pool's own bookkeeping makes a thousand tasks ten times slower. Whoever
# holds more streams open at once hands in an HTTP client with higher limits.
_LIMITS: Final = httpx2.Limits(max_connections=100, max_keepalive_connections=100)

# What httpx2 takes where nobody says anything.
_UNSAID: Final = httpx2.Timeout(5.0)


def _no_cookies() -> CookieJar:
    # Kept cookies would tie calls together that have nothing to do with each other, and
    # may be made with different credentials.
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def checked(http: object, kind: type[H]) -> H | None:
    """The caller's own HTTP client.

    Raises:
        ConfigurationError: It is of another kind.
    """
    if http is None or isinstance(http, kind):
        return http
    raise ConfigurationError(
        f"http_client must be an httpx2.{kind.__name__},"
        f" not {type(http).__module__}.{type(http).__qualname__}"
    )


def timeout_of(http: httpx2.Client | httpx2.AsyncClient | None) -> Timeout | None:
    """The limits that the caller's own HTTP client was made with, if it was with any."""
    if http is None or http.timeout == _UNSAID:
        return None
    return as_timeout(http.timeout)


class Pool(Generic[H]):
    """Opens the HTTP client on first use, and again in a child process.

    Args:
        kind: What to make it of.
        given: The caller's own, in place of one of ours.

    Attributes:
        is_own: Whether the client is ours to close, rather than the caller's.
    """

    __slots__ = ("__weakref__", "_http", "_kind", "_lock", "is_closed", "is_own")

    def __init__(self, kind: type[H], given: H | None) -> None:
        self._kind = kind
        self._http: H | None = given
        self._lock = threading.Lock()
        self.is_own = given is None
        self.is_closed = False
        if self.is_own:
            forks.track(self)

    @property
    def is_shut(self) -> bool:
        """Whether the HTTP client was closed, by us or by its owner."""
        return self.is_closed or (self._http is not None and self._http.is_closed)

    def open(self) -> H:
        """The HTTP client.

        Raises:
            ClientClosedError: It was closed.
        """
        http = self._http
        if http is None or http.is_closed:
            with self._lock:
                if self.is_shut:
                    raise ClientClosedError("this client was closed; make a new one")
                if self._http is None:
                    self._http = self._kind(
                        limits=_LIMITS, cookies=_no_cookies(), timeout=None
                    )
                http = self._http
        return http

    def close(self) -> H | None:
        """Open no more; gives the HTTP client where it has to be closed now."""
        with self._lock:
            self.is_closed = True
            http, self._http = self._http, None
        return http if self.is_own else None

    def after_fork(self) -> None:
        # Two processes writing to one connection would read each other's answers.
        self._lock = threading.Lock()
        self._http = None

    def __del__(self) -> None:
        http = getattr(self, "_http", None)
        if http is None or not self.is_own or http.is_closed:
            return
        warnings.warn(
            "a client was not closed; use it in a `with` or `async with` statement, or"
            " call close() or aclose()",
            ResourceWarning,
            source=self,
            stacklevel=2,
        )
        if isinstance(http, httpx2.Client):
            http.close()
