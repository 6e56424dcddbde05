"""Every link leads somewhere, the site builds strictly, and the Markdown is tidy."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from .links import anchors, check
from .pages import DOCS, pages

_RULES: Final = Path(__file__).with_name("rumdl.toml")


def test_every_link_and_anchor_of_the_pages_resolves(shots: Path) -> None:
    links = check(DOCS)
    listed = "".join(f"{link}\n" for link in links.external)
    (shots / "external-links.txt").write_text(listed, encoding="utf-8")
    assert links.broken == []
    assert links.internal > len(pages())
    assert [link for link in links.external if not link.startswith("https://")] == []


def test_the_checker_finds_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# A `b` c\n\n## Same\n\n## Same\n\n[1](a.md#same-1) [2](#a-b-c) `[3](x.md)`\n"
        "[4](gone.md) [5](#gone) [6](../up.md) [7](https://example.com)\n\n"
        "```text\n# Code\n[8](gone.md)\n```\n",
        encoding="utf-8",
    )
    links = check(tmp_path)
    assert anchors(tmp_path / "a.md") == {"a-b-c", "same", "same-1"}
    assert links.internal == 5
    assert links.external == ["https://example.com"]
    assert links.broken == [
        "a.md: gone.md: no such page",
        "a.md: #gone: no such heading",
        "a.md: ../up.md: leads out of the docs",
    ]


def test_every_page_can_be_reached() -> None:
    assert check(DOCS).reached >= set(pages()) - {DOCS / "index.md"}


def test_the_markdown_passes_a_linter() -> None:
    linter = shutil.which("rumdl", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.skip("rumdl is not installed")
    result = subprocess.run(
        [linter, "check", "--no-cache", "--config", str(_RULES), str(DOCS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.site
def test_every_link_of_the_site_resolves(site: Path) -> None:
    """`sdkgen docs build` was strict; this follows what it made of the links."""
    parsed = {
        page.resolve(): _Page(page.read_text(encoding="utf-8"))
        for page in site.rglob("*.html")
    }
    assert len(parsed) == len(pages()) + 1, "a page each, and the one for errors"
    broken = []
    for page, content in parsed.items():
        for link in content.links if page.name != "404.html" else ():
            target = urlsplit(link)
            if target.scheme:
                if target.scheme not in {"https", "data"}:
                    broken.append(f"{page}: {link}")
                continue
            there = (page.parent / unquote(target.path)).resolve()
            if not target.path:
                there = page
            elif there.is_dir():
                there /= "index.html"
            if not there.is_file() or (
                target.fragment
                and there in parsed
                and unquote(target.fragment) not in parsed[there].ids
            ):
                broken.append(f"{page}: {link}")
    assert broken == []


class _Page(HTMLParser):
    """What a page links to and what can be linked to on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.links.add(value)
            elif name == "id" and value:
                self.ids.add(value)


@pytest.mark.site
def test_the_parts_of_an_operation_are_linked_to_by_its_name(site: Path) -> None:
    page = (site / "sdks" / "assistants" / "index.html").read_text(encoding="utf-8")
    found = re.findall(
        r'<h3 id="([^"]*)">([^<]*)<a class="headerlink" href="#([^"]*)"', page
    )
    assert len(found) > 100
    chapters = set(re.findall(r'<h2 id="([^"]*)"', page))
    for anchor, heading, link in found:
        chapter, _, part = anchor.partition("-")
        assert chapter in chapters
        assert (part, link) == (heading.lower().replace(" ", "-"), anchor)
    assert len({anchor for anchor, *_ in found}) == len(found)
    index = (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "assistants/index.html#create_run-errors" in index
