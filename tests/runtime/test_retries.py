"""When a call is tried again, how long it waits, and when it is not."""

from __future__ import annotations

import io
import math
import pickle
import time
from collections.abc import AsyncIterator, Iterator
from email.utils import formatdate
from typing import Any

import httpx2
import pytest

from templates.python._runtime.errors import (
    APIConnectionError,
    APITimeoutError,
    ConflictError,
    InternalServerError,
    RateLimitError,
)
from templates.python._runtime.operation import Body, Operation
from templates.python._runtime.options import Timeout
from templates.python._runtime.retries import Retries, RetryBudget, requested_delay

from .conftest import FakeClock, Recorder

GET: Operation[Any] = Operation("getThing", "GET", "/thing", returns=lambda: Any)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/thing", returns=lambda: Any, body=Body("application/json")
)
UPLOAD: Operation[Any] = Operation(
    "upload", "POST", "/file", body=Body("application/octet-stream", "bytes")
)
OK = httpx2.Response(200, json={"ok": True})


def failing(status: int = 503, **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, headers=named)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_these_statuses_are_tried_again(
    make_api: Any, clock: FakeClock, status: int
) -> None:
    recorder = Recorder(failing(status), failing(status), OK)
    assert make_api(recorder).call(GET) == {"ok": True}
    assert len(recorder.requests) == 3
    assert clock.naps == [0.5, 1.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 413, 422, 418])
def test_other_failures_are_final(make_api: Any, clock: FakeClock, status: int) -> None:
    recorder = Recorder(failing(status))
    with pytest.raises(Exception, match=str(status)):
        make_api(recorder).call(GET)
    assert len(recorder.requests) == 1
    assert clock.naps == []


@pytest.mark.parametrize(
    "error",
    [
        httpx2.ConnectError("refused"),
        httpx2.ConnectTimeout("slow"),
        httpx2.ReadTimeout("slow"),
        httpx2.PoolTimeout("full"),
        httpx2.ReadError("reset"),
        httpx2.RemoteProtocolError("cut off"),
        httpx2.ProxyError("bad gateway"),
        httpx2.DecodingError("not gzip"),
    ],
)
def test_broken_connections_are_tried_again(make_api: Any, error: Exception) -> None:
    recorder = Recorder(error, error, OK)
    assert make_api(recorder).call(POST, body={"a": 1}) == {"ok": True}
    assert [request.content for request in recorder.requests] == [b'{"a":1}'] * 3


@pytest.mark.parametrize(
    "error", [httpx2.UnsupportedProtocol("gopher"), httpx2.LocalProtocolError("bad")]
)
def test_failures_of_our_own_making_are_final(make_api: Any, error: Exception) -> None:
    recorder = Recorder(error)
    with pytest.raises(APIConnectionError):
        make_api(recorder).call(GET)
    assert len(recorder.requests) == 1


def test_the_last_error_is_raised_with_the_number_of_attempts(make_api: Any) -> None:
    recorder = Recorder(httpx2.ConnectError("refused"), failing(500), failing(503))
    with pytest.raises(InternalServerError, match="3 attempts") as caught:
        make_api(recorder).call(GET)
    assert caught.value.attempts == 3
    assert caught.value.status_code == 503
    assert caught.value.earlier_attempts == ("ConnectError", "500")
    assert (
        pickle.loads(pickle.dumps(caught.value)).earlier_attempts[0] == "ConnectError"
    )
    assert make_api(Recorder(OK)).raw(GET).attempts == 1
    assert make_api(Recorder(failing(), OK)).raw(GET).attempts == 2
    with pytest.raises(InternalServerError) as first:
        make_api(Recorder(failing(500)), max_retries=0).call(GET)
    assert first.value.earlier_attempts == ()


def test_retries_are_set_for_a_client_and_for_a_call(make_api: Any) -> None:
    recorder = Recorder(failing(500))
    api = make_api(recorder, max_retries=1)
    for client, attempts in (
        (api, 2),
        (api.with_options(max_retries=0), 1),
        (api.with_options(max_retries=4), 5),
        (api.with_options(retries=Retries(3, first_delay=0)), 4),
    ):
        recorder.requests.clear()
        with pytest.raises(InternalServerError):
            client.call(GET)
        assert len(recorder.requests) == attempts


def test_a_negative_number_of_retries_is_refused(make_api: Any) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        make_api(Recorder(), max_retries=-1)


@pytest.mark.parametrize("wait", ["first_delay", "longest_delay", "longest_request"])
def test_a_wait_before_the_call_is_refused(wait: str) -> None:
    for seconds in (-1.0, float("nan")):
        with pytest.raises(ValueError, match="0 seconds or more"):
            Retries(**{wait: seconds})  # type: ignore[arg-type]
    Retries(**{wait: float("inf")})  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a zone of its own")
@pytest.mark.parametrize(
    "moment",
    [
        "Tue, 14 Nov 2023 22:30:12 GMT",
        "Tue, 14 Nov 2023 22:30:12 -0000",
        "Tue Nov 14 22:30:12 2023",
    ],
)
def test_the_time_to_wait_for_is_that_of_greenwich(
    monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    try:
        with monkeypatch.context() as here:
            here.setenv("TZ", "UTC-14")
            time.tzset()
            assert Retries().delay(1, FakeClock(), {"retry-after": moment}) == 12
    finally:
        time.tzset()


def test_waits_double_up_to_a_limit_and_half_of_each_is_chance() -> None:
    clock = FakeClock()
    retries = Retries()
    assert [retries.delay(n, clock) for n in range(1, 8)] == [0.5, 1, 2, 4, 8, 8, 8]
    clock.chance = 0
    assert [retries.delay(n, clock) for n in (1, 2, 2000)] == [0.25, 0.5, 4]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "59"}, 59),
        ({"retry-after": "61"}, 60),
        ({"retry-after": "1e9"}, 60),
        ({"retry-after": "9" * 30}, 60),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "nan", "retry-after": "7"}, 7),
        ({"retry-after": formatdate(1_700_000_000 + 1000 + 12)}, 12),
        ({"retry-after": formatdate(0)}, 0),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 60),
    ],
)
def test_a_server_may_ask_for_a_wait_up_to_a_limit(
    headers: dict[str, str], seconds: float
) -> None:
    assert Retries().delay(1, FakeClock(), headers) == seconds


@pytest.mark.parametrize(
    "text",
    [
        "inf",
        "-inf",
        "nan",
        "-1",
        "",
        "soon",
        "٣",
        "1" * 400,
        "Fri, 99 Foo",
        "\x00",
        "1e999",
    ],
)
def test_a_nonsensical_wait_is_ignored(text: str) -> None:
    assert requested_delay({"retry-after": text}, FakeClock()) is None
    assert Retries().delay(1, FakeClock(), {"retry-after": text}) == 0.5


def test_an_endless_wait_is_never_slept(make_api: Any, clock: FakeClock) -> None:
    recorder = Recorder(failing(429, retry_after="inf"), OK)
    make_api(recorder).call(GET)
    assert clock.naps == [0.5]
    assert all(math.isfinite(nap) for nap in clock.naps)


def test_a_server_decides_whether_to_be_asked_again(make_api: Any) -> None:
    recorder = Recorder(failing(400, x_should_retry="true"), OK)
    assert make_api(recorder).call(GET) == {"ok": True}
    recorder = Recorder(failing(429, x_should_retry="false"))
    with pytest.raises(RateLimitError):
        make_api(recorder).call(GET)
    assert len(recorder.requests) == 1


def test_a_failing_server_is_not_stormed(make_api: Any) -> None:
    recorder = Recorder(failing(409))
    api = make_api(recorder, retries=Retries(2, first_delay=0))
    for _ in range(100):
        with pytest.raises(ConflictError):
            api.with_options(timeout=3).call(GET)
    # Without a budget these were 300.
    assert len(recorder.requests) == 150


def test_the_budget_comes_back_with_time_and_with_success() -> None:
    clock = FakeClock()
    budget = RetryBudget(clock, capacity=2)
    assert [budget.take() for _ in range(3)] == [True, True, False]
    clock.now += 1
    assert [budget.take() for _ in range(2)] == [True, False]
    for _ in range(11):
        budget.succeeded()
    assert [budget.take() for _ in range(2)] == [True, False]
    clock.now += 1000
    assert [budget.take() for _ in range(3)] == [True, True, False]


class _Pipe(io.RawIOBase):
    """A file that cannot be read twice."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return 0


def _chunks() -> Iterator[bytes]:
    yield b"once"


@pytest.mark.parametrize("make", [_chunks, _Pipe])
def test_a_body_that_cannot_be_read_twice_is_sent_once(
    make_api: Any, make: Any
) -> None:
    recorder = Recorder(failing(503))
    with pytest.raises(InternalServerError):
        make_api(recorder).call(UPLOAD, body=make())
    assert len(recorder.requests) == 1


def test_a_file_is_read_again_from_where_it_stood(make_api: Any) -> None:
    recorder = Recorder(failing(503), httpx2.Response(200))
    file = io.BytesIO(b"headtail")
    file.seek(4)
    make_api(recorder).call(UPLOAD, body=file)
    assert [request.content for request in recorder.requests] == [b"tail", b"tail"]


def test_a_stream_is_tried_again_only_until_it_begins(make_api: Any) -> None:
    def broken() -> Iterator[bytes]:
        yield b"data"
        raise httpx2.ReadError("reset")

    class Broken(httpx2.SyncByteStream, httpx2.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return broken()

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for part in broken():
                yield part

    download: Operation[bytes] = Operation("download", "GET", "/file", kind="bytes")

    def begun(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, stream=Broken())

    recorder = Recorder(failing(503), begun)
    api = make_api(recorder)
    response = api.raw(download)
    assert len(recorder.requests) == 2
    with pytest.raises(APIConnectionError, match="broke off: reset"):
        api.wait(response.read())
    assert len(recorder.requests) == 2
    # A body that nobody has seen yet may be asked for again.
    recorder = Recorder(begun, httpx2.Response(200, content=b"whole"))
    assert make_api(recorder).call(download) == b"whole"


def test_no_retry_is_begun_that_could_not_end_in_time(
    make_api: Any, clock: FakeClock
) -> None:
    recorder = Recorder(failing(503, retry_after="8"))
    api = make_api(recorder, timeout=Timeout(total=20), max_retries=9)
    with pytest.raises(InternalServerError):
        api.call(GET)
    assert clock.naps == [8, 8]
    assert len(recorder.requests) == 3
    limits = [request.extensions["timeout"] for request in recorder.requests]
    assert [limit["read"] for limit in limits] == [20, 12, 4]
    assert [limit["connect"] for limit in limits] == [5, 5, 4]


def test_an_attempt_after_the_deadline_is_a_timeout(
    make_api: Any, clock: FakeClock
) -> None:
    def slow(request: httpx2.Request) -> httpx2.Response:
        clock.now += 30
        raise httpx2.ReadTimeout("slow")

    api = make_api(Recorder(slow), timeout=Timeout(total=20))
    with pytest.raises(APITimeoutError):
        api.call(GET)
