"""What requests take for `Choice`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models
    from .._runtime.unions import Unknown


class ChoiceADict(TypedDict):
    """Choice a."""

    a: str


ChoiceA: TypeAlias = "ChoiceADict | models.ChoiceA"


class ChoiceBDict(TypedDict):
    """Choice b."""

    b: str


ChoiceB: TypeAlias = "ChoiceBDict | models.ChoiceB"


Choice: TypeAlias = "ChoiceA | ChoiceB | Unknown"
