"""The model `Literal_`."""

from typing import Literal, TypeAlias

Literal_: TypeAlias = Literal["a", "b"]
