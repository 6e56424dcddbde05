"""The model `Piece`."""

from .._runtime.model import Model
from .answer import Answer


class Piece(Model):
    """Piece."""

    kind: str

    delta: str | None = None

    answer: Answer | None = None
