"""Pieces of Markdown that hold untrusted text: it is shown, and never marks anything up.

What stands here means the same to GitHub and to Python-Markdown. That is why only those
signs are escaped by a backslash that both know, and the rest by an entity.
"""

from __future__ import annotations

import json
import re

# Signs whose backslash escape Python-Markdown understands as well.
ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")

_ENTITY = re.compile(r"&(?=#?\w+;)")
_UNDERSCORE_AT_EDGE = re.compile(r"(?<!\w)_|_(?!\w)")
_ATTRIBUTES = re.compile(r"(?<!\{)\{++(?= *[:.#]|[^{}\n]*=)")
_BACKTICKS = re.compile(r"`+")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
_HIDDEN = re.compile(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ud800-\\udfff]"
)
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9+#.-]{0,19}\Z")

# Their fences are not shown but run: diagrams load their renderer from another host.
_ACTIVE_LANGUAGES = frozenset({"mermaid", "math"})


def clean(source: str) -> str:
    """The text without signs that nobody can see, its lines ended by `\\n` alone.

    Controls that turn the direction of writing could make code read other than it runs;
    lone surrogates could not be written to a file.
    """
    if source.isprintable():
        return source
    return _HIDDEN.sub("", _LINE_ENDS.sub("\n", source).expandtabs(4))


def text(source: str) -> str:
    """Plain text on one line, every sign of which is shown as it is."""
    if source.isalnum():
        return source
    source = " ".join(clean(source).split())
    for sign in "\\`*[]|":
        source = source.replace(sign, f"\\{sign}")
    source = _UNDERSCORE_AT_EDGE.sub(r"\\_", source)
    return braces(_ENTITY.sub("&amp;", source).replace("<", "&lt;"))


def braces(source: str) -> str:
    """The text with those braces escaped that Python-Markdown may take for attributes.

    With its `attr_list` extension `{: onclick=... }` behind an element is an attribute of
    that element. Other braces stay as they are, `{{ }}` among them.
    """
    return _ATTRIBUTES.sub(lambda match: match[0].replace("{", "\\{"), source)


def code(source: str) -> str:
    """A code span on one line that holds any text; not for table cells."""
    source = _on_one_line(source)
    if "`" not in source:
        return f"`{source}`"
    ticks = "`" * (1 + max(len(run) for run in _BACKTICKS.findall(source)))
    pad = " " if source.startswith("`") or source.endswith("`") else ""
    return f"{ticks}{pad}{source}{pad}{ticks}"


def cell_code(source: str) -> str:
    """A code span for a table cell.

    GitHub ends a cell at a pipe even in code, and Python-Markdown shows a backslash
    before it; an element of our own with entities in it is the one thing both agree on.
    """
    if "|" not in source:
        return code(source)
    signs = _on_one_line(source)
    shown = "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in signs)
    return f"<code>{shown}</code>"


def _on_one_line(source: str) -> str:
    """The text with its white space evened out; where nothing is to be seen, as JSON."""
    return " ".join(clean(source).split()) or json.dumps(source)


def fence(source: str, language: str = "") -> str:
    """A fenced block that holds any text, whatever backticks are in it."""
    source = clean(source).strip("\n")
    longest = max((len(run) for run in _BACKTICKS.findall(source)), default=0)
    ticks = "`" * max(3, longest + 1)
    if not _LANGUAGE.match(language) or language.lower() in _ACTIVE_LANGUAGES:
        language = ""
    return f"{ticks}{language or 'text'}\n{source}\n{ticks}"


def link(shown: str, target: str) -> str:
    """A link whose text is Markdown already and whose target is a URL or path already safe."""
    return f"[{shown}]({target})"
