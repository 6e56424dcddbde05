"""The model `Any_`."""

from typing import TypeAlias

from .list import List

Any_: TypeAlias = list[List]
