"""The model `WatchPricesEvent`."""

from .._runtime.model import Model


class WatchPricesEvent(Model):
    """Watch prices event."""

    event: str | None = None

    data: str
    """Holds `application/json`."""
