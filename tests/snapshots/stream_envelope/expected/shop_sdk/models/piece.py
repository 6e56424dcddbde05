"""The model `Piece` and its parts."""

from typing import Literal

from .._runtime.model import Model


class PieceData(Model):
    """Piece data."""

    text: str


class Piece(Model):
    """Piece."""

    event: Literal["piece"]

    data: PieceData
