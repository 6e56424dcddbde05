"""The model `StartExportRequest`."""

from .._runtime.model import Model


class StartExportRequest(Model):
    """Start export request."""

    format: str | None = None
