"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .get_either_response import GetEitherResponse as GetEitherResponse
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
get_either_response: GetEitherResponse
""",
    )
