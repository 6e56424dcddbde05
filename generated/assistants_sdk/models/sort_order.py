"""The model `SortOrder`."""

from typing import Literal, TypeAlias

SortOrder: TypeAlias = Literal["asc", "desc"]
"""Direction of sorting by creation time, `asc` for oldest first and `desc` for newest
first.
"""
