"""What a call gives back, and the whole answer around it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from templates.python._runtime.arguments import Arguments
from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.errors import (
    APIConnectionError,
    APIResponseValidationError,
    NotFoundError,
    PollTimeoutError,
    ResponseTooLargeError,
    StreamError,
)
from templates.python._runtime.model import Model
from templates.python._runtime.operation import Operation
from templates.python._runtime.paging import AsyncPage, Page, Paging
from templates.python._runtime.polling import Polling
from templates.python._runtime.raw import raw
from templates.python._runtime.resource import AsyncResource, Resource
from templates.python._runtime.response import AsyncResponse, Response
from templates.python._runtime.streaming import AsyncStream, Sse, Stream

from .conftest import CONFIG, FakeClock, LoopbackServer, Recorder, answer


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
        thing = self._send(GET, path=(id,))
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
        thing = await self._send(GET, path=(id,))
        return await self._poll(GET, STATE, thing, path=(thing.id,))


def things(api: Any) -> Any:
    return (ThingsApi if api.kind == "sync" else AsyncThingsApi)(api.client)


def whole(method: Any) -> Any:
    """`raw`, for methods of either kind of client."""
    function: Any = raw
    return function(method)


THING = {"id": "a", "size": 1}


# Results ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "given", "result"),
    [
        ({"kind": "text"}, httpx2.Response(200, text="grün"), "grün"),
        ({"kind": "bytes"}, httpx2.Response(200, content=b"\xff"), b"\xff"),
        ({"kind": "bytes"}, httpx2.Response(200), b""),
        ({}, httpx2.Response(200, text="ignored"), None),
        ({"returns": lambda: int}, httpx2.Response(201, content=b"7"), 7),
        ({"returns": lambda: int}, httpx2.Response(204), None),
        (
            {"returns": lambda: list[int]},
            httpx2.Response(200, content=b"[1]", headers={"content-type": "text/html"}),
            [1],
        ),
        (
            {"returns": lambda: Any},
            httpx2.Response(200, json={"a": [None]}),
            {"a": [None]},
        ),
    ],
)
def test_a_result_is_read_as_its_kind_says(
    make_api: Any, options: Any, given: httpx2.Response, result: object
) -> None:
    operation: Operation[Any] = Operation("op", "GET", "/x", **options)
    assert make_api(Recorder(given)).call(operation) == result


@pytest.mark.parametrize(
    ("given", "result"),
    [
        (httpx2.Response(200, content=b"1"), 1),
        (httpx2.Response(201, content=b'"1"'), "1"),
        (httpx2.Response(202, content=b"anything"), None),
        (httpx2.Response(206, content=b"part"), b"part"),
        (httpx2.Response(226, text="else"), "else"),
        (httpx2.Response(304), None),
    ],
)
def test_results_differ_by_status(
    make_api: Any, given: httpx2.Response, result: object
) -> None:
    operation: Operation[Any] = Operation(
        "op",
        "GET",
        "/x",
        responses={
            "200": ("json", lambda: int),
            "201": ("json", lambda: str),
            "202": ("none", None),
            "206": ("bytes", None),
            "2XX": ("text", None),
            "304": ("none", None),
        },
    )
    api = make_api(Recorder(given))
    assert api.call(operation) == result
    assert api.call(operation) == result


def test_a_default_answer_is_no_excuse_for_a_failure(make_api: Any) -> None:
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", responses={"default": ("json", lambda: int)}
    )
    assert make_api(Recorder(httpx2.Response(299, content=b"5"))).call(operation) == 5
    with pytest.raises(NotFoundError):
        make_api(Recorder(httpx2.Response(404, content=b"5"))).call(operation)


def test_what_does_not_fit_is_read_as_far_as_it_goes_or_raises(make_api: Any) -> None:
    odd = httpx2.Response(200, json={"size": "large", "new": 1})
    api = make_api(Recorder(odd))
    thing = api.call(GET, path=("x",))
    assert (thing.id, thing.size) == (None, "large")
    for strict in (api.with_options(strict=True), make_api(Recorder(odd), strict=True)):
        with pytest.raises(APIResponseValidationError, match="size") as caught:
            strict.call(GET, path=("x",))
        assert caught.value.body == {"size": "large", "new": 1}
        assert strict.with_options(strict=False).call(GET, path=("x",)).size == "large"


def test_a_strict_client_wants_json_to_be_called_so(make_api: Any) -> None:
    page = httpx2.Response(
        200, content=b'{"id":"a","size":1}', headers={"content-type": "text/html"}
    )
    assert make_api(Recorder(page)).call(GET, path=("x",)).id == "a"
    with pytest.raises(APIResponseValidationError, match="text/html"):
        make_api(Recorder(page), strict=True).call(GET, path=("x",))


# Whole answers ----------------------------------------------------------------------


def test_raw_gives_the_whole_answer(make_api: Any) -> None:
    given = httpx2.Response(200, json=THING, headers={"x-request-id": "req_1"})
    api = make_api(Recorder(httpx2.Response(503), given))
    response = api.wait(whole(things(api).get)("a"))
    assert isinstance(response, Response if api.kind == "sync" else AsyncResponse)
    assert response.status_code == 200
    assert response.headers["X-Request-Id"] == "req_1"
    assert response.request_id == "req_1"
    assert response.attempts == 2
    assert response.parse().id == "a"
    assert response.json() == THING
    assert response.content == response.text.encode() == given.content
    assert str(response.http_response.url).endswith("/things/a")
    assert repr(response) == f"<{type(response).__name__} 200, request req_1>"
    chunks = response.iter_bytes(5)
    assert b"".join(collect(api, chunks)) == given.content


def collect(api: Any, items: Any) -> list[Any]:
    async def gather() -> list[Any]:
        return [item async for item in items]

    return list(items) if api.kind == "sync" else api.wait(gather())


def test_raw_leaves_the_method_itself_as_it_was(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    resource = things(api)
    api.wait(whole(resource.get)("a"))
    assert api.wait(resource.get("a")).id == "a"


def test_errors_are_raised_as_ever(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(404)))
    with pytest.raises(NotFoundError):
        api.wait(whole(things(api).get)("a"))


def test_a_body_that_fits_no_schema_is_reachable(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, text="<html>")))
    response = api.wait(whole(things(api).get)("a"))
    with pytest.raises(APIResponseValidationError):
        response.parse()
    with pytest.raises(APIResponseValidationError, match="no JSON"):
        response.json()
    assert response.text == "<html>"


def test_an_answer_says_where_its_value_is(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    response = api.wait(whole(things(api).get)("a"))
    with pytest.raises(AttributeError, match=r"'size'.*parse\(\)"):
        response.size  # noqa: B018
    with pytest.raises(AttributeError, match=r"parse\(\)"):
        api.wait(whole(things(api).get_and_poll)("a"))


@pytest.mark.parametrize("wrong", [len, "x", lambda: None, None])
def test_raw_wants_a_method_of_a_resource(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a method of a resource"):
        raw(wrong)


def test_raw_does_not_poll(make_api: Any, clock: FakeClock) -> None:
    class Polls(Resource):
        def poll(self) -> Thing:
            return self._poll(GET, STATE, None, path=("a",))

    class AsyncPolls(AsyncResource):
        async def poll(self) -> Thing:
            return await self._poll(GET, STATE, None, path=("a",))

    api = make_api(Recorder())
    polls = (Polls if api.kind == "sync" else AsyncPolls)(api.client)
    with pytest.raises(TypeError, match="polls"):
        api.wait(whole(polls.poll)())


# Downloads --------------------------------------------------------------------------


def chunked(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("transfer-encoding", "chunked")
    handler.end_headers()
    for piece in (b"first ", b"second"):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.flush()
    handler.wfile.write(b"0\r\n\r\n")


def cut_off(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("content-length", "100")
    handler.end_headers()
    handler.wfile.write(b"half")
    handler.close_connection = True


def test_a_download_is_read_on_demand(
    make_api: Any, server: LoopbackServer, tmp_path: Path
) -> None:
    server.handle = chunked
    api = make_api(base_url=server.url)
    resource = things(api)
    assert api.wait(resource.file()) == b"first second"
    response = api.wait(whole(resource.file)())
    with pytest.raises(ValueError, match=r"call read\(\) first"):
        response.content  # noqa: B018
    assert api.wait(response.read()) == b"first second"
    assert api.wait(response.read()) == b"first second"
    assert response.content == response.parse() == b"first second"
    path = tmp_path / "file"
    path.write_bytes(b"old")
    response = api.wait(whole(resource.file)())
    assert api.wait(response.stream_to_file(path)) == 12
    assert path.read_bytes() == b"first second"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ValueError, match="was read, or closed, before"):
        api.wait(response.read())


def test_a_download_that_breaks_off_leaves_no_half_file(
    make_api: Any, server: LoopbackServer, tmp_path: Path
) -> None:
    server.handle = cut_off
    api = make_api(base_url=server.url)
    path = tmp_path / "file"
    path.write_bytes(b"old")
    response = api.wait(whole(things(api).file)())
    with pytest.raises(APIConnectionError, match="getFile: the answer broke off"):
        api.wait(response.stream_to_file(str(path)))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_download_has_a_size_limit_too(
    make_api: Any, server: LoopbackServer, tmp_path: Path
) -> None:
    server.handle = lambda handler: answer(handler, body=b"x" * 100_000)
    api = make_api(base_url=server.url, max_response_bytes=1000)
    for use in ("read", "stream_to_file"):
        response = api.wait(whole(things(api).file)())
        arguments = () if use == "read" else (tmp_path / "file",)
        with pytest.raises(ResponseTooLargeError):
            api.wait(getattr(response, use)(*arguments))
        api.wait(response.close())
    assert list(tmp_path.iterdir()) == []


def test_an_answer_in_a_with_block_is_closed(server: LoopbackServer) -> None:
    server.handle = chunked
    with BaseClient(CONFIG, base_url=server.url) as client:
        resource = ThingsApi(client)
        with raw(resource.file)() as response:
            for _ in response.iter_bytes():
                break
        assert response.http_response.is_closed
        assert resource.file() == b"first second"
        assert raw(resource.file)().parse() == b"first second"

    async def main() -> None:
        async with BaseAsyncClient(CONFIG, base_url=server.url) as client:
            resource = AsyncThingsApi(client)
            async with await raw(resource.file)() as response:
                pass
            assert response.http_response.is_closed

    asyncio.run(main())


def test_a_download_that_nobody_reads_warns(server: LoopbackServer) -> None:
    server.handle = chunked
    with BaseClient(CONFIG, base_url=server.url) as client:
        response = raw(ThingsApi(client).file)()
        with pytest.warns(ResourceWarning, match="not read to its end"):
            del response
            gc.collect()


# Streams, pages, polls --------------------------------------------------------------


def event(handler: Any) -> None:
    body = b'data: {"id":"a","size":1}\n\ndata: {"id":"b","size":2}\n\ndata: [DONE]\n\n'
    answer(handler, body=body, content_type="text/event-stream")


@pytest.mark.parametrize("method", ["watch", "watch_run"])
def test_a_stream_is_opened_when_it_is_read(
    make_api: Any, server: LoopbackServer, method: str
) -> None:
    def fails_once(handler: Any) -> None:
        server.handle = event
        answer(handler, 503)

    server.handle = fails_once
    api = make_api(base_url=server.url, headers={"Authorization": "Bearer secret"})
    stream = getattr(things(api), method)()
    assert type(stream).__name__.removeprefix("Async") in ("Stream", "RunStream")
    assert server.requests == []
    assert [thing.id for thing in collect(api, stream)] == ["a", "b"]
    assert [request[2]["accept"] for request in server.requests] == [
        "text/event-stream"
    ] * 2
    assert stream.response.request.headers["authorization"] == "[redacted]"
    api.wait(stream.close())


def test_raw_gives_the_answer_around_a_stream(
    make_api: Any, server: LoopbackServer
) -> None:
    server.handle = event
    api = make_api(base_url=server.url)
    response = api.wait(whole(things(api).watch_run)())
    assert response.headers["content-type"] == "text/event-stream"
    stream = response.parse()
    assert isinstance(stream, (RunStream, AsyncRunStream))
    assert [thing.id for thing in collect(api, stream)] == ["a", "b"]
    assert len(server.requests) == 1


def test_a_stream_that_breaks_off_names_the_request(
    make_api: Any, server: LoopbackServer
) -> None:
    def broken(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("x-request-id", "req_9")
        handler.end_headers()
        handler.wfile.write(b'data: {"id":"a","size":1}\n\nda')
        handler.close_connection = True

    server.handle = broken
    api = make_api(base_url=server.url)
    stream = things(api).watch()
    with pytest.raises(StreamError) as caught:
        collect(api, stream)
    assert caught.value.request_id == "req_9"
    assert caught.value.request is not None
    assert len(server.requests) == 1


def test_a_stream_goes_on_after_its_last_event_where_that_is_agreed(
    make_api: Any, server: LoopbackServer
) -> None:
    def broken(handler: Any) -> None:
        server.handle = event
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b'id: 7\ndata: {"id":"z","size":1}\n\n')
        handler.close_connection = True

    server.handle = broken
    resumable: Operation[Thing] = Operation(
        "watch",
        "GET",
        "/events",
        returns=lambda: Thing,
        stream=Sse(done="[DONE]"),
        resumable=True,
    )
    api = make_api(base_url=server.url)
    stream = api.resource._stream(resumable)
    assert [thing.id for thing in collect(api, stream)] == ["z", "a", "b"]
    assert [r[2].get("last-event-id") for r in server.requests] == [None, "7"]


def pages(request: httpx2.Request) -> httpx2.Response:
    after = int(request.url.params.get("after", "0"))
    data = [{"id": str(n), "size": n} for n in (after + 1, after + 2)]
    more = after < 4
    return httpx2.Response(
        200, json={"data": data, "last_id": str(after + 2), "has_more": more}
    )


def test_a_page_fetches_those_after_it_with_the_same_arguments(make_api: Any) -> None:
    recorder = Recorder(pages)
    api = make_api(recorder)
    listed = things(api).list(limit=2)
    found = [thing.id for thing in collect(api, listed)]
    assert found == ["1", "2", "3", "4", "5", "6"]
    assert [request.url.query for request in recorder.requests] == [
        b"limit=2",
        b"limit=2&after=2",
        b"limit=2&after=4",
    ]


def test_raw_gives_the_answer_around_a_page(make_api: Any) -> None:
    recorder = Recorder(pages)
    api = make_api(recorder)
    response = api.wait(whole(things(api).list)(limit=2))
    assert response.json()["last_id"] == "2"
    page = response.parse()
    assert isinstance(page, Page if api.kind == "sync" else AsyncPage)
    assert [thing.id for thing in page.items] == ["1", "2"]
    assert [thing.id for thing in api.wait(page.next_page()).items] == ["3", "4"]


def test_a_page_that_is_a_link_keeps_credentials_and_origin(make_api: Any) -> None:
    linked: Paging[list[int], int] = Paging("link")
    operation: Operation[list[int]] = Operation(
        "list", "GET", "/numbers", returns=lambda: list[int]
    )
    link = {"link": '</v1/numbers?page=2>; rel="next"'}
    recorder = Recorder(
        httpx2.Response(200, json=[1], headers=link), httpx2.Response(200, json=[2])
    )
    api = make_api(recorder, headers={"Authorization": "Bearer x"})
    numbers = api.resource._page(operation, linked, query={"limit": 1})
    assert collect(api, numbers) == [1, 2]
    assert str(recorder.request.url) == "https://api.acme.test/v1/numbers?page=2"
    assert recorder.request.headers["authorization"] == "Bearer x"


def test_a_page_may_be_asked_for_in_the_body(make_api: Any) -> None:
    from templates.python._runtime.operation import Body

    in_body: Paging[Things, Thing] = Paging(
        "cursor",
        items=("data",),
        parameter="after",
        parameter_in_body=True,
        next=("last_id",),
        more=("has_more",),
    )
    search: Operation[Things] = Operation(
        "search", "POST", "/s", returns=lambda: Things, body=Body("application/json")
    )

    def reply(request: httpx2.Request) -> httpx2.Response:
        more = b"after" not in request.content
        data = [{"id": "a", "size": 1 if more else 2}]
        return httpx2.Response(
            200, json={"data": data, "last_id": "a", "has_more": more}
        )

    recorder = Recorder(reply)
    api = make_api(recorder)
    found = api.resource._page(search, in_body, body={"q": "x"})
    assert len(collect(api, found)) == 2
    assert recorder.request.content == b'{"q":"x","after":"a"}'


def test_polling_reads_until_the_state_is_reached(
    make_api: Any, clock: FakeClock
) -> None:
    states: Iterator[str] = iter(["new", "busy", "done"])

    def reply(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"id": next(states), "size": 1})

    api = make_api(Recorder(reply))
    assert api.wait(things(api).get_and_poll("x")).id == "done"
    assert clock.naps == [2.0, 2.0]


def test_options_set_how_to_poll(make_api: Any, clock: FakeClock) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    with pytest.raises(PollTimeoutError) as caught:
        changed = api.with_options(poll_interval=5, poll_deadline=12)
        api.wait(things(changed).get_and_poll("x"))
    assert clock.naps == [5, 5, 2]
    assert caught.value.last.id == "a"


def test_a_call_can_be_made_without_a_resource(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    engine = api.client._engine
    value, response = api.wait(engine.receive(GET, Arguments(("a",))))
    assert value.id == "a"
    assert response.status_code == 200
