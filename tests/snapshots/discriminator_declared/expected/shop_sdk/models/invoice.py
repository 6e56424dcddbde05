"""The model `Invoice`."""

from typing import Literal

from .._runtime.model import Model


class Invoice(Model):
    """Invoice."""

    kind: Literal["Invoice"]

    address: str | None = None
