"""The model `Invoice`."""

from typing import Literal

from .._runtime.model import Model


class Invoice(Model):
    """Invoice."""

    type: Literal["invoice"]
