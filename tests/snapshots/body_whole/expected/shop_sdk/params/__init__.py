"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_prices_request_item import (
        AddPricesRequestItem as AddPricesRequestItem,
        AddPricesRequestItemDict as AddPricesRequestItemDict,
    )
    from .change import Change as Change
    from .title import Title as Title, TitleDict as TitleDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
add_prices_request_item: AddPricesRequestItem AddPricesRequestItemDict
change: Change
title: Title TitleDict
""",
    )
