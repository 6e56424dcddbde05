"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .card import Card as Card, CardDict as CardDict
    from .invoice import Invoice as Invoice, InvoiceDict as InvoiceDict
    from .payment import Payment as Payment
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
card: Card CardDict
invoice: Invoice InvoiceDict
payment: Payment
""",
    )
