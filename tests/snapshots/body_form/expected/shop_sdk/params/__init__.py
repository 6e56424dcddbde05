"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_customer_request import (
        AddCustomerRequestAddress as AddCustomerRequestAddress,
        AddCustomerRequestAddressDict as AddCustomerRequestAddressDict,
    )
    from .choice import (
        Choice as Choice,
        ChoiceA as ChoiceA,
        ChoiceADict as ChoiceADict,
        ChoiceB as ChoiceB,
        ChoiceBDict as ChoiceBDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_customer_request: AddCustomerRequestAddress AddCustomerRequestAddressDict
choice: Choice ChoiceA ChoiceADict ChoiceB ChoiceBDict
""",
    )
