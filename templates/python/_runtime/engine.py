"""What a client is underneath: all that sync and async clients do alike."""

from __future__ import annotations

import platform
from abc import ABC, abstractmethod
from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Final, Generic
from urllib.parse import urljoin

import httpx2

from .auth import Scheme, choose
from .base_url import checked_url, missing_base_url
from .changes import changed
from .config import ClientConfig
from .errors import ConfigurationError
from .failures import Failures
from .logs import CallLog
from .operation import Kind, Operation
from .options import Options
from .pool import H, Pool, checked, timeout_of
from .prepared import Prepared
from .redaction import Redaction
from .retries import RetryBudget
from .servers import Choice

if TYPE_CHECKING:
    from typing import Self

    from .options import Changes

_SENT: Final = ("headers", "query", "cookies")
_ACCEPT: Final[Mapping[Kind, str]] = {
    "json": "application/json",
    "text": "text/plain",
    "bytes": "*/*",
    "none": "*/*",
}


class Engine(ABC, Generic[H]):
    """Prepares operations, and keeps what their calls share.

    Args:
        config: The API's constants.
        schemes: Its security schemes, with the caller's credentials.
        place: Where the API is, as `resolve_base_url` gives it.
        http_client: The caller's own HTTP client, if there is one.
        options: What the caller set.

    Raises:
        ConfigurationError: The HTTP client is of another kind.
    """

    def __init__(
        self,
        config: ClientConfig,
        schemes: Mapping[str, Scheme],
        place: tuple[str, bool, Choice],
        http_client: H | None,
        options: Changes,
    ) -> None:
        http_kind = self._http_kind()
        http_client = checked(http_client, http_kind)
        self.config = config
        self.base_url, self._is_own_url, self._choice = place
        self.options = changed(Options(timeout=timeout_of(http_client)), options)
        self.pool = Pool(http_kind, http_client)
        self.budget = RetryBudget(self.options.clock)
        self.redaction = self._new_redaction(schemes)
        self.log = CallLog(config.package, self.redaction)
        self._schemes = schemes
        self._prepared: dict[Operation[Any], Prepared] = {}
        self._source: Self | None = None

    @staticmethod
    @abstractmethod
    def _http_kind() -> type[H]:
        """What the HTTP client is made of; asked for anew, as tracing may replace it."""

    def _new_redaction(self, schemes: Mapping[str, Scheme]) -> Redaction:
        return Redaction(
            [scheme.name for scheme in schemes.values()],
            self.options.redact,
            in_query=any(scheme.place == "query" for scheme in schemes.values()),
        )

    def with_options(self, options: Options) -> Self:
        """The same engine with other options; connections and budget are shared."""
        old = self.options
        twin = copy(self)
        twin.options = options
        twin._prepared = {}
        twin._source = None
        if options.redact != old.redact:
            twin.redaction = twin._new_redaction(self._schemes)
            twin.log = CallLog(self.config.package, twin.redaction)
        elif all(getattr(options, name) is getattr(old, name) for name in _SENT):
            # Requests look the same, so that most of the preparation holds.
            twin._source = self._source or self
        return twin

    def prepared(self, operation: Operation[Any]) -> Prepared:
        """What all calls of an operation have in common.

        Raises:
            ConfigurationError: Credentials or the base URL are missing.
            ClientClosedError: The client was closed.
        """
        found = self._prepared.get(operation)
        if found is None:
            found = self._prepared[operation] = self._prepare(operation)
        return found

    def _prepare(self, operation: Operation[Any]) -> Prepared:
        config, options = self.config, self.options
        if self._source is not None:
            return self._source.prepared(operation).with_options(options)
        http = self.pool.open()
        security = config.security if operation.security is None else operation.security
        failures = Failures(operation.name, self.redaction)
        own = {"User-Agent": self._user_agent(http), "Accept": accept(operation)}
        layers = (http.headers, own, config.headers, operation.headers, options.headers)
        return Prepared(
            operation,
            self._base_url_of(operation),
            [pair for layer in layers for pair in layer.items()],
            {**http.params, **operation.query, **options.query},
            self._schemes_for(security, http),
            options,
            self.redaction,
            failures,
            None if self.pool.is_own else http.cookies,
        )

    def _user_agent(self, http: H) -> str:
        theirs = http.headers.get("user-agent", "")
        if theirs and not theirs.startswith("python-httpx2/"):
            return theirs
        return (
            f"{self.config.package}/{self.config.version} httpx2/{httpx2.__version__}"
            f" python/{platform.python_version()}"
        )

    def _schemes_for(
        self, security: tuple[tuple[str, ...], ...], http: H
    ) -> list[Scheme]:
        try:
            return choose(security, self._schemes, self.options.headers)
        except ConfigurationError:
            # The caller's own HTTP client may know how to authenticate.
            if http.auth is None:
                raise
            return []

    def resumption(
        self, operation: Operation[Any], asked: float, time: int
    ) -> float | None:
        """Seconds to wait before a stream that broke off goes on, for this time (from 1).

        Args:
            operation: What is called.
            asked: How long the server wants to be left alone; 0 where it does not say.
            time: How often it has broken off since the last event came.

        Returns:
            `None` where it is not to go on: it did so as often as a call is retried.
        """
        retries, clock = self.options.retries, self.options.clock
        if time > retries.limit or not self.budget.take():
            self.log.given_up(operation.name, "the stream broke off", time)
            return None
        pause = min(asked, retries.longest_request) or retries.delay(time, clock)
        self.log.retrying(operation.name, "the stream broke off", time, pause)
        return pause

    def absolute(self, request: httpx2.Request) -> httpx2.Request:
        """A scheme's request, whose URL may be relative to where the API is.

        Raises:
            ConfigurationError: It is, and nobody knows where that is.
        """
        if request.url.is_relative_url:
            if not self.base_url:
                raise self._missing_base_url()
            base = self.base_url.partition("?")[0]
            request.url = httpx2.URL(urljoin(f"{base}/", str(request.url)))
            request.headers["Host"] = request.url.netloc.decode("ascii")
        return request

    def _missing_base_url(self) -> ConfigurationError:
        servers, variable = self.config.servers, self.config.base_url_variable
        return missing_base_url(self._choice.of(servers) if servers else None, variable)

    def _base_url_of(self, operation: Operation[Any]) -> str:
        url = self.base_url
        if operation.servers and not self._is_own_url:
            # Relative ones are relative to where the API is.
            url = urljoin(f"{url}/", self._choice.url(operation.servers))
            url = checked_url(url) if "://" in url else ""
        if not url:
            raise self._missing_base_url()
        return url


def accept(operation: Operation[Any]) -> str:
    """The media types that an operation's answers may have, for the `Accept` header."""
    stream = operation.stream
    if stream is not None:
        return operation.accept or stream.media_type
    accepted = operation.accept or _ACCEPT[operation.kind]
    if "json" in accepted or "*/*" in accepted:
        return accepted
    # Errors come in another type than a file; some servers say 406 in place of theirs.
    return f"{accepted}, */*;q=0.1"


def is_streamed(operation: Operation[Any]) -> bool:
    """Whether a whole answer is given before its body has come."""
    return operation.stream is not None or operation.kind == "bytes"
