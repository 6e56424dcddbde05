"""The model `None_`."""

from .._runtime.model import Model


class None_(Model):
    """None."""

    print: str | None = None
