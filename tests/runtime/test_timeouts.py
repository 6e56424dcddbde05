"""How long a call may take."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

from templates.python._runtime.errors import (
    APITimeoutError,
)
from templates.python._runtime.operation import Body, Operation
from templates.python._runtime.options import Timeout

from .conftest import FakeClock, LoopbackServer, Recorder

GET: Operation[Any] = Operation("getThing", "GET", "/things/{id}", returns=lambda: Any)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/things", returns=lambda: Any, body=Body("application/json")
)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_timeout_that_makes_no_sense_is_refused(
    make_api: Any, timeout: float
) -> None:
    with pytest.raises(ValueError, match="above 0"):
        make_api(Recorder(), timeout=timeout)


@pytest.mark.parametrize(
    ("timeout", "limits"),
    [
        (None, [None, None, None, None]),
        (3, [3, 3, 3, 3]),
        (Timeout(), [5, 60, 60, 60]),
        (Timeout(read=None), [5, None, 60, 60]),
        (httpx2.Timeout(1, connect=2), [2, 1, 1, 1]),
    ],
)
def test_a_timeout_is_given_in_several_ways(
    make_api: Any, timeout: Any, limits: list[Any]
) -> None:
    recorder = Recorder()
    make_api(recorder, timeout=timeout).call(GET, path=("x",))
    found = recorder.request.extensions["timeout"]
    assert [found[step] for step in ("connect", "read", "write", "pool")] == limits


def test_the_timeout_of_the_callers_http_client_holds_unless_another_is_given(
    make_api: Any,
) -> None:
    recorder = Recorder()
    kind: Any = httpx2.Client if make_api().kind == "sync" else httpx2.AsyncClient
    transport = httpx2.MockTransport(recorder)
    for timeout, given, read in (
        ({"timeout": 7}, {}, 7),
        ({"timeout": None}, {}, None),
        ({}, {}, 60),
        ({"timeout": 7}, {"timeout": 3}, 3),
    ):
        http = kind(transport=transport, **timeout)
        make_api(None, http_client=http, **given).call(GET, path=("x",))
        assert recorder.request.extensions["timeout"]["read"] == read


def test_a_trickling_answer_cannot_outlast_the_deadline(
    make_api: Any, server: LoopbackServer
) -> None:
    from templates.python._runtime.clock import CLOCK

    def trickle(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "1000")
        handler.end_headers()
        for _ in range(1000):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.01)

    server.handle = trickle
    api = make_api(
        base_url=server.url, timeout=Timeout(total=0.2), clock=CLOCK, max_retries=5
    )
    start = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"not done after 0\.2 s"):
        api.call(GET, path=("x",))
    assert time.monotonic() - start < 2


def test_a_body_that_stalls_cannot_outlast_the_deadline(
    make_api: Any, clock: FakeClock
) -> None:
    limits: list[float] = []

    class Stalling(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        """As the transport does, it looks its limit up when the body begins."""

        def __init__(self, request: httpx2.Request) -> None:
            self._limits = request.extensions["timeout"]

        def __iter__(self) -> Iterator[bytes]:
            limits.append(self._limits.get("read"))
            clock.now += 15
            limits.append(self._limits.get("read"))
            yield b"{"
            clock.now += limits[-1]
            raise httpx2.ReadTimeout("")

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for chunk in self:
                yield chunk

    api = make_api(
        lambda request: httpx2.Response(200, stream=Stalling(request)),
        timeout=Timeout(read=60, total=20),
    )
    with pytest.raises(APITimeoutError, match="not done after 20 s"):
        api.call(GET, path=("x",))
    assert limits == [20, 5]
