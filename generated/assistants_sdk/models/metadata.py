"""The model `Metadata`."""

from typing import TypeAlias

Metadata: TypeAlias = dict[str, str]
"""Your own notes on an object, as up to 16 pairs of strings. A key has at most 64
characters, a value at most 512.
"""
