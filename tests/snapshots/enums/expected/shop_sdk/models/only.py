"""The model `Only`."""

from typing import Literal, TypeAlias

Only: TypeAlias = Literal["only"]
