"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_order_error409 import CreateOrderError409 as CreateOrderError409
    from .problem import Problem as Problem
    from .refused import Refused as Refused
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
create_order_error409: CreateOrderError409
problem: Problem
refused: Refused
""",
    )
