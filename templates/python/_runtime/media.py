"""Media types: what a body is called, and what that says of how it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .files import Upload
    from .operation import Body

# A pattern that few programs need: `re` compiles it on first use.
_CHARSET = r';\s*charset\s*=\s*"?([^\s;"]+)'


def of_file(source: Upload, body: Body) -> str:
    """What to call a file: what the caller says, else its name where that may be so."""
    said, allowed = source.media_type, (body.media_type, *body.others)
    named = [each for each in allowed if "*" not in each]
    if said is not None:
        if source.is_told:
            return said
        for each in named:
            if _essence(each) == _essence(said):
                return each
        if len(named) < len(allowed):
            return said
    return named[0] if named else "application/octet-stream"


def concrete(media_type: str, default: str) -> str:
    """What to call a body: `*/*` stands for anything, and is no name for something."""
    return default if "*" in media_type else media_type


def is_json(media_type: str | None) -> bool:
    """Whether values are written as JSON."""
    return media_type is not None and "json" in media_type


def charset(media_type: str | None) -> str | None:
    """The encoding that a media type names for its text."""
    said = re.search(_CHARSET, media_type or "", re.IGNORECASE)
    return said[1] if said else None


def _essence(media_type: str) -> str:
    """A media type to compare; Python knows some by their older names."""
    return media_type.partition(";")[0].strip().lower().replace("/x-", "/")
