"""URLs: percent-encoding, and paths with places for values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

_RESERVED: Final = ":/?#[]@!$&'()*+,;="
is_unreserved = re.compile(r"[A-Za-z0-9._~-]+").fullmatch
_KEPT: Final = r"(%[0-9A-Fa-f]{2}|[:/?\[\]@!$'()*,;]+)"
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
        for position, piece in enumerate(re.split(_KEPT, text))
        if piece
    )


def is_host(name: str) -> bool:
    """Whether the system can look a host of this name up at all."""
    try:
        name.encode("idna")
    except UnicodeError:
        # An empty label, or one of more than 63 characters.
        return False
    return True


class Template:
    """A path with places for values, such as `/threads/{thread_id}/runs`.

    A query in the path is kept. A fragment, which some descriptions use to tell
    operations of one path apart, is not, because HTTP has no place for it.

    Attributes:
        names: The values' names in the order in which `fill` takes them.
        has_query: Whether the path ends in a query.
    """

    __slots__ = ("_format", "_order", "has_query", "names")

    def __init__(self, path: str) -> None:
        names: list[str] = _PLACE.findall(path)
        self.names: tuple[str, ...] = tuple(dict.fromkeys(names))
        literals = _PLACE.split(path.partition("#")[0])[::2]
        places = [self.names.index(name) for name in names[: len(literals) - 1]]
        # Nearly all paths have each value once, in order.
        is_direct = places == list(range(len(self.names)))
        self._order = None if is_direct else places
        path = "%s".join(
            quote(text, safe=_RESERVED + "%~").replace("%", "%%") for text in literals
        )
        self._format = path if path.startswith("/") else f"/{path}"
        self.has_query = "?" in self._format

    def fill(self, values: Sequence[str]) -> str:
        """The path with values that are encoded already, and none of them empty.

        No value being `.` or `..`, none can become so with what stands around it.
        """
        if self._order is not None:
            values = [values[place] for place in self._order]
        return self._format % tuple(values)
