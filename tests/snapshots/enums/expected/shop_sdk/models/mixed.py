"""The model `Mixed`."""

from typing import Literal, TypeAlias

Mixed: TypeAlias = Literal["none", 0, 1, True]
"""Whatever earlier versions allowed."""
