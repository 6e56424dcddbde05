"""The model `Card`."""

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.model import Model


class Card(Model):
    """Card."""

    payment_kind: Annotated[Literal["card", "debit"] | str, Field(alias="payment-kind")]

    number: str
