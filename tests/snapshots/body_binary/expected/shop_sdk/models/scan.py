"""The model `Scan`."""

from typing import TypeAlias

Scan: TypeAlias = str
