"""Values as a request carries them: what the SDK's runtime writes, in every style.

The rules are those of `parameters.py` and `bodies.py` in the runtime, which the emitted
package alone can import.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote, unquote

from ....examples import Upload
from ....ir import (
    Content,
    Json,
    Location,
    Parameter,
    PartEncoding,
    Style,
)
from ....spelling.literals import text_of

_IN_COOKIE = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_SEPARATORS = {Style.SPACE_DELIMITED: "%20", Style.PIPE_DELIMITED: "%7C"}
_NOTHING: tuple[Json, ...] = (None, [], {})
_KEPT = re.compile(r"(%[0-9A-Fa-f]{2}|[:/?\[\]@!$'()*,;]+)")
_Escape: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a multipart body."""

    name: str
    content: str | Upload
    media_type: str | None = None


def path_text(parameter: Parameter, value: Json) -> str:
    """A value in the path, percent-encoded."""
    escape = _path_reserved if parameter.allow_reserved else encode
    explode = parameter.explode
    if parameter.media_type is not None:
        return escape(_content(value, parameter.media_type))
    match parameter.style:
        case Style.LABEL:
            return "." + _joined(value, "." if explode else ",", explode, escape)
        case Style.MATRIX:
            pairs = _form(parameter.wire_name, value, explode, escape)
            return "".join(f";{pair}" for pair in pairs)
        case _:
            return _joined(value, ",", explode, escape)


def query_pairs(parameter: Parameter, value: Json) -> list[str]:
    """A value in the query as encoded `name=value`; what is the whole query has no name."""
    name = parameter.wire_name
    escape = encode_reserved if parameter.allow_reserved else encode
    if parameter.media_type is not None:
        pairs = _content_pair(name, value, parameter.media_type, escape)
        if parameter.location is Location.QUERYSTRING:
            return [pair.partition("=")[2] for pair in pairs]
        return pairs
    return _styled(name, value, parameter.style, parameter.explode, escape)


def header_text(parameter: Parameter, value: Json) -> str | None:
    """A header's value; `None` where it is not sent."""
    if value in _NOTHING:
        return None
    if parameter.media_type is not None:
        return _content(value, parameter.media_type)
    return _joined(value, ",", parameter.explode, str)


def cookie_pairs(parameter: Parameter, value: Json) -> list[str]:
    """A cookie as `name=value`."""
    name = parameter.wire_name
    if parameter.media_type is not None:
        return _content_pair(name, value, parameter.media_type, _encoded_cookie)
    if parameter.style is Style.COOKIE:
        return _form(name, value, parameter.explode, str, naming=str)
    escape = _cookie_reserved if parameter.allow_reserved else _encoded_cookie
    return _form(name, value, parameter.explode, escape)


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


def compact(value: Json) -> str:
    """JSON as the SDK writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode(text: str) -> str:
    """All but letters, digits, `-`, `.`, `_` and `~` percent-encoded."""
    return quote(text, safe="~", errors="replace")


def encode_reserved(text: str) -> str:
    """Percent-encoded for `allowReserved`."""
    # The pattern has one group, so that every second piece is a match.
    return "".join(
        piece if position % 2 else encode(piece)
        for position, piece in enumerate(_KEPT.split(text))
    )


def plain(value: Json) -> str:
    """A single value as text."""
    match value:
        case str() | int() | float():
            return text_of(value)
        case None:
            return ""
        case list() | dict():
            return compact(value)


def _path_reserved(text: str) -> str:
    return encode_reserved(text).replace("/", "%2F").replace("?", "%3F")


def _encoded_cookie(text: str) -> str:
    return quote(text, safe=_IN_COOKIE, errors="replace")


def _cookie_reserved(text: str) -> str:
    pieces = enumerate(re.split("((?:%[0-9A-Fa-f]{2})+)", text))
    return "".join(part if at % 2 else _encoded_cookie(part) for at, part in pieces)


def _content(value: Json, media_type: str) -> str:
    kind = media_type.partition(";")[0].strip().lower()
    if kind.endswith(("/json", "+json")):
        return compact(value)
    if kind == "application/x-www-form-urlencoded" and isinstance(value, dict):
        return "&".join(_form("", value, True, encode))
    return plain(value)


def _content_pair(
    name: str, value: Json, media_type: str, escape: _Escape
) -> list[str]:
    if value is None:
        return []
    return [f"{encode(name)}={escape(_content(value, media_type))}"]


def _styled(
    name: str, value: Json, style: Style, explode: bool, escape: _Escape
) -> list[str]:
    if style is Style.DEEP_OBJECT:
        return list(_deep(encode(name), value, escape))
    return _form(name, value, explode, escape, _SEPARATORS.get(style, ","))


def _form(
    name: str,
    value: Json,
    explode: bool,
    escape: _Escape,
    separator: str = ",",
    naming: _Escape = encode,
) -> list[str]:
    if value in _NOTHING:
        return []
    if explode and isinstance(value, list):
        return _repeated(naming(name), value, escape)
    if explode and isinstance(value, dict):
        return [
            pair
            for key, item in value.items()
            for pair in _repeated(
                naming(key), item if isinstance(item, list) else [item], escape
            )
        ]
    return [f"{naming(name)}={_joined(value, separator, False, escape)}"]


def _repeated(name: str, items: Iterable[Json], escape: _Escape) -> list[str]:
    return [f"{name}={escape(plain(item))}" for item in items if item is not None]


def _joined(value: Json, separator: str, explode: bool, escape: _Escape) -> str:
    if isinstance(value, dict):
        between = "=" if explode else separator
        return separator.join(
            f"{escape(key)}{between}{escape(plain(item))}"
            for key, item in value.items()
            if item is not None
        )
    items = value if isinstance(value, list) else [plain(value)]
    return separator.join(escape(plain(item)) for item in items if item is not None)


def _deep(name: str, value: Json, escape: _Escape) -> Iterator[str]:
    match value:
        case dict() | list():
            items = value.items() if isinstance(value, dict) else enumerate(value)
            for key, item in items:
                yield from _deep(f"{name}%5B{encode(str(key))}%5D", item, escape)
        case None:
            pass
        case _:
            yield f"{name}={escape(plain(value))}"


def _encoding(content: Content, name: str) -> PartEncoding:
    named = (each for each in content.encodings if each.wire_name == name)
    return next(named, PartEncoding(name))


def _field(content: Content, name: str, value: Json) -> list[str]:
    encoding = _encoding(content, name)
    escape = encode_reserved if encoding.allow_reserved else encode
    style = encoding.style or Style.FORM
    media_type = encoding.content_type
    if media_type is None and isinstance(value, dict):
        media_type = "application/json"
    elif isinstance(value, list) and not _is_json(media_type):
        # The type is that of each item, and each is a field of this name.
        media_type = None
    if encoding.style is None and media_type is not None:
        return _content_pair(name, value, media_type, escape)
    explode = encoding.explode
    if explode is None:
        explode = style in (Style.FORM, Style.DEEP_OBJECT, Style.COOKIE)
    return _styled(name, value, style, explode, escape)


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
        return Part(name, compact(value), media_type or "application/json")
    return Part(name, plain(value), media_type)


def _is_json(media_type: str | None) -> bool:
    return media_type is not None and "json" in media_type
