"""The model `Link`."""

from typing import TypeAlias

from .plain import Plain

Link: TypeAlias = Plain
"""What the chain leads to."""
