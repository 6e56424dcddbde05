"""URLs: percent-encoding, and paths with places for values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

_RESERVED: Final = ":/?#[]@!$&'()*+,;="
is_unreserved = re.compile(r"[A-Za-z0-9._~-]+").fullmatch
_KEPT = re.compile(r"(%[0-9A-Fa-f]{2}|[:/?\[\]@!$'()*,;]+)")
_PLACE = re.compile(r"\{([^{}]*)\}")


def encode(text: str) -> str:
    """Percent-encode all but letters, digits, `-`, `.`, `_` and `~`."""
    return text if is_unreserved(text) else quote(text, safe="~")


def encode_reserved(text: str) -> str:
    """Percent-encode for a parameter with `allowReserved`.

    Reserved characters and triplets that are encoded already stay as they are, apart
    from `&`, `#`, `+` and `=`, which would end the value or change it.
    """
    # The pattern has one group, so that every second piece is a match.
    return "".join(
        piece if position % 2 else encode(piece)
        for position, piece in enumerate(_KEPT.split(text))
        if piece
    )


class Template:
    """A path with places for values, such as `/threads/{thread_id}/runs`.

    A query in the path is kept. A fragment, which some descriptions use to tell
    operations of one path apart, is not, because HTTP has no place for it.

    Attributes:
        names: The values' names in the order in which `fill` takes them.
        has_query: Whether the path ends in a query.
    """

    __slots__ = ("_format", "_is_direct", "_order", "has_query", "names")

    def __init__(self, path: str) -> None:
        names: list[str] = _PLACE.findall(path)
        self.names: tuple[str, ...] = tuple(dict.fromkeys(names))
        literals = _PLACE.split(path.partition("#")[0])[::2]
        self._order = [self.names.index(name) for name in names[: len(literals) - 1]]
        path = "%s".join(
            quote(text, safe=_RESERVED + "%~").replace("%", "%%") for text in literals
        )
        self._format = path if path.startswith("/") else f"/{path}"
        before, mark, _ = self._format.partition("?")
        self.has_query = bool(mark)
        # Values are refused one by one where they make up a dangerous segment alone.
        self._is_direct = self._order == list(range(len(self.names))) and all(
            segment == "%s" or "%s" not in segment for segment in before.split("/")
        )

    def fill(self, values: Sequence[str]) -> str | None:
        """The path with values that are encoded already.

        `None` where they make up a `.` or `..` together with what stands around them,
        which would lead to another path.
        """
        if self._is_direct:
            return self._format % tuple(values)
        path = self._format % tuple(values[place] for place in self._order)
        segments = path.partition("?")[0].split("/")
        return None if "." in segments or ".." in segments else path
