"""Whether a description says for itself that what it describes is deprecated."""

from __future__ import annotations

import re

_SAID = re.compile(r"\W*+deprecated\b", re.IGNORECASE)


def says_deprecated(text: str) -> bool:
    """Whether a text begins with it.

    >>> says_deprecated("*Deprecated:* use `limit`.")
    True
    """
    return _SAID.match(text) is not None
