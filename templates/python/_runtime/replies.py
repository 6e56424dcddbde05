"""Responses as typed values: what the API promises for each status."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias

import httpx2

from .decoding import recoded, strict_validator, validator
from .errors import APIStatusError
from .failures import Failures, plain_body, plain_text
from .operation import Kind, Operation, Returns

_Reader: TypeAlias = Callable[[httpx2.Response], Any]


class UnreadableError(Exception):
    """Why a body cannot be read; becomes an `APIResponseValidationError`."""


class Replies:
    """Reads the answers to one operation.

    Args:
        operation: What the API promises.
        strict: Whether what does not fit the promise raises.
        failures: Makes the errors.
    """

    __slots__ = ("_operation", "_readers", "_strict", "failures")

    def __init__(
        self, operation: Operation[Any], strict: bool, failures: Failures
    ) -> None:
        self._operation = operation
        self._strict = strict
        self.failures = failures
        self._readers: dict[int, _Reader] = {}

    def is_result(self, status: int) -> bool:
        """Whether a response with this status is what the caller asked for."""
        if 200 <= status < 300:
            return True
        responses = self._operation.responses
        return responses is not None and _find(responses, status, "") is not None

    def result(self, response: httpx2.Response) -> Any:
        """The typed value of a successful response that was read.

        Raises:
            APIResponseValidationError: The body is not what the API promises.
        """
        status = response.status_code
        reader = self._readers.get(status)
        if reader is None:
            reader = self._readers[status] = self._reader(status)
        try:
            return reader(response)
        except UnreadableError as error:
            attempts: int = response.extensions.get("attempts", 1)
            failure = self.failures.unreadable(response, str(error), attempts)
        # Not from the error of pydantic's, which quotes the body as it came.
        raise failure

    def error(
        self, response: httpx2.Response, attempts: int, note: str = ""
    ) -> APIStatusError:
        """The error for a response that was read and says that the call failed."""
        error = self.failures.status(response, None, attempts, note)
        kept = error.response
        error.body = plain_body(kept)
        promised = _find(self._operation.errors or {}, response.status_code, "default")
        if promised is not None and error.body is not None:
            # Where it does not fit, the plain data says more than that.
            with suppress(ValueError):
                error.body = validator(promised())(kept.content)
        return error

    def _reader(self, status: int) -> _Reader:
        kind: Kind = self._operation.kind
        returns = self._operation.returns
        responses = self._operation.responses or {}
        found = _find(responses, status, "default")
        if found is not None:
            kind, returns = found
        elif status in (204, 205):
            kind = "none"
        elif responses:
            read = self._read(*_usual(responses))
            return lambda response: read(response) if response.content else None
        return self._read(kind, returns)

    def _read(self, kind: Kind, returns: Returns | None) -> _Reader:
        match kind:
            case "json" if returns is not None:
                return self._json(returns)
            case "text":
                return plain_text
            case "bytes":
                return _content
            case _:
                return _nothing

    def _json(self, returns: Returns) -> _Reader:
        strict = self._strict
        promised = returns()
        decode = strict_validator(promised) if strict else validator(promised)

        def read(response: httpx2.Response) -> Any:
            content = response.content
            if not content and not strict:
                # Where there may be nothing, some servers say it with nothing.
                content = b"null"
            if not strict or "json" in response.headers.get("content-type", "json"):
                try:
                    return decode(content)
                except ValueError as error:
                    return _decoded_again(response, decode, error)
            raise UnreadableError(_why(response, None))

        unnamed = "*" in self._operation.accept
        if promised is str and (not strict or unnamed):
            # Servers send text as it is, whatever the description calls it.
            return lambda response: _string(response, read)
        if promised is Any and unnamed:
            return lambda response: _anything(response, read)
        if promised is Any and not strict:
            return lambda response: _whatever(response, read)
        if promised in (bytes, bytes | None) and unnamed:
            return lambda response: _bytes(response, read)
        return read


def _decoded_again(
    response: httpx2.Response, decode: Callable[[bytes], Any], error: ValueError
) -> Any:
    content = recoded(response.content, response.charset_encoding)
    if content is not None:
        try:
            return decode(content)
        except ValueError as other:
            error = other
    raise UnreadableError(_why(response, error)) from error


def _usual(
    responses: Mapping[str, tuple[Kind, Returns | None]],
) -> tuple[Kind, Returns | None]:
    """How a success that is not described is read: as one of those that are."""
    good = [entry for status, entry in responses.items() if status[:1] == "2"]
    types = [returns for kind, returns in good if kind == "json" and returns]
    if types:
        return "json", lambda: _either(types)
    return next((entry for entry in good if entry[0] != "none"), ("none", None))


def _either(types: list[Returns]) -> object:
    first, *others = (returns() for returns in types)
    either: Any = first
    for other in others:
        either = either | other
    return either


def _find(table: Any, status: int, otherwise: str) -> Any:
    """The entry for a status, its range or the default."""
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", otherwise):
        if key in table:
            return table[key]
    return None


def _string(response: httpx2.Response, read: _Reader) -> Any:
    if "json" in response.headers.get("content-type", "json"):
        return read(response)
    return plain_text(response)


def _anything(response: httpx2.Response, read: _Reader) -> Any:
    """What comes, where neither a media type nor a schema says what that will be."""
    media_type = _media_type(response)
    if not response.content:
        return None
    if media_type.endswith(("/json", "+json")):
        return read(response)
    if not media_type:
        with suppress(UnreadableError):
            return read(response)
    is_text = any(part in media_type for part in ("json", "xml", "yaml"))
    if is_text or media_type[:5] == "text/":
        return plain_text(response)
    return response.content


def _whatever(response: httpx2.Response, read: _Reader) -> Any:
    """JSON of no described type, which frameworks also call what they know nothing of."""
    with suppress(UnreadableError):
        return read(response)
    return _anything(response, read)


def _bytes(response: httpx2.Response, read: _Reader) -> Any:
    """Bytes that are Base64 if they come in JSON, and else the body; which may be JSON."""
    if "json" in _media_type(response):
        with suppress(UnreadableError):
            return read(response)
    return response.content


def _content(response: httpx2.Response) -> bytes:
    return response.content


def _nothing(_: httpx2.Response) -> None:
    return None


def _why(response: httpx2.Response, error: ValueError | None) -> str:
    if not response.content:
        return "the answer is empty where JSON was promised"
    media_type = _media_type(response)
    if "json" not in media_type:
        named = media_type or "no media type"
        return f"the answer is {named} where JSON was promised"
    return f"the answer does not fit its description: {error}"


def _media_type(response: httpx2.Response) -> str:
    named: str = response.headers.get("content-type", "")
    return named.partition(";")[0].strip().lower()
