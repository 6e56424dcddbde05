"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .search_filter import (
        SearchFilter as SearchFilter,
        SearchFilterDict as SearchFilterDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
search_filter: SearchFilter SearchFilterDict
""",
    )
