"""The model `Choice` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Unknown, Untagged


class ChoiceA(Model):
    """Choice a."""

    a: str


class ChoiceB(Model):
    """Choice b."""

    b: str


Choice: TypeAlias = Annotated[ChoiceA | ChoiceB | Unknown, Untagged()]
