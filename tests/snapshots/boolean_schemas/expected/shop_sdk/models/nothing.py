"""The model `Nothing`."""

from typing import Any, TypeAlias

Nothing: TypeAlias = Any
