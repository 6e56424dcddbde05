"""Keeping secrets out of what people and machines read later: logs, errors, pickles."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final, cast
from urllib.parse import parse_qsl, unquote_plus

import httpx2

HIDDEN: Final = "[redacted]"

_SENSITIVE: Final = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
        "x-api-key",
        "api-key",
        "apikey",
        "x-auth-token",
        "x-access-token",
    }
)
_SENSITIVE_FIELDS: Final = frozenset({"client_secret"})
# Servers repeat keys in their messages. A shorter one would be found in innocent words.
_SHORTEST: Final = 8
# Text of others may hold halves of characters.
_HALVES: Final = "surrogatepass"


class Redaction:
    """What is secret, for one client.

    Args:
        credentials: Headers, query parameters and cookies that carry credentials,
            beside those that commonly do.
        fields: Headers, query parameters and body fields that the caller calls secret.
        in_query: Whether a credential goes into URLs.
    """

    __slots__ = ("_fields", "_names", "hides_queries")

    def __init__(
        self,
        credentials: Iterable[str] = (),
        fields: Iterable[str] = (),
        *,
        in_query: bool = False,
    ) -> None:
        given = [name.lower() for name in fields]
        self._fields = _SENSITIVE_FIELDS.union(given)
        self._names = _SENSITIVE.union(self._fields, map(str.lower, credentials))
        self.hides_queries = in_query or bool(given)
        """Whether URLs can hold secrets."""

    @property
    def names(self) -> frozenset[str]:
        """All names whose values are secret, in lower case."""
        return self._names

    def is_secret(self, name: str) -> bool:
        """Whether values of this name are secret."""
        return name.lower() in self._names

    def query(self, query: str) -> str:
        """A query or form without the values of secret parameters."""
        if not query:
            return ""
        pairs = (pair.partition("=") for pair in query.split("&"))
        return "&".join(
            (
                f"{name}={HIDDEN}"
                if self.is_secret(unquote_plus(name))
                else name + sign + value
            )
            for name, sign, value in pairs
        )

    def url(self, url: httpx2.URL) -> str:
        """The URL without a password and without the values of secret parameters."""
        port = f":{url.port}" if url.port is not None else ""
        host = f"[{url.host}]" if ":" in url.host else url.host
        path, mark, query = url.raw_path.decode("ascii").partition("?")
        return f"{url.scheme}://{host}{port}{path}{mark}" + self.query(query)

    def headers(self, headers: httpx2.Headers) -> list[tuple[str, str]]:
        """All headers, the secret ones without their values."""
        return [
            (name, HIDDEN if self.is_secret(name) else value)
            for name, value in headers.multi_items()
        ]

    def secrets(self, request: httpx2.Request) -> list[str]:
        """The credentials in a request, to look for elsewhere; longest first."""
        pairs = request.headers.multi_items() + request.url.params.multi_items()
        pairs += self._sent(_whole_body(request))
        values = [value for name, value in pairs if self.is_secret(name)]
        # `Bearer abc` also stands for `abc`, and `a=abc; b=def` for `abc` and `def`.
        values += [word for value in values for word in re.split(r"[\s;=,]+", value)]
        values += [word for value in values for word in _login(value)]
        return sorted({v for v in values if len(v) >= _SHORTEST}, key=len, reverse=True)

    def text(self, text: str, secrets: Iterable[str]) -> str:
        """The text without any of these secrets."""
        return _hidden(text.encode("utf-8", _HALVES), secrets).decode("utf-8", _HALVES)

    def request(self, request: httpx2.Request) -> httpx2.Request:
        """A copy to keep, without credentials, and without an open stream."""
        kept = httpx2.Request(
            request.method,
            self.url(request.url),
            headers=_encoded(self.headers(request.headers), request.headers),
            stream=httpx2.ByteStream(self._body(_whole_body(request))),
        )
        if isinstance(request.stream, httpx2.ByteStream):
            kept.read()
        return kept

    def response(
        self, response: httpx2.Response, secrets: list[str] | None = None
    ) -> httpx2.Response:
        """A copy to keep, without cookies, and without what it repeats of a key.

        `secrets` are the credentials where the response's request has none any more.
        """
        if secrets is None:
            secrets = self.secrets(response.request)
        request = self.request(response.request)
        history = [self.response(earlier) for earlier in response.history]
        # The copy's content is unpacked, so its headers must not say otherwise.
        headers = [
            (name, self.text(value, secrets))
            for name, value in self.headers(response.headers)
            if name.lower()
            not in ("content-encoding", "content-length", "transfer-encoding")
        ]
        extensions = {
            name: value
            for name, value in response.extensions.items()
            if name in ("http_version", "reason_phrase")
        }
        try:
            content: bytes | None = self.data(response.content, secrets)
        except httpx2.ResponseNotRead:
            content = None
        return httpx2.Response(
            response.status_code,
            headers=_encoded(headers, response.headers),
            content=content,
            stream=httpx2.ByteStream(b"") if content is None else None,
            request=request,
            history=history,
            extensions=extensions,
        )

    def data(self, data: bytes, secrets: Iterable[str]) -> bytes:
        """A body without secret fields, and without any of these secrets."""
        return _hidden(self._body(data), secrets)

    def _sent(self, body: bytes) -> list[tuple[str, str]]:
        """The fields of a request's body, as far as they can be secret."""
        if self._names_field(body):
            with suppress(ValueError, RecursionError):
                return list(_texts("", json.loads(body)))
        return parse_qsl(body.decode("latin-1"))

    def _names_field(self, body: bytes) -> bool:
        lowered = body.lower()
        return any(name.encode() in lowered for name in self._fields)

    def _body(self, body: bytes) -> bytes:
        if not self._names_field(body):
            return body
        try:
            return json.dumps(self._values(json.loads(body))).encode()
        except RecursionError:
            return HIDDEN.encode()
        except ValueError:
            # A form then; this encoding gives back whatever else it may be.
            return self.query(body.decode("latin-1")).encode("latin-1")

    def _values(self, value: object) -> object:
        if isinstance(value, list):
            items = cast("list[object]", value)
            return [self._values(item) for item in items]
        if not isinstance(value, dict):
            return value
        fields = cast("dict[str, object]", value)
        return {
            name: HIDDEN if name.lower() in self._fields else self._values(item)
            for name, item in fields.items()
        }


class Secrets:
    """The credentials of a request that is no longer to be seen with them."""

    __slots__ = ("_found", "_redaction")

    def __init__(self, redaction: Redaction, request: httpx2.Request) -> None:
        self._redaction = redaction
        self._found = redaction.secrets(request)

    def data(self, data: bytes) -> bytes:
        """What the server said, without what it repeats of them."""
        return self._redaction.data(data, self._found)

    def response(self, response: httpx2.Response) -> httpx2.Response:
        """A copy of the answer to keep."""
        return self._redaction.response(response, self._found)


def _whole_body(request: httpx2.Request) -> bytes:
    """The body, unless it is one that is read only while it is sent."""
    body = request.stream
    return b"".join(body) if isinstance(body, httpx2.ByteStream) else b""


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    """The texts in a value, with the names of the fields that they stand in."""
    if isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield from _texts(key, item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _texts(name, item)
    elif isinstance(value, str):
        yield name, value


def _login(value: str) -> list[str]:
    """The password in a `Basic` header, as it is and as forms write it."""
    scheme, _, pair = value.partition(" ")
    if scheme.lower() != "basic":
        return []
    try:
        password = b64decode(pair).decode().partition(":")[2]
    except ValueError:
        return []
    return [password, unquote_plus(password)]


def _hidden(data: bytes, secrets: Iterable[str]) -> bytes:
    """The data without the secrets, in whatever form servers repeat them."""
    for secret in secrets:
        data = re.sub(b"".join(map(_any_form, secret)), HIDDEN.encode(), data)
    return data


def _any_form(char: str) -> bytes:
    """A pattern for a character as it is, and as URLs, forms and JSON write it."""
    written = char.encode("utf-8", _HALVES)
    plain = re.escape(written)
    if char.isascii() and char.isalnum():
        return plain
    percent = "".join(f"%{byte:02x}" for byte in written)
    units = char.encode("utf-16-be", _HALVES).hex()
    escaped = "".join(rf"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
    plus = r"|\+" if char == " " else ""
    return rb"(?:\\?%b|(?i:%b)%b)" % (
        plain,
        f"{percent}|{escaped}".encode(),
        plus.encode(),
    )


def _encoded(pairs: list[tuple[str, str]], read: httpx2.Headers) -> httpx2.Headers:
    """Headers of the bytes that these were read from: not all are ASCII."""
    return httpx2.Headers(pairs, encoding=read.encoding)


class SecretURL(httpx2.URL):
    """A URL with a credential in its query, which its text does not show.

    httpx2 logs the URL of every request as text.
    """

    def __init__(self, url: httpx2.URL | str, redaction: Redaction) -> None:
        super().__init__(url)
        self._redaction = redaction

    def __str__(self) -> str:
        return self._redaction.url(self)

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"
