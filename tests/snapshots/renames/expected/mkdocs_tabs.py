"""Puts code that says the same in several ways behind tabs.

The pages have one labelled block below the other, which reads well anywhere; on the site
the labels become tabs. MkDocs calls `on_page_markdown` for every page.
"""

import re
from typing import Any

# A label on a line of its own, then a fenced block.
_BLOCK = r"(?:Python|Python, async|cURL):\n\n(?P<fence>`{3,})\w*\n.*?\n(?P=fence)\n"
_ONE = re.compile(r"(?P<label>[^\n]+):\n\n(?P<code>`{3,}.*?\n`{3,}\n)", re.DOTALL)
_FIRST = re.compile(rf"^{_BLOCK}", re.DOTALL | re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page with every run of labelled blocks as tabs."""
    parts = []
    at = 0
    while (match := _FIRST.search(markdown, at)) is not None:
        parts.append(markdown[at : match.start()])
        at = match.start()
        while (match := _FIRST.match(markdown, at)) is not None:
            parts.append(_tab(match[0]))
            at = match.end()
            # The empty line between two blocks.
            at += markdown.startswith("\n", at)
    return "".join([*parts, markdown[at:]])


def _tab(block: str) -> str:
    match = _ONE.fullmatch(block)
    if match is None:
        return block
    lines = [f"    {line}" if line else "" for line in match["code"].splitlines()]
    return "\n".join([f'=== "{match["label"]}"', "", *lines, "", ""])
