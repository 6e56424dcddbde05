"""GitHub's notes, which are quotes, with a first word that every reader of Markdown shows."""

from __future__ import annotations

import re

from .links import CODE

# The text goes on behind the word, unless a list or code begins there.
_NOTE = re.compile(
    CODE + r"|^(?P<quote> {0,3}> ?)\[!(?P<kind>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]"
    r"(?:(?:[ \t]*+\n {0,3}>)+[ \t]*(?![-*+ \t]|\d{1,9}[.)]|`{3}))?",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


def noted(source: str) -> str:
    """The text with `> **Note:** this` for `> [!NOTE]` and `> this`."""
    if "[!" not in source:
        return source
    return _NOTE.sub(_written, source)


def _written(match: re.Match[str]) -> str:
    if match["code"]:
        return match[0]
    word = f"{match['quote']}**{match['kind'].capitalize()}:**"
    return word if match[0].endswith("]") else f"{word} "
