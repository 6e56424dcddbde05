"""The harmless HTML of descriptions as Markdown; the rest stays, to be shown as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .links import CODE, inlined

# Code comes first, so that tags written in it are left alone.
_TAG = re.compile(
    CODE + r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>(?:\s[^<>]*)?)>"
    r"|<(?P<empty>[A-Za-z][A-Za-z0-9]*)\s*/>",
    re.DOTALL | re.MULTILINE,
)
_HREF = re.compile(
    r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_LINK = re.compile(r"\[(?P<shown>[^\[\]]*)\]\(<(?P<target>[^<>\s()]*)>\)")

_OPENING = {
    **dict.fromkeys(("p", "div", "ul", "ol", "pre", "blockquote", "tr"), "\n\n"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "\n\n# "),
    **dict.fromkeys(("strong", "b", "th"), "**"),
    **dict.fromkeys(("em", "i"), "*"),
    **dict.fromkeys(("code", "tt", "kbd"), "`"),
    **dict.fromkeys(("span", "sub", "sup", "small", "u", "font", "td"), ""),
    **dict.fromkeys(("table", "thead", "tbody"), "\n\n"),
    "br": "\n",
    "hr": "\n\n",
    "li": "\n- ",
}
_CLOSING = {
    **_OPENING,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "\n\n"),
    "li": "\n",
    "td": " ",
    "th": "** ",
}


def to_markdown(source: str) -> str:
    """The same text with paragraphs, lists, emphasis, code and links in Markdown's spelling."""
    source = inlined(source)
    if "<" not in source:
        return source
    hrefs: list[str] = []
    return _TAG.sub(lambda match: _translate(match, hrefs), _without_comments(source))


def to_text(source: str) -> str:
    """The same for people who read it as it stands: entities are signs, links are short.

    What stands in code of Markdown's is left alone.
    """
    source = inlined(source)
    if "<" not in source and "&" not in source:
        return source
    source = _without_comments(source)
    hrefs: list[str] = []
    parts: list[str] = []
    position = 0
    for match in _TAG.finditer(source):
        parts.append(_unescaped(source[position : match.start()]))
        parts.append(_translate(match, hrefs))
        position = match.end()
    parts.append(_unescaped(source[position:]))
    return _LINK.sub(_short, "".join(parts))


def _unescaped(source: str) -> str:
    signs = _ENTITY.sub(lambda match: html.unescape(match[0]), source)
    return signs.replace("\xa0", " ")


def _short(link: re.Match[str]) -> str:
    target = _unescaped(link["target"])
    if not target or target == link["shown"]:
        return link["shown"]
    return f"[{link['shown']}]({target})"


def _translate(match: re.Match[str], hrefs: list[str]) -> str:
    """What a tag is in Markdown; `hrefs` are the targets of the links that are still open."""
    if match["code"]:
        return match[0]
    name = (match["name"] or match["empty"]).lower()
    if name == "a" and not match["empty"]:
        return _anchor(match, hrefs)
    return (_CLOSING if match["end"] else _OPENING).get(name, match[0])


def _anchor(match: re.Match[str], hrefs: list[str]) -> str:
    if match["end"]:
        return f"](<{hrefs.pop()}>)" if hrefs else ""
    href = _HREF.search(match["attributes"])
    hrefs.append((href[1] or href[2] or href[3] or "") if href else "")
    return "["


def _without_comments(source: str) -> str:
    return "".join(_outside_comments(source))


def _outside_comments(source: str) -> Iterator[str]:
    position = 0
    while (start := source.find("<!--", position)) >= 0:
        end = source.find("-->", start)
        if end < 0:
            break
        yield source[position:start]
        position = end + 3
    yield source[position:]
