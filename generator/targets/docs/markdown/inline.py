"""One paragraph of a description: its emphasis, code and links stay, nothing else marks up.

Everything is written anew in a form that has a single reading, because a renderer that
sees the end of a code span elsewhere would see tags where this module saw code.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urljoin

from ....spelling.markdown import ESCAPABLE, cell_code, code, link, text

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|<(?P<url>(?:https?://|mailto:)[^\s<>]+)>"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<template>(?:\{\{[^{}\n]*\}\}|\{%[^%\n]*%\})+)"
    r"|(?P<braces>\{+)"
    r"|(?P<underscores>_+)"
    r"|(?P<sign>[<|])"
)
# A text may be long and hostile: what has a `+` more is not gone through again.
_TARGET = re.compile(
    r"\(\s*+(?:<(?P<quoted>[^<>\n]*+)>"
    r"|(?P<bare>[^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*+))"
    r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?+\s*+\)"
)
_ATTRIBUTES = re.compile(r" *[:.#]|[^{}\n]*=")
_TICKS = re.compile(r"`+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")

# Where a link may lead. Everything else, above all `javascript:`, is left as text.
_SCHEMES = frozenset({"http", "https", "mailto"})
_NEVER_IN_URLS = re.compile(r"[\[\]{}*^|\"]")
# Where this stands the reader is to put something, so it leads nowhere yet.
_TEMPLATE = re.compile(r"\{[A-Za-z_][\w.-]*\}")
_URL_SIGNS = ":/?#@!$&'*+,;=%~-._"

_ELEMENT_ENDS = frozenset(")*_`~=^+>[]")

# What may stand around words that underscores emphasize. Elsewhere they are part of a name,
# of which Markdown would still make words: the first of `__import__('os')` bold.
_BEFORE_EMPHASIS = re.compile(r"[\s(\[\"'*~\u2013\u2014-]?\Z")
_AFTER_EMPHASIS = re.compile(r"[)\]\"'*~.,;:!?\u2013\u2014-]*(?:\s|\Z)")

# What an escaped sign becomes where Python-Markdown would show the backslash.
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}


def url(source: str, base: str | None) -> str | None:
    """The URL in a form that is safe in a link, or `None` where it must not be one.

    A relative URL means nothing here unless `base` says where it is relative to.
    """
    target = _ESCAPE.sub(r"\1", html.unescape(source))
    target = "".join(c for c in target if c > " " and c != "\x7f")
    try:
        if base and not _SCHEME.match(target) and not _TEMPLATE.search(target):
            target = urljoin(base, target)
    except ValueError:
        return None
    scheme = _SCHEME.match(target)
    if scheme is None or scheme[1].lower() not in _SCHEMES:
        return None
    return _ENTITY.sub("&amp;", quote(target, safe=_URL_SIGNS))


def _is_reference(target: re.Match[str]) -> bool:
    """Whether a link is meant: `[a-z]([-a-z0-9]*[a-z0-9])?` is a regular expression."""
    written = target["quoted"] or target["bare"] or ""
    return bool(_SCHEME.match(written)) or not _NEVER_IN_URLS.search(
        _TEMPLATE.sub("", written)
    )


def inline(source: str, base: str | None = None, *, cell: bool = False) -> str:
    """The paragraph as safe Markdown; `cell` where it goes into a table."""
    return _Inline(source, base, cell).render()


@dataclass
class _Inline:
    """One pass over a paragraph.

    `opened` are the parts that may yet begin a link, `emphases` the escaped underscores
    that may yet begin an emphasis. `images` are the parts that link to an image, with the
    text that is left of each within another link.
    """

    source: str
    base: str | None
    cell: bool
    parts: list[str] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    emphases: list[int] = field(default_factory=list)
    images: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._runs: dict[int, list[int]] = {}
        for run in _TICKS.finditer(self.source):
            self._runs.setdefault(len(run[0]), []).append(run.start())

    def render(self) -> str:
        position = 0
        while (token := _TOKEN.search(self.source, position)) is not None:
            if position < token.start():
                self.parts.append(self.source[position : token.start()])
            position = self._take(token)
        self.parts.append(self.source[position:])
        return "".join(self.parts)

    def _take(self, token: re.Match[str]) -> int:
        """Adds what a token becomes; returns where to go on."""
        end = token.end()
        match token.lastgroup:
            case "escaped":
                self.parts.append(self._escape(token["escaped"]))
            case "ticks":
                end = self._take_code(token)
            case "url":
                self.parts.append(self._link(text(token["url"]), token["url"]))
            case "open":
                self.opened.append(len(self.parts))
                self.parts.append("\\[" if token[0] == "[" else "!\\[")
            case "close":
                end = self._take_close(end)
            case "template":
                # Whoever writes of templates means every sign of them.
                self._add_code(token[0])
            case "braces":
                self.parts.append(self._braces(token))
            case "underscores":
                self._take_underscores(token)
            case _:
                self.parts.append(self._sign(token[0]))
        return end

    def _take_code(self, token: re.Match[str]) -> int:
        ticks = token[0]
        runs = self._runs.get(len(ticks), [])
        following = bisect_right(runs, token.start())
        if following == len(runs):
            self.parts.append("\\`" * len(ticks))
            return token.end()
        end = runs[following]
        self._add_code(self.source[token.end() : end])
        return end + len(ticks)

    def _add_code(self, written: str) -> None:
        # Two spans without anything between would be read as one.
        apart = " " if self._last_sign() == "`" else ""
        self.parts.append(apart + (cell_code(written) if self.cell else code(written)))

    def _last_sign(self) -> str:
        return next((part[-1] for part in reversed(self.parts) if part), "")

    def _take_close(self, end: int) -> int:
        target = _TARGET.match(self.source, end)
        if not self.opened or target is None or not _is_reference(target):
            if self.opened:
                self.opened.pop()
            self.parts.append("\\]")
            return end
        start = self.opened.pop()
        while self.emphases and self.emphases[-1] > start:
            self.emphases.pop()
        places = range(start + 1, len(self.parts))
        shown = "".join(self.images.pop(at, self.parts[at]) for at in places)
        leads_to = target["quoted"] or target["bare"] or ""
        is_image = self.parts[start].startswith("!")
        if is_image and not shown.strip():
            shown = text(unquote(leads_to.rpartition("/")[2]))
        del self.parts[start:]
        self.parts.append(self._link(shown, leads_to))
        if is_image:
            self.images[start] = shown
        else:
            # A link cannot hold another, so no bracket before it opens one any more.
            self.opened.clear()
        return target.end()

    def _link(self, shown: str, target: str) -> str:
        safe = url(target, self.base)
        if not safe or not shown.strip():
            return shown
        # An exclamation mark before a link would make it an image, which is fetched.
        if self.parts and self.parts[-1].endswith("!") and self.parts[-1] != "\\!":
            self.parts[-1] = self.parts[-1][:-1] + "\\!"
        return link(shown, safe)

    def _escape(self, sign: str) -> str:
        if sign == "|":
            return self._sign(sign)
        return f"\\{sign}" if sign in ESCAPABLE else _ENTITIES.get(sign, sign)

    def _braces(self, token: re.Match[str]) -> str:
        # Right behind an element, Python-Markdown takes braces for its attributes.
        behind = self._last_sign() in _ELEMENT_ENDS
        if behind or _ATTRIBUTES.match(self.source, token.end()):
            return "\\{" * len(token[0])
        return token[0]

    def _take_underscores(self, token: re.Match[str]) -> None:
        """Underscores within a word mark nothing up; around words they come in pairs."""
        run, escaped = token[0], "\\_" * len(token[0])
        start, end = token.span()
        before, after = self.source[start - 1 : start], self.source[end : end + 1]
        if before.isalnum() and after.isalnum():
            self.parts.append(run)
            return
        closes = before.strip() and _AFTER_EMPHASIS.match(self.source, end)
        if closes and self.emphases and self.parts[self.emphases[-1]] == escaped:
            self.parts[self.emphases.pop()] = run
            self.parts.append(run)
            return
        if after.strip() and _BEFORE_EMPHASIS.match(before):
            self.emphases.append(len(self.parts))
        self.parts.append(escaped)

    def _sign(self, sign: str) -> str:
        if sign == "<":
            return "&lt;"
        return "\\|" if self.cell else sign
