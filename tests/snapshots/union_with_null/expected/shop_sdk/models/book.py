"""The model `Book` and its parts."""

from typing import Annotated, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Tagged, Unknown
from .box import Box
from .series import Series
from .whole import Whole

BookPartOf: TypeAlias = Annotated[
    Series | Box | Unknown, Tagged("type", {"series": Series, "box": Box})
]
"""What the book is a part of; `None` where it stands alone."""


class Book(Model):
    """Book."""

    part_of: BookPartOf | None
    """What the book is a part of; `None` where it stands alone."""

    maybe: Whole | None = None

    price: float | str | None = None

    sizes: list[int] | str | None = None
