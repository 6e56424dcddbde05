"""The model `Card`."""

from .._runtime.model import Model


class Card(Model):
    """Card."""

    kind: str

    number: str
