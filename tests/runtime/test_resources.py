"""The ways in which a group of operations makes calls."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from templates.python._runtime.arguments import Arguments
from templates.python._runtime.errors import (
    PollTimeoutError,
    StreamError,
)
from templates.python._runtime.operation import Operation
from templates.python._runtime.paging import AsyncPage, Page
from templates.python._runtime.plans import Paging, Sse

from .conftest import FakeClock, LoopbackServer, Recorder, answer
from .things import (
    GET,
    THING,
    AsyncRunStream,
    RunStream,
    Thing,
    Things,
    collect,
    things,
    whole,
)


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


RESUMABLE: Operation[Thing] = Operation(
    "watch",
    "GET",
    "/events",
    returns=lambda: Thing,
    stream=Sse(done="[DONE]"),
    resumable=True,
)


def test_a_stream_goes_on_after_its_last_event_where_that_is_agreed(
    make_api: Any, server: LoopbackServer, clock: FakeClock
) -> None:
    def broken(handler: Any) -> None:
        server.handle = event
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b'retry: 90000\nid: 7\ndata: {"id":"z","size":1}\n\n')
        handler.close_connection = True

    server.handle = broken
    api = make_api(base_url=server.url)
    stream = api.resource._stream(RESUMABLE)
    assert [thing.id for thing in collect(api, stream)] == ["z", "a", "b"]
    assert [r[2].get("last-event-id") for r in server.requests] == [None, "7"]
    # As long as the server asks for, up to a limit.
    assert clock.naps == [60.0]


@pytest.mark.parametrize(("most", "naps"), [(0, []), (2, [0.5, 1.0])])
def test_a_stream_goes_on_in_vain_as_often_as_a_call_is_retried(
    make_api: Any, clock: FakeClock, most: int, naps: list[float]
) -> None:
    def once(request: httpx2.Request) -> httpx2.Response:
        is_first = "last-event-id" not in request.headers
        event = 'id: 1\ndata: {"id":"z","size":1}\n\n' if is_first else ""
        return httpx2.Response(200, text=event)

    recorder = Recorder(once)
    api = make_api(recorder, max_retries=most)
    with pytest.raises(StreamError, match="after 1 event"):
        collect(api, api.resource._stream(RESUMABLE))
    assert len(recorder.requests) == most + 1
    assert clock.naps == naps


def test_a_stream_that_moves_on_goes_on_as_long_as_it_takes(
    make_api: Any, clock: FakeClock
) -> None:
    def one_more(request: httpx2.Request) -> httpx2.Response:
        number = int(request.headers.get("last-event-id", "0")) + 1
        event = f'id: {number}\ndata: {{"id":"z","size":1}}\n\n'
        return httpx2.Response(200, text=event if number < 6 else "data: [DONE]\n\n")

    recorder = Recorder(one_more)
    api = make_api(recorder, max_retries=1)
    assert len(collect(api, api.resource._stream(RESUMABLE))) == 5
    assert clock.naps == [0.5] * 5


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
    kind = Page if api.kind == "sync" else AsyncPage
    assert type(page).__name__ == kind.__name__
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


@pytest.mark.parametrize("value", [2, "2", 2.0])
def test_pages_go_on_from_where_the_options_begin(make_api: Any, value: object) -> None:
    counted: Paging[list[int], int] = Paging("page", parameter="page")
    operation: Operation[list[int]] = Operation(
        "list", "GET", "/numbers", returns=lambda: list[int]
    )

    def reply(request: httpx2.Request) -> httpx2.Response:
        page = int(float(request.url.params.get("page", "1")))
        return httpx2.Response(200, json=[page] * (page < 4))

    api = make_api(Recorder(reply)).with_options(query={"page": value})
    assert collect(api, api.resource._page(operation, counted)) == [2, 3]


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


def test_an_option_tells_what_each_read_gave(make_api: Any) -> None:
    replies = (
        httpx2.Response(200, json=THING | {"id": name}) for name in ("a", "done")
    )
    seen: list[str] = []

    async def note(thing: Any) -> None:
        seen.append(thing.id)

    api = make_api(Recorder(*replies))
    told = note if api.kind == "async" else lambda thing: seen.append(thing.id)
    api.wait(things(api.with_options(poll_progress=told)).get_and_poll("x"))
    assert seen == ["a", "done"]


def test_a_call_can_be_made_without_a_resource(make_api: Any) -> None:
    api = make_api(Recorder(httpx2.Response(200, json=THING)))
    engine = api.client._engine
    value, response = api.wait(engine.receive(GET, Arguments(("a",))))
    assert value.id == "a"
    assert response.status_code == 200
