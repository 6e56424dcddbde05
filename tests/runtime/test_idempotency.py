"""Keys by which a server knows that two requests are one call."""

from __future__ import annotations

from typing import Any

import httpx2

from templates.python._runtime.operation import Body, Operation

from .conftest import Recorder

GET: Operation[Any] = Operation("getThing", "GET", "/thing", returns=lambda: Any)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/thing", returns=lambda: Any, body=Body("application/json")
)
OK = httpx2.Response(200, json={"ok": True})


def failing(status: int = 503, **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, headers=named)


def test_the_idempotency_key_stays_the_same_over_all_attempts(make_api: Any) -> None:
    pay: Operation[Any] = Operation(
        "pay", "POST", "/pay", body=Body("application/json"), idempotency_header="X-Key"
    )
    recorder = Recorder(failing(503), failing(503), OK, OK, OK)
    api = make_api(recorder)
    api.call(pay, body={})
    keys = [request.headers["x-key"] for request in recorder.requests]
    assert len(keys) == 3
    assert len(set(keys)) == 1
    assert len(keys[0]) == 36
    api.call(pay, body={})
    assert recorder.request.headers["x-key"] != keys[0]
    api.with_options(idempotency_key="mine").call(pay, body={})
    assert recorder.request.headers["x-key"] == "mine"
    api.call(pay, body={}, headers={"x-key": "argument"})
    assert recorder.request.headers["x-key"] == "argument"


def test_a_key_that_was_asked_for_is_sent_with_whatever_changes_something(
    make_api: Any,
) -> None:
    recorder = Recorder(OK)
    api = make_api(recorder).with_options(idempotency_key="mine")
    api.call(POST, body={})
    assert recorder.request.headers["idempotency-key"] == "mine"
    api.call(GET)
    assert "idempotency-key" not in recorder.request.headers
    make_api(recorder).call(POST, body={})
    assert "idempotency-key" not in recorder.request.headers
