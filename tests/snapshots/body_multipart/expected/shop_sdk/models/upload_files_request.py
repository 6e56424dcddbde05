"""The model `UploadFilesRequest` and its parts."""

import datetime as dt
from typing import Any

from .._runtime.model import Model
from .chapters import Chapters


class UploadFilesRequestMeta(Model):
    """Upload files request meta."""

    author: str | None = None


class UploadFilesRequest(Model):
    """Upload files request."""

    text: str
    """The book itself."""

    cover: str | None = None
    """Holds `image/png`."""

    scan: str | None = None
    """Holds `application/pdf`."""

    pages_scanned: list[str] | None = None
    """Each holds `image/png`."""

    cuttings: list[Any] | None = None

    note: Any = None
    """Anything. Holds `application/json`."""

    pictures: list[str] | None = None

    title: str | None = None

    pages: int | None = None

    published: dt.date | None = None

    meta: UploadFilesRequestMeta | None = None

    tags: list[str] | None = None

    checksum: bytes | None = None

    chapters: Chapters | None = None

    seals: list[bytes] | None = None
