"""Texts of a description."""

from __future__ import annotations

from ..document import Node


def text(node: Node, *keys: str) -> str:
    """The text at a path of keys; empty where there is none.

    A `$ref` in place of a text, or of what holds it, is not legal, but people keep long ones
    in files of their own that way.
    """
    found = node.section(*keys)
    value = found.value if found is not None else None
    return value.strip() if isinstance(value, str) else ""
