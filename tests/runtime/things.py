"""Operations of a small API, and the groups of methods that the tests call."""

from __future__ import annotations

from typing import Any

from templates.python._runtime.model import Model
from templates.python._runtime.operation import Operation
from templates.python._runtime.paging import Page
from templates.python._runtime.plans import Paging, Polling, Sse
from templates.python._runtime.raw import raw
from templates.python._runtime.resource import AsyncResource, Resource
from templates.python._runtime.streaming import AsyncStream, Stream


class Thing(Model):
    id: str
    size: int


class Things(Model):
    data: list[Thing]
    last_id: str | None = None
    has_more: bool = False


GET: Operation[Thing] = Operation(
    "getThing", "GET", "/things/{id}", returns=lambda: Thing
)
LIST: Operation[Things] = Operation("list", "GET", "/things", returns=lambda: Things)
PAGING: Paging[Things, Thing] = Paging(
    "cursor", items=("data",), parameter="after", next=("last_id",), more=("has_more",)
)
FILE: Operation[bytes] = Operation("getFile", "GET", "/file", kind="bytes")
EVENTS: Operation[Thing] = Operation(
    "watch", "GET", "/events", returns=lambda: Thing, stream=Sse(done="[DONE]")
)
DELETE: Operation[None] = Operation("delete", "DELETE", "/things/{id}")
POLLING = Polling(field=("size",), terminal=("3",), interval=2.0, deadline=60.0)
STATE = Polling(field=("id",), terminal=("done",), interval=2.0, deadline=60.0)


class RunStream(Stream[Thing]):
    """A stream with more to it."""


class AsyncRunStream(AsyncStream[Thing]):
    """A stream with more to it."""


class ThingsApi(Resource):
    def get(self, id: str) -> Thing:
        return self._send(GET, path=(id,))

    def delete(self, id: str) -> None:
        return self._send(DELETE, path=(id,))

    def list(self, *, limit: int = 2) -> Page[Thing, Things]:
        return self._page(LIST, PAGING, query={"limit": limit})

    def watch(self) -> Stream[Thing]:
        return self._stream(EVENTS)

    def watch_run(self) -> RunStream:
        return self._stream(EVENTS, RunStream)

    def file(self) -> bytes:
        return self._send(FILE)

    def get_and_poll(self, id: str) -> Thing:
        thing = self._start(GET, path=(id,))
        return self._poll(GET, STATE, thing, path=(thing.id,))


class AsyncThingsApi(AsyncResource):
    async def get(self, id: str) -> Thing:
        return await self._send(GET, path=(id,))

    def list(self, *, limit: int = 2) -> Any:
        return self._page(LIST, PAGING, query={"limit": limit})

    def watch(self) -> AsyncStream[Thing]:
        return self._stream(EVENTS)

    def watch_run(self) -> AsyncRunStream:
        return self._stream(EVENTS, AsyncRunStream)

    async def file(self) -> bytes:
        return await self._send(FILE)

    async def get_and_poll(self, id: str) -> Thing:
        thing = await self._start(GET, path=(id,))
        return await self._poll(GET, STATE, thing, path=(thing.id,))


def things(api: Any) -> Any:
    return (ThingsApi if api.kind == "sync" else AsyncThingsApi)(api.client)


def whole(method: Any) -> Any:
    """`raw`, for methods of either kind of client."""
    function: Any = raw
    return function(method)


THING = {"id": "a", "size": 1}


def collect(api: Any, items: Any) -> list[Any]:
    async def gather() -> list[Any]:
        return [item async for item in items]

    return list(items) if api.kind == "sync" else api.wait(gather())
