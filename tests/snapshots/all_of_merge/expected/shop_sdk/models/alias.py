"""The model `Alias`."""

from typing import TypeAlias

from .novel import Novel

Alias: TypeAlias = Novel
"""The same as a novel."""
