"""The model `Invoice`."""

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Invoice(Model):
    """Invoice."""

    payment_kind: Annotated[Literal["invoice"], Field(alias="payment-kind")]

    address: str | None = None
