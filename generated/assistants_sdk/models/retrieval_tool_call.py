"""The model `RetrievalToolCall`."""

from typing import Any, Literal

from .._runtime.model import Model


class RetrievalToolCall(Model):
    """A search in the attached files."""

    id: str
    """ID of the call."""

    type: Literal["retrieval"]
    """Kind of tool, always `retrieval`."""

    retrieval: dict[str, Any]
    """Details of the search. The API does not give any yet, so the object is empty."""
