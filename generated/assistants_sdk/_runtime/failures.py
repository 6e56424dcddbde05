"""Errors, put together from what a call met."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, TypeVar, cast

import httpx2

from .decoding import recoded, text_of, with_whole_characters
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    InvalidRequestError,
    ResponseTooLargeError,
    status_error,
)
from .redaction import Redaction

_E = TypeVar("_E", bound=APIError)

_STEPS: Final[dict[type[Exception], tuple[str, str]]] = {
    httpx2.ConnectTimeout: ("connect", "connecting took longer than"),
    httpx2.ReadTimeout: ("read", "no bytes came for"),
    httpx2.WriteTimeout: ("write", "no bytes could be sent for"),
    httpx2.PoolTimeout: ("pool", "no connection became free for"),
}
# Messages of errors do not lie deeper.
_DEEPEST: Final = 8
_REQUEST_IDS: Final = ("x-request-id", "request-id")


class Failures:
    """Makes errors that name the operation and hold no secrets.

    Args:
        name: The operation.
        redaction: What is secret.
    """

    __slots__ = ("_name", "_redaction")

    def __init__(self, name: str, redaction: Redaction) -> None:
        self._name = name
        self._redaction = redaction

    def request_id(self, response: httpx2.Response) -> str | None:
        """The server's name for the exchange."""
        headers = response.headers
        for name in _REQUEST_IDS:
            if name in headers:
                return headers[name]
        return None

    def connection(
        self, request: httpx2.Request, error: Exception, attempts: int
    ) -> APIConnectionError | InvalidRequestError:
        """What to raise for an error of httpx2's."""
        kept = self._redaction.request(request)
        if isinstance(error, httpx2.RequestError):
            # The traceback shows this error as well.
            error.request = kept
        secrets = self._redaction.secrets(request)
        said = self._redaction.text(str(error), secrets) or type(error).__name__
        if isinstance(error, httpx2.InvalidURL):
            return InvalidRequestError(f"{self._name}: {said}", request=kept)
        if isinstance(error, httpx2.TimeoutException):
            name, step = _STEPS.get(type(error), ("", ""))
            limit: float | None = request.extensions.get("timeout", {}).get(name)
            said = said if limit is None else f"{step} {limit:g} s"
            return APITimeoutError(
                self._sentence(said, attempts), request=kept, attempts=attempts
            )
        return APIConnectionError(
            self._sentence(said, attempts), request=kept, attempts=attempts
        )

    def overdue(
        self, request: httpx2.Request, seconds: float, attempts: int
    ) -> APITimeoutError:
        """What to raise when the call as a whole has taken too long."""
        said = f"not done after {seconds:g} s, which is all that timeout.total allows"
        return APITimeoutError(
            self._sentence(said, attempts),
            request=self._redaction.request(request),
            attempts=attempts,
        )

    def status(
        self, response: httpx2.Response, body: Any, attempts: int, note: str = ""
    ) -> APIStatusError:
        """What to raise for a status that says that the call failed."""
        kept = self._redaction.response(response)
        status = f"{kept.status_code} {kept.reason_phrase}".strip()
        said = note or _said(kept)
        told = f"{status}: {said}" if said else status
        return self._of(status_error(kept.status_code), told, kept, attempts, body)

    def token(self, response: httpx2.Response, attempts: int) -> APIStatusError:
        """What to raise where the endpoint for tokens says no."""
        kept = self._redaction.response(response)
        told = f"no token: {kept.status_code}: {_said(kept) or kept.reason_phrase}"
        kind = status_error(kept.status_code)
        return self._of(kind, told, kept, attempts, plain_body(kept))

    def reading(
        self, response: httpx2.Response, error: httpx2.HTTPError, attempts: int
    ) -> APIConnectionError:
        """What to raise where a body breaks off that is read outside of the call."""
        kind = APIConnectionError
        if isinstance(error, httpx2.TimeoutException):
            kind = APITimeoutError
        told = f"the answer broke off: {str(error) or type(error).__name__}"
        return self._of(kind, told, self._redaction.response(response), attempts)

    def unreadable(
        self, response: httpx2.Response, why: str, attempts: int
    ) -> APIResponseValidationError:
        """What to raise for a body that is not what the API promises."""
        kept = self._redaction.response(response)
        secrets = self._redaction.secrets(response.request)
        why = shortened(self._redaction.text(why, secrets), 2000)
        told = f"{kept.status_code}, but {why}"
        return self._of(
            APIResponseValidationError, told, kept, attempts, plain_body(kept)
        )

    def too_large(
        self, response: httpx2.Response, limit: int, attempts: int
    ) -> ResponseTooLargeError:
        """What to raise for a body that goes on after `max_response_bytes`."""
        kept = self._redaction.response(response)
        told = f"{kept.status_code}, but the answer has more than {limit} bytes"
        return self._of(ResponseTooLargeError, told, kept, attempts)

    def _of(
        self,
        kind: type[_E],
        told: str,
        kept: httpx2.Response,
        attempts: int,
        body: Any = None,
    ) -> _E:
        """The error for an answer, of which there is a copy to keep."""
        request_id = self.request_id(kept)
        return kind(
            self._sentence(told, attempts, request_id),
            response=kept,
            body=body,
            request_id=request_id,
            attempts=attempts,
        )

    def _sentence(self, said: str, attempts: int, request_id: str | None = None) -> str:
        notes = [f"request {request_id}"] if request_id else []
        if attempts > 1:
            notes.append(f"{attempts} attempts")
        return f"{self._name}: {said}" + (f" ({', '.join(notes)})" if notes else "")


def plain_body(response: httpx2.Response) -> Any:
    """The body as plain data; as text where it is no JSON; `None` where it is empty."""
    try:
        content = response.content
    except httpx2.ResponseNotRead:
        return None
    if not content:
        return None
    try:
        return plain_json(response)
    except (ValueError, RecursionError):
        return plain_text(response)


def plain_text(response: httpx2.Response) -> str:
    """The body as text."""
    return text_of(response.content, response.encoding)


def plain_json(response: httpx2.Response) -> Any:
    """The body as plain data, in whatever encoding it may be.

    Raises:
        ValueError: It is no JSON.
        RecursionError: It is nested too deeply.
    """
    content = with_whole_characters(response.content)
    try:
        return json.loads(content)
    except ValueError:
        again = recoded(content, response.charset_encoding)
        if again is None:
            raise
        return json.loads(again)


def _said(response: httpx2.Response) -> str:
    """The server's own words, where the body has some in one of the usual places."""
    try:
        found = _message(plain_body(response))
    except RecursionError:
        found = ""
    return shortened(" ".join(found.split()), 500)


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def _message(body: object, depth: int = 0) -> str:
    if depth > _DEEPEST:
        return ""
    if isinstance(body, str):
        # A page for people says nothing in its first lines.
        return "" if body.lstrip()[:1] == "<" else body
    if isinstance(body, list):
        items = cast("list[object]", body)
        return _message(items[0], depth + 1) if items else ""
    if not isinstance(body, dict):
        return ""
    fields = cast("dict[str, object]", body)
    for name in ("errors", "detail"):
        # What is wrong with a field says more than that something is wrong.
        found = _of_first(fields.get(name))
        if found:
            return found
    error = fields.get("error")
    nested, short = (None, error) if isinstance(error, str) else (error, None)
    names = ("message", "detail", "error_description", "title", "errors")
    for value in (nested, *(fields.get(name) for name in names), short):
        found = _message(value, depth + 1)
        if found:
            return found
    said = _message(fields.get("msg"), depth + 1)
    return _of_field(fields.get("loc"), said) or _of_first(fields)


def _of_first(fields: object) -> str:
    """What is said of the first of many fields, if each has a list of what is wrong with it."""
    found = list(_of_each(fields))
    is_told = isinstance(fields, dict) and found and all(said for _, said in found)
    return _of_field(*found[0]) if is_told else ""


def _of_each(value: object, *steps: str) -> Iterator[tuple[list[str], str]]:
    """What is said of a field, or of those within it; nothing for what is no list of texts."""
    if isinstance(value, dict) and len(steps) < _DEEPEST:
        for name, inner in cast("dict[str, object]", value).items():
            yield from _of_each(inner, *steps, name)
    else:
        texts = cast("list[object]", value) if isinstance(value, list) else []
        first = next(iter(texts), "")
        yield list(steps), first if isinstance(first, str) else ""


def _of_field(place: object, said: str) -> str:
    """What a validator says, and of which field: `body.name: Field required`."""
    if not said or not isinstance(place, list):
        return said
    steps = cast("list[object]", place)
    return f"{'.'.join(map(str, steps))}: {said}" if steps else said
