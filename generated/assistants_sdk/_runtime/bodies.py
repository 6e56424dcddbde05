"""Request bodies: from what the caller gave to what is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote, unquote_to_bytes

from httpx2 import AsyncByteStream, ByteStream, SyncByteStream

from . import media
from .encoding import encode_json
from .errors import InvalidRequestError
from .files import Upload, is_file, upload
from .multipart import Multipart
from .omit import OMIT
from .operation import Body, Param, Part
from .parameters import checked_header, query_pairs
from .plain import dated, is_list, is_model, plain
from .texts import text

if TYPE_CHECKING:
    from .plain import Plain

_DEFAULT: Final = Part()


class Content:
    """A body that is ready to be sent.

    Attributes:
        stream: The bytes, in httpx2's form.
        media_type: What they are.
        length: How many there are, where that is known.
        replayable: Whether they can be sent again.
    """

    __slots__ = ("length", "media_type", "replayable", "stream")

    def __init__(
        self,
        stream: SyncByteStream | AsyncByteStream,
        media_type: str,
        length: int | None,
        replayable: bool = True,
    ) -> None:
        self.stream = stream
        self.media_type = media_type
        self.length = length
        self.replayable = replayable


class _Sending(SyncByteStream, AsyncByteStream):
    """What httpx2 reads a streamed body from."""

    def __init__(self, source: Upload | Multipart) -> None:
        self._source = source

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._source)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._source.__aiter__()


def content(
    body: Body, value: object, extra: Mapping[str, object] | None = None
) -> Content | None:
    """The body as bytes, or as a stream of them; `None` where nothing is sent.

    Args:
        body: How the operation wants it written.
        value: What the caller gave: fields by wire name, or the body as a whole.
        extra: Fields to add where the body has fields; the caller's own win.

    Raises:
        InvalidRequestError: The value cannot be written in this way.
    """
    if extra:
        value = _extended(value, extra)
    if value is OMIT:
        return None
    if not body.required:
        if _is_empty(value):
            return None
        _check_complete(body, value)
    if body.dates and isinstance(value, Mapping):
        value = _without_times(body, cast("Mapping[str, object]", value))
    try:
        return _written(body, value)
    except InvalidRequestError:
        raise
    except (TypeError, ValueError, LookupError, RecursionError) as error:
        raise InvalidRequestError(f"the body cannot be sent: {error}") from None


def _written(body: Body, value: object) -> Content:
    match body.kind:
        case "json":
            media_type = media.concrete(body.media_type, "application/json")
            return _whole(encode_json(value), media_type)
        case "form":
            return _whole("&".join(_form(body, value)).encode(), body.media_type)
        case "multipart":
            return _multipart(body, value)
        case "text":
            return _text(body, value)
        case "bytes":
            return _streamed(upload(value), body)
        case "jsonl":
            return _lines(body, value)


def _whole(data: bytes, media_type: str) -> Content:
    return Content(ByteStream(data), media_type, len(data))


def _streamed(source: Upload, body: Body) -> Content:
    media_type = checked_header("Content-Type", media.of_file(source, body))
    return Content(_Sending(source), media_type, source.length, source.replayable)


def _text(body: Body, value: object) -> Content:
    if is_file(value):
        return _streamed(upload(value), body)
    media_type = media.concrete(body.media_type, "text/plain")
    charset = media.charset(media_type)
    if charset is None and media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    return _whole(text(value).encode(charset or "utf-8"), media_type)


def _lines(body: Body, value: object) -> Content:
    if not is_list(value):
        given = value.encode() if isinstance(value, str) else value
        return _streamed(upload(given), body)
    # An iterator is taken for a file elsewhere; here it gives values.
    if is_file(value) and not isinstance(value, Iterator):
        return _streamed(upload(value), body)
    items: Iterable[object] = value
    lines = (encode_json(item) + b"\n" for item in items)
    if isinstance(value, (list, tuple)):
        return _whole(b"".join(lines), body.media_type)
    return _streamed(Upload(lines), body)


def _is_empty(value: object) -> bool:
    # An object without any fields was given; one without any left was not.
    if not isinstance(value, dict):
        return False
    fields = cast("dict[str, object]", value)
    return bool(fields) and all(item is OMIT for item in fields.values())


def _check_complete(body: Body, value: object) -> None:
    if not isinstance(value, Mapping):
        return
    given = cast("Mapping[str, object]", value)
    missing = [name for name in body.needs if given.get(name, OMIT) is OMIT]
    if missing:
        names = " and ".join(repr(name) for name in missing)
        raise InvalidRequestError(
            f"the body must not be sent without {names}; give that as well, or nothing"
            " of the body"
        )


def _without_times(body: Body, given: Mapping[str, object]) -> Mapping[str, object]:
    dates = {name: dated(given[name]) for name in body.dates if name in given}
    return {**given, **dates}


def _extended(value: object, extra: Mapping[str, object]) -> object:
    if value is OMIT:
        return extra
    fields = _fields(
        value, f"body fields {sorted(extra)} cannot be added to a body without fields"
    )
    return {**extra, **fields}


def _form_fields(value: object) -> dict[str, object]:
    """The fields of a form; files among them are left alone."""
    kind = type(value).__name__
    return _fields(value, f"a form is an object with fields, not a {kind}")


def _fields(value: object, refusal: str) -> dict[str, object]:
    """The fields that were given."""
    if is_model(value):
        value = plain(value)
    if not isinstance(value, Mapping):
        raise InvalidRequestError(refusal)
    given = cast("Mapping[str, object]", value)
    return {name: item for name, item in given.items() if item is not OMIT}


def _form(body: Body, form: object) -> Iterator[str]:
    for name, item in _form_fields(form).items():
        # An empty value is the only way that a form can say null.
        value = "" if item is None else plain(item)
        yield from query_pairs(name, value, _param(body, name, value))


def _param(body: Body, name: str, value: Plain) -> Param:
    part = body.parts.get(name, _DEFAULT)
    media_type = part.content_type
    if isinstance(value, dict):
        media_type = media_type or "application/json"
    elif isinstance(value, list) and not media.is_json(media_type):
        # The type is that of each item, and each is a field of this name.
        media_type = None
    return Param(
        "query",
        name,
        style=part.style or "form",
        explode=part.explode,
        allow_reserved=part.allow_reserved,
        media_type=None if part.style else media_type,
    )


def _multipart(body: Body, value: object) -> Content:
    # A form has fields, and other bodies of several parts may be a list of them.
    if is_list(value) and body.media_type != "multipart/form-data":
        return _parted(body, [(None, part) for part in _ordered(body, value)])
    parts: list[tuple[str | None, Upload]] = []
    for name, item in _form_fields(value).items():
        part = body.parts.get(name, _DEFAULT)
        # A style is for data; many generators of descriptions give one to all parts.
        if part.style is None or part.file or _is_of_files(item):
            with _naming(name):
                parts.extend((name, upload) for upload in _parts(item, part))
        else:
            for pair in query_pairs(name, item, _param(body, name, None)):
                key, _, written = pair.partition("=")
                data = unquote_to_bytes(written)
                parts.append((unquote(key), Upload(data, None, part.content_type)))
    return _parted(body, parts)


def _ordered(body: Body, items: Iterable[object]) -> Iterator[Upload]:
    for place, item in enumerate(items):
        part = (
            body.places[min(place, len(body.places) - 1)] if body.places else _DEFAULT
        )
        if is_file(item):
            (file,) = _parts(item, part)
            # Only a caller who names a part wants it to have a name.
            file.name = file.name if isinstance(item, tuple) else None
            yield file
        else:
            yield _data(plain(item), part.content_type)


def _is_of_files(value: object) -> bool:
    return is_file(value) or (is_list(value) and any(is_file(item) for item in value))


def _parted(body: Body, parts: list[tuple[str | None, Upload]]) -> Content:
    whole = Multipart(parts)
    media_type = f"{body.media_type}; boundary={whole.boundary}"
    return Content(_Sending(whole), media_type, whole.length, whole.replayable)


def _parts(value: object, part: Part) -> Iterator[Upload]:
    if part.base64 and isinstance(value, (bytes, bytearray)):
        yield _data(value, part.content_type)
    elif is_file(value) or _must_be_file(value, part):
        file = upload(value)
        if file.media_type is None:
            # A list or a range of types says what is allowed, not what this file is.
            named = part.content_type or "*/*"
            unclear = "*" in named or "," in named
            file.media_type = "application/octet-stream" if unclear else named
        yield file
    elif is_list(value):
        for item in value:
            if is_list(item) and not is_file(item):
                # Parts make one list only; a list in it is a value like any other.
                yield _data(plain(item), part.content_type)
            elif item is not None and item is not OMIT:
                yield from _parts(item, part)
    elif value is not None:
        yield _data(plain(value), part.content_type)


def _must_be_file(value: object, part: Part) -> bool:
    if value is None:
        return part.file and not part.optional
    return part.file and not is_list(value)


@contextmanager
def _naming(field: str) -> Generator[None, None, None]:
    """Say which field it was that cannot be sent."""
    try:
        yield
    except (InvalidRequestError, TypeError, ValueError) as error:
        raise InvalidRequestError(f"field {field!r}: {error}") from None


def _data(value: Plain, media_type: str | None) -> Upload:
    whole: object = value
    if media_type is not None and "," in media_type:
        # A list says what is allowed, and a plain value is the first that is one type.
        named = [each.strip() for each in media_type.split(",")]
        media_type = next((each for each in named if "*" not in each), None)
    if media.is_json(media_type) or isinstance(value, (dict, list)):
        return Upload(encode_json(whole), None, media_type or "application/json")
    charset = media.charset(media_type) or "utf-8"
    return Upload(text(value).encode(charset), None, media_type)
