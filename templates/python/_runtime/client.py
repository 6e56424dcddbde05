"""The clients that the emitted ones build on: how they are made, changed and closed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .config import ClientConfig
from .hooks import NO_HOOKS, Hooks
from .omit import OMIT, Omit
from .options import Options, TimeoutLike, as_timeout, merge_headers
from .retries import Retries
from .servers import resolve_base_url

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    import httpx2

    from .auth import Scheme
    from .clock import Clock
    from .engine import Engine
    from .sending import AsyncSender, SyncSender

__all__ = ["BaseAsyncClient", "BaseClient", "ClientConfig"]

_S = TypeVar("_S", bound="Engine")


class _Configured(Generic[_S]):
    """What both kinds of client share: options, and all that does not wait."""

    _engine: _S

    @property
    def base_url(self) -> str:
        """Where requests go, without a trailing slash; empty where none is known."""
        return self._engine.base_url

    @property
    def options(self) -> Options:
        """What was set for the calls of this client."""
        return self._engine.options

    def with_options(
        self,
        *,
        timeout: TimeoutLike | Omit = OMIT,
        max_retries: int | Omit = OMIT,
        retries: Retries | Omit = OMIT,
        headers: Mapping[str, str | None] | Omit = OMIT,
        query: Mapping[str, object] | Omit = OMIT,
        cookies: Mapping[str, str] | Omit = OMIT,
        body: Mapping[str, object] | Omit = OMIT,
        strict: bool | Omit = OMIT,
        idempotency_key: str | None | Omit = OMIT,
        poll_interval: float | None | Omit = OMIT,
        poll_deadline: float | None | Omit = OMIT,
        max_response_bytes: int | None | Omit = OMIT,
        redact: Collection[str] | Omit = OMIT,
        hooks: Hooks | Omit = OMIT,
        clock: Clock | Omit = OMIT,
    ) -> Self:
        """A client like this one, with some options changed.

        Making one is cheap, so that options can be set for a single call. The two share
        their connections: closing either closes both.

        Args:
            timeout: Seconds that each step of a call may take, or a `Timeout` that also
                limits the call as a whole; `None` waits forever.
            max_retries: How often a failed call is tried again; 0 turns retries off.
            retries: The same with the waits in between, where `max_retries` says too little.
            headers: Headers to add to those of this client; `None` takes one away.
            query: Query parameters to add.
            cookies: Cookies to add.
            body: Fields to add to bodies that have fields.
            strict: Raise `APIResponseValidationError` when an answer does not fit the
                description, instead of reading of it what can be read.
            idempotency_key: Sent with calls that change something, so that the server
                carries out only one of several with the same key. Without it each call
                makes a key of its own where the API takes one.
            poll_interval: Seconds between two reads while polling.
            poll_deadline: Seconds that polling may take in all.
            max_response_bytes: The size above which an answer raises `ResponseTooLargeError`.
            redact: Names of headers, query parameters and body fields that logs and errors
                do not show, added to those of this client.
            hooks: Functions that see requests, responses and errors, in place of this
                client's.
            clock: Time and chance, for tests.
        """
        old = self._engine.options
        given: dict[str, Any] = {
            "retries": retries,
            "strict": strict,
            "idempotency_key": idempotency_key,
            "poll_interval": poll_interval,
            "poll_deadline": poll_deadline,
            "max_response_bytes": max_response_bytes,
            "hooks": hooks,
            "clock": clock,
        }
        changes = {key: value for key, value in given.items() if value is not OMIT}
        if not isinstance(timeout, Omit):
            changes["timeout"] = as_timeout(timeout)
        if not isinstance(max_retries, Omit):
            changes["retries"] = replace(changes.get("retries", old.retries), limit=max_retries)
        if not isinstance(headers, Omit):
            changes["headers"] = merge_headers(old.headers, headers)
        if not isinstance(query, Omit):
            changes["query"] = {**old.query, **query}
        if not isinstance(cookies, Omit):
            changes["cookies"] = {**old.cookies, **cookies}
        if not isinstance(body, Omit):
            changes["body"] = {**old.body, **body}
        if not isinstance(redact, Omit):
            changes["redact"] = old.redact.union(redact)
        return self._with_engine(self._engine.with_options(replace(old, **changes)))

    def _with_engine(self, engine: _S) -> Self:
        changed = object.__new__(type(self))
        # Resources that were looked up before belong to the old engine.
        changed.__dict__.update(
            (name, value)
            for name, value in vars(self).items()
            if not hasattr(value, "_engine")
        )
        changed._engine = engine
        return changed

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._engine.base_url or 'without a base URL'}>"


class BaseClient(_Configured["SyncSender"]):
    """A client whose calls wait for their answers; threads may share it.

    Use it in a `with` statement, or close it, to give its connections back.

    Args:
        config: The API's constants.
        schemes: The API's security schemes by name, with the caller's credentials.
        base_url: Where requests go, in place of the API's own servers.
        server: Which of the API's servers to use, by position.
        server_variables: Values of the variables in the server's URL.
        timeout: Seconds that each step of a call may take, or a `Timeout`; `None` waits
            forever.
        max_retries: How often a failed call is tried again.
        retries: The same with the waits in between.
        headers: Sent with every request.
        query: Query parameters of every request.
        cookies: Sent with every request.
        strict: Raise `APIResponseValidationError` when an answer does not fit the description.
        max_response_bytes: The size above which an answer raises `ResponseTooLargeError`.
        redact: Names of headers, query parameters and body fields that logs and errors do
            not show.
        hooks: Functions that see requests, responses and errors.
        http_client: The caller's own `httpx2.Client`, for proxies, certificates, HTTP/2 or
            another transport. It stays open when this client is closed.
        clock: Time and chance, for tests.

    Raises:
        ConfigurationError: The base URL cannot be used.
    """

    def __init__(
        self,
        config: ClientConfig,
        *,
        schemes: Mapping[str, Scheme] | None = None,
        base_url: str | None = None,
        server: int = 0,
        server_variables: Mapping[str, str] | None = None,
        timeout: TimeoutLike | Omit = OMIT,
        max_retries: int | Omit = OMIT,
        retries: Retries | Omit = OMIT,
        headers: Mapping[str, str | None] | None = None,
        query: Mapping[str, object] | None = None,
        cookies: Mapping[str, str] | None = None,
        strict: bool = False,
        max_response_bytes: int | None = None,
        redact: Collection[str] = (),
        hooks: Hooks = NO_HOOKS,
        http_client: httpx2.Client | None = None,
        clock: Clock = CLOCK,
    ) -> None:
        from .pool import Pool, make_client
        from .sending import SyncSender

        self._engine = SyncSender(
            config,
            schemes or {},
            *resolve_base_url(base_url, config, server, server_variables or {}),
            first_options(config, ...),
            Pool(make_client, http_client),
            RetryBudget(clock),
        )
