"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .straße import Straße as Straße
    from .名前_ import 名前 as 名前
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
straße: Straße
名前_: 名前
""",
    )
