"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .upload_files_request import (
        UploadFilesRequestMeta as UploadFilesRequestMeta,
        UploadFilesRequestMetaDict as UploadFilesRequestMetaDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
upload_files_request: UploadFilesRequestMeta UploadFilesRequestMetaDict
""",
    )
