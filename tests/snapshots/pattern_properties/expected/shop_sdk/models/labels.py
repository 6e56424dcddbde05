"""The model `Labels`."""

from typing import TypeAlias

Labels: TypeAlias = dict[str, str | int]
"""Labels, each with a prefix that says what it holds."""
