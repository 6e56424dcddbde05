"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .upload_files_request import (
        UploadFilesRequest as UploadFilesRequest,
        UploadFilesRequestMeta as UploadFilesRequestMeta,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
upload_files_request: UploadFilesRequest UploadFilesRequestMeta
""",
    )
