"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_copy_request import AddCopyRequest as AddCopyRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_copy_request: AddCopyRequest
""",
    )
