"""Parameters as text, in every style that OpenAPI knows.

| style, explode    | `"a"`  | `["a", "b"]` of `x` | `{"R": 1, "G": 2}` of `x` |
|-------------------|--------|---------------------|---------------------------|
| simple, no        | `a`    | `a,b`               | `R,1,G,2`                 |
| simple, yes       | `a`    | `a,b`               | `R=1,G=2`                 |
| label, no         | `.a`   | `.a,b`              | `.R,1,G,2`                |
| label, yes        | `.a`   | `.a.b`              | `.R=1.G=2`                |
| matrix, no        | `;x=a` | `;x=a,b`            | `;x=R,1,G,2`              |
| matrix, yes       | `;x=a` | `;x=a;x=b`          | `;R=1;G=2`                |
| form, no          | `x=a`  | `x=a,b`             | `x=R,1,G,2`               |
| form, yes         | `x=a`  | `x=a&x=b`           | `R=1&G=2`                 |
| spaceDelimited    | `x=a`  | `x=a%20b`           | `x=R%201%20G%202`         |
| pipeDelimited     | `x=a`  | `x=a%7Cb`           | `x=R%7C1%7CG%7C2`         |
| deepObject        | `x=a`  | `x[0]=a&x[1]=b`     | `x[R]=1&x[G]=2`           |

`spaceDelimited` and `pipeDelimited` explode as `form` does, and `cookie` is `form`
without percent-encoding. Brackets are sent percent-encoded. What these styles leave
open is settled so: null is left out, an empty list as well, and a list or an object
inside a list or an object is written as JSON, except in `deepObject`, which nests, and
in an exploded object, whose lists repeat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import Any, Final, TypeAlias, cast
from urllib.parse import quote, unquote

from .encoding import encode_json
from .errors import InvalidRequestError
from .omit import OMIT
from .operation import Param, Style
from .plain import Plain, dated, plain
from .texts import text
from .url import encode, encode_reserved, is_unreserved

# What a cookie may hold (RFC 6265), but for the sign of what is encoded.
_IN_COOKIE: Final = "!#$&'()*+-./:<=>?@[]^_`{|}~"
_SEPARATORS: Final[dict[Style, str]] = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
}
# Patterns that few programs need: `re` compiles them on first use.
_UNSAFE_IN_COOKIE: Final = r'[\x00-\x20",;\\\x7f]'
_SURROGATE: Final = r"[\ud800-\udfff]"
_CONTROL: Final = r"[\x00-\x08\x0a-\x1f\x7f]"
_NOTHING: Final[tuple[object, ...]] = (None, OMIT, [], {})
_ELSEWHERE: Final[tuple[object, ...]] = ("", ".", "..")
_Encode: TypeAlias = Callable[[str], str]


def path_value(name: str, value: object, param: Param | None = None) -> str:
    """A path parameter, percent-encoded.

    Raises:
        InvalidRequestError: The value is missing or empty, or leads elsewhere, as `.`
            and `..` do.
    """
    if type(value) is str and param is None and is_unreserved(value):
        written = value
    else:
        with _naming(name):
            dates = param is not None and param.date
            written = _path_text(dated(value) if dates else value, param)
    # What is kept as it is may be dots that are encoded already.
    kept = param is not None and param.allow_reserved
    leads = unquote(written) if kept else written
    if leads in _ELSEWHERE or value in _ELSEWHERE:
        raise InvalidRequestError(
            f"path parameter {name!r} must not be {value!r}, which would lead to"
            " another resource"
        )
    return written


def query_pairs(name: str, value: object, param: Param | None = None) -> list[str]:
    """A query parameter as encoded `name=value` pairs; none where it is not sent.

    What is the whole query has no name there.
    """
    if param is None and type(value) is str and is_unreserved(value):
        return [f"{encode(name)}={value}"]
    with _naming(name):
        if param is None:
            return _form(name, _single(value), True, encode)
        if param.date:
            value = dated(value)
        escape = encode_reserved if param.allow_reserved else encode
        if param.media_type is not None:
            pairs = _content_pair(name, value, param.media_type, escape)
            if param.location == "querystring":
                return [pair.partition("=")[2] for pair in pairs]
            return pairs
        if param.style == "deepObject":
            return _deep(encode(name), plain(value), escape)
        separator = _SEPARATORS.get(param.style, ",")
        return _form(name, plain(value), param.explode, escape, separator)


def header_value(name: str, value: object, param: Param | None = None) -> str | None:
    """A header's value; `None` where nothing is sent.

    Raises:
        InvalidRequestError: The value holds a line break or another control character,
            with which it could smuggle in a header or a request of its own.
    """
    if type(value) is str and param is None:
        return checked_header(name, value)
    with _naming(name):
        if value is None or value is OMIT:
            return None
        if param is None:
            return checked_header(name, text(_single(value)))
        if param.date:
            value = dated(value)
        if param.media_type is not None:
            return checked_header(name, _content(value, param.media_type))
        data = plain(value)
        if data in _NOTHING:
            return None
        return checked_header(name, _joined(data, ",", param.explode, str))


def cookie_pairs(name: str, value: object, param: Param | None = None) -> list[str]:
    """A cookie parameter as `name=value` pairs; none where it is not sent.

    What a cookie may not hold is percent-encoded, other than in the style `cookie`, which
    refuses it. The rest is sent as it is: few frameworks decode cookies, and many send
    Base64 in them.
    """
    with _naming(name):
        if param is not None and param.date:
            value = dated(value)
        if param is not None and param.media_type is not None:
            return _content_pair(name, value, param.media_type, _encoded_cookie)
        if param is None:
            return _form(name, _single(value), True, _encoded_cookie)
        if param.style == "cookie":
            return _form(name, plain(value), param.explode, _cookie, naming=_cookie)
        escape = _cookie_reserved if param.allow_reserved else _encoded_cookie
        return _form(name, plain(value), param.explode, escape)


def cookie_pair(name: str, value: str) -> str:
    """A cookie that nobody described, as it is: a value of the server's own making.

    Raises:
        InvalidRequestError: It would end before its end, or be more than a cookie.
    """
    pair = f"{name}={value}"
    if ";" in pair:
        raise InvalidRequestError(f"cookie {name!r} must not hold a semicolon")
    return checked_header("Cookie", pair)


def checked_header(name: str, value: str) -> str:
    """The value without the white space around it, which has no meaning in HTTP."""
    if value.isascii() and value.isprintable():
        return value.strip(" ")
    if re.search(_CONTROL, value):
        raise InvalidRequestError(
            f"header {name!r} must not hold line breaks or other control characters"
        )
    if re.search(_SURROGATE, value):
        raise InvalidRequestError(f"header {name!r} must not hold half a character")
    return value.strip(" \t")


@contextmanager
def _naming(name: str) -> Generator[None, None, None]:
    """Say which parameter it was whose value has no text form."""
    try:
        yield
    except InvalidRequestError:
        raise
    except (TypeError, ValueError) as error:
        raise InvalidRequestError(f"parameter {name!r}: {error}") from None


def _single(value: object) -> object:
    """What stands for itself, rather than a list or an object with its parts."""
    data = plain(value)
    if isinstance(data, (list, dict)):
        raise TypeError(f"a single value belongs there, not a {type(value).__name__}")
    return data


def _path_text(value: object, param: Param | None) -> str:
    if value is None or value is OMIT:
        return ""
    if param is None:
        return encode(text(_single(value)))
    escape = _path_reserved if param.allow_reserved else encode
    if param.media_type is not None:
        return escape(_content(value, param.media_type))
    data = plain(value)
    if data in _NOTHING:
        return ""
    if param.style == "label":
        separator = "." if param.explode else ","
        return "." + _joined(data, separator, param.explode, escape)
    if param.style == "matrix":
        pairs = _form(param.name, data, param.explode, escape)
        return "".join(f";{pair}" for pair in pairs)
    return _joined(data, ",", param.explode, escape)


def _path_reserved(text: str) -> str:
    # What ends a path segment is encoded even where reserved characters are allowed.
    return encode_reserved(text).replace("/", "%2F").replace("?", "%3F")


def _cookie(text: str) -> str:
    if re.search(_UNSAFE_IN_COOKIE, text):
        raise ValueError(
            'a cookie must not hold control characters, spaces or any of ",;\\'
        )
    return text


def _encoded_cookie(text: str) -> str:
    return quote(text, safe=_IN_COOKIE)


def _cookie_reserved(text: str) -> str:
    # What is encoded already stays as it is; every second piece is such.
    pieces = enumerate(re.split("((?:%[0-9A-Fa-f]{2})+)", text))
    return "".join(part if at % 2 else _encoded_cookie(part) for at, part in pieces)


def _content_pair(
    name: str, value: object, media_type: str, escape: _Encode
) -> list[str]:
    if value is None or value is OMIT:
        return []
    return [f"{encode(name)}={escape(_content(value, media_type))}"]


def _content(value: object, media_type: str) -> str:
    kind = media_type.partition(";")[0].strip().lower()
    if kind.endswith(("/json", "+json")):
        return _json(value)
    data = plain(value)
    if kind == "application/x-www-form-urlencoded" and isinstance(data, dict):
        return "&".join(_form("", cast("object", data), True, encode))
    return _flat(data)


def _form(
    name: str,
    data: Plain,
    explode: bool,
    escape: _Encode,
    separator: str = ",",
    naming: _Encode = encode,
) -> list[str]:
    if data in _NOTHING:
        return []
    if not explode or not isinstance(data, (list, dict)):
        return [f"{naming(name)}={_joined(data, separator, False, escape)}"]
    if isinstance(data, list):
        return _pairs(naming(name), cast("list[Plain]", data), escape)
    pairs: list[str] = []
    for key, item in cast("dict[str, Plain]", data).items():
        items = cast("list[Plain]", item) if isinstance(item, list) else [item]
        pairs.extend(_pairs(naming(key), items, escape))
    return pairs


def _pairs(name: str, items: Iterable[Plain], escape: _Encode) -> list[str]:
    return [f"{name}={escape(_flat(item))}" for item in items if item is not None]


def _joined(data: Plain, separator: str, explode: bool, escape: _Encode) -> str:
    if isinstance(data, dict):
        between = "=" if explode else separator
        return separator.join(
            f"{escape(key)}{between}{escape(_flat(item))}"
            for key, item in cast("dict[str, Plain]", data).items()
            if item is not None
        )
    if isinstance(data, list):
        items = cast("list[Plain]", data)
        return separator.join(escape(_flat(item)) for item in items if item is not None)
    return escape(_flat(data))


def _deep(name: str, data: Plain, escape: _Encode) -> list[str]:
    items: Iterable[tuple[Any, Plain]]
    if isinstance(data, dict):
        items = cast("dict[str, Plain]", data).items()
    elif isinstance(data, list):
        items = enumerate(cast("list[Plain]", data))
    else:
        return [] if data is None or data is OMIT else [f"{name}={escape(text(data))}"]
    return [
        pair
        for key, item in items
        for pair in _deep(f"{name}%5B{encode(str(key))}%5D", item, escape)
    ]


def _flat(item: Plain) -> str:
    return _json(cast("object", item)) if isinstance(item, (list, dict)) else text(item)


def _json(value: object) -> str:
    return encode_json(value).decode()
