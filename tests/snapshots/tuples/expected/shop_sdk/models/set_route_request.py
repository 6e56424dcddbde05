"""The model `SetRouteRequest`."""

from .._runtime.model import Model
from .point import Point
from .span import Span


class SetRouteRequest(Model):
    """Set route request."""

    points: list[Point]

    span: Span | None = None
    """A name, then any number of years."""
