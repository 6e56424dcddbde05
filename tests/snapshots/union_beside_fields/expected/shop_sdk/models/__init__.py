"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .both import (
        Both as Both,
        BothA as BothA,
        BothAC as BothAC,
        BothAD as BothAD,
        BothB as BothB,
        BothBC as BothBC,
        BothBD as BothBD,
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
both: Both BothA BothAC BothAD BothB BothBC BothBD
either: Either
notice: Notice NoticePicture NoticeText
""",
    )
