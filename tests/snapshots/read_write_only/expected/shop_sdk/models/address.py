"""The model `Address`."""

from .._runtime.model import Model


class Address(Model):
    """Address."""

    city: str

    checked: bool
