"""The model `List`."""

from .._runtime.model import Model
from .literal import Literal_
from .omit import Omit_


class List(Model):
    """List."""

    items: list[Literal_ | str] | None = None

    omit: Omit_ | None = None
