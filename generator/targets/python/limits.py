"""What a type cannot say about a value, in words: limits and defaults."""

from __future__ import annotations

import re

from ...ir import Alias, Constraints, Default, Field, Model, Parameter
from ...spelling.deprecation import says_deprecated
from ...spelling.limits import phrases
from .docstrings import sentence
from .literals import literal

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LEFT_OUT = (
    r"(?i:\b(?:default\w*|otherwise|left out|omitted|unspecified|unset|absent|missing"
    r"|not (?:given|set|specified|provided|present|supplied|passed))\b)"
)


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
    return marked(doc, deprecated=schema.deprecated)


def marked(doc: str, *, deprecated: bool, apart: str = "\n\n") -> str:
    """A description that says if what it describes is deprecated."""
    if not deprecated or says_deprecated(doc):
        return doc
    return f"{doc}{apart}Deprecated.".strip()


def described(thing: Field | Parameter) -> str:
    """A description with the limits that it does not name itself."""
    return told(
        thing.doc,
        thing.constraints,
        thing.default,
        required=thing.required,
        deprecated=thing.deprecated,
    )


def told(
    doc: str,
    constraints: Constraints,
    default: Default | None = None,
    *,
    required: bool = False,
    deprecated: bool,
) -> str:
    """The same for what is neither a field nor a parameter."""
    text = sentence(doc)
    parts = [part for part in _limits(constraints) if not _says(text, part)]
    if not _says_default(text, default):
        parts += _default(default, required=required)
    limit = _sentence(parts)
    if limit:
        text = f"{text}\n\n{limit}" if "\n" in text else f"{text} {limit}".strip()
    return marked(text, deprecated=deprecated, apart=" ")


def _sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _says(text: str, part: str) -> bool:
    """Whether a description has a limit in it."""
    signs = part.partition("`")[2].rpartition("`")[0].strip("` ")
    if not signs:
        return _says_numbers(text, part)
    return re.search(rf"(?<!\w){re.escape(signs)}(?!\w)", text) is not None


def _says_numbers(text: str, part: str) -> bool:
    """Whether a description has every number of a limit in it."""
    numbers = _numbers(part)
    said = set(_numbers(text))
    return bool(numbers) and all(number in said for number in numbers)


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(_plain(text))


def _plain(text: str) -> str:
    """The text with its numbers in one piece."""
    return text.replace(",", "").replace("\u202f", "").replace("_", "")


def _says_default(text: str, default: Default | None) -> bool:
    """Whether a description calls the value the default, and does not only name it."""
    if default is None or isinstance(default.value, list | dict):
        return False
    value = default.value
    if isinstance(value, str | bool) or value is None:
        shown = re.escape(value if isinstance(value, str) else literal(value))
        return _is_called_default(text, rf"(?:`{shown}`|'{shown}'|\"{shown}\")", "")
    shown = rf"(?<![\w.]){re.escape(literal(value))}(?!\w|\.\d)"
    return _is_called_default(_plain(text), rf"[`'\"]?{shown}[`'\"]?", r"\d")


def _is_called_default(text: str, value: str, other: str) -> bool:
    """Whether a value is said beside what tells of a default, and no other value between.

    `other` are the signs, besides quotes, that another value would have.
    """
    gap = rf"[^.;`'\"{other}]{{0,40}}"
    return (
        re.search(
            rf"{_LEFT_OUT}(?!\)){gap}{value}|{value}{gap}{_LEFT_OUT}",
            " ".join(text.split()),
        )
        is not None
    )


def _default(default: Default | None, *, required: bool = False) -> list[str]:
    """What holds without a value; of what must be given it is only said."""
    if default is None or default.value is None or default.value in ([], {}, ""):
        return []
    value = f"`{literal(default.value)}`"
    return [f"default: {value}" if required else f"{value} when left out"]


def _limits(constraints: Constraints) -> list[str]:
    each = _limits(constraints.inner) if constraints.each is not None else []
    rest = "each further" if constraints.first else "each"
    inner = [f"{rest} {part}" for part in each]
    first = [
        f"item {number} {part}"
        for number, own in enumerate(constraints.first, 1)
        for part in _limits(own)
    ]
    return [*phrases(constraints, _code), *first, *inner]


def _code(text: str) -> str:
    shown = " ".join(text.split())
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"
