"""The model `Cat`."""

from typing import Annotated

from pydantic import Field

from .._runtime.model import Model


class Cat(Model):
    """An animal that lives in the shop."""

    pet_type: Annotated[str, Field(alias="petType")]

    name: str

    lives: int
