"""The model `Open`."""

from typing import Literal, TypeAlias

Open: TypeAlias = Literal["red", "green", "blue"] | str
"""One of the known colours, or any other."""
