"""The model `Switch`."""

from typing import Literal, TypeAlias

Switch: TypeAlias = Literal[True]
