"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .publisher import Publisher as Publisher, PublisherDict as PublisherDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
publisher: Publisher PublisherDict
""",
    )
