"""Streams whose events add up to whole things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.plans import Accumulation, Slot
from ._runtime.streaming import AsyncStream, Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

_RUN_STREAM_RUN: Slot[models.Run] = Slot(
    "run",
    lambda: models.Run,
    replace=(
        "thread.run.created",
        "thread.run.queued",
        "thread.run.in_progress",
        "thread.run.requires_action",
        "thread.run.completed",
        "thread.run.failed",
        "thread.run.cancelling",
        "thread.run.cancelled",
        "thread.run.expired",
    ),
)
_RUN_STREAM_MESSAGES: Slot[models.Message] = Slot(
    "messages",
    lambda: models.Message,
    replace=(
        "thread.message.created",
        "thread.message.in_progress",
        "thread.message.completed",
        "thread.message.incomplete",
    ),
    merge={"thread.message.delta": ("delta",)},
    key=("id",),
)
_RUN_STREAM_STEPS: Slot[models.RunStep] = Slot(
    "steps",
    lambda: models.RunStep,
    replace=(
        "thread.run.step.created",
        "thread.run.step.in_progress",
        "thread.run.step.completed",
        "thread.run.step.failed",
        "thread.run.step.cancelled",
        "thread.run.step.expired",
    ),
    merge={"thread.run.step.delta": ("delta",)},
    key=("id",),
)
_RUN_STREAM = Accumulation(
    (_RUN_STREAM_RUN, _RUN_STREAM_MESSAGES, _RUN_STREAM_STEPS),
    texts={"thread.message.delta": ("delta", "content", "*", "text", "value")},
)


class RunStream(Stream["models.AssistantStreamEvent"]):
    """Typed events, and what they add up to."""

    accumulation = _RUN_STREAM

    def text_deltas(self) -> Iterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    def get_final_run(self) -> models.Run:
        """Read to the end, and give the run that there is then."""
        return self._final(_RUN_STREAM_RUN)

    def get_final_messages(self) -> list[models.Message]:
        """Read to the end, and give the messages that there are then."""
        return self._finals(_RUN_STREAM_MESSAGES)

    def get_final_steps(self) -> list[models.RunStep]:
        """Read to the end, and give the steps that there are then."""
        return self._finals(_RUN_STREAM_STEPS)


class AsyncRunStream(AsyncStream["models.AssistantStreamEvent"]):
    """Typed events, and what they add up to."""

    accumulation = _RUN_STREAM

    def text_deltas(self) -> AsyncIterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    async def get_final_run(self) -> models.Run:
        """Read to the end, and give the run that there is then."""
        return await self._final(_RUN_STREAM_RUN)

    async def get_final_messages(self) -> list[models.Message]:
        """Read to the end, and give the messages that there are then."""
        return await self._finals(_RUN_STREAM_MESSAGES)

    async def get_final_steps(self) -> list[models.RunStep]:
        """Read to the end, and give the steps that there are then."""
        return await self._finals(_RUN_STREAM_STEPS)
