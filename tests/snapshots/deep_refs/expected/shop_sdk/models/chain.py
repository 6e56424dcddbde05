"""The model `Chain`."""

from typing import TypeAlias

from .link import Link

Chain: TypeAlias = Link
"""What the chain leads to."""
