"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .card import Card as Card
    from .invoice import Invoice as Invoice
    from .pay_error402 import PayError402 as PayError402
    from .payment import Payment as Payment
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
card: Card
invoice: Invoice
pay_error402: PayError402
payment: Payment
""",
    )
