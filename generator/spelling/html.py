"""The harmless HTML of descriptions as Markdown; the rest stays, to be shown as text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from .html_writing import Writing
from .links import CODE, inlined
from .notes import noted

# Code comes first, so that tags written in it are left alone.
_TAG = re.compile(
    CODE + r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>(?:\s[^<>]*)?)>"
    r"|<(?P<empty>[A-Za-z][A-Za-z0-9]*)\s*/>",
    re.DOTALL | re.MULTILINE,
)
_PRE_END = re.compile(r"</pre\s*+>", re.IGNORECASE)
_HREF = re.compile(
    r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_LINK = re.compile(r"\[(?P<shown>[^\[\]]*)\]\(<(?P<target>[^<>\s()]*)>\)")
_RULE = re.compile(r"^ *+\|?(?: *+:?-++:? *+\|)+[ :|-]*+$", re.MULTILINE)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_PARAGRAPHS = frozenset({"p", "div", "pre", "blockquote", "hr", "details"})
_EMPHASES = {
    **dict.fromkeys(("strong", "b"), "**"),
    **dict.fromkeys(("em", "i"), "*"),
    **dict.fromkeys(("code", "tt", "kbd"), "`"),
}
_PLAIN = frozenset({"span", "sub", "sup", "small", "u", "font", "thead", "tbody"})
_IN_CODE = _HEADINGS | _PARAGRAPHS | _EMPHASES.keys() | _PLAIN | {"a"}


def to_markdown(source: str) -> str:
    """The same text with its paragraphs, lists, tables, emphasis, code and links as Markdown."""
    source = noted(inlined(source))
    if "<" not in source:
        return source
    return _translated(_without_comments(source), lambda text: text)


def to_text(source: str) -> str:
    """The same for people who read it as it stands: entities are signs, links are short.

    What stands in code of Markdown's is left alone.
    """
    source = noted(inlined(source))
    if "<" not in source and "&" not in source:
        return source
    written = _translated(_without_comments(source), _unescaped)
    return _LINK.sub(_short, written)


def _unescaped(source: str) -> str:
    signs = _ENTITY.sub(lambda match: html.unescape(match[0]), source)
    return signs.replace("\xa0", " ")


def _short(link: re.Match[str]) -> str:
    target = _unescaped(link["target"])
    if not target or target == link["shown"]:
        return link["shown"]
    return f"[{link['shown']}]({target})"


def _translated(source: str, said: Callable[[str], str]) -> str:
    """The text with its tags as Markdown; `said` spells what stands between them."""
    writing = Writing()
    is_row = _rows(source)
    position = 0
    last_end = max((end.start() for end in _PRE_END.finditer(source)), default=-1)
    while (match := _TAG.search(source, position)) is not None:
        writing.say(said(source[position : match.start()]))
        position = match.end()
        name = (match["name"] or match["empty"] or "").lower()
        writing.on_one_line = is_row(match.start())
        if match["code"]:
            writing.add(match[0])
        elif name == "a" and not match["empty"]:
            _anchor(match, writing)
        elif name == "pre" and not match["end"] and position <= last_end:
            inner, position = _preformatted(source, position)
            writing.add_code(inner)
        elif match["end"]:
            _close(name, match[0], writing)
        else:
            _open(name, match[0], writing)
    writing.say(said(source[position:]))
    return writing.finished()


def _open(name: str, written: str, writing: Writing) -> None:
    match name:
        case "table" | "tr" | "td" | "th":
            writing.open_part(name)
        case "ul" | "ol":
            writing.open_list()
        case "li":
            writing.open_item()
        case "br":
            writing.break_line()
        case _ if name in _HEADINGS:
            writing.open_block("# ")
        case _ if name in _PARAGRAPHS:
            writing.open_block()
        case _ if name in _EMPHASES:
            writing.open_emphasis(_EMPHASES[name])
        case _ if name not in _PLAIN:
            writing.add(written)


def _close(name: str, written: str, writing: Writing) -> None:
    match name:
        case "table" | "tr" | "td" | "th":
            writing.close_part(name)
        case "ul" | "ol":
            writing.close_list()
        case "li":
            writing.close_item()
        case "br":
            writing.break_line()
        case _ if name in _HEADINGS | _PARAGRAPHS:
            writing.close_block()
        case _ if name in _EMPHASES:
            writing.close_emphasis(_EMPHASES[name])
        case _ if name not in _PLAIN:
            writing.add(written)


def _anchor(match: re.Match[str], writing: Writing) -> None:
    if match["end"]:
        writing.add(f"](<{writing.hrefs.pop()}>)" if writing.hrefs else "")
        return
    href = _HREF.search(match["attributes"])
    writing.hrefs.append((href[1] or href[2] or href[3] or "") if href else "")
    writing.add("[")


def _preformatted(source: str, start: int) -> tuple[str, int]:
    """The text of a `<pre>` element, sign by sign, and where the element ends."""

    def bare(tag: re.Match[str]) -> str:
        name = (tag["name"] or tag["empty"] or "").lower()
        if name == "br":
            return "\n"
        return "" if name in _IN_CODE else tag[0]

    end = _PRE_END.search(source, start)
    inner = source[start : end.start() if end else len(source)]
    return _unescaped(_TAG.sub(bare, inner)), end.end() if end else len(source)


def _rows(source: str) -> Callable[[int], bool]:
    """Tells of places, asked for in their order, whether they are in a row of Markdown's."""
    has_rule = _RULE.search(source) is not None
    line_end, is_row = -1, False

    def asked(position: int) -> bool:
        nonlocal line_end, is_row
        if position > line_end:
            start = source.rfind("\n", 0, position) + 1
            line_end = source.find("\n", position)
            line_end = len(source) if line_end < 0 else line_end
            line = source[start:line_end].strip()
            is_row = line.startswith("|") or (has_rule and "|" in line)
        return is_row

    return asked


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
