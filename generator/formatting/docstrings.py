"""Strings that stand alone: docstrings, and what is said about a field after it."""

from __future__ import annotations

import re

from .failures import Unfamiliar
from .splitting import LINE_LENGTH

# Escapes that black does not spell otherwise.
_PLAIN = re.compile(r"""(?:[^\\]|\\[\\nrt"']|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})*""")
_CONTINUED = re.compile(r"\\\s*\n")
# What `str.splitlines` takes for the end of a line, and Python's grammar does not.
_ODD = re.compile("[\t\v\f\x1c-\x1e\x85\u2028\u2029]")
_QUOTES = '"""'


def check_string(text: str) -> None:
    """Lets pass a triple-quoted string that is no docstring, as after a field.

    Raises:
        Unfamiliar: Only black knows how to spell it.
    """
    if "\\" in text and not text.startswith("r") and not _PLAIN.fullmatch(text):
        raise Unfamiliar("an escape that black may spell otherwise")


def docstring(text: str, indent: str) -> str:
    """A docstring as black would have it at this indent.

    Raises:
        Unfamiliar: Only black knows how it would.
    """
    check_string(text)
    start = "r" if text.startswith("r") else ""
    content = text.removeprefix("r").removeprefix(_QUOTES).removesuffix(_QUOTES)
    first, *rest = content.split("\n")
    if rest and not "".join(rest).strip():
        content, rest = first, []
    if not content or content[0] == '"' or content[-1] in '"\\':
        raise Unfamiliar("a docstring with quotes to be kept apart")
    if _ODD.search(content) or _CONTINUED.search(content):
        raise Unfamiliar("a docstring with lines of another kind")
    if first != first.strip():
        raise Unfamiliar("a docstring that is not stripped")
    if rest:
        _check_lines(rest, indent)
    return f"{start}{_QUOTES}{content}{_QUOTES}"


def _check_lines(lines: list[str], indent: str) -> None:
    *inner, last = lines
    indents = (len(line) - len(line.lstrip()) for line in lines if line.strip())
    if min(indents) != len(indent):
        raise Unfamiliar("a docstring at another indent")
    if any(line != line.rstrip() for line in inner):
        raise Unfamiliar("a docstring with blanks at the ends of lines")
    if last.strip():
        if last != last.rstrip() or len(last) + len(_QUOTES) > LINE_LENGTH:
            raise Unfamiliar("a docstring whose last line is too long")
    elif last != indent:
        raise Unfamiliar("a docstring that ends at another indent")
