"""How the parts of a body are written: by their names, or by their places."""

from __future__ import annotations

from ..document import Node
from ..ir import PartEncoding, Style

_STYLES = {style.value: style for style in Style}


def encodings_of(node: Node) -> tuple[PartEncoding, ...]:
    """Those of the parts that have names."""
    found = (_encoding(wire, entry) for wire, entry in node.items("encoding"))
    return tuple(each for each in found if each is not None)


def places_of(node: Node) -> tuple[PartEncoding, ...]:
    """Those of the parts that have none, in their order; the last is for all further."""
    prefix = [_encoding("", entry) for entry in node.elements("prefixEncoding")]
    rest = node.get("itemEncoding")
    last = None if rest is None else _encoding("", rest)
    if not prefix and last is None:
        return ()
    return tuple(each or PartEncoding("") for each in (*prefix, last))


def _encoding(wire: str, entry: Node) -> PartEncoding | None:
    value = entry.value
    if not isinstance(value, dict):
        return None
    style, explode = value.get("style"), value.get("explode")
    content_type = value.get("contentType")
    return PartEncoding(
        wire,
        content_type if isinstance(content_type, str) else None,
        _STYLES.get(style) if isinstance(style, str) else None,
        explode if isinstance(explode, bool) else None,
        value.get("allowReserved") is True,
    )
