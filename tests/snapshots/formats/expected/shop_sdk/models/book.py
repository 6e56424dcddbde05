"""The model `Book`."""

import datetime as dt
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from .._runtime.model import Model


class Book(Model, hide_input_in_errors=True):
    """Book."""

    id: UUID

    published: dt.date

    added: dt.datetime | None = None

    opens: dt.time | None = None

    loan: dt.timedelta | None = None

    cover: bytes

    text: bytes | None = None

    picture: str | None = None
    """Holds `image/png`."""

    scan: str | None = None

    price: Decimal | None = None

    weight: float | None = None

    pages: int | None = None

    ratio: float | None = None

    home: str | None = None
    """Format `uri`."""

    mail: str | None = None
    """Format `email`."""

    hidden: Annotated[str | None, Field(repr=False)] = None
    """Format `password`."""

    stamp: int | None = None

    odd: str | None = None
    """Format `of-our-own`."""

    untyped: dt.datetime | None = None

    dates: list[dt.date] | None = None

    by_day: dict[str, dt.datetime] | None = None
