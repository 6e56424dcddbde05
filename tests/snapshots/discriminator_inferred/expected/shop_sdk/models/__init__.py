"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .card import Card as Card
    from .deferred import Deferred as Deferred
    from .instalments import Instalments as Instalments
    from .invoice import Invoice as Invoice
    from .payment import Payment as Payment, PaymentVoucher as PaymentVoucher
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
card: Card
deferred: Deferred
instalments: Instalments
invoice: Invoice
payment: Payment PaymentVoucher
""",
    )
