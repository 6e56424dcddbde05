"""The model `Pet`, and those that it refers to in a circle."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.model import Model
from .._runtime.unions import Tagged
from .cat import Cat


class PetBase(Model):
    """An animal that lives in the shop."""

    pet_type: Annotated[str, Field(alias="petType")]

    name: str


class Dog(Model):
    """An animal that lives in the shop."""

    pet_type: Annotated[str, Field(alias="petType")]

    name: str

    friend: "Pet | None" = None
    """An animal that lives in the shop."""


class Puppy(Model):
    """An animal that lives in the shop."""

    pet_type: Annotated[Literal["Puppy"], Field(alias="petType")]

    name: str

    friend: "Pet | None" = None
    """An animal that lives in the shop."""

    weeks: int | None = None


Pet: TypeAlias = Annotated[
    Cat | Dog | Puppy | PetBase,
    Tagged("petType", {"Cat": Cat, "dog": Dog, "Puppy": Puppy}, default=PetBase),
]
"""An animal that lives in the shop."""
