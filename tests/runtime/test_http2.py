"""HTTP/2, which a caller's own HTTP client speaks, over a real socket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

from templates.python._runtime.errors import (
    APIConnectionError,
    NotFoundError,
    StreamError,
)
from templates.python._runtime.operation import Body, Operation

from .conftest import Api
from .things import collect, things

pytest.importorskip("h2", reason="pip install 'httpx2[http2]'")

from .http2 import Exchange, Handle, Http2Server

POST: Operation[Any] = Operation(
    "post", "POST", "/things", returns=lambda: Any, body=Body("application/json")
)
THING = b'{"id":"a","size":1}'
EVENT = b"data: " + THING + b"\n\n"

Serve = Callable[[Handle], tuple[Any, Http2Server]]


@pytest.fixture
def serve(make_api: Any) -> Iterator[Serve]:
    """Starts a server, and makes a client of it that speaks HTTP/2 only."""
    opened: list[tuple[Api, Any, Http2Server]] = []

    def start(handle: Handle) -> tuple[Any, Http2Server]:
        server = Http2Server(handle)
        is_sync = make_api().kind == "sync"
        kind = httpx2.Client if is_sync else httpx2.AsyncClient
        http = kind(http1=False, http2=True)
        api = make_api(base_url=server.url, http_client=http)
        opened.append((api, http, server))
        return api, server

    yield start
    for api, http, server in opened:
        api.wait(http.close() if isinstance(http, httpx2.Client) else http.aclose())
        server.close()


def test_a_call_is_what_it_is_over_http_1(serve: Serve) -> None:
    api, server = serve(lambda exchange: exchange.answer(b'{"ok":true}'))
    answer = api.raw(POST, body={"name": "ü"}, headers={"X-Odd": "1"})
    assert answer.http_response.http_version == "HTTP/2"
    assert answer.parse() == {"ok": True}
    [[request]] = server.connections
    assert request.headers[":path"] == "/things"
    assert request.headers["x-odd"] == "1"
    assert request.headers["content-length"] == str(len(request.body))
    assert request.body == '{"name":"ü"}'.encode()
    assert request.headers.keys().isdisjoint({"host", "connection"})


def test_many_calls_share_connections(serve: Serve) -> None:
    api, server = serve(lambda exchange: exchange.answer(THING))
    api.wait(things(api).get("first"))

    async def gather() -> list[Any]:
        return await asyncio.gather(*(things(api).get(str(n)) for n in range(300)))

    if api.kind == "sync":
        # One after the other: httpcore2 lets threads mix up what they send in HTTP/2.
        found = [things(api).get(str(n)) for n in range(300)]
    else:
        found = api.wait(gather())
    assert {thing.id for thing in found} == {"a"}
    # A busy pool may open another one, but by far not one for each call.
    assert len(server.connections) < 10
    assert max(map(len, server.connections)) > 30


def test_failures_are_retried_and_raised_as_ever(serve: Serve) -> None:
    def flaky(exchange: Exchange) -> None:
        number = sum(map(len, server.connections))
        match number:
            case 1:
                exchange.reset()
            case 2:
                exchange.leave()
            case 3:
                exchange.answer(b"{}", 503)
            case 4:
                exchange.answer(THING)
            case _:
                exchange.answer(b"{}", 404, x_request_id="req_1")

    api, server = serve(flaky)
    api = api.with_options(max_retries=3)
    assert api.wait(things(api).get("a")).id == "a"
    with pytest.raises(NotFoundError) as caught:
        api.wait(things(api).get("a"))
    assert caught.value.request_id == "req_1"


def test_a_call_that_is_reset_every_time_is_a_connection_error(serve: Serve) -> None:
    api, server = serve(lambda exchange: exchange.reset())
    with pytest.raises(APIConnectionError) as caught:
        api.wait(things(api).get("a"))
    assert caught.value.attempts == 3
    assert len(server.connections) == 1


def test_a_stream_is_read_and_leaves_the_connection_to_others(serve: Serve) -> None:
    def events(exchange: Exchange) -> None:
        if exchange.headers[":path"] == "/events":
            body = EVENT * 3 + b"data: [DONE]\n\n"
            exchange.answer(body, content_type="text/event-stream")
        else:
            exchange.answer(THING)

    api, server = serve(events)
    assert len(collect(api, things(api).watch())) == 3
    assert api.wait(things(api).get("a")).id == "a"
    assert len(server.connections) == 1


def test_a_stream_that_is_reset_tells_what_had_arrived(serve: Serve) -> None:
    def broken(exchange: Exchange) -> None:
        exchange.answer(EVENT * 2, ends=False, content_type="text/event-stream")
        exchange.reset()

    api, _ = serve(broken)
    with pytest.raises(StreamError, match="after 2 events"):
        collect(api, things(api).watch())
