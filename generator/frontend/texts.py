"""Texts of a description."""

from __future__ import annotations

from ..document import BrokenReference, Node


def text(node: Node, *keys: str) -> str:
    """The text at a path of keys; empty where there is none.

    A `$ref` in place of a text is not legal, but people keep long ones in files of their
    own that way.
    """
    found: Node | None = node
    for key in keys:
        found = found.get(key) if found is not None else None
    if found is not None and found.ref is not None:
        try:
            found = found.deref()
        except BrokenReference:
            return ""
    value = found.value if found is not None else None
    return value.strip() if isinstance(value, str) else ""
