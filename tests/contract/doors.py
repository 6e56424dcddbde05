"""The two ways into the SDK, so that one test speaks for both clients."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

import anyio
import httpx2
from assistants_sdk import AsyncClient, Client

from .calls import Call

KEY = "sk-test"

T = TypeVar("T")


class Door(ABC):
    """Opens a client for each thing that is done with it, and closes it again."""

    def __init__(self, transport: Any = None, **settings: Any) -> None:
        self._transport = transport
        self._settings = {"api_key": KEY, "max_retries": 0, **settings}

    def call(self, call: Call) -> Any:
        """The answer; of a list, its first page."""
        (answer,) = self.calls([call])
        return answer

    @abstractmethod
    def calls(self, calls: Sequence[Call]) -> list[Any]:
        """The answers to several calls of one client."""

    @abstractmethod
    def items(self, call: Call) -> list[Any]:
        """The items of a list over all its pages."""

    @abstractmethod
    def events(self, call: Call, each: Callable[[Any], object] = id) -> list[Any]:
        """The events of a stream, read to its end; `each` sees them as they come."""


class SyncDoor(Door):
    def _open(self, use: Callable[[Client], T]) -> T:
        with (
            httpx2.Client(transport=self._transport) as http_client,
            Client(http_client=http_client, **self._settings) as client,
        ):
            return use(client)

    def calls(self, calls: Sequence[Call]) -> list[Any]:
        def use(client: Client) -> list[Any]:
            return [
                getattr(client.assistants, call.method)(
                    *call.arguments, **call.keywords
                )
                for call in calls
            ]

        return self._open(use)

    def items(self, call: Call) -> list[Any]:
        def use(client: Client) -> list[Any]:
            method = getattr(client.assistants, call.method)
            return list(method(*call.arguments, **call.keywords))

        return self._open(use)

    def events(self, call: Call, each: Callable[[Any], object] = id) -> list[Any]:
        def use(client: Client) -> list[Any]:
            method = getattr(client.assistants, f"{call.method}_stream")
            found = []
            with method(*call.arguments, **call.keywords) as events:
                for event in events:
                    each(event)
                    found.append(event)
            return found

        return self._open(use)


class AsyncDoor(Door):
    def _open(self, use: Callable[[AsyncClient], Awaitable[T]]) -> T:
        async def run() -> T:
            async with (
                httpx2.AsyncClient(transport=self._transport) as http_client,
                AsyncClient(http_client=http_client, **self._settings) as client,
            ):
                return await use(client)

        return anyio.run(run)

    def calls(self, calls: Sequence[Call]) -> list[Any]:
        async def use(client: AsyncClient) -> list[Any]:
            return [
                await getattr(client.assistants, call.method)(
                    *call.arguments, **call.keywords
                )
                for call in calls
            ]

        return self._open(use)

    def items(self, call: Call) -> list[Any]:
        async def use(client: AsyncClient) -> list[Any]:
            method = getattr(client.assistants, call.method)
            pager = method(*call.arguments, **call.keywords)
            return [item async for item in pager]

        return self._open(use)

    def events(self, call: Call, each: Callable[[Any], object] = id) -> list[Any]:
        async def use(client: AsyncClient) -> list[Any]:
            method = getattr(client.assistants, f"{call.method}_stream")
            found = []
            async with method(*call.arguments, **call.keywords) as events:
                async for event in events:
                    each(event)
                    found.append(event)
            return found

        return self._open(use)
