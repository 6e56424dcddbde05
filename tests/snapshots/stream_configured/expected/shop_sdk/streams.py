"""Streams whose events add up to whole things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.plans import Accumulation, Slot
from ._runtime.streaming import AsyncStream, Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

_CHAT_STREAM_ANSWER: Slot[models.Answer] = Slot(
    "answer", lambda: models.Answer, merge={"settled": ("answer",)}
)
_CHAT_STREAM = Accumulation(
    (_CHAT_STREAM_ANSWER,), texts={"piece": ("delta",)}, tag=("kind",)
)


class ChatStream(Stream["models.Piece"]):
    """Typed events, and what they add up to."""

    accumulation = _CHAT_STREAM

    def text_deltas(self) -> Iterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    def get_final_answer(self) -> models.Answer:
        """Read to the end, and give the answer that there is then."""
        return self._final(_CHAT_STREAM_ANSWER)


class AsyncChatStream(AsyncStream["models.Piece"]):
    """Typed events, and what they add up to."""

    accumulation = _CHAT_STREAM

    def text_deltas(self) -> AsyncIterator[str]:
        """Yield the pieces of text as they arrive."""
        return self._texts()

    async def get_final_answer(self) -> models.Answer:
        """Read to the end, and give the answer that there is then."""
        return await self._final(_CHAT_STREAM_ANSWER)
