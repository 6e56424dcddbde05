"""What a type cannot say about a value, in words: limits and defaults."""

from __future__ import annotations

import re

from ...ir import Alias, Constraints, Default, Field, Model, Parameter
from .docstrings import sentence
from .literals import literal

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def limits(constraints: Constraints, default: Default | None) -> str:
    """One sentence, such as `From 1 to 100, 20 when left out.`; empty when there is none.

    >>> limits(Constraints(minimum=1, maximum=100), Default(20))
    'From 1 to 100, `20` when left out.'
    """
    return _sentence([*_limits(constraints), *_default(default)])


def class_doc(schema: Model | Alias, otherwise: str = "") -> str:
    """What stands below the name of a schema."""
    doc = sentence(schema.doc) or otherwise
    if isinstance(schema, Model) and (limit := limits(schema.constraints, None)):
        doc = f"{doc}\n\n{limit}"
    return f"{doc}\n\nDeprecated.".strip() if schema.deprecated else doc


def described(thing: Field | Parameter) -> str:
    """A description with the limits that it does not name itself."""
    return told(
        thing.doc, thing.constraints, thing.default, deprecated=thing.deprecated
    )


def told(
    doc: str,
    constraints: Constraints,
    default: Default | None = None,
    *,
    deprecated: bool,
) -> str:
    """The same for what is neither a field nor a parameter."""
    text = sentence(doc)
    said = text.replace(",", "").replace("\u202f", "").replace("_", "")
    parts = [part for part in _limits(constraints) if not _says(said, part)]
    if not _says_default(text, default) and not _says(said, *_default(default)):
        parts += _default(default)
    limit = _sentence(parts)
    if limit:
        text = f"{text}\n\n{limit}" if "\n" in text else f"{text} {limit}".strip()
    if deprecated:
        text = f"{text} Deprecated.".strip()
    return text


def _sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _says(text: str, *parts: str) -> bool:
    """Whether a description has every number of some limits in it."""
    numbers = [number for part in parts for number in _NUMBER.findall(part)]
    said = set(_NUMBER.findall(text))
    return bool(numbers) and all(number in said for number in numbers)


def _says_default(text: str, default: Default | None) -> bool:
    """Whether a description names the default, set off as a value is."""
    if default is None or isinstance(default.value, list | dict):
        return False
    value = (
        str(default.value) if isinstance(default.value, str) else literal(default.value)
    )
    return any(f"{quote}{value}{quote}" in text for quote in "`'\"")


def _default(default: Default | None) -> list[str]:
    if default is None or default.value is None or default.value in ([], {}, ""):
        return []
    return [f"`{literal(default.value)}` when left out"]


def _limits(constraints: Constraints) -> list[str]:
    each = _limits(constraints.inner) if constraints.each is not None else []
    rest = "each further" if constraints.first else "each"
    inner = [f"{rest} {part}" for part in each]
    first = [
        f"item {number} {part}"
        for number, own in enumerate(constraints.first, 1)
        for part in _limits(own)
    ]
    return [*_range(constraints), *_sizes(constraints), *first, *inner]


def _range(limits_: Constraints) -> list[str]:
    low, high = limits_.minimum, limits_.maximum
    parts = []
    if low is not None and high is not None:
        parts.append(f"from {low} to {high}")
    elif low is not None:
        parts.append(f"at least {low}")
    elif high is not None:
        parts.append(f"at most {high}")
    if limits_.exclusive_minimum is not None:
        parts.append(f"more than {limits_.exclusive_minimum}")
    if limits_.exclusive_maximum is not None:
        parts.append(f"less than {limits_.exclusive_maximum}")
    if limits_.multiple_of is not None:
        parts.append(f"a multiple of {limits_.multiple_of}")
    return parts


def _sizes(limits_: Constraints) -> list[str]:
    parts = []
    for low, high, unit in (
        (limits_.min_length, limits_.max_length, "character"),
        (limits_.min_items, limits_.max_items, "item"),
        (limits_.min_properties, limits_.max_properties, "entry"),
    ):
        if low and high is not None and low != high:
            parts.append(f"{low} to {_counted(high, unit)}")
        elif low and low == high:
            parts.append(f"exactly {_counted(low, unit)}")
        elif low:
            parts.append(f"at least {_counted(low, unit)}")
        elif high is not None:
            parts.append(f"at most {_counted(high, unit)}")
    if limits_.key_max_length is not None:
        parts.append(f"keys of at most {limits_.key_max_length} characters")
    if limits_.value_max_length is not None:
        parts.append(f"values of at most {limits_.value_max_length} characters")
    if limits_.unique_items:
        parts.append("no item twice")
    if limits_.encoding is not None:
        parts.append(f"encoded as `{limits_.encoding}`")
    if limits_.media_type is not None:
        parts.append(f"holds `{limits_.media_type}`")
    return parts


def _counted(number: int, unit: str) -> str:
    plural = "entries" if unit == "entry" else f"{unit}s"
    return f"{number} {unit if number == 1 else plural}"
