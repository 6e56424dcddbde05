"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .address import Address as Address, AddressDict as AddressDict
    from .customer import Customer as Customer, CustomerDict as CustomerDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
address: Address AddressDict
customer: Customer CustomerDict
""",
    )
