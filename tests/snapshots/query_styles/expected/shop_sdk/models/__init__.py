"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .filter import Filter as Filter
    from .search_range import SearchRange as SearchRange
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
filter: Filter
search_range: SearchRange
""",
    )
