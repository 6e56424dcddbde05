"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .set_markup_request import (
        SetMarkupRequest as SetMarkupRequest,
        SetMarkupRequestDict as SetMarkupRequestDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
set_markup_request: SetMarkupRequest SetMarkupRequestDict
""",
    )
