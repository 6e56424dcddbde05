"""The model `Visibility`."""

from typing import Literal, TypeAlias

Visibility: TypeAlias = Literal["public", "private", "shared"]
"""Who sees a book.

- `public`: Everybody.
- `private`: Its owner
"""
