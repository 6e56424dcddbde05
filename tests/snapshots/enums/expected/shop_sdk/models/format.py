"""The model `Format`."""

from typing import Literal, TypeAlias

Format: TypeAlias = Literal["hardcover", "paperback", "e-book", "audio book", ""]
"""How a book is made."""
