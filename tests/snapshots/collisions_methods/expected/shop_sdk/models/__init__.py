"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .page import Page_ as Page_
    from .refused import Refused as Refused
    from .state import State as State
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
page: Page_
refused: Refused
state: State
""",
    )
