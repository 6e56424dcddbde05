"""YAML scalars to plain values, by the core schema of YAML 1.2."""

from __future__ import annotations

import re

from yaml.events import Event, ScalarEvent

from ..pointers import Json
from .faults import START, Place, Unreadable, too_large
from .numbers import TooLargeError, integer, real

CORE = "tag:yaml.org,2002:"

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAYBE_SPECIAL = frozenset("~nNtTfF-+.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")

_KINDS: dict[str, tuple[type, ...]] = {
    CORE + "null": (type(None),),
    CORE + "bool": (bool,),
    CORE + "int": (int,),
    CORE + "float": (int, float),
}


def place_of(event: Event) -> Place:
    """Where an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else START


def plain_value(text: str, event: ScalarEvent) -> Json:
    """What an unquoted scalar stands for.

    Infinity and NaN, which JSON does not have, stay the text that they are written as.
    """
    if text in _NULL:
        return None
    if text[0] not in _MAYBE_SPECIAL:
        return text
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    try:
        if _INTEGER.fullmatch(text):
            return integer(text)
        if _FLOAT.fullmatch(text):
            return real(text)
    except TooLargeError:
        raise too_large(place_of(event)) from None
    return text


def tagged_value(text: str, tag: str, event: ScalarEvent) -> Json:
    """What a scalar with a tag stands for.

    Raises:
        Unreadable: The tag is none of the core schema's, or does not fit the text.
    """
    if tag in ("!", CORE + "str"):
        return text
    value = plain_value(text, event)
    if not isinstance(value, _KINDS.get(tag, ())) or (
        isinstance(value, bool) and "bool" not in tag
    ):
        raise wrong_tag(tag, event)
    return value


def wrong_tag(tag: str, event: Event) -> Unreadable:
    """The error for a tag that nothing may be made from."""
    shown = "!!" + tag.removeprefix(CORE) if tag.startswith(CORE) else tag
    return Unreadable(
        place_of(event),
        f"the tag {shown} does not belong to YAML's core schema, or not to this value",
        "remove it; sdkgen constructs nothing from tags",
    )
