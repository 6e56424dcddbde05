"""Values inside decoded bodies, found by the names that they have on the wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast


def dig(value: Any, path: Sequence[str]) -> Any:
    """The value that a path of wire names leads to; `None` where it leads nowhere.

    A number picks from a list, `-1` its last item.
    """
    for name in path:
        # Nearly always; and this is done for every event of a stream.
        value = value.get(name) if value.__class__ is dict else _step(value, name)
        if value is None:
            return None
    return value


def _step(value: object, name: str) -> Any:
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(name)
    if isinstance(value, list):
        try:
            return cast("list[object]", value)[int(name)]
        except (ValueError, IndexError):
            return None
    # Not an import of pydantic: a program without models does without it.
    fields: dict[str, Any] = getattr(type(value), "__pydantic_fields__", {})
    for attribute, field in fields.items():
        if (field.alias or attribute) == name:
            return getattr(value, attribute)
    extra: dict[str, Any] | None = getattr(value, "__pydantic_extra__", None)
    return (extra or {}).get(name)
