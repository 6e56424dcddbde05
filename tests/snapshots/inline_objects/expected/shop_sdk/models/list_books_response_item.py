"""The model `ListBooksResponseItem` and its parts."""

from typing import Literal, TypeAlias

from .._runtime.model import Model

ListBooksResponseItemPricesValueCurrency: TypeAlias = Literal[
    "eur", "gbp", "usd", "chf"
]


class ListBooksResponseItemPricesValue(Model):
    """List books response item prices value."""

    amount: float

    currency: ListBooksResponseItemPricesValueCurrency | str | None = None


class ListBooksResponseItem(Model):
    """List books response item."""

    isbn: str

    prices: dict[str, ListBooksResponseItemPricesValue] | None = None

    condition: Literal["new", "used"] | str | None = None
