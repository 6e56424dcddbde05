"""The model `RetrievalToolCallDelta`."""

from typing import Any, Literal

from .._runtime.model import Model


class RetrievalToolCallDelta(Model):
    """What is new about a search in the attached files."""

    index: int
    """Position of the call among those of the step, counted from 0."""

    id: str | None = None
    """ID of the call."""

    type: Literal["retrieval"]
    """Kind of tool, always `retrieval`."""

    retrieval: dict[str, Any] | None = None
    """Details of the search. The API does not give any yet, so the object is empty."""
