"""The model `RetrievalTool`."""

from typing import Literal

from .._runtime.model import Model


class RetrievalTool(Model):
    """Lets the model search the attached files."""

    type: Literal["retrieval"]
    """Kind of tool, always `retrieval`."""
