"""The model `Choice` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Unknown, Untagged


class ChoiceObject(Model):
    """Choice object."""

    a: str


class ChoiceObject2(Model):
    """Choice object2."""

    b: str


Choice: TypeAlias = Annotated[ChoiceObject | ChoiceObject2 | Unknown, Untagged()]
