"""One call: its attempts, and what each answer or failure means for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import httpx2

from .arguments import Arguments
from .auth import Credential, Scheme, TokenRefusedError
from .deadline import Deadline
from .errors import APIError, APITimeoutError, ClientClosedError
from .failures import Failures
from .prepared import Prepared, authorize, copied
from .redaction import Secrets, SecretURL
from .telemetry import CallSpan, start_span

if TYPE_CHECKING:
    from .engine import Engine

Failure: TypeAlias = (
    "httpx2.HTTPError | httpx2.InvalidURL | RuntimeError | TokenRefusedError"
)
FAILURES: Final = (httpx2.HTTPError, httpx2.InvalidURL, RuntimeError, TokenRefusedError)
"""What an attempt may end in, as far as a call has an answer to it."""

_HOPELESS: Final = (
    httpx2.InvalidURL,
    httpx2.LocalProtocolError,
    httpx2.UnsupportedProtocol,
    RuntimeError,
)
_NO_LOOP: Final = "Event loop is closed"
"""What asyncio says of connections that were made in an earlier `asyncio.run`."""


class Call:
    """Decides; whoever sends and waits, in sync or async, does as it says.

    Args:
        engine: The client's.
        prepared: The operation's.
        arguments: The caller's.
        streams: Whether the body of the answer is left to be read by others.

    Attributes:
        attempt: Which attempt this is, counted from 1.
        request: What is sent.
        must_stream: Whether the body is not to be read at once: because others read it,
            or because its size and the clock have to be watched.
    """

    __slots__ = (
        "_bare",
        "_credentials",
        "_deadline",
        "_earlier",
        "_engine",
        "_hops",
        "_renewed",
        "_replayable",
        "_sent_at",
        "_span",
        "_streams",
        "_verbose",
        "attempt",
        "must_stream",
        "prepared",
        "request",
    )

    def __init__(
        self,
        engine: Engine[Any],
        prepared: Prepared,
        arguments: Arguments,
        streams: bool = False,
    ) -> None:
        options = engine.options
        total = options.timeout.total
        self._engine = engine
        self.prepared = prepared
        self._bare, self._replayable = prepared.request(arguments)
        self.request = self._bare
        self._streams = streams
        watched = total is not None or options.max_response_bytes is not None
        self.must_stream = streams or watched
        self.attempt = 0
        self._deadline = None if total is None else Deadline(options.clock, total)
        self._verbose = engine.log.is_verbose
        self._span: CallSpan | None = None
        self._credentials: list[tuple[Scheme, Credential]] = []
        self._renewed = False
        self._earlier: tuple[str, ...] = ()

    @property
    def failures(self) -> Failures:
        """Makes the errors of the operation."""
        return self.prepared.replies.failures

    @property
    def limit(self) -> int | None:
        """How many bytes an answer may have."""
        return self._engine.options.max_response_bytes

    @property
    def left(self) -> float | None:
        """Seconds until the call as a whole has taken too long.

        Raises:
            APITimeoutError: It has.
        """
        if self._deadline is None:
            return None
        left = self._deadline.left
        if left <= 0:
            raise self.overdue()
        return left

    def overdue(self) -> APITimeoutError:
        """What to raise when the call as a whole has taken too long."""
        total = self._engine.options.timeout.total or 0.0
        failures = self.failures
        return failures.overdue(self.request, total, self.attempt)

    def begin(self) -> None:
        """Begin an attempt."""
        self.attempt += 1
        self._hops = 0
        if self.attempt > 1 or self.prepared.changing:
            # Whoever looks at an earlier request is not to see it change.
            self.request = copied(self._bare)
        if self._deadline is not None:
            extensions = self.request.extensions
            self.request.extensions = {**extensions, "timeout": self.limits()}

    def limits(self) -> dict[str, float | None]:
        """The limits of what is sent now, in httpx2's form.

        Raises:
            APITimeoutError: There is no time left.
        """
        timeout = self._engine.options.timeout
        if self._deadline is None:
            return timeout.within(None)
        # Asking for the time that is left raises where there is none.
        _ = self.left
        return self._deadline.limits(timeout)

    def ready(self, credentials: list[tuple[Scheme, Credential]]) -> httpx2.Request:
        """The request, with the credentials as they are now."""
        request = self.request
        if credentials:
            authorize(request, [c for _, c in credentials], self._engine.redaction)
        self._credentials = credentials
        self._show(request)
        if self._verbose:
            self._sent_at = self._engine.options.clock.monotonic()
            self._engine.log.sending(self._name, request, self.attempt)
        if self._span is None:
            config = self._engine.config
            self._span = start_span(
                config.package,
                config.version,
                self._name,
                request,
                self._engine.redaction,
            )
        if self._span is not None:
            self._span.sending(request, self.attempt)
        return request

    def redirected(self, response: httpx2.Response) -> httpx2.Request:
        """The request that a redirect leads to.

        Raises:
            APIStatusError: It is not safe to follow, or leads round in a circle.
        """
        from .redirects import MOST, UnsafeError, follow

        self._hops += 1
        redaction = self._engine.redaction
        try:
            if self._hops > MOST:
                raise UnsafeError(f"more than {MOST} redirects")
            found = follow(response, redaction.names, self._replayable)
        except UnsafeError as why:
            replies = self.prepared.replies
            raise replies.error(response, self.attempt, str(why)) from None
        if redaction.hides_queries:
            found.url = SecretURL(found.url, redaction)
        self._show(found)
        return found

    def must_read(self, response: httpx2.Response) -> bool:
        """Whether a body that was left to be read is to be read now."""
        if not self._streams:
            return self.must_stream
        return not self.prepared.replies.is_result(response.status_code)

    def answered(self, response: httpx2.Response) -> float | None:
        """Seconds to wait for the next attempt; `None` where this answer is the result.

        Raises:
            APIStatusError: The answer says that the call failed, and is the last one.
        """
        replies = self.prepared.replies
        response.extensions["attempts"] = self.attempt
        if self._verbose:
            seconds = self._engine.options.clock.monotonic() - self._sent_at
            request_id = replies.failures.request_id(response)
            self._engine.log.answered(self._name, response, request_id, seconds)
        if self._span is not None:
            self._span.answered(response)
        if replies.is_result(response.status_code):
            self._engine.budget.succeeded()
            return None
        delay = self._after(response)
        if delay is None:
            raise replies.error(response, self.attempt)
        return delay

    def failed(self, error: Failure) -> float:
        """Seconds to wait for the next attempt.

        Raises:
            APIError: There is none.
        """
        failures = self.failures
        if isinstance(error, TokenRefusedError):
            delay = self._after(error.response)
            if delay is None:
                raise failures.token(error.response, self.attempt) from None
            return delay
        if isinstance(error, RuntimeError) and not isinstance(
            error, httpx2.StreamError
        ):
            if self._engine.pool.is_shut:
                raise ClientClosedError(
                    "this client was closed during the call"
                ) from None
            if str(error) == _NO_LOOP:
                raise ClientClosedError(
                    "this client has connections of an event loop that is closed; make"
                    " a client for each loop"
                ) from error
            raise error
        # What is left of the whole call limits each step, and is not what ran out.
        if isinstance(error, httpx2.TimeoutException):
            _ = self.left
        failure = failures.connection(self.request, error, self.attempt)
        delay = None
        if not isinstance(error, _HOPELESS):
            delay = self._again(type(error).__name__)
        if delay is None:
            raise failure from error
        return delay

    def result(self, response: httpx2.Response) -> Any:
        """The typed value of the answer."""
        return self.prepared.replies.result(response)

    def anonymous(self, response: httpx2.Response) -> httpx2.Response:
        """An answer for others to read, without credentials in what leads to it."""
        redaction, known = self._engine.redaction, response.extensions
        known["request_id"] = self.failures.request_id(response)
        # Servers repeat credentials in what comes later, too.
        known.setdefault("secrets", Secrets(redaction, response.request))
        response.request = redaction.request(response.request)
        response.history = []
        return response

    def ended(self, error: BaseException | None = None) -> None:
        """Note that the call is over."""
        if isinstance(error, APIError):
            error.earlier_attempts = self._earlier
        if self._span is not None:
            self._span.end(error if isinstance(error, APIError) else None)

    @property
    def _name(self) -> str:
        return self.prepared.operation.name

    def _show(self, request: httpx2.Request) -> None:
        """Let a hook look at the body, where that is not read while it is sent."""
        if self._engine.options.hooks.on_request is None:
            return
        if isinstance(request.stream, httpx2.ByteStream):
            request.read()

    def _after(self, response: httpx2.Response) -> float | None:
        status = response.status_code
        if status == 401 and self._replayable and not self._renewed:
            self._renewed = True
            # All of them are told, not only those up to the first that can renew.
            renewed = [scheme.refused(used) for scheme, used in self._credentials]
            if any(renewed):
                self._earlier += (str(status),)
                return 0.0
        if not self._engine.options.retries.wants(status, response.headers):
            return None
        return self._again(str(status), response.headers)

    def _again(
        self, reason: str, headers: Mapping[str, str] | None = None
    ) -> float | None:
        engine, attempt = self._engine, self.attempt
        retries, clock = engine.options.retries, engine.options.clock
        if attempt > retries.limit or not self._replayable:
            return None
        delay = retries.delay(attempt, clock, headers)
        if self._deadline is not None and delay >= self._deadline.left:
            return None
        if not engine.budget.take():
            engine.log.given_up(self._name, f"{reason}, retry budget used up", attempt)
            return None
        engine.log.retrying(self._name, reason, attempt, delay)
        self._earlier += (reason,)
        return delay
