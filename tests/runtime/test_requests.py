"""What all requests have in common, and what callers add to it."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from templates.python._runtime.client import ClientConfig
from templates.python._runtime.errors import (
    InvalidRequestError,
)
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Body, Operation
from templates.python._runtime.plans import Sse

from .conftest import CONFIG, LoopbackServer, Recorder, answer

GET: Operation[Any] = Operation("getThing", "GET", "/things/{id}", returns=lambda: Any)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/things", returns=lambda: Any, body=Body("application/json")
)


def test_a_request_says_who_asks_for_what(make_api: Any) -> None:
    recorder = Recorder()
    make_api(recorder).call(GET, path=("x",))
    headers = recorder.request.headers
    assert headers["host"] == "api.acme.test"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"].startswith("acme/1.2.3 httpx2/")
    assert "gzip" in headers["accept-encoding"]
    assert len(headers) == len(set(headers.keys()))


@pytest.mark.parametrize(
    ("options", "accept"),
    [
        ({"kind": "text"}, "text/plain, */*;q=0.1"),
        ({"kind": "bytes"}, "*/*"),
        ({}, "*/*"),
        ({"accept": "application/pdf"}, "application/pdf, */*;q=0.1"),
        ({"accept": "text/csv, application/json"}, "text/csv, application/json"),
        ({"stream": Sse()}, "text/event-stream"),
    ],
)
def test_a_request_accepts_what_the_operation_gives(
    make_api: Any, options: Any, accept: str
) -> None:
    recorder = Recorder()
    make_api(recorder).call(Operation("op", "GET", "/x", **options))
    assert recorder.request.headers["accept"] == accept


def test_a_method_is_sent_as_it_is_spelled(make_api: Any) -> None:
    answers = (httpx2.Response(503), httpx2.Response(204))
    recorder = Recorder(*answers)
    make_api(recorder, max_retries=1).call(Operation("op", "lock", "/x"))
    assert [request.method for request in recorder.requests] == ["lock", "lock"]


def test_headers_of_all_origins_come_together_and_the_nearest_wins(
    make_api: Any,
) -> None:
    recorder = Recorder()
    config = ClientConfig(
        "acme", "1", servers=CONFIG.servers, headers={"A": "config", "B": "config"}
    )
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", headers={"b": "operation", "C": "operation"}
    )
    api = make_api(
        recorder, config, headers={"c": "client", "D": "client", "E": "client"}
    )
    changed = api.with_options(headers={"d": "option", "e": None, "User-Agent": "me"})
    changed.call(operation, headers={"F": "call", "g": OMIT, "h": None})
    found = recorder.request.headers
    assert [found.get(name) for name in "abcdefgh"] == [
        "config", "operation", "client", "option", None, "call", None, None,
    ]  # fmt: skip
    assert found["user-agent"] == "me"
    assert found.get_list("b") == ["operation"]
    api.call(operation, headers={"D": "call"})
    assert recorder.request.headers.get_list("d") == ["call"]


@pytest.mark.parametrize("name", ["bad name", "bad:name", "bad\r\nname", "", "ü"])
def test_a_header_with_a_bad_name_is_refused(make_api: Any, name: str) -> None:
    for options in ({"headers": {name: "x"}}, {}):
        api = make_api(Recorder(), **options)
        with pytest.raises(InvalidRequestError, match="not the name of a header"):
            api.call(GET, path=("x",), headers={name: "x"})


def test_a_header_is_sent_as_utf_8(make_api: Any, server: LoopbackServer) -> None:
    # One that is taken away is looked for among the others.
    api = make_api(base_url=server.url, headers={"X-Old": None, "X-Name": "grün"})
    api.call(GET, path=("x",), headers={"X-One": "a", "X-Two": "grün"})
    for name in ("x-name", "x-two"):
        assert server.requests[0][2][name].encode("latin-1").decode() == "grün"


def test_cookies_of_all_origins_come_together(make_api: Any) -> None:
    recorder = Recorder()
    api = make_api(recorder, cookies={"a": "1"}).with_options(cookies={"b": "2%20/="})
    api.call(GET, path=("x",), cookies={"c": True, "d": None, "e": "2 3"})
    # One that is described goes by the tables of OpenAPI, others as they are.
    assert recorder.request.headers["cookie"] == "a=1; b=2%20/=; c=true; e=2%203"


def test_cookies_that_a_server_sets_are_not_kept(
    make_api: Any, server: LoopbackServer
) -> None:
    server.handle = lambda handler: answer(handler, set_cookie="session=1; Path=/")
    api = make_api(base_url=server.url)
    for _ in range(2):
        api.call(GET, path=("x",))
    server.handle = lambda handler: answer(
        handler,
        302 if "x" in handler.path else 200,
        location="/y",
        set_cookie="session=1; Path=/",
    )
    api.call(GET, path=("x",))
    assert [path for _, path, _, _ in server.requests[2:]] == ["/things/x", "/y"]
    assert not [headers for _, _, headers, _ in server.requests if "cookie" in headers]


def test_the_callers_http_client_brings_its_own_defaults(make_api: Any) -> None:
    recorder = Recorder()
    kind: Any = httpx2.Client if make_api().kind == "sync" else httpx2.AsyncClient
    http = kind(
        transport=httpx2.MockTransport(recorder),
        headers={"X-Mine": "1", "User-Agent": "mine"},
        params={"tenant": "a b"},
        cookies={"jar": "1"},
        base_url="https://ignored.test",
    )
    api = make_api(None, http_client=http)
    api.call(GET, path=("x",), cookies={"c": "2"})
    request = recorder.request
    assert str(request.url) == "https://api.acme.test/v1/things/x?tenant=a%20b"
    assert request.headers["x-mine"] == "1"
    assert request.headers["user-agent"] == "mine"
    assert request.headers["accept"] == "application/json"
    assert request.headers["cookie"] == "jar=1; c=2"
    api.close()
    assert not http.is_closed


def test_options_add_up(make_api: Any) -> None:
    recorder = Recorder()
    api = make_api(recorder, query={"a": 1})
    api = api.with_options(query={"b": 2}).with_options(query={"a": 3}, timeout=OMIT)
    api.call(GET, path=("x",), query={"c": 4})
    assert recorder.request.url.query == b"a=3&b=2&c=4"
    api.call(GET, path=("x",), query={"b": 5, "c": OMIT})
    assert recorder.request.url.query == b"a=3&b=5"


def test_the_same_operation_follows_each_clients_own_options(make_api: Any) -> None:
    recorder = Recorder(httpx2.Response(200, json={"id": 1}))
    api = make_api(recorder)
    api.call(POST, body={})
    keyed = api.with_options(idempotency_key="k")
    for client, timeout, key in (
        (keyed, 60, "k"),
        (keyed.with_options(timeout=7), 7, "k"),
        (keyed.with_options(timeout=7).with_options(idempotency_key=None), 7, None),
        (api, 60, None),
    ):
        client.call(POST, body={})
        assert recorder.request.extensions["timeout"]["write"] == timeout
        assert recorder.request.headers.get("idempotency-key") == key
