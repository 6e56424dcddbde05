"""Parameters and bodies, from the text on the wire back to the values they stand for.

Follows the tables of the OpenAPI specification ("Style Values", "Media Types"). Whoever
reads text cannot tell `5` from `"5"`; the schema decides, a string where it allows one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any, Final, NoReturn, cast
from urllib.parse import parse_qsl, unquote, unquote_plus

from . import media
from .description import Description, Node, Parameter

_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_SEPARATORS: Final = {
    "form": ",",
    "simple": ",",
    "spaceDelimited": " ",
    "pipeDelimited": "|",
    "label": ".",
    "matrix": ",",
}


class DecodingError(ValueError):
    """The text does not stand for any value."""


def kinds(schema: Node) -> set[str]:
    """The JSON types that a schema allows, all its variants taken together."""
    given = schema.plain("type", [])
    found = {given} if isinstance(given, str) else set(given)
    found = found.union(*(kinds(variant) for variant in variants(schema)))
    if not found:
        found |= {"object"} if "properties" in schema else set()
        found |= {"array"} if "items" in schema else set()
    return found


def variants(schema: Node) -> list[Node]:
    return [v for word in ("allOf", "anyOf", "oneOf") for v in schema.each(word)]


def member(schema: Node, name: str) -> Node | None:
    """The schema of a property, looked for in all variants."""
    for key, property_ in schema.items("properties"):
        if key == name:
            return property_
    for variant in variants(schema):
        if (found := member(variant, name)) is not None:
            return found
    extra = schema.at("additionalProperties")
    return extra if extra is not None and isinstance(extra.value, Mapping) else None


def element(schema: Node) -> Node | None:
    """The schema of the elements of a list, looked for in all variants."""
    if "items" in schema:
        return schema["items"]
    found = (element(variant) for variant in variants(schema))
    return next((items for items in found if items is not None), None)


def scalar(description: Description, schema: Node | None, text: str) -> object:
    """A single value. The first reading that fits the schema is taken."""
    readings: list[object] = [text]
    if _NUMBER.fullmatch(text):
        readings.append(json.loads(text))
    if text in ("true", "false"):
        readings.append(text == "true")
    if schema is None:
        return text
    for reading in readings:
        if not description.faults(schema, reading):
            return reading
    # Nothing fits, so the reading of a type that is allowed gives the best finding.
    return readings[-1] if "string" not in kinds(schema) else text


def _object(
    description: Description, schema: Node, pairs: Iterable[tuple[str, str]]
) -> dict[str, object]:
    return {
        name: scalar(description, member(schema, name), text) for name, text in pairs
    }


def _pairs(items: list[str]) -> list[tuple[str, str]]:
    if len(items) % 2:
        raise DecodingError("names and values do not come in pairs")
    return list(zip(items[::2], items[1::2], strict=True))


def _split(text: str, separator: str) -> list[str]:
    return text.split(separator) if text else []


def single(description: Description, parameter: Parameter, raw: str) -> object:
    """The value of a parameter in the path, in a header or in a cookie.

    `raw` is still percent-encoded if it comes from the path, so that an encoded comma
    does not separate anything.
    """
    in_path = parameter.location == "path"
    decode = unquote if in_path else str
    if parameter.media_type is not None:
        return strict_json(decode(raw))
    schema = parameter.schema
    if in_path and parameter.style == "label":
        raw = raw.removeprefix(".")
    if in_path and parameter.style == "matrix":
        raw = re.sub(rf"^;{re.escape(parameter.name)}=?", "", raw)
    allowed = kinds(schema)
    exploded = {"label": ".", "matrix": ";"}.get(parameter.style, ",")
    separator = exploded if parameter.explode else ","
    if "array" in allowed:
        matrix = separator == ";"
        prefix = f"{parameter.name}=" if matrix else ""
        texts = [decode(part.removeprefix(prefix)) for part in _split(raw, separator)]
        return [scalar(description, element(schema), text) for text in texts]
    if "object" in allowed:
        if parameter.explode:
            split = [part.partition("=") for part in _split(raw, separator)]
            found = [(decode(name), decode(value)) for name, _, value in split]
        else:
            found = _pairs([decode(part) for part in _split(raw, ",")])
        return _object(description, schema, found)
    return scalar(description, schema, decode(raw))


def query_names(parameter: Parameter, raw: list[tuple[str, str]]) -> set[str]:
    """The keys of the query string that belong to a parameter."""
    present = {unquote_plus(key) for key, _ in raw}
    is_object = parameter.media_type is None and "object" in kinds(parameter.schema)
    if is_object and parameter.style == "deepObject":
        return {key for key in present if key.startswith(f"{parameter.name}[")}
    if is_object and parameter.style == "form" and parameter.explode:
        schema = parameter.schema
        return {key for key in present if member(schema, key) is not None}
    return present & {parameter.name}


def query(
    description: Description, parameter: Parameter, raw: list[tuple[str, str]]
) -> object:
    """The value of a parameter from its pairs in the query, still percent-encoded."""
    texts = [text for _, text in raw]
    if parameter.media_type is not None:
        return strict_json(unquote_plus(_only(texts)))
    schema = parameter.schema
    allowed = kinds(schema)
    plain = [(unquote_plus(key), unquote_plus(text)) for key, text in raw]
    if "object" in allowed and parameter.style == "deepObject":
        inner = len(parameter.name) + 1
        return _object(description, schema, [(k[inner:-1], v) for k, v in plain])
    if "object" in allowed and parameter.explode:
        return _object(description, schema, plain)
    if "array" in allowed and parameter.explode:
        return [scalar(description, element(schema), text) for _, text in plain]
    if "array" in allowed or "object" in allowed:
        # A separating space or bar has to be encoded in a URL, a comma does not.
        separator = _SEPARATORS[parameter.style]
        text = _only(texts)
        if separator != ",":
            text = unquote_plus(text)
        parts = [unquote_plus(part) for part in _split(text, separator)]
        if "array" in allowed:
            return [scalar(description, element(schema), part) for part in parts]
        return _object(description, schema, _pairs(parts))
    return scalar(description, schema, unquote_plus(_only(texts)))


def _only(texts: list[str]) -> str:
    if len(texts) != 1:
        raise DecodingError(f"is given {len(texts)} times")
    return texts[0]


def strict_json(text: str | bytes) -> object:
    """JSON as the RFC has it: no NaN, and no key twice."""

    def refuse(constant: str) -> NoReturn:
        raise DecodingError(f"{constant} is not JSON")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise DecodingError("a key is given twice")
        return found

    try:
        return json.loads(text, parse_constant=refuse, object_pairs_hook=once)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DecodingError(f"is not JSON: {error}") from None


def body(
    description: Description, schema: Node | None, raw: bytes, content_type: str
) -> object:
    """The value of a body; plain bytes where the media type has no values."""
    media_type = media.plain(content_type)
    if re.fullmatch(r".+/(?:.+\+)?json", media_type):
        return strict_json(raw)
    if media_type == "application/x-www-form-urlencoded":
        pairs = parse_qsl(raw.decode(), keep_blank_values=True, strict_parsing=True)
        return _form(description, schema, pairs)
    if media_type == "multipart/form-data":
        return _form(description, schema, _parts(raw, content_type))
    return raw.decode() if media_type.startswith("text/") else raw


def _parts(raw: bytes, content_type: str) -> list[tuple[str, str]]:
    head = f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + raw)
    if not message.is_multipart():
        raise DecodingError("has no parts")
    found = []
    for part in cast("Iterable[EmailMessage]", message.iter_parts()):
        name = part.get_param("name", header="content-disposition")
        payload = cast("bytes", part.get_payload(decode=True))
        found.append((str(name), payload.decode(errors="replace")))
    return found


def _form(
    description: Description, schema: Node | None, pairs: Iterable[tuple[str, str]]
) -> dict[str, object]:
    """The properties of a form. A list is its key repeated; an object is JSON."""
    found: dict[str, Any] = {}
    for name, text in pairs:
        inner = member(schema, name) if schema is not None else None
        allowed = kinds(inner) if inner is not None else set()
        if inner is not None and "array" in allowed:
            value = scalar(description, element(inner), text)
            found.setdefault(name, []).append(value)
        elif name in found:
            raise DecodingError(f"{name} is given twice")
        elif "object" in allowed:
            found[name] = strict_json(text)
        else:
            found[name] = scalar(description, inner, text)
    return found
