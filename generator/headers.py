"""The names of HTTP headers: what they may be, and which are the same."""

from __future__ import annotations

import re

# RFC 9110's tokens: nothing else can be sent as the name of a header.
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def is_header_name(text: str) -> bool:
    """Whether a header can be called so."""
    return _NAME.fullmatch(text) is not None


def folded(location: str, name: str) -> str:
    """What is the same in all spellings of a parameter's name.

    >>> folded("header", "X-Id"), folded("query", "X-Id")
    ('x-id', 'X-Id')
    """
    return name.lower() if location == "header" else name
