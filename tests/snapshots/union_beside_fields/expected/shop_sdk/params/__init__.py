"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .notice import (
        Notice as Notice,
        NoticePicture as NoticePicture,
        NoticePictureDict as NoticePictureDict,
        NoticeText as NoticeText,
        NoticeTextDict as NoticeTextDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
notice: Notice NoticePicture NoticePictureDict NoticeText NoticeTextDict
""",
    )
