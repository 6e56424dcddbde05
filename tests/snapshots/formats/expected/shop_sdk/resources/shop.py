"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from uuid import UUID

    from .._runtime.omit import Omit

_GET_BOOK: Operation[models.Book] = Operation(
    "getBook",
    "GET",
    "/books/{id}",
    returns=lambda: models.Book,
    params=(
        Param("query", "on", date=True),
        Param("query", "off", style="form", explode=False, date=True),
    ),
)
_SET_BOOK: Operation[None] = Operation(
    "setBook",
    "PUT",
    "/books/{id}",
    body=Body("application/json", dates=("published", "dates")),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_book(
        self,
        id: UUID | str,
        *,
        since: dt.datetime | str | Omit = OMIT,
        on: dt.date | str | Omit = OMIT,
        off: Sequence[dt.date | str] | Omit = OMIT,
    ) -> models.Book:
        """Get a book."""
        return self._send(
            _GET_BOOK, path=(id,), query={"since": since, "on": on, "off": off}
        )

    def set_book(
        self,
        id: UUID | str,
        *,
        body_id: UUID | str,
        published: dt.date | str,
        cover: bytes | str,
        added: dt.datetime | str | Omit = OMIT,
        opens: dt.time | str | Omit = OMIT,
        loan: dt.timedelta | str | Omit = OMIT,
        text: bytes | str | Omit = OMIT,
        picture: str | Omit = OMIT,
        scan: str | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        weight: float | Omit = OMIT,
        pages: int | Omit = OMIT,
        ratio: float | Omit = OMIT,
        home: str | Omit = OMIT,
        mail: str | Omit = OMIT,
        hidden: str | Omit = OMIT,
        stamp: int | Omit = OMIT,
        odd: str | Omit = OMIT,
        untyped: dt.datetime | str | Omit = OMIT,
        dates: Sequence[dt.date | str] | Omit = OMIT,
        by_day: Mapping[str, dt.datetime | str] | Omit = OMIT,
    ) -> None:
        """Replace a book.

        Args:
            picture: Holds `image/png`.
            home: Format `uri`.
            mail: Format `email`.
            hidden: Format `password`.
            odd: Format `of-our-own`.
        """
        return self._send(
            _SET_BOOK,
            path=(id,),
            body={
                "id": body_id,
                "published": published,
                "added": added,
                "opens": opens,
                "loan": loan,
                "cover": cover,
                "text": text,
                "picture": picture,
                "scan": scan,
                "price": price,
                "weight": weight,
                "pages": pages,
                "ratio": ratio,
                "home": home,
                "mail": mail,
                "hidden": hidden,
                "stamp": stamp,
                "odd": odd,
                "untyped": untyped,
                "dates": dates,
                "by_day": by_day,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_book(
        self,
        id: UUID | str,
        *,
        since: dt.datetime | str | Omit = OMIT,
        on: dt.date | str | Omit = OMIT,
        off: Sequence[dt.date | str] | Omit = OMIT,
    ) -> models.Book:
        """Get a book."""
        return await self._send(
            _GET_BOOK, path=(id,), query={"since": since, "on": on, "off": off}
        )

    async def set_book(
        self,
        id: UUID | str,
        *,
        body_id: UUID | str,
        published: dt.date | str,
        cover: bytes | str,
        added: dt.datetime | str | Omit = OMIT,
        opens: dt.time | str | Omit = OMIT,
        loan: dt.timedelta | str | Omit = OMIT,
        text: bytes | str | Omit = OMIT,
        picture: str | Omit = OMIT,
        scan: str | Omit = OMIT,
        price: Decimal | str | Omit = OMIT,
        weight: float | Omit = OMIT,
        pages: int | Omit = OMIT,
        ratio: float | Omit = OMIT,
        home: str | Omit = OMIT,
        mail: str | Omit = OMIT,
        hidden: str | Omit = OMIT,
        stamp: int | Omit = OMIT,
        odd: str | Omit = OMIT,
        untyped: dt.datetime | str | Omit = OMIT,
        dates: Sequence[dt.date | str] | Omit = OMIT,
        by_day: Mapping[str, dt.datetime | str] | Omit = OMIT,
    ) -> None:
        """Replace a book. See `Shop.set_book`."""
        return await self._send(
            _SET_BOOK,
            path=(id,),
            body={
                "id": body_id,
                "published": published,
                "added": added,
                "opens": opens,
                "loan": loan,
                "cover": cover,
                "text": text,
                "picture": picture,
                "scan": scan,
                "price": price,
                "weight": weight,
                "pages": pages,
                "ratio": ratio,
                "home": home,
                "mail": mail,
                "hidden": hidden,
                "stamp": stamp,
                "odd": odd,
                "untyped": untyped,
                "dates": dates,
                "by_day": by_day,
            },
        )
