"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .com_example_reaction_v2 import ComExampleReactionV2 as ComExampleReactionV2
    from .init import Init as Init
    from .model3_d import Model3D as Model3D
    from .private import Private as Private
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
com_example_reaction_v2: ComExampleReactionV2
init: Init
model3_d: Model3D
private: Private
""",
    )
