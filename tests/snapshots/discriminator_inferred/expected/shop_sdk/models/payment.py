"""The model `Payment` and its parts."""

from typing import Annotated, Literal, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Tagged, Unknown
from .card import Card
from .instalments import Instalments
from .invoice import Invoice


class PaymentVoucher(Model):
    """Payment voucher."""

    type: Literal["voucher"]

    amount: float

    codes: list[str] | None = None


Payment: TypeAlias = Annotated[
    Card | Invoice | Instalments | PaymentVoucher | Unknown,
    Tagged(
        "type",
        {
            "credit": Card,
            "debit": Card,
            "invoice": Invoice,
            "instalments": Instalments,
            "voucher": PaymentVoucher,
        },
    ),
]
"""How a customer pays."""
