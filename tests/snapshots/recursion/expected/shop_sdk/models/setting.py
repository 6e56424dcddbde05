"""The model `Setting`."""

from typing import Annotated

from typing_extensions import TypeAliasType

from .._runtime.unions import Unknown, Untagged

Setting = TypeAliasType(
    "Setting",
    "Annotated[bool | float | str | list[Setting | None] | dict[str, Setting | None] | Unknown, Untagged()]",
)
"""Any JSON value."""
