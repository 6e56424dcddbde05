"""The model `ChatRequest`."""

from .._runtime.model import Model


class ChatRequest(Model):
    """Chat request."""

    question: str

    streaming: bool | None = None
