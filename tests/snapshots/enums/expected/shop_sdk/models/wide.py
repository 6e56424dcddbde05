"""The model `Wide`."""

from typing import Literal, TypeAlias

Wide: TypeAlias = Literal[1] | int
"""Beyond 64 bits."""
