"""The catalogue and the orders of the shop."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .. import models
from .._runtime.operation import Operation
from .._runtime.plans import Sse
from .._runtime.resource import AsyncResource, Resource
from ..streams import (
    AsyncExportStream,
    AsyncExportStreamJob,
    ExportStream,
    ExportStreamJob,
)

_EXPORT: Operation[Literal["begun", "done"] | str | dt.datetime | models.Export] = (
    Operation(
        "export",
        "POST",
        "/exports",
        returns=lambda: Literal["begun", "done"] | str | dt.datetime | models.Export,
        stream=Sse(),
    )
)
_EXPORT_JOB: Operation[models.Export] = Operation(
    "exportJob", "POST", "/exports/jobs", returns=lambda: models.Export, stream=Sse()
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def export(self) -> ExportStream:
        """Export the catalogue."""
        return self._stream(_EXPORT, ExportStream)

    def export_job(self) -> ExportStreamJob:
        """Export the catalogue, job by job."""
        return self._stream(_EXPORT_JOB, ExportStreamJob)


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    def export(self) -> AsyncExportStream:
        """Export the catalogue."""
        return self._stream(_EXPORT, AsyncExportStream)

    def export_job(self) -> AsyncExportStreamJob:
        """Export the catalogue, job by job."""
        return self._stream(_EXPORT_JOB, AsyncExportStreamJob)
