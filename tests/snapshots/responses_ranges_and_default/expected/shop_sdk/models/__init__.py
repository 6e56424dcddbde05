"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .get_range_error import GetRangeError as GetRangeError
    from .order import Order as Order
    from .refusal import Refusal as Refusal
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
get_range_error: GetRangeError
order: Order
refusal: Refusal
""",
    )
