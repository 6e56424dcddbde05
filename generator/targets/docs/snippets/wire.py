"""Values as a request carries them, in every style: the runtime itself writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from ....examples import Upload
from ....ir import Content, Json, Parameter, PartEncoding
from ....rendering import runtime_module
from ....spelling.literals import text_of


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    content: str | Upload
    media_type: str | None = None


def path_text(parameter: Parameter, value: Json) -> str | None:
    """A value in the path, percent-encoded; `None` where the runtime refuses it."""
    written: str | None = _written("path_value", value, _of(parameter))
    return written


def query_pairs(parameter: Parameter, value: Json) -> list[str]:
    """A value in the query as encoded `name=value`; what is the whole query has no name."""
    return _written("query_pairs", value, _of(parameter)) or []


def header_text(parameter: Parameter, value: Json) -> str | None:
    """A header's value; `None` where it is not sent."""
    written: str | None = _written("header_value", value, _of(parameter))
    return written


def cookie_pairs(parameter: Parameter, value: Json) -> list[str]:
    """A cookie as `name=value`."""
    return _written("cookie_pairs", value, _of(parameter)) or []


def form_pairs(content: Content, fields: dict[str, Json]) -> Iterator[str]:
    """The fields of a form as encoded `name=value`."""
    for name, value in fields.items():
        # An empty value is the only way that a form can say null.
        yield from _field(content, name, "" if value is None else value)


def parts(content: Content, fields: dict[str, Json]) -> Iterator[Part]:
    """The fields of a multipart body."""
    for name, value in fields.items():
        encoding = _encoding(content, name)
        # A style is for data; a file among the parts is a file with any.
        if encoding.style is None or _is_of_files(value):
            yield from _parts(name, value, encoding.content_type)
            continue
        for pair in _field(content, name, value):
            key, _, written = pair.partition("=")
            yield Part(unquote(key), unquote(written), encoding.content_type)


def ordered_parts(content: Content, items: list[Json]) -> Iterator[Part]:
    """Parts without names, each written as its place says, the last for all further."""
    for place, value in enumerate(items):
        encodings = content.places[: place + 1]
        media_type = encodings[-1].content_type if encodings else None
        if isinstance(value, Upload):
            yield Part("", value, media_type)
        else:
            yield _data("", value, media_type)


def encode(text: str) -> str:
    """All but letters, digits, `-`, `.`, `_` and `~` percent-encoded."""
    encoded: str = runtime_module("url").encode(text)
    return encoded


def _of(parameter: Parameter) -> Any:
    return _param(
        parameter.location.value,
        parameter.wire_name,
        style=parameter.style.value,
        explode=parameter.explode,
        allow_reserved=parameter.allow_reserved,
        media_type=parameter.media_type,
    )


def _param(location: str, name: str, **options: str | bool | None) -> Any:
    return runtime_module("operation").Param(location, name, **options)


def _written(function: str, value: Json, param: Any) -> Any:
    """What a function of the runtime makes of a value; `None` where it refuses it."""
    write = getattr(runtime_module("parameters"), function)
    try:
        return write(param.name, value, param)
    except ValueError:
        return None


def _encoding(content: Content, name: str) -> PartEncoding:
    named = (each for each in content.encodings if each.wire_name == name)
    return next(named, PartEncoding(name))


def _field(content: Content, name: str, value: Json) -> list[str]:
    encoding = _encoding(content, name)
    media_type = encoding.content_type
    if media_type is None and isinstance(value, dict):
        media_type = "application/json"
    elif isinstance(value, list) and not _is_json(media_type):
        # The type is that of each item, and each is a field of this name.
        media_type = None
    param = _param(
        "query",
        name,
        style=encoding.style.value if encoding.style else None,
        explode=encoding.explode,
        allow_reserved=encoding.allow_reserved,
        media_type=None if encoding.style else media_type,
    )
    return _written("query_pairs", value, param) or []


def _is_of_files(value: Json) -> bool:
    return any(
        isinstance(item, Upload)
        for item in (value if isinstance(value, list) else (value,))
    )


def _parts(name: str, value: Json, media_type: str | None) -> Iterator[Part]:
    match value:
        case Upload():
            yield Part(name, value, media_type)
        case list():
            for item in value:
                if isinstance(item, list):
                    # Parts make one list only; a list in it is a value like any other.
                    yield _data(name, item, media_type)
                else:
                    yield from _parts(name, item, media_type)
        case None:
            pass
        case _:
            yield _data(name, value, media_type)


def _data(name: str, value: Json, media_type: str | None) -> Part:
    if media_type is not None and "," in media_type:
        # A list says what is allowed, and a plain value is the first that is one type.
        named = [each.strip() for each in media_type.split(",")]
        media_type = next((each for each in named if "*" not in each), None)
    if _is_json(media_type) or isinstance(value, dict | list):
        compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return Part(name, compact, media_type or "application/json")
    return Part(name, "" if value is None else text_of(value), media_type)


def _is_json(media_type: str | None) -> bool:
    return media_type is not None and "json" in media_type
