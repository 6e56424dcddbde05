"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .labels import Labels as Labels
    from .mixed import Mixed as Mixed
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
labels: Labels
mixed: Mixed
""",
    )
