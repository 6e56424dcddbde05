"""What a renderer makes of Markdown, seen by one that has nothing to do with the emitter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath

from markdown_it import MarkdownIt

_RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_HARMLESS = frozenset(
    "a blockquote br code em h1 h2 h3 h4 li ol p pre s strong table tbody td th thead tr ul".split()
)
_FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)


def rendered(source: str) -> str:
    page: str = _RENDERER.render(source)
    return page


def shown(source: str) -> str:
    """The text that a reader sees, white space evened out."""
    parser = _Reader()
    parser.feed(rendered(source))
    parser.close()
    return " ".join("".join(parser.text).split())


def dangers(source: str) -> list[str]:
    """Whatever in the rendered page could do more than show text and lead elsewhere."""
    parser = _Reader()
    parser.feed(rendered(source))
    parser.close()
    return parser.dangers


def links(source: str) -> list[str]:
    parser = _Reader()
    parser.feed(rendered(source))
    return parser.links


def fences(source: str, language: str) -> Iterator[str]:
    """The fenced blocks in a language."""
    return (match[3] for match in _FENCE.finditer(source) if match[2] == language)


def row(markdown: str, name: str) -> list[str]:
    """The cells of the row that begins with this name."""
    (found,) = (
        line for line in markdown.splitlines() if line.startswith(f"| `{name}` |")
    )
    return [cell.strip() for cell in found.strip("| ").split(" | ")]


def section(markdown: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level."""
    level = heading.split(maxsplit=1)[0]
    _, _, rest = markdown.partition(f"\n{heading}\n")
    return rest.split(f"\n{level} ")[0]


def dead_links(pages: Mapping[str, str]) -> list[str]:
    """The relative links that lead to no page, or to no heading of it."""
    anchors = {path: _anchors(source) for path, source in pages.items()}
    dead: list[str] = []
    for path, source in pages.items():
        for target in links(source):
            if re.match(r"(https?|mailto):", target):
                continue
            name, _, fragment = target.partition("#")
            found = normpath(join(dirname(path), name)) if name else path
            if found not in anchors or (fragment and fragment not in anchors[found]):
                dead.append(f"{path}: {target}")
    return dead


def _anchors(source: str) -> set[str]:
    """The anchors of a page's headings, by GitHub's rules."""
    tokens = _RENDERER.parse(source)
    found: set[str] = set()
    counts: dict[str, int] = {}
    for heading, inline in pairwise(tokens):
        if heading.type == "heading_open":
            slug = re.sub(r"[^\w\- ]", "", inline.content.replace("\\", "").lower())
            slug = slug.replace(" ", "-")
            number = counts.get(slug, 0)
            counts[slug] = number + 1
            found.add(f"{slug}-{number}" if number else slug)
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.links: list[str] = []
        self.dangers: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HARMLESS:
            self.dangers.append(f"<{tag}>")
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
                if re.match(r"(?!https?:|mailto:)[A-Za-z][\w+.-]*:|//", value or ""):
                    self.dangers.append(f"a link to {value}")
            elif name not in ("class", "start", "style"):
                self.dangers.append(f"{name} of <{tag}>")
