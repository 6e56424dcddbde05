"""Several things in one sentence."""

from __future__ import annotations

from collections.abc import Sequence


def listed(parts: Sequence[str], word: str) -> str:
    """Parts with commas between them, and a word before the last; empty for none.

    >>> listed(["a"], "or"), listed(["a", "b"], "or"), listed(["a", "b", "c"], "and")
    ('a', 'a or b', 'a, b and c')
    """
    *first, last = parts or [""]
    return f"{', '.join(first)} {word} {last}" if first else last
