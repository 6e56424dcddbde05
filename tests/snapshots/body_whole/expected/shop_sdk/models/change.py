"""The model `Change`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Unknown, Untagged
from .title import Title

Change: TypeAlias = Annotated[Title | list[Title] | Unknown, Untagged()]
"""One change to a title, or several."""
