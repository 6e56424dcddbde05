"""Streams whose events add up to whole things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.plans import Accumulation, Slot
from ._runtime.streaming import AsyncStream, Stream

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Iterator
    from typing import Literal, TypeAlias

_EXPORT_STREAM_JOB2: Slot[models.Export] = Slot(
    "job", lambda: models.Export, replace=("job",)
)
_EXPORT_STREAM = Accumulation((_EXPORT_STREAM_JOB2,), texts={"job": ("text",)})
_ExportStreamEvent: TypeAlias = (
    'Literal["begun", "done"] | str | dt.datetime | models.Export'
)
_EXPORT_STREAM_JOB_EVERY: Slot[models.Export] = Slot(
    "every", lambda: models.Export, replace=("job",), key=("id",)
)
_EXPORT_STREAM_JOB = Accumulation((_EXPORT_STREAM_JOB_EVERY,), texts={})


class ExportStream(Stream[_ExportStreamEvent]):
    """Typed events, and what they add up to."""

    accumulation = _EXPORT_STREAM

    def text_deltas(self) -> Iterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    def get_final_job(self) -> models.Export:
        """Read to the end, and give the job that there is then."""
        return self._final(_EXPORT_STREAM_JOB2)


class AsyncExportStream(AsyncStream[_ExportStreamEvent]):
    """Typed events, and what they add up to."""

    accumulation = _EXPORT_STREAM

    def text_deltas(self) -> AsyncIterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    async def get_final_job(self) -> models.Export:
        """Read to the end, and give the job that there is then."""
        return await self._final(_EXPORT_STREAM_JOB2)


class ExportStreamJob(Stream["models.Export"]):
    """Typed events, and what they add up to."""

    accumulation = _EXPORT_STREAM_JOB

    def get_final_every(self) -> list[models.Export]:
        """Read to the end, and give the every that there are then."""
        return self._finals(_EXPORT_STREAM_JOB_EVERY)


class AsyncExportStreamJob(AsyncStream["models.Export"]):
    """Typed events, and what they add up to."""

    accumulation = _EXPORT_STREAM_JOB

    async def get_final_every(self) -> list[models.Export]:
        """Read to the end, and give the every that there are then."""
        return await self._finals(_EXPORT_STREAM_JOB_EVERY)
