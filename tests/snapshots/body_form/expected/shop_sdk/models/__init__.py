"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_customer_request import (
        AddCustomerRequest as AddCustomerRequest,
        AddCustomerRequestAddress as AddCustomerRequestAddress,
    )
    from .choice import Choice as Choice, ChoiceA as ChoiceA, ChoiceB as ChoiceB
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_customer_request: AddCustomerRequest AddCustomerRequestAddress
choice: Choice ChoiceA ChoiceB
""",
    )
