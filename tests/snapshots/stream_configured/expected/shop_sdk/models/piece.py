"""The model `Piece`."""

from .._runtime.model import Model


class Piece(Model):
    """Piece."""

    delta: str
