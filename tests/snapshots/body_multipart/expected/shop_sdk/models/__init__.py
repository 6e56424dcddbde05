"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chapters import Chapters as Chapters
    from .send_batch_request_item1 import SendBatchRequestItem1 as SendBatchRequestItem1
    from .upload_files_request import (
        UploadFilesRequest as UploadFilesRequest,
        UploadFilesRequestMeta as UploadFilesRequestMeta,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
chapters: Chapters
send_batch_request_item1: SendBatchRequestItem1
upload_files_request: UploadFilesRequest UploadFilesRequestMeta
""",
    )
