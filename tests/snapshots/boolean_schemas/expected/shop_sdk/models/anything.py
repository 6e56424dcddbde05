"""The model `Anything`."""

from typing import Any, TypeAlias

Anything: TypeAlias = Any
