"""The clients that the emitted ones build on: how they are made, changed and closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from .base_url import resolve_base_url
from .changes import changed
from .config import ClientConfig
from .holder import Holder

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self, Unpack

    import httpx2

    from .auth import Scheme
    from .options import Changes, Options
    from .sending import AsyncSender, SyncSender

__all__ = ["BaseAsyncClient", "BaseClient", "ClientConfig"]

S = TypeVar("S", "SyncSender", "AsyncSender")


class _Configured(Holder[S]):
    """What both kinds of client are, apart from sending."""

    @property
    def base_url(self) -> str:
        """Where requests go, without a trailing slash; empty where not known."""
        return self._engine.base_url

    @property
    def options(self) -> Options:
        """What holds for the calls of this client."""
        return self._engine.options

    @property
    def is_closed(self) -> bool:
        """Whether calls are over, because this client or its HTTP client was closed."""
        return self._engine.pool.is_shut

    def with_options(self, **changes: Unpack[Changes]) -> Self:
        """A client like this one, with some options changed.

        Making one is cheap, so that options can be set for a single call. The two share
        their connections: closing either closes both.

        Args:
            timeout: Seconds that each step of a call may take, or a `Timeout` that also
                limits the call as a whole; `None` waits forever.
            max_retries: How often a failed call is tried again; 0 turns retries off.
            retries: The same with the waits in between.
            headers: Headers to send as well; `None` takes one away.
            query: Query parameters to send as well.
            cookies: Cookies to send as well, as they are.
            body: Fields to add to bodies that have fields; those of a call win.
            strict: Raise `APIResponseValidationError` when an answer does not fit the
                description, instead of reading of it what can be read.
            idempotency_key: Sent with calls that change something, so that the server
                carries out only one of several with the same key. Without it each call
                makes a key of its own where the API takes one.
            poll_interval: Seconds between two reads while polling.
            poll_deadline: Seconds that polling may take in all.
            poll_progress: Called with what each read gave while polling.
            max_response_bytes: The size above which an answer raises
                `ResponseTooLargeError`.
            redact: Names of headers, query parameters and body fields that logs and
                errors do not show, beside those of this client.
            hooks: Functions that see requests, responses and errors, in place of this
                client's.
            clock: Time and chance, for tests.
        """
        twin = object.__new__(type(self))
        # Resources that were looked up before belong to the old options.
        twin.__dict__.update(
            (name, value)
            for name, value in vars(self).items()
            if not isinstance(value, Holder)
        )
        twin._engine = self._engine.with_options(changed(self.options, changes))
        return twin

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url or 'without a base URL'}>"


class BaseClient(_Configured["SyncSender"]):
    """A client whose calls wait for their answers; threads may share it.

    Use it in a `with` statement, or close it, to give its connections back.

    Args:
        config: The API's constants.
        schemes: The API's security schemes by name, with the caller's credentials.
        base_url: Where requests go, in place of the API's own servers.
        server: Which of the servers to use, of the API's or of an operation's own,
            counted from 0; the first where there are fewer.
        server_variables: Values of the variables in the server's URL.
        http_client: The caller's own HTTP client, for proxies, certificates, HTTP/2 or
            another transport. Its headers, cookies and timeout hold unless others are
            given here. It stays open when this client is closed. With HTTP/2, use it in
            one thread: httpcore2 lets several mix up what they send.
        options: What `with_options` takes.

    Raises:
        ConfigurationError: The base URL cannot be used, or the HTTP client is of another
            kind.
    """

    def __init__(
        self,
        config: ClientConfig,
        *,
        schemes: Mapping[str, Scheme] | None = None,
        base_url: str | None = None,
        server: int = 0,
        server_variables: Mapping[str, str] | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[Changes],
    ) -> None:
        from .sending import SyncSender

        self._engine = SyncSender(
            config,
            schemes or {},
            resolve_base_url(base_url, config, server, server_variables or {}),
            http_client,
            options,
        )

    def close(self) -> None:
        """Give the connections back; calls raise `ClientClosedError` from now on."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class BaseAsyncClient(_Configured["AsyncSender"]):
    """A client whose calls are awaited; the tasks of one event loop may share it.

    Use it in an `async with` statement, or close it, to give its connections back.

    Args:
        config: The API's constants.
        schemes: The API's security schemes by name, with the caller's credentials.
        base_url: Where requests go, in place of the API's own servers.
        server: Which of the servers to use, of the API's or of an operation's own,
            counted from 0; the first where there are fewer.
        server_variables: Values of the variables in the server's URL.
        http_client: The caller's own HTTP client, for proxies, certificates, HTTP/2 or
            another transport. Its headers, cookies and timeout hold unless others are
            given here. It stays open when this client is closed.
        options: What `with_options` takes.

    Raises:
        ConfigurationError: The base URL cannot be used, or the HTTP client is of another
            kind.
    """

    def __init__(
        self,
        config: ClientConfig,
        *,
        schemes: Mapping[str, Scheme] | None = None,
        base_url: str | None = None,
        server: int = 0,
        server_variables: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[Changes],
    ) -> None:
        from .sending import AsyncSender

        self._engine = AsyncSender(
            config,
            schemes or {},
            resolve_base_url(base_url, config, server, server_variables or {}),
            http_client,
            options,
        )

    async def close(self) -> None:
        """Give the connections back; calls raise `ClientClosedError` from now on."""
        await self._engine.close()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
