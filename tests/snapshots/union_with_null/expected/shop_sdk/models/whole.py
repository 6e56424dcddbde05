"""The model `Whole`."""

from typing import Annotated, TypeAlias

from .._runtime.unions import Tagged, Unknown
from .box import Box
from .series import Series

Whole: TypeAlias = Annotated[
    Series | Box | Unknown, Tagged("type", {"series": Series, "box": Box})
]
