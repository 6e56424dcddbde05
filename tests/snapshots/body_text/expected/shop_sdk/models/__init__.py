"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .set_markup_request import SetMarkupRequest as SetMarkupRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
set_markup_request: SetMarkupRequest
""",
    )
