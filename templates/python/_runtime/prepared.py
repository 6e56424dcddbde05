"""What all calls of an operation through one client have in common, made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from string import ascii_letters, digits
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from uuid import uuid4

import httpx2

from .address import Address
from .arguments import Arguments
from .auth import Credential, Scheme
from .errors import InvalidRequestError
from .failures import Failures
from .operation import Operation
from .options import Options
from .parameters import checked_header, cookie_pair, cookie_pairs, header_value
from .redaction import Redaction, SecretURL
from .replies import Replies
from .url import encode

if TYPE_CHECKING:
    from .bodies import Content

_EMPTY: Final = httpx2.ByteStream(b"")
_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH", "QUERY"})
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_TOKEN: Final = frozenset(ascii_letters + digits + "!#$%&'*+-.^_`|~")
_Values: TypeAlias = Mapping[str, object]


class Prepared:
    """Makes the requests of one operation.

    Args:
        operation: What is called.
        base_url: Where.
        headers: Sent with every request, the later ones instead of the earlier; `None`
            takes one away.
        query: Parameters of every request.
        schemes: Whose credentials go with it.
        options: What the caller set.
        redaction: What is secret.
        failures: Makes errors.
        jar: Cookies that the caller's own HTTP client keeps.

    Attributes:
        operation: What is called.
        replies: Reads the answers.
        changing: The schemes whose credentials are asked for at every attempt.
    """

    __slots__ = (
        "_address",
        "_cookie_params",
        "_cookies",
        "_extensions",
        "_header_params",
        "_headers",
        "_idempotency",
        "_jar",
        "_options",
        "_own_content_type",
        "_redaction",
        "changing",
        "operation",
        "replies",
    )

    def __init__(
        self,
        operation: Operation[Any],
        base_url: str,
        headers: Iterable[tuple[str, str | None]],
        query: _Values,
        schemes: list[Scheme],
        options: Options,
        redaction: Redaction,
        failures: Failures,
        jar: httpx2.Cookies | None = None,
    ) -> None:
        self.operation = operation
        self.replies = Replies(operation, options.strict, failures)
        self.changing: list[Scheme] = []
        self._jar = jar
        self._options = options
        self._redaction = redaction
        self._extensions = {"timeout": options.timeout.within(None)}
        self._header_params = {
            p.name: p for p in operation.params if p.location == "header"
        }
        self._cookie_params = {
            p.name: p for p in operation.params if p.location == "cookie"
        }
        self._cookies = [cookie_pair(*each) for each in options.cookies.items()]
        self._headers = httpx2.Headers([(b"Host", httpx2.URL(base_url).netloc)])
        # The caller's own content type goes before the operation's, also where it is none.
        self._own_content_type = False
        for name, value in headers:
            _set(self._headers, name, value)
            self._own_content_type |= name.lower() == "content-type"
        secrets = self._place(schemes)
        self._address = Address(operation, base_url, query, secrets)
        self._idempotency = self._key_header()
        if operation.method in _WITH_BODY and operation.body is None:
            self._headers["Content-Length"] = "0"

    def with_options(self, options: Options) -> Prepared:
        """The same with options that differ in nothing that is always sent."""
        twin = copy(self)
        twin._options = options
        twin._extensions = {"timeout": options.timeout.within(None)}
        twin._idempotency = twin._key_header()
        if options.strict != self._options.strict:
            replies = self.replies
            twin.replies = Replies(self.operation, options.strict, replies.failures)
        return twin

    def _key_header(self) -> str | None:
        operation = self.operation
        if operation.method in _READING:
            return None
        if operation.idempotency_header is None and self._options.idempotency_key:
            # What a caller asks for is sent, if only under its usual name.
            return "Idempotency-Key"
        return operation.idempotency_header

    def _place(self, schemes: list[Scheme]) -> list[tuple[str, str]]:
        """Put credentials that never change in place; gives those for the query."""
        secrets: list[tuple[str, str]] = []
        for scheme in schemes:
            credential = scheme.fixed()
            if credential is None:
                self.changing.append(scheme)
            elif credential.place == "query":
                secrets.append((credential.name, credential.value))
            elif credential.place == "cookie":
                self._cookies.append(cookie_pair(credential.name, credential.value))
            else:
                _set(self._headers, credential.name, credential.value)
        return secrets

    def request(self, arguments: Arguments) -> tuple[httpx2.Request, bool]:
        """A request, and whether its body can be sent again.

        Raises:
            InvalidRequestError: A value must not be sent.
        """
        try:
            return self._request(arguments)
        except (InvalidRequestError, httpx2.InvalidURL) as error:
            raise InvalidRequestError(f"{self.operation.name}: {error}") from None

    def _request(self, arguments: Arguments) -> tuple[httpx2.Request, bool]:
        path, query, headers, cookies, body, url = arguments
        address, operation = self._address, self.operation
        sent: Content | None = None
        if operation.body is not None:
            from .bodies import content

            sent = content(operation.body, body, self._options.body)
        request = httpx2.Request(
            operation.method,
            address.url(path, query) if url is None else address.link(url),
            headers=self._headers,
            cookies=self._jar,
            stream=_EMPTY if sent is None else sent.stream,
            extensions=self._extensions,
        )
        # httpx2 writes methods in capitals, and their case is their own.
        request.method = operation.method
        if self._redaction.hides_queries:
            request.url = SecretURL(request.url, self._redaction)
        for name, value in headers.items():
            text = header_value(name, value, self._header_params.get(name))
            if text is not None:
                _set(request.headers, name, text)
        if self._cookies or cookies:
            self._add_cookies(request.headers, cookies)
        if self._idempotency is not None and self._idempotency not in request.headers:
            key = self._options.idempotency_key or str(uuid4())
            _set(request.headers, self._idempotency, key)
        if operation.body is not None:
            self._describe(request.headers, sent)
        return request, sent is None or sent.replayable

    def _add_cookies(self, headers: httpx2.Headers, cookies: _Values) -> None:
        pairs = [headers["cookie"]] if "cookie" in headers else []
        pairs += self._cookies
        for name, value in cookies.items():
            pairs += cookie_pairs(name, value, self._cookie_params.get(name))
        if pairs:
            _set(headers, "Cookie", "; ".join(pairs))

    def _describe(self, headers: httpx2.Headers, sent: Content | None) -> None:
        if sent is None:
            if self.operation.method in _WITH_BODY:
                headers["Content-Length"] = "0"
            return
        if not self._own_content_type:
            headers["Content-Type"] = sent.media_type
        if sent.length is not None:
            headers["Content-Length"] = str(sent.length)
        elif "content-length" not in headers:
            headers["Transfer-Encoding"] = "chunked"


def copied(request: httpx2.Request) -> httpx2.Request:
    """The same request, to be changed without changing this one."""
    copy = httpx2.Request(
        request.method,
        request.url,
        headers=request.headers,
        stream=request.stream,
        extensions=request.extensions,
    )
    copy.method = request.method
    copy.url = request.url
    return copy


def authorize(
    request: httpx2.Request, credentials: list[Credential], redaction: Redaction
) -> None:
    """Put credentials that may have changed into a request that has none yet."""
    for place, name, value in credentials:
        if place == "header":
            _set(request.headers, name, value)
        elif place == "cookie":
            earlier, pair = request.headers.get("cookie"), cookie_pair(name, value)
            both = f"{earlier}; {pair}" if earlier else pair
            _set(request.headers, "Cookie", both)
        else:
            query = b"&".join(
                filter(
                    None,
                    (request.url.query, f"{encode(name)}={encode(value)}".encode()),
                )
            )
            request.url = SecretURL(request.url.copy_with(query=query), redaction)


def _set(headers: httpx2.Headers, name: str, value: str | None) -> None:
    if value is None:
        headers.pop(name, None)
        return
    if not name or not _TOKEN.issuperset(name):
        raise InvalidRequestError(f"{name!r} is not the name of a header")
    # Once it has looked, httpx2 keeps to ASCII where that was enough so far.
    headers.encoding = "utf-8"
    headers[name] = checked_header(name, value)
