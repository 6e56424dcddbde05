"""The model `Book`."""

from typing import Literal

from .._runtime.model import Model
from .factor import Factor
from .format import Format
from .mixed import Mixed
from .only import Only
from .open import Open
from .rating import Rating
from .switch import Switch
from .twice import Twice
from .unlisted import Unlisted
from .visibility import Visibility
from .wide import Wide


class Book(Model):
    """Book."""

    format: Format | str
    """How a book is made."""

    only: Only | None = None

    rating: Rating | int

    factor: Factor | None = None

    switch: Switch | None = None

    wide: Wide | int | None = None
    """Beyond 64 bits."""

    mixed: Mixed | str | int | None = None
    """Whatever earlier versions allowed."""

    nothing: None = None

    twice: Twice | str | None = None

    visibility: Visibility | str | None = None
    """Who sees a book."""

    unlisted: Unlisted | None = None

    colour: Open | None = None
    """One of the known colours, or any other."""

    state: Literal["new", "used"] | str | None = None

    binding: Literal["glued", "sewn"] | str | None = None
    """How it is held together.

    - `glued`: With glue.
    - `sewn`: With thread, which lasts.
    """

    size: Literal[1, 2] | int | None = None
    """One of these:

    - `1`: Fits a pocket.
    """

    narrowed: Literal["hardcover", "paperback"] | str | None = None
    """How a book is made."""
