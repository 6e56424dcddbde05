"""The model `Book`."""

from typing import Any

from .._runtime.model import Model


class Book(Model):
    """Book."""

    title: str

    author: Any = None
