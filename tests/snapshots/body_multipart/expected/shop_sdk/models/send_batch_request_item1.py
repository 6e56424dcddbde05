"""The model `SendBatchRequestItem1`."""

from .._runtime.model import Model


class SendBatchRequestItem1(Model):
    """Send batch request item1."""

    author: str | None = None
