"""Who may look on: hooks, logs and OpenTelemetry."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from templates.python._runtime.errors import (
    APIError,
    APIResponseValidationError,
    NotFoundError,
)
from templates.python._runtime.hooks import Hooks
from templates.python._runtime.operation import Body, Operation

from .conftest import Recorder

GET: Operation[Any] = Operation("getThing", "GET", "/thing", returns=lambda: int)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/thing", body=Body("application/json")
)
OK = httpx2.Response(200, content=b"1")


def test_hooks_see_each_request_response_and_the_error(make_api: Any) -> None:
    seen: list[str] = []

    def request(request: httpx2.Request) -> None:
        seen.append(f"> {request.method} {request.content.decode()}")
        request.headers["X-Seen"] = str(len(seen))

    hooks = Hooks(
        on_request=request,
        on_response=lambda response: seen.append(f"< {response.status_code}"),
        on_error=lambda error: seen.append(f"! {type(error).__name__}"),
    )
    redirect = httpx2.Response(307, headers={"location": "/other"})
    recorder = Recorder(httpx2.Response(503), redirect, httpx2.Response(404))
    api = make_api(recorder, hooks=hooks)
    with pytest.raises(NotFoundError):
        api.call(POST, body={"a": 1})
    assert seen == [
        '> POST {"a":1}',
        "< 503",
        '> POST {"a":1}',
        "< 307",
        '> POST {"a":1}',
        "< 404",
        "! NotFoundError",
    ]
    assert recorder.requests[0].headers["x-seen"] == "1"


def test_an_answer_that_cannot_be_read_is_an_error_for_hooks_too(make_api: Any) -> None:
    seen: list[APIError] = []
    api = make_api(Recorder(httpx2.Response(200)), hooks=Hooks(on_error=seen.append))
    with pytest.raises(APIResponseValidationError) as caught:
        api.call(GET)
    assert seen == [caught.value]


def test_hooks_may_be_async_in_an_async_client_only(make_api: Any) -> None:
    seen: list[httpx2.Request] = []

    async def look(request: httpx2.Request) -> None:
        await asyncio.sleep(0)
        seen.append(request)

    api = make_api(Recorder(OK), hooks=Hooks(on_request=look))
    if api.kind == "async":
        assert api.call(GET) == 1
        assert len(seen) == 1
    else:
        with pytest.raises(TypeError, match="only an AsyncClient can call"):
            api.call(GET)


def test_what_a_hook_raises_ends_the_call(make_api: Any) -> None:
    def stop(thing: object) -> None:
        raise RuntimeError("stop")

    for hooks in (Hooks(on_request=stop), Hooks(on_response=stop)):
        recorder = Recorder(OK)
        with pytest.raises(RuntimeError, match="stop"):
            make_api(recorder, hooks=hooks).call(GET)
        assert len(recorder.requests) <= 1


def test_hooks_are_replaced_by_options(make_api: Any) -> None:
    seen: list[str] = []
    api = make_api(Recorder(OK), hooks=Hooks(on_request=lambda r: seen.append("a")))
    api.with_options(hooks=Hooks(on_request=lambda r: seen.append("b"))).call(GET)
    api.with_options(hooks=Hooks()).call(GET)
    api.call(GET)
    assert seen == ["b", "a"]


def test_each_attempt_is_logged(
    make_api: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="acme")
    make_api(Recorder(httpx2.Response(503), httpx2.ConnectError("no"), OK)).call(GET)
    lines = [record.getMessage() for record in caplog.records if record.name == "acme"]
    assert [line.partition(", headers")[0] for line in lines] == [
        "getThing: sending GET https://api.acme.test/v1/thing (attempt 1)",
        "getThing: answered 503 in 0.000 s, request id None",
        "getThing: attempt 1 failed (503), trying again in 0.50 s",
        "getThing: sending GET https://api.acme.test/v1/thing (attempt 2)",
        "getThing: attempt 2 failed (ConnectError), trying again in 1.00 s",
        "getThing: sending GET https://api.acme.test/v1/thing (attempt 3)",
        "getThing: answered 200 in 0.000 s, request id None",
    ]


def test_nothing_is_logged_above_debug_while_all_is_well(
    make_api: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="acme")
    make_api(Recorder(OK)).call(GET)
    assert [record for record in caplog.records if record.name == "acme"] == []
    make_api(Recorder(httpx2.Response(503), OK)).call(GET)
    (line,) = [record for record in caplog.records if record.name == "acme"]
    assert line.levelname == "INFO"


def test_headers_are_logged_without_secrets(
    make_api: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="acme")
    given = httpx2.Response(
        200, content=b"1", headers={"x-request-id": "req_1", "set-cookie": "a=secret"}
    )
    headers = {"Authorization": "Bearer secret", "X-Tenant": "t1"}
    make_api(Recorder(given), headers=headers, query={"q": "open"}).call(GET)
    assert "secret" not in caplog.text
    for shown in ("t1", "[redacted]", "request id req_1", "?q=open"):
        assert shown in caplog.text


@pytest.fixture
def spans() -> Iterator[Any]:
    sdk = pytest.importorskip("opentelemetry.sdk.trace")
    export = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory = pytest.importorskip(
        "opentelemetry.sdk.trace.export.in_memory_span_exporter"
    )
    from opentelemetry import trace

    exporter = memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(exporter))
    before = trace.get_tracer_provider
    trace.get_tracer_provider = lambda: provider
    yield exporter
    trace.get_tracer_provider = before


def test_a_call_is_a_span(make_api: Any, spans: Any) -> None:
    recorder = Recorder(httpx2.Response(503), OK)
    make_api(recorder, query={"key": "v"}, redact=["key"]).call(GET)
    (span,) = spans.get_finished_spans()
    assert span.name == "getThing"
    assert span.kind.name == "CLIENT"
    assert span.instrumentation_scope.name == "acme"
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "url.full": "https://api.acme.test/v1/thing?key=[redacted]",
        "server.address": "api.acme.test",
        "server.port": 443,
        "http.request.resend_count": 1,
        "http.response.status_code": 200,
    }
    trace_id = f"{span.context.trace_id:032x}"
    assert [trace_id in r.headers["traceparent"] for r in recorder.requests] == [
        True,
        True,
    ]


def test_a_failed_call_is_a_span_with_an_error(make_api: Any, spans: Any) -> None:
    for given in (
        httpx2.Response(404),
        httpx2.Response(200),
        httpx2.ConnectError("no"),
    ):
        spans.clear()
        with pytest.raises(APIError) as caught:
            make_api(Recorder(given), max_retries=0).call(GET)
        (span,) = spans.get_finished_spans()
        assert span.status.status_code.name == "ERROR"
        assert span.attributes["error.type"] == type(caught.value).__name__
    spans.clear()
    with pytest.raises(RuntimeError):
        make_api(Recorder(RuntimeError("own"))).call(GET)
    assert len(spans.get_finished_spans()) == 1


def test_telemetry_is_never_imported_for_programs_without_it() -> None:
    script = """
import sys, httpx2
from templates.python._runtime.client import BaseClient, ClientConfig
from templates.python._runtime.operation import Operation
from templates.python._runtime.resource import Resource
transport = httpx2.MockTransport(lambda request: httpx2.Response(200))
client = BaseClient(
    ClientConfig("acme", "1"),
    base_url="https://a.test",
    http_client=httpx2.Client(transport=transport),
)
Resource(client)._send(Operation("get", "GET", "/x"))
assert not [name for name in sys.modules if name.startswith("opentelemetry")]
assert "pydantic" not in sys.modules
"""
    root = str(Path(__file__).parents[2])
    subprocess.run([sys.executable, "-c", script], check=True, env={"PYTHONPATH": root})
