"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chapters import Chapters as Chapters
    from .send_batch_request_item1 import (
        SendBatchRequestItem1 as SendBatchRequestItem1,
        SendBatchRequestItem1Dict as SendBatchRequestItem1Dict,
    )
    from .upload_files_request import (
        UploadFilesRequestMeta as UploadFilesRequestMeta,
        UploadFilesRequestMetaDict as UploadFilesRequestMetaDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
chapters: Chapters
send_batch_request_item1: SendBatchRequestItem1 SendBatchRequestItem1Dict
upload_files_request: UploadFilesRequestMeta UploadFilesRequestMetaDict
""",
    )
