"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chain import Chain as Chain
    from .link import Link as Link
    from .order import Order as Order, OrderAddress as OrderAddress
    from .order_address_lines_item import OrderAddressLinesItem as OrderAddressLinesItem
    from .plain import Plain as Plain
    from .with_slash_and_tilde import WithSlashAndTilde as WithSlashAndTilde
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
chain: Chain
link: Link
order: Order OrderAddress
order_address_lines_item: OrderAddressLinesItem
plain: Plain
with_slash_and_tilde: WithSlashAndTilde
""",
    )
