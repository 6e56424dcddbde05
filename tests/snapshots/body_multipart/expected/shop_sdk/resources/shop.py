"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Part
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from .. import params
    from .._runtime.files import FileInput
    from .._runtime.omit import Omit

_UPLOAD_FILES: Operation[None] = Operation(
    "uploadFiles",
    "POST",
    "/books/{isbn}/files",
    body=Body(
        "multipart/form-data",
        "multipart",
        parts={
            "cover": Part(
                content_type="image/png, image/jpeg", file=True, optional=True
            ),
            "meta": Part(content_type="application/json"),
            "scan": Part(content_type="application/pdf", file=True, optional=True),
            "pages_scanned": Part(content_type="image/png", file=True, optional=True),
            "text": Part(file=True),
            "pictures": Part(file=True, optional=True),
            "checksum": Part(base64=True),
            "seals": Part(base64=True),
        },
        dates=("published",),
    ),
)
_SEND_BATCH: Operation[None] = Operation(
    "sendBatch",
    "POST",
    "/batch",
    body=Body(
        "multipart/mixed",
        "multipart",
        places=(Part(content_type="application/json"), Part(content_type="image/png")),
    ),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def upload_files(
        self,
        isbn: str,
        *,
        text: FileInput,
        cover: FileInput | Omit = OMIT,
        scan: FileInput | Omit = OMIT,
        pages_scanned: Sequence[FileInput] | Omit = OMIT,
        cuttings: Sequence[FileInput | str] | Omit = OMIT,
        note: object = OMIT,
        pictures: Sequence[FileInput] | Omit = OMIT,
        title: str | Omit = OMIT,
        pages: int | Omit = OMIT,
        published: dt.date | str | Omit = OMIT,
        meta: params.UploadFilesRequestMeta | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        checksum: bytes | str | Omit = OMIT,
        chapters: params.Chapters | Omit = OMIT,
        seals: Sequence[bytes | str] | Omit = OMIT,
    ) -> None:
        """Upload the files of a book.

        Args:
            text: The book itself.
            cover: Holds `image/png`.
            scan: Holds `application/pdf`.
            pages_scanned: Each holds `image/png`.
            note: Anything. Holds `application/json`.
        """
        return self._send(
            _UPLOAD_FILES,
            path=(isbn,),
            body={
                "text": text,
                "cover": cover,
                "scan": scan,
                "pages_scanned": pages_scanned,
                "cuttings": cuttings,
                "note": note,
                "pictures": pictures,
                "title": title,
                "pages": pages,
                "published": published,
                "meta": meta,
                "tags": tags,
                "checksum": checksum,
                "chapters": chapters,
                "seals": seals,
            },
        )

    def send_batch(
        self, *, body: Sequence[params.SendBatchRequestItem1 | FileInput]
    ) -> None:
        """Send many things at once."""
        return self._send(_SEND_BATCH, body=body)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def upload_files(
        self,
        isbn: str,
        *,
        text: FileInput,
        cover: FileInput | Omit = OMIT,
        scan: FileInput | Omit = OMIT,
        pages_scanned: Sequence[FileInput] | Omit = OMIT,
        cuttings: Sequence[FileInput | str] | Omit = OMIT,
        note: object = OMIT,
        pictures: Sequence[FileInput] | Omit = OMIT,
        title: str | Omit = OMIT,
        pages: int | Omit = OMIT,
        published: dt.date | str | Omit = OMIT,
        meta: params.UploadFilesRequestMeta | Omit = OMIT,
        tags: Sequence[str] | Omit = OMIT,
        checksum: bytes | str | Omit = OMIT,
        chapters: params.Chapters | Omit = OMIT,
        seals: Sequence[bytes | str] | Omit = OMIT,
    ) -> None:
        """Upload the files of a book. See `Shop.upload_files`."""
        return await self._send(
            _UPLOAD_FILES,
            path=(isbn,),
            body={
                "text": text,
                "cover": cover,
                "scan": scan,
                "pages_scanned": pages_scanned,
                "cuttings": cuttings,
                "note": note,
                "pictures": pictures,
                "title": title,
                "pages": pages,
                "published": published,
                "meta": meta,
                "tags": tags,
                "checksum": checksum,
                "chapters": chapters,
                "seals": seals,
            },
        )

    async def send_batch(
        self, *, body: Sequence[params.SendBatchRequestItem1 | FileInput]
    ) -> None:
        """Send many things at once."""
        return await self._send(_SEND_BATCH, body=body)
