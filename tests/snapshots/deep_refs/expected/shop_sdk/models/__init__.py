"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chain import Chain as Chain
    from .link import Link as Link
    from .order import (
        Order as Order,
        OrderAddress as OrderAddress,
        OrderAddressLinesItem as OrderAddressLinesItem,
    )
    from .order_address2 import OrderAddress2 as OrderAddress2
    from .order_address_lines import OrderAddressLines as OrderAddressLines
    from .plain import Plain as Plain
    from .with_slash_and_tilde import WithSlashAndTilde as WithSlashAndTilde
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
chain: Chain
link: Link
order: Order OrderAddress OrderAddressLinesItem
order_address2: OrderAddress2
order_address_lines: OrderAddressLines
plain: Plain
with_slash_and_tilde: WithSlashAndTilde
""",
    )
