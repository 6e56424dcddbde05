"""The model `ChatRequest`."""

from .._runtime.model import Model


class ChatRequest(Model):
    """Chat request."""

    question: str

    stream: bool | None = None
    """Whether to answer piece by piece."""
