"""The whole answer around a value."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import Any

import httpx2
import pytest

from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.errors import (
    APIConnectionError,
    APIResponseValidationError,
    NotFoundError,
    ResponseTooLargeError,
)
from templates.python._runtime.raw import raw
from templates.python._runtime.resource import AsyncResource, Resource
from templates.python._runtime.response import AsyncResponse, Response

from .conftest import CONFIG, FakeClock, LoopbackServer, Recorder, answer
from .things import (
    GET,
    STATE,
    THING,
    AsyncThingsApi,
    Thing,
    ThingsApi,
    collect,
    things,
    whole,
)


def test_raw_gives_the_whole_answer(make_api: Any) -> None:
    given = httpx2.Response(200, json=THING, headers={"x-request-id": "req_1"})
    api = make_api(Recorder(httpx2.Response(503), given))
    response = api.wait(whole(things(api).get)("a"))
    kind = Response if api.kind == "sync" else AsyncResponse
    assert type(response).__name__ == kind.__name__
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


def test_json_that_is_nested_too_deeply_is_an_error_of_this_package(
    make_api: Any,
) -> None:
    api = make_api(Recorder(httpx2.Response(200, content=b"[" * 100_000)))
    response = api.wait(whole(things(api).get)("a"))
    with pytest.raises(APIResponseValidationError):
        response.parse()
    with pytest.raises(APIResponseValidationError, match="no JSON"):
        response.json()


def test_an_answer_says_where_its_value_is(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    response = api.wait(whole(things(api).get)("a"))
    with pytest.raises(AttributeError, match=r"'size'.*parse\(\)"):
        response.size  # noqa: B018


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


def test_raw_starts_nothing_that_is_then_polled(make_api: Any) -> None:
    recorder = Recorder(httpx2.Response(200, json=THING))
    api = make_api(recorder)
    with pytest.raises(TypeError, match="makes several calls"):
        api.wait(whole(things(api).get_and_poll)("a"))
    assert not recorder.requests


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
            async with raw(resource.file)() as response:
                assert await response.read() == b"first second"
            assert response.http_response.is_closed

    asyncio.run(main())


def test_an_answer_that_is_awaited_may_be_the_work_of_a_task() -> None:
    async def main() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(given))
        async with BaseAsyncClient(CONFIG, http_client=http) as client:
            resource = AsyncThingsApi(client)
            task = asyncio.create_task(raw(resource.get)("a"))
            found = [await task, *await asyncio.gather(raw(resource.get)("b"))]
            assert [response.status_code for response in found] == [200, 200]
            late = asyncio.create_task(raw(resource.get)("c"))
            await asyncio.sleep(0)
            late.cancel()
            with pytest.raises(asyncio.CancelledError):
                await late
            raw(resource.get)("never asked for").close()

    async def given(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(0.001)
        return httpx2.Response(200, json=THING)

    asyncio.run(main())


def test_a_download_that_nobody_reads_warns(server: LoopbackServer) -> None:
    server.handle = chunked
    with BaseClient(CONFIG, base_url=server.url) as client:
        response = raw(ThingsApi(client).file)()
        with pytest.warns(ResourceWarning, match="to its end; use it with `with`"):
            del response
            gc.collect()

    async def main() -> None:
        async with BaseAsyncClient(CONFIG, base_url=server.url) as client:
            response = await raw(AsyncThingsApi(client).file)()
            with pytest.warns(ResourceWarning, match="use it with `async with`"):
                del response
                gc.collect()

    asyncio.run(main())
