"""The model `Cat`."""

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Cat(Model):
    """An animal that lives in the shop."""

    pet_type: Annotated[Literal["Cat"], Field(alias="petType")]

    name: str

    lives: int
