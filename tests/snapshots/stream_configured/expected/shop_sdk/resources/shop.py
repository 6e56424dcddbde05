"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.plans import Sse
from .._runtime.resource import AsyncResource, Resource
from ..streams import AsyncChatStream, ChatStream

_CHAT: Operation[models.Answer] = Operation(
    "chat",
    "POST",
    "/chat",
    returns=lambda: models.Answer,
    body=Body("application/json"),
)
_CHAT_STREAM: Operation[models.Piece] = Operation(
    "chat",
    "POST",
    "/chat",
    returns=lambda: models.Piece,
    stream=Sse(done="[END]"),
    resumable=True,
    body=Body("application/json"),
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def chat(self, *, question: str) -> models.Answer:
        """Talk to the shop.

        With `streaming`, the answer comes as server-sent events, `[END]` last.
        """
        return self._send(_CHAT, body={"question": question})

    def chat_stream(self, *, question: str) -> ChatStream:
        """Talk to the shop. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `chat` takes.
        """
        return self._stream(
            _CHAT_STREAM, ChatStream, body={"question": question, "streaming": True}
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def chat(self, *, question: str) -> models.Answer:
        """Talk to the shop. See `Shop.chat`."""
        return await self._send(_CHAT, body={"question": question})

    def chat_stream(self, *, question: str) -> AsyncChatStream:
        """Talk to the shop. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `chat` takes.
        """
        return self._stream(
            _CHAT_STREAM,
            AsyncChatStream,
            body={"question": question, "streaming": True},
        )
