"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.plans import Sse
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit
    from .._runtime.streaming import AsyncStream, Stream

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
    stream=Sse(),
    body=Body("application/json"),
)
_NEWS: Operation[list[models.Answer]] = Operation(
    "news", "GET", "/news", returns=lambda: list[models.Answer]
)
_NEWS_STREAM: Operation[models.Answer] = Operation(
    "news", "GET", "/news", returns=lambda: models.Answer, stream=Sse()
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def chat(self, *, question: str) -> models.Answer:
        """Talk to the shop."""
        return self._send(_CHAT, body={"question": question, "stream": False})

    def chat_stream(self, *, question: str) -> Stream[models.Piece]:
        """Talk to the shop. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `chat` takes.
        """
        return self._stream(_CHAT_STREAM, body={"question": question, "stream": True})

    def news(self, *, topic: str | Omit = OMIT) -> list[models.Answer]:
        """Get the news."""
        return self._send(_NEWS, query={"topic": topic})

    def news_stream(self, *, topic: str | Omit = OMIT) -> Stream[models.Answer]:
        """Get the news. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `news` takes.
        """
        return self._stream(_NEWS_STREAM, query={"topic": topic})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def chat(self, *, question: str) -> models.Answer:
        """Talk to the shop."""
        return await self._send(_CHAT, body={"question": question, "stream": False})

    def chat_stream(self, *, question: str) -> AsyncStream[models.Piece]:
        """Talk to the shop. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `chat` takes.
        """
        return self._stream(_CHAT_STREAM, body={"question": question, "stream": True})

    async def news(self, *, topic: str | Omit = OMIT) -> list[models.Answer]:
        """Get the news."""
        return await self._send(_NEWS, query={"topic": topic})

    def news_stream(self, *, topic: str | Omit = OMIT) -> AsyncStream[models.Answer]:
        """Get the news. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `news` takes.
        """
        return self._stream(_NEWS_STREAM, query={"topic": topic})
