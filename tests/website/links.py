"""Where the links of Markdown pages lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from .pages import blocks, pages, prose

_LINK: Final = re.compile(r"(?<!\\)\[(?:\\.|[^\]\\])*\]\((<[^>]*>|[^)\s]+)[^)]*\)")
_AUTOLINK: Final = re.compile(r"<(https?://[^>\s]+)>|(?<![(<\w])(https?://[^\s)>|]+)")


@dataclass(frozen=True)
class Links:
    """What was found: links within, how many hold, what is wrong, links elsewhere, pages reached."""

    internal: int
    broken: list[str]
    external: list[str]
    reached: set[Path]


def check(docs: Path) -> Links:
    """Follows every link of every page, as GitHub would."""
    internal = 0
    broken: list[str] = []
    external: set[str] = set()
    reached: set[Path] = set()
    for page in pages(docs):
        text = prose(page.read_text(encoding="utf-8"))
        for one, other in _AUTOLINK.findall(text):
            external.add(one or other)
        for written in _LINK.findall(text):
            target = unquote(written.strip("<>"))
            if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
                external.add(target)
                continue
            internal += 1
            if problem := _problem(page, docs, target):
                broken.append(f"{page.relative_to(docs)}: {target}: {problem}")
            elif not target.startswith("#"):
                reached.add((page.parent / target.partition("#")[0]).resolve())
    return Links(internal, broken, sorted(external), reached)


def _problem(page: Path, docs: Path, target: str) -> str:
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    if not there.is_relative_to(docs.resolve()):
        return "leads out of the docs"
    if not there.is_file():
        return "no such page"
    if anchor and anchor not in anchors(there):
        return "no such heading"
    return ""


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors that GitHub gives the headings of a page."""
    text = page.read_text(encoding="utf-8")
    lines = text.splitlines()
    for start, _, code in blocks(text):
        lines[start - 1 : start + 1 + code.count("\n")] = [""] * (2 + code.count("\n"))
    found: set[str] = set()
    for line in lines:
        if match := re.match(r"#{1,6} +(.+?) *$", line):
            shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1])
            shown = re.sub(r"\\([^\w\s])", r"\1", shown.replace("`", ""))
            slug = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
            name, number = slug, 0
            while name in found:
                number += 1
                name = f"{slug}-{number}"
            found.add(name)
    return frozenset(found)
