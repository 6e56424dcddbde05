"""The model `Author`."""

from typing import Literal

from .._runtime.model import Model


class Author(Model):
    """Author."""

    name: str

    born: int | Literal["unknown"] | None = None
