"""The model `Unlisted`."""

from typing import Any, TypeAlias

Unlisted: TypeAlias = list[Any] | dict[str, Any]
