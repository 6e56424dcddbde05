"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answer import Answer as Answer
    from .chat_request import ChatRequest as ChatRequest
    from .piece import Piece as Piece
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
answer: Answer
chat_request: ChatRequest
piece: Piece
""",
    )
