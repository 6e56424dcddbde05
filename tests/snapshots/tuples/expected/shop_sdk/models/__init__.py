"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .loose import Loose as Loose, LooseItem2 as LooseItem2
    from .point import Point as Point
    from .set_route_request import SetRouteRequest as SetRouteRequest
    from .span import Span as Span
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
loose: Loose LooseItem2
point: Point
set_route_request: SetRouteRequest
span: Span
""",
    )
