"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import BookPartOf as BookPartOf
    from .box import Box as Box, BoxDict as BoxDict
    from .series import Series as Series, SeriesDict as SeriesDict
    from .whole import Whole as Whole
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
book: BookPartOf
box: Box BoxDict
series: Series SeriesDict
whole: Whole
""",
    )
