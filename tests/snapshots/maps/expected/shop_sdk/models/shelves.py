"""The model `Shelves`."""

from typing import TypeAlias

from .shelf import Shelf

Shelves: TypeAlias = dict[str, Shelf]
