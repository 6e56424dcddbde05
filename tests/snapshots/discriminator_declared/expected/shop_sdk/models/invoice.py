"""The model `Invoice`."""

from .._runtime.model import Model


class Invoice(Model):
    """Invoice."""

    kind: str

    address: str | None = None
