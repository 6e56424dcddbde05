"""What all sections of a proposal are written with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"(\.\./)*[A-Za-z][A-Za-z0-9_./-]*\Z")
_WORDS_OF_YAML = frozenset(
    {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
)


def scalar(value: str) -> str:
    """A YAML scalar on one line that is read back as this very string."""
    if _PLAIN.match(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escaped(ord(c)) for c in quoted)


def listed(values: Iterable[str]) -> str:
    """A YAML list on one line."""
    return f"[{', '.join(map(scalar, values))}]"


def _escaped(number: int) -> str:
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
