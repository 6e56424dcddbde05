"""The model `Book`."""

from pydantic import Field

from .._runtime.model import Model


class Book(Model):
    """A book with fields of one's own beside its own."""

    title: str

    __pydantic_extra__: dict[str, int] = Field(init=False)
