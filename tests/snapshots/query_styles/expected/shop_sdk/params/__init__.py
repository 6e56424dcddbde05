"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .filter import Filter as Filter, FilterDict as FilterDict
    from .search_range import (
        SearchRange as SearchRange,
        SearchRangeDict as SearchRangeDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
filter: Filter FilterDict
search_range: SearchRange SearchRangeDict
""",
    )
