"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .create_order_error422 import CreateOrderError422 as CreateOrderError422
    from .create_order_request import (
        CreateOrderRequest as CreateOrderRequest,
        CreateOrderRequestAddress as CreateOrderRequestAddress,
        CreateOrderRequestAddressPosition as CreateOrderRequestAddressPosition,
        CreateOrderRequestLinesItem as CreateOrderRequestLinesItem,
    )
    from .create_order_response import (
        CreateOrderResponse as CreateOrderResponse,
        CreateOrderResponseCustomer as CreateOrderResponseCustomer,
    )
    from .library import (
        Library as Library,
        LibraryOpeningHoursItem as LibraryOpeningHoursItem,
        LibraryOpeningHoursItemDay as LibraryOpeningHoursItemDay,
        LibraryOpeningHoursItemHours as LibraryOpeningHoursItemHours,
    )
    from .list_books_response_item import (
        ListBooksResponseItem as ListBooksResponseItem,
        ListBooksResponseItemPricesValue as ListBooksResponseItemPricesValue,
        ListBooksResponseItemPricesValueCurrency as ListBooksResponseItemPricesValueCurrency,
    )
    from .list_books_sort import ListBooksSort as ListBooksSort
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
create_order_error422: CreateOrderError422
create_order_request: CreateOrderRequest CreateOrderRequestAddress CreateOrderRequestAddressPosition CreateOrderRequestLinesItem
create_order_response: CreateOrderResponse CreateOrderResponseCustomer
library: Library LibraryOpeningHoursItem LibraryOpeningHoursItemDay LibraryOpeningHoursItemHours
list_books_response_item: ListBooksResponseItem ListBooksResponseItemPricesValue ListBooksResponseItemPricesValueCurrency
list_books_sort: ListBooksSort
""",
    )
