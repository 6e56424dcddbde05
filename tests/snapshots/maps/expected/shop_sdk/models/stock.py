"""The model `Stock`."""

from typing import TypeAlias

Stock: TypeAlias = dict[str, int]
"""ISBN to number of copies."""
