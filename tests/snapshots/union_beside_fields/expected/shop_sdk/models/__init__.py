"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .both import (
        Both as Both,
        BothObjectObject as BothObjectObject,
        BothObjectObject2 as BothObjectObject2,
    )
    from .either import Either as Either
    from .notice import (
        Notice as Notice,
        NoticePicture as NoticePicture,
        NoticeText as NoticeText,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
both: Both BothObjectObject BothObjectObject2
either: Either
notice: Notice NoticePicture NoticeText
""",
    )
