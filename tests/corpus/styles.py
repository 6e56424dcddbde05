"""Values of parameters, from the text on the wire back to what they stand for.

Follows the table of style values in the OpenAPI specification. A text stands for a
number or a boolean where one was given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from urllib.parse import unquote, unquote_plus

from .raw import Parameter

_SEPARATORS: Final = {
    "form": ("%2C", ","),
    "spaceDelimited": ("%20", "+"),
    "pipeDelimited": ("%7C", "|"),
}
Pair = tuple[str, str]


class Undecodable(ValueError):
    """What is on the wire is not written as the description says."""


def same(wire: object, given: object) -> bool:
    """Whether what was sent stands for what was given."""
    if isinstance(given, Mapping):
        return (
            isinstance(wire, Mapping)
            and wire.keys() == given.keys()
            and all(same(wire[name], given[name]) for name in given)
        )
    if isinstance(given, list):
        return (
            isinstance(wire, list)
            and len(wire) == len(given)
            and all(same(w, g) for w, g in zip(wire, given, strict=True))
        )
    if isinstance(given, bytes):
        return wire in (given, given.decode("latin-1"))
    if isinstance(given, bool) or given is None:
        text = {True: "true", False: "false", None: ""}[given]
        return wire is given or wire == text
    if isinstance(given, int | float):
        if isinstance(wire, str):
            try:
                return Decimal(wire) == Decimal(str(given))
            except InvalidOperation:
                return False
        return not isinstance(wire, bool) and wire == given
    return wire == given


def _scalar(text: str, given: object) -> object:
    """A text, or the JSON in it where a list or an object was given."""
    return json_of(text) if isinstance(given, Mapping | list) else text


def _items(texts: list[str], given: list[Any]) -> list[object]:
    if len(texts) != len(given):
        raise Undecodable(f"{len(texts)} items for {len(given)}: {texts!r:.200}")
    return [_scalar(text, item) for text, item in zip(texts, given, strict=True)]


def _object(pairs: Iterable[Pair], given: Mapping[str, Any]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, text in pairs:
        if name in found:
            raise Undecodable(f"{name} is sent twice")
        found[name] = _scalar(text, given.get(name))
    return found


def _flat(texts: list[str]) -> list[Pair]:
    if len(texts) % 2:
        raise Undecodable(f"names and values do not come in pairs: {texts!r:.200}")
    return list(zip(texts[::2], texts[1::2], strict=True))


def _assigned(texts: list[str]) -> list[Pair]:
    split = [text.partition("=") for text in texts]
    return [(name, value) for name, _, value in split]


def path_value(
    parameter: Parameter | None, name: str, raw: str, given: object
) -> object:
    style = parameter.style if parameter else "simple"
    explode = parameter.explode if parameter else False
    if parameter is not None and parameter.media_type is not None:
        return content_value(unquote(raw), parameter.media_type)
    name = parameter.name if parameter else name
    separator = ","
    if style == "label":
        separator = "." if explode else ","
        raw = _after(raw, ".")
    elif style == "matrix":
        separator = ";" if explode else ","
        raw = _after(raw, ";")
        if not explode or not isinstance(given, Mapping):
            raw = ";".join(_after(part, f"{name}=") for part in raw.split(";"))
    parts = raw.split(separator)
    if isinstance(given, list):
        return _items([unquote(part) for part in parts], given)
    if isinstance(given, Mapping):
        pairs = _assigned(parts) if explode else _flat(parts)
        return _object(((unquote(k), unquote(v)) for k, v in pairs), given)
    return unquote(raw)


def _after(text: str, prefix: str) -> str:
    if not text.startswith(prefix):
        raise Undecodable(f"{text!r} does not start with {prefix!r}")
    return text[len(prefix) :]


def header_value(parameter: Parameter, raw: str, given: object) -> object:
    if parameter.media_type is not None:
        return content_value(raw, parameter.media_type)
    parts = [part.strip() for part in raw.split(",")]
    if isinstance(given, list):
        return _items(parts, given)
    if isinstance(given, Mapping):
        pairs = _assigned(parts) if parameter.explode else _flat(parts)
        return _object(pairs, given)
    return raw


def content_value(text: str, media_type: str) -> object:
    return json_of(text) if media_type.endswith("json") else text


def take(
    left: list[Pair],
    name: str,
    given: object,
    style: str,
    explode: bool,
    media_type: str | None,
) -> object:
    """The value of a parameter, whose pairs are taken out of those that are left."""
    if style == "deepObject" and isinstance(given, Mapping | list):
        own = [pair for pair in left if unquote_plus(pair[0]).startswith(f"{name}[")]
        _remove(own, left)
        return _deep([(unquote_plus(k)[len(name) :], unquote_plus(v)) for k, v in own])
    exploded = explode and media_type is None and style != "deepObject"
    if exploded and isinstance(given, Mapping):
        return _exploded(left, given)
    own = [pair for pair in left if unquote_plus(pair[0]) == name]
    _remove(own, left)
    texts = [value for _, value in own]
    if exploded and isinstance(given, list):
        return _items([unquote_plus(text) for text in texts], given)
    if len(texts) != 1:
        raise Undecodable(f"is sent {len(texts)} times")
    if media_type is not None:
        return content_value(unquote_plus(texts[0]), media_type)
    if isinstance(given, list | Mapping):
        parts = _delimited(texts[0], style)
        return (
            _items(parts, given)
            if isinstance(given, list)
            else _object(_flat(parts), given)
        )
    return unquote_plus(texts[0])


def _exploded(left: list[Pair], given: Mapping[str, Any]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in given.items():
        own = [pair for pair in left if unquote_plus(pair[0]) == key]
        if isinstance(value, list):
            found[key] = _items([unquote_plus(text) for _, text in own], value)
        elif own:
            # Two objects whose properties have one name can only be told by the values.
            own = [p for p in own if same(unquote_plus(p[1]), value)][:1] or own
            found[key] = _scalar(unquote_plus(own[0][1]), value)
        _remove(own, left)
    return found


def _delimited(raw: str, style: str) -> list[str]:
    encoded, plain = _SEPARATORS.get(style, (",", ","))
    if style != "form":
        raw = raw.replace(encoded, plain)
    return [unquote_plus(part) for part in raw.split(plain)]


def _remove(own: list[Pair], left: list[Pair]) -> None:
    for pair in own:
        left.remove(pair)


def _deep(pairs: Iterable[Pair]) -> Any:
    """Nested objects and lists from keys such as `[a][0][b]`."""
    tree: dict[str, Any] = {}
    for key, text in pairs:
        steps = re.findall(r"\[([^\]]*)\]", key)
        node = tree
        for step in steps[:-1]:
            node = node.setdefault(step, {})
        if steps[-1] in node:
            raise Undecodable(f"{key} is sent twice")
        node[steps[-1]] = text
    return _listed(tree)


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    inner = {key: _listed(value) for key, value in tree.items()}
    if inner and list(inner) == [str(index) for index in range(len(inner))]:
        return list(inner.values())
    return inner


def split_pairs(text: str, separator: str = "&") -> list[Pair]:
    split = [pair.partition("=") for pair in text.split(separator) if pair]
    return [(key, value) for key, _, value in split]


def json_of(text: str | bytes) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise Undecodable("a key is given twice")
        return found

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise Undecodable(f"is not JSON: {error}: {text[:100]!r}") from None


def filled(value: Any) -> Any:
    """The value without lists and objects that have nothing in them."""
    if isinstance(value, Mapping):
        inner = {name: filled(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if each not in ({}, [])}
    if isinstance(value, list):
        return [each for each in map(filled, value) if each not in ({}, [])]
    return value
