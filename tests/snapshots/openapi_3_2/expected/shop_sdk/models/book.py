"""The model `Book`."""

from typing import Literal

from .._runtime.model import Model


class Book(Model):
    """Book."""

    kind: Literal["book"]

    title: str | None = None
