"""The model `SetRouteRequest`."""

from .._runtime.model import Model
from .point import Point
from .span import Span


class SetRouteRequest(Model):
    """Set route request."""

    points: list[Point]
    """Each at least 2 items."""

    span: Span | None = None
    """A name, then any number of years."""
