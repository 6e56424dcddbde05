"""The model `Unlisted`."""

from typing import Any, TypeAlias

Unlisted: TypeAlias = Any
