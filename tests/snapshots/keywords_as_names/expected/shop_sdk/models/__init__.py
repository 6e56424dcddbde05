"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .any import Any_ as Any_
    from .exception import Exception as Exception
    from .int import Int as Int
    from .list import List as List
    from .literal import Literal_ as Literal_
    from .model import Model_ as Model_
    from .none import None_ as None_
    from .omit import Omit_ as Omit_
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
any: Any_
exception: Exception
int: Int
list: List
literal: Literal_
model: Model_
none: None_
omit: Omit_
""",
    )
