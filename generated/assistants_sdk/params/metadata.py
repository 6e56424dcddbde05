"""What requests take for `Metadata`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


Metadata: TypeAlias = "Mapping[str, str]"
"""Your own notes on an object, as up to 16 pairs of strings. A key has at most 64
characters, a value at most 512.
"""
