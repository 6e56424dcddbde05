"""The model `Factor`."""

from typing import TypeAlias

Factor: TypeAlias = float
