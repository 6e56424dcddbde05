"""Everything that a call raises.

APIError
├── ConfigurationError              a key or a base URL is missing or of no use
├── ClientClosedError               the client was closed before the call
├── InvalidRequestError             a value that must not be sent; also a ValueError
├── APIConnectionError              no complete answer came
│   └── APITimeoutError             not in time
├── APIStatusError                  the answer's status says that the call failed
│   ├── BadRequestError             400
│   ├── AuthenticationError         401
│   ├── PermissionDeniedError       403
│   ├── NotFoundError               404
│   ├── MethodNotAllowedError       405
│   ├── RequestTimeoutError         408
│   ├── ConflictError               409
│   ├── GoneError                   410
│   ├── PayloadTooLargeError        413
│   ├── UnprocessableEntityError    422
│   ├── RateLimitError              429
│   └── InternalServerError         500 and above
├── APIResponseValidationError      the call succeeded, and its answer cannot be read
│   └── ResponseTooLargeError       the answer is larger than `max_response_bytes`
├── StreamError                     a stream broke off or reported an error
└── PollTimeoutError                the awaited state was not reached in time

`ConfigurationError`, `ClientClosedError` and `InvalidRequestError` are raised before
anything is sent. The requests and responses that errors carry are copies without
credentials and cookies, so that errors can be logged, sent and pickled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import httpx2

_E = TypeVar("_E", bound="APIError")


def _restore(kind: type[_E], args: tuple[Any, ...], state: dict[str, Any]) -> _E:
    """Make an error anew without its `__init__`, whose signature differs by class."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class APIError(Exception):
    """Whatever went wrong with a call; the base of all errors of this package.

    Attributes:
        message: What happened, without secrets.
        request: What was last sent, its credentials replaced; `None` if nothing was.
        response: What was last received, its cookies replaced; `None` if nothing was.
        body: The response's body, in the type that the API promises for the status;
            plain data, text or `None` where it is something else.
        request_id: The name that the server gave to the exchange; quote it to support.
        attempts: How often the request was sent.
        earlier_attempts: What each attempt before the last one ended in: a status such
            as `503`, or the name of an error such as `ConnectTimeout`.
    """

    message: str
    request: httpx2.Request | None
    response: httpx2.Response | None
    body: Any
    request_id: str | None
    attempts: int
    earlier_attempts: tuple[str, ...]

    def __init__(
        self,
        message: str,
        *,
        request: httpx2.Request | None = None,
        response: httpx2.Response | None = None,
        body: Any = None,
        request_id: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(message)
        self.earlier_attempts = ()
        if response is not None:
            # What is raised from within a stream has only the response at hand.
            request = request or response.request
            known = response.extensions
            request_id = request_id or known.get("request_id")
            attempts = attempts or known.get("attempts", 0)
        self.message = message
        self.request = request
        self.response = response
        self.body = body
        self.request_id = request_id
        self.attempts = attempts

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


class ConfigurationError(APIError):
    """The client is not set up for the call: a key or a base URL is missing."""


class ClientClosedError(APIError):
    """The client was closed; make a new one."""


class InvalidRequestError(APIError, ValueError):
    """A value would change the meaning of the request, and was not sent."""


class APIConnectionError(APIError):
    """The server was not reached, or the connection broke before its answer ended."""


class APITimeoutError(APIConnectionError):
    """Connecting, sending, waiting or the whole call took longer than allowed."""


class APIStatusError(APIError):
    """The server answered that the call failed.

    Attributes:
        status_code: The status of the response.
    """

    # Narrower than the base's, which only holds as long as nobody assigns to it.
    response: httpx2.Response  # pyright: ignore[reportIncompatibleVariableOverride]
    status_code: int

    def __init__(
        self,
        message: str,
        *,
        response: httpx2.Response,
        request: httpx2.Request | None = None,
        body: Any = None,
        request_id: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(
            message,
            request=request,
            response=response,
            body=body,
            request_id=request_id,
            attempts=attempts,
        )
        self.status_code = response.status_code


class BadRequestError(APIStatusError):
    """400: the server did not understand the request."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing, wrong or no longer valid."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this call."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class MethodNotAllowedError(APIStatusError):
    """405: the resource does not take this method."""


class RequestTimeoutError(APIStatusError):
    """408: the server waited too long for the request."""


class ConflictError(APIStatusError):
    """409: the request contradicts the resource's state."""


class GoneError(APIStatusError):
    """410: the thing was there once, and is not any more."""


class PayloadTooLargeError(APIStatusError):
    """413: the request's body is larger than the server takes."""


class UnprocessableEntityError(APIStatusError):
    """422: the request was understood, and its values are not acceptable."""


class RateLimitError(APIStatusError):
    """429: too many requests, or a quota is used up."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


class APIResponseValidationError(APIError):
    """The call succeeded, but its answer is not what the API promises.

    `response` and `body` still hold what came.
    """


class ResponseTooLargeError(APIResponseValidationError):
    """The answer is larger than `max_response_bytes`; reading stopped there."""


class StreamError(APIError):
    """A stream broke off, or the server reported an error in it.

    Attributes:
        partial: What had arrived, as far as the stream had put it together.
        last_event_id: The id of the last event that named one.
    """

    partial: Any
    last_event_id: str | None

    def __init__(
        self,
        message: str,
        *,
        partial: Any = None,
        last_event_id: str | None = None,
        request: httpx2.Request | None = None,
        response: httpx2.Response | None = None,
        body: Any = None,
        request_id: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(
            message,
            request=request,
            response=response,
            body=body,
            request_id=request_id,
            attempts=attempts,
        )
        self.partial = partial
        self.last_event_id = last_event_id


class PollTimeoutError(APIError):
    """The awaited state was not reached before the deadline.

    Attributes:
        last: The value as it was read last.
    """

    last: Any

    def __init__(
        self,
        message: str,
        *,
        last: Any = None,
        request: httpx2.Request | None = None,
        response: httpx2.Response | None = None,
        body: Any = None,
        request_id: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(
            message,
            request=request,
            response=response,
            body=body,
            request_id=request_id,
            attempts=attempts,
        )
        self.last = last


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    408: RequestTimeoutError,
    409: ConflictError,
    410: GoneError,
    413: PayloadTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status: int) -> type[APIStatusError]:
    """Which class stands for a response's status."""
    if status >= 500:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)
