"""The model `Twice`."""

from typing import Literal, TypeAlias

Twice: TypeAlias = Literal["a", "b", "A"]
