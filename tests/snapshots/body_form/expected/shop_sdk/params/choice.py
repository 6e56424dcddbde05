"""What requests take for `ChoiceObject`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class ChoiceObjectDict(TypedDict):
    """Choice object."""

    a: str


ChoiceObject: TypeAlias = "ChoiceObjectDict | models.ChoiceObject"


class ChoiceObject2Dict(TypedDict):
    """Choice object2."""

    b: str


ChoiceObject2: TypeAlias = "ChoiceObject2Dict | models.ChoiceObject2"


Choice: TypeAlias = "ChoiceObject | ChoiceObject2"
