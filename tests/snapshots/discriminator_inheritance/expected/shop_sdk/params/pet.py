"""What requests take for `Pet`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models
    from .cat import Cat


class PetBaseDict(TypedDict):
    """An animal that lives in the shop."""

    petType: str

    name: str


PetBase: TypeAlias = "PetBaseDict | models.PetBase"


class DogDict(TypedDict):
    """An animal that lives in the shop."""

    petType: str

    name: str

    friend: NotRequired[Pet]
    """An animal that lives in the shop."""


Dog: TypeAlias = "DogDict | models.Dog"


class PuppyDict(TypedDict):
    """An animal that lives in the shop."""

    petType: Literal["Puppy"]

    name: str

    friend: NotRequired[Pet]
    """An animal that lives in the shop."""

    weeks: NotRequired[int]


Puppy: TypeAlias = "PuppyDict | models.Puppy"


Pet: TypeAlias = "Cat | Dog | Puppy | PetBase"
"""An animal that lives in the shop."""
