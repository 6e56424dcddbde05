"""The model `Span`."""

from typing import TypeAlias

Span: TypeAlias = list[str | int]
"""A name, then any number of years."""
