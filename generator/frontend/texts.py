"""Texts of a description."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Node
from ..ir import Link

_ENDS = (".", "!", "?", ":")


def text(node: Node, *keys: str) -> str:
    """The text at a path of keys, as it is written; empty where there is none.

    A `$ref` in place of a text, or of what holds it, is not legal, but people keep long ones
    in files of their own that way.
    """
    found = node.section(*keys)
    value = found.text if found is not None else None
    return value.strip() if isinstance(value, str) else ""


def says(node: Node, key: str) -> bool:
    """Whether a flag is set: `true` stands under the key, and not only what looks like it."""
    return isinstance(node.value, dict) and node.value.get(key) is True


def elsewhere(node: Node) -> Link | None:
    """Where more is said of what a node describes."""
    url = text(node, "externalDocs", "url")
    return Link(url, text(node, "externalDocs", "description")) if url else None


def told(node: Node) -> str:
    """The description, with the summary before it that it does not begin with anyway."""
    return joined(text(node, "summary"), text(node, "description"))


def joined(first: str, doc: str) -> str:
    """Two texts as one, where the second does not begin with the first anyway."""
    if not first or doc.startswith(first.rstrip(".")):
        return doc or first
    ended = first if first.endswith(_ENDS) else f"{first}."
    return f"{ended}\n\n{doc}" if doc else first


def sections(*parts: str) -> str:
    """Texts below one another, without those that are empty."""
    return "\n\n".join(part for part in parts if part)


def rest_of(items: Iterable[Node], *said: str) -> str:
    """What path items say of all their operations, but for what is said already."""
    parts = (text(item, key) for item in items for key in ("summary", "description"))
    new = (part for part in parts if part and not any(part in each for each in said))
    return "\n\n".join(dict.fromkeys(new))
