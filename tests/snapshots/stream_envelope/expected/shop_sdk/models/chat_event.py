"""The model `ChatEvent`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .piece import Piece
from .started import Started

ChatEvent: TypeAlias = Annotated[
    Started | Piece | Unknown, Tagged("event", {"started": Started, "piece": Piece})
]
"""What happens while the shop answers."""
