"""The model `Init`."""

from typing import Literal, TypeAlias

Init: TypeAlias = Literal["a", "b", "c", "d"]
