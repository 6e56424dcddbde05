"""Names and texts of single values, which many descriptions have beside an `enum`."""

from __future__ import annotations

from collections.abc import Sequence

from ...ir import Json
from ...names import words

# Nothing is standard here; these are what other generators read.
_NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names")
_TEXTS = ("x-enum-descriptions", "x-enumDescriptions")


def texts_beside(values: Sequence[Json], schema: dict[str, Json]) -> dict[str, str]:
    """What is said of an enum's values, by value."""
    if not any(key in schema for key in (*_NAMES, *_TEXTS)):
        return {}
    named, told = _by_value(values, schema, _NAMES), _by_value(values, schema, _TEXTS)
    found = {
        str(value): text_of(value, named.get(str(value)), told.get(str(value)))
        for value in values
    }
    return {value: text for value, text in found.items() if text}


def text_of(value: Json, name: Json, doc: Json) -> str:
    """A value's name, where it says more than the value, and its description."""
    first = name.strip() if isinstance(name, str) else ""
    text = doc.strip() if isinstance(doc, str) else ""
    if not first or first in text or _letters(first) == _letters(str(value)):
        return text
    return f"{first}: {text}" if text else first


def _letters(name: str) -> list[str]:
    return [word.lower() for word in words(name)]


def _by_value(
    values: Sequence[Json], schema: dict[str, Json], keys: tuple[str, ...]
) -> dict[str, Json]:
    """Such texts stand in a list, in the order of the values, or under each of them."""
    found = next((schema[key] for key in keys if key in schema), None)
    if isinstance(found, list):
        # In one of another length it is not clear which belongs to which.
        same = len(found) == len(values)
        return dict(zip(map(str, values), found, strict=True)) if same else {}
    return found if isinstance(found, dict) else {}
