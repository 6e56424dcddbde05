"""The model `WatchPricesEvent` and its parts."""

from .._runtime.model import Model


class WatchPricesEventData(Model):
    """Watch prices event data."""

    price: float | None = None


class WatchPricesEvent(Model):
    """Watch prices event."""

    event: str | None = None

    data: WatchPricesEventData
