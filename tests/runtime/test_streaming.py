"""Streams of typed events, sync and async."""

import asyncio
import gc
import json
import pickle
import tracemalloc
import warnings
from collections.abc import AsyncIterator, Callable, Iterator
from http.server import BaseHTTPRequestHandler
from typing import Annotated, Any, Generic, Literal, TypeAlias, TypeVar

import httpx2
import pytest

from templates.python._runtime.errors import (
    APIConnectionError,
    APIResponseValidationError,
    StreamError,
)
from templates.python._runtime.model import Model
from templates.python._runtime.operation import Operation
from templates.python._runtime.plans import JsonLines, Sse
from templates.python._runtime.sse import SseDecoder
from templates.python._runtime.streaming import AsyncStream, Stream
from templates.python._runtime.unions import Tagged, Unknown

from .conftest import LoopbackServer

T = TypeVar("T")


class Run(Model):
    id: str
    status: str | None = None


class RunEvent(Model):
    event: Literal["run.created", "run.completed"]
    data: Run


class Note(Model):
    event: Literal["note"]
    data: str
    id: str | None = None


class Failure(Model):
    event: Literal["error"]
    data: dict[str, Any]


class Done(Model):
    event: Literal["done"]
    data: Literal["[DONE]"]


Event: TypeAlias = Annotated[
    RunEvent | Note | Failure | Done | Unknown,
    Tagged(
        "event",
        {
            "run.created": RunEvent,
            "run.completed": RunEvent,
            "note": Note,
            "error": Failure,
            "done": Done,
        },
    ),
]

EVENTS: Operation[Event] = Operation(
    "createRun",
    "POST",
    "/runs",
    returns=lambda: Event,
    stream=Sse(envelope=True, done="[DONE]"),
)
OPEN_EVENTS: Operation[Event] = Operation(
    "watch", "GET", "/watch", returns=lambda: Event, stream=Sse(envelope=True)
)
RUNS: Operation[Run] = Operation(
    "listRuns", "GET", "/runs", returns=lambda: Run, stream=Sse(done="[DONE]")
)
OPEN_RUNS: Operation[Run] = Operation(
    "watchRuns", "GET", "/runs", returns=lambda: Run, stream=Sse()
)
LINES: Operation[Run] = Operation(
    "runLines", "GET", "/lines", returns=lambda: Run, stream=JsonLines()
)
TEXTS: Operation[str] = Operation(
    "texts", "GET", "/texts", returns=lambda: str, stream=Sse()
)

CREATED = b'event: run.created\ndata: {"id":"run_1","status":"queued"}\n\n'
COMPLETED = b'event: run.completed\ndata: {"id":"run_1","status":"completed"}\n\n'
DONE = b"event: done\ndata: [DONE]\n\n"
WHOLE = [CREATED, COMPLETED, DONE]


class Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body in pieces, of which one may be an error; notes when it is closed."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.closed = False
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.read += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


class Call(Generic[T]):
    """One call whose answer is a stream, read by either kind of client."""

    def __init__(self, kind: str, runner: asyncio.Runner) -> None:
        self.kind = kind
        self.runner = runner
        self.body = Body()
        self.resumed: list[str] = []
        self.pauses: list[float] = []
        self.times: list[int] = []

    def stream(
        self,
        operation: Operation[T],
        *pieces: bytes | Exception,
        strict: bool = False,
        more: list[Any] | None = None,
        media_type: str = "text/event-stream",
    ) -> Any:
        """A stream over these pieces, and over `more` bodies when it breaks."""
        self.body = Body(*pieces)
        rest = iter(more or [])

        def respond(body: Body) -> httpx2.Response:
            request = httpx2.Request("POST", "https://a.test/runs")
            headers = {"content-type": media_type, "set-cookie": "secret"}
            response = httpx2.Response(200, headers=headers, stream=body)
            response.request = request
            response.extensions["request_id"] = "req_1"
            response.extensions["attempts"] = 2
            return response

        def resume(last: str, pause: float, time: int) -> httpx2.Response | None:
            self.resumed.append(last)
            self.pauses.append(pause)
            self.times.append(time)
            found = next(rest)
            if found is None:
                return None
            if isinstance(found, Exception):
                raise found
            return respond(Body(*found))

        async def send_async() -> httpx2.Response:
            return respond(self.body)

        async def resume_async(
            last: str, pause: float, time: int
        ) -> httpx2.Response | None:
            return resume(last, pause, time)

        if self.kind == "sync":
            return Stream(
                lambda: respond(self.body),
                operation,
                strict,
                resume=None if more is None else resume,
            )
        return AsyncStream(
            send_async, operation, strict, resume=None if more is None else resume_async
        )

    def read(self, stream: Any, limit: int | None = None) -> list[Any]:
        """The events of a stream within `with`, at most so many of them."""
        found: list[Any] = []
        if self.kind == "sync":
            with stream as events:
                for event in events:
                    found.append(event)
                    if len(found) == limit:
                        break
            return found

        async def walk() -> None:
            async with stream as events:
                async for event in events:
                    found.append(event)
                    if len(found) == limit:
                        break

        self.runner.run(walk())
        return found

    def some(self, stream: Any, limit: int) -> list[Any]:
        """The next events of a stream, outside of `with`."""

        async def walk() -> list[Any]:
            return [await anext(stream) for _ in range(limit)]

        if self.kind == "sync":
            return [next(stream) for _ in range(limit)]
        return self.runner.run(walk())

    def close(self, stream: Any) -> None:
        if self.kind == "sync":
            stream.close()
        else:
            self.runner.run(stream.close())


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest) -> Iterator[Call[Any]]:
    with asyncio.Runner() as runner:
        yield Call(request.param, runner)


# Types


def test_events_are_typed_by_their_names(call: Call[Any]) -> None:
    events = call.read(call.stream(EVENTS, *WHOLE))
    assert [type(event) for event in events] == [RunEvent, RunEvent, Done]
    assert events[1].data.status == "completed"
    assert events[2].data == "[DONE]"


@pytest.mark.parametrize(
    "cut", [[b"".join(WHOLE)], [bytes([byte]) for byte in b"".join(WHOLE)]]
)
def test_it_does_not_matter_how_the_stream_is_cut(
    call: Call[Any], cut: list[bytes]
) -> None:
    assert len(call.read(call.stream(EVENTS, *cut))) == 3


def test_an_event_of_an_unknown_name_is_unknown(call: Call[Any]) -> None:
    data = b'event: run.paused\ndata: {"id":"run_1"}\n\n'
    (event,) = call.read(call.stream(OPEN_EVENTS, data))
    assert event == Unknown({"event": "run.paused", "data": {"id": "run_1"}})
    assert event.tag == "run.paused"


def test_an_event_without_a_name_is_a_message(call: Call[Any]) -> None:
    class Message(Model):
        event: Literal["message"]
        data: Run

    operation: Operation[Any] = Operation(
        "watch",
        "GET",
        "/watch",
        returns=lambda: Annotated[
            Message | Unknown, Tagged("event", {"message": Message})
        ],
        stream=Sse(envelope=True),
    )
    (event,) = call.read(call.stream(operation, b'data: {"id":"x"}\n\n'))
    assert event == Message(event="message", data=Run(id="x"))


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"hello", "hello"),
        (b'say "hi"\\', 'say "hi"\\'),
        (b"123", "123"),
        (b'{"a": 1}', '{"a": 1}'),
        (b"null", "null"),
        (b"", ""),
        (b"\xff", "\ufffd"),
    ],
)
def test_data_that_is_text_stays_text(call: Call[Any], data: bytes, value: str) -> None:
    (event,) = call.read(
        call.stream(OPEN_EVENTS, b"event: note\ndata: " + data + b"\n\n")
    )
    assert event.data == value
    assert event.problems() == []


@pytest.mark.parametrize("data", [b'{"id":"a"},"b":1', b"{", b"[1", b"1}", b"x"])
def test_data_that_is_no_json_is_text(call: Call[Any], data: bytes) -> None:
    body = b"event: run.created\ndata: " + data + b"\n\n"
    (event,) = call.read(call.stream(OPEN_EVENTS, body))
    assert event.to_dict() == {"event": "run.created", "data": data.decode()}


def test_an_event_keeps_its_id_where_it_has_a_place_for_it(call: Call[Any]) -> None:
    body = b'id: 7"\nevent: note\ndata: x\n\nevent: run.created\ndata: {"id":"a"}\n\n'
    note, run = call.read(call.stream(OPEN_EVENTS, body))
    assert note.id == '7"'
    assert run.to_dict() == {"event": "run.created", "data": {"id": "a"}}


@pytest.mark.parametrize("strict", [False, True])
def test_an_event_says_what_the_stream_says_of_it(
    call: Call[Any], strict: bool
) -> None:
    class Numbered(Model):
        data: str
        id: int | None = None
        retry: int | None = None

    operation: Operation[Any] = Operation(
        "count", "GET", "/", returns=lambda: Numbered, stream=Sse(envelope=True)
    )
    body = b"id: 007\nretry: 50\ndata: a\n\ndata: b\n\nretry: 9\nid: 8\n\n"
    body += b"retry: 7\ndata: c\n"
    events = call.read(call.stream(operation, body, strict=strict))
    assert [event.to_dict() for event in events] == [
        {"data": "a", "id": 7, "retry": 50},
        {"data": "b", "id": 7},
        {"data": "c", "id": 8, "retry": 7},
    ]


@pytest.mark.parametrize("id_", ["a", "9" * 5000])
def test_an_id_that_is_no_number_is_kept_as_it_came(call: Call[Any], id_: str) -> None:
    class Numbered(Model):
        data: str
        id: int | None = None
        retry: dict[str, Any] | None = None

    operation: Operation[Any] = Operation(
        "count", "GET", "/", returns=lambda: Numbered, stream=Sse(envelope=True)
    )
    body = f"id: {id_}\nretry: 5\ndata: a\n\n".encode()
    (event,) = call.read(call.stream(operation, body))
    assert event.to_dict() == {"data": "a", "id": id_}


def test_data_of_another_type_is_kept_as_it_came(call: Call[Any]) -> None:
    body = b'event: run.created\ndata: {"id":7,"new":[1]}\n\n'
    (event,) = call.read(call.stream(OPEN_EVENTS, body))
    assert event.data.to_dict() == {"id": 7, "new": [1]}


def test_strict_streams_raise_for_what_does_not_fit(call: Call[Any]) -> None:
    body = b'event: run.created\ndata: {"id":7}\n\n'
    with pytest.raises(
        APIResponseValidationError, match=r"event 1 (.|\n)* valid string"
    ):
        call.read(call.stream(OPEN_EVENTS, body, strict=True))
    assert call.body.closed


def test_streams_may_hold_the_data_alone(call: Call[Any]) -> None:
    body = b'data: {"id":"a"}\n\nevent: x\ndata: {"id":"b"}\n\ndata: [DONE]\n\ndata: {}\n\n'
    events = call.read(call.stream(RUNS, body))
    assert events == [Run(id="a"), Run(id="b")]
    assert call.read(call.stream(TEXTS, b"data: hello\n\n")) == ["hello"]


Mood: TypeAlias = Literal["good", "bad"] | str
MOODS: Operation[Mood] = Operation(
    "moods", "GET", "/moods", returns=lambda: Mood, stream=Sse()
)
TEXT_LINES: Operation[str] = Operation(
    "textLines", "GET", "/texts", returns=lambda: str, stream=JsonLines()
)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("operation", [TEXTS, MOODS])
def test_text_arrives_as_it_came_where_text_is_described(
    call: Call[Any], operation: Operation[Any], strict: bool
) -> None:
    texts = ['{"a": 1}', "7", "null", '"quoted"', "plain"]
    body = "".join(f"data: {text}\n\n" for text in texts).encode()
    assert call.read(call.stream(operation, body, strict=strict)) == texts


def test_lines_of_text_are_text_in_json_or_as_it_came(call: Call[Any]) -> None:
    body = b'{"a": 1}\n"in \\"JSON\\""\nplain\n'
    events = call.read(call.stream(TEXT_LINES, body))
    assert events == ['{"a": 1}', 'in "JSON"', "plain"]


@pytest.mark.parametrize("strict", [False, True])
def test_text_that_may_be_null_is_text_or_null(call: Call[Any], strict: bool) -> None:
    class Said(Model):
        data: str | None = None

    body = b'data: {"a": 1}\n\ndata: null\n\ndata: "q"\n\n'
    texts = ['{"a": 1}', None, '"q"']
    data: Operation[Any] = Operation(
        "data", "GET", "/", returns=lambda: str | None, stream=Sse()
    )
    assert call.read(call.stream(data, body, strict=strict)) == texts
    events: Operation[Any] = Operation(
        "events", "GET", "/", returns=lambda: Said, stream=Sse(envelope=True)
    )
    found = call.read(call.stream(events, body, strict=strict))
    assert [event.data for event in found] == texts


def test_the_last_line_of_text_needs_no_end(call: Call[Any]) -> None:
    assert call.read(call.stream(TEXT_LINES, b"a\nplain")) == ["a", "plain"]
    assert call.read(call.stream(TEXT_LINES, b'a\n"in JSON"')) == ["a", "in JSON"]
    for cut in (b'a\n"in JS', b'a\n{"in": "JS'):
        with pytest.raises(StreamError, match="in the middle of an event, after 1"):
            call.read(call.stream(TEXT_LINES, cut))


def test_described_text_in_a_named_event_stays_text(call: Call[Any]) -> None:
    class Said(Model):
        event: Literal["said"]
        data: Mood

    operation: Operation[Any] = Operation(
        "say", "GET", "/", returns=lambda: Said, stream=Sse(envelope=True)
    )
    (event,) = call.read(call.stream(operation, b'event: said\ndata: {"a": 1}\n\n'))
    assert event.data == '{"a": 1}'


OPEN_RUNS: Operation[Run] = Operation(
    "watchRuns", "GET", "/runs", returns=lambda: Run, stream=Sse()
)
FailingRun: TypeAlias = Annotated[
    RunEvent | Failure | Unknown,
    Tagged("event", {"run.created": RunEvent, "error": Failure}),
]
NAMED_RUNS: Operation[FailingRun] = Operation(
    "namedRuns", "GET", "/", returns=lambda: FailingRun, stream=Sse(envelope=True)
)
UNIONS: Operation[FailingRun] = Operation(
    "unions", "GET", "/", returns=lambda: FailingRun, stream=Sse()
)


@pytest.mark.parametrize("strict", [False, True])
def test_what_is_no_json_may_end_a_stream_of_json_unasked(
    call: Call[Any], strict: bool
) -> None:
    body = b'data: {"id":"a"}\n\n'
    for end in (b"", b"data: [DONE]\n\n", b"data: [DONE]\n\ndata: {}\n\n"):
        events = call.read(call.stream(OPEN_RUNS, body + end, strict=strict))
        assert events == [Run(id="a")]


@pytest.mark.parametrize("strict", [False, True])
def test_the_end_of_named_events_may_have_a_name_or_none(
    call: Call[Any], strict: bool
) -> None:
    for end in (b"data: [DONE]\n\n", b"event: over\ndata: [DONE]\n\n"):
        (event,) = call.read(call.stream(NAMED_RUNS, CREATED + end, strict=strict))
        assert event.event == "run.created"


@pytest.mark.parametrize("strict", [False, True])
def test_what_is_no_json_is_no_unknown_event(call: Call[Any], strict: bool) -> None:
    body = b'data: {"event":"run.created","data":{"id":"a"}}\n\ndata: [DONE]\n\n'
    (event,) = call.read(call.stream(UNIONS, body, strict=strict))
    assert isinstance(event, RunEvent)


def test_text_that_an_event_may_hold_ends_nothing_unasked(call: Call[Any]) -> None:
    body = b"data: [DONE]\n\ndata: more\n\n"
    assert call.read(call.stream(TEXTS, body)) == ["[DONE]", "more"]
    events = call.read(call.stream(OPEN_EVENTS, DONE + CREATED))
    assert [event.event for event in events] == ["done", "run.created"]


def test_data_whose_outermost_shape_is_another_one_raises(call: Call[Any]) -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        call.read(call.stream(RUNS, b"data: [1]\n\n"))
    assert caught.value.body == [1]


def test_lines_of_json_are_a_stream(call: Call[Any]) -> None:
    assert call.read(call.stream(LINES, b'{"id":"a"}\n{"i', b'd":"b"}')) == [
        Run(id="a"),
        Run(id="b"),
    ]


# Ends


def test_the_end_is_the_end_although_more_follows(call: Call[Any]) -> None:
    events = call.read(call.stream(EVENTS, *WHOLE, CREATED))
    assert len(events) == 3
    assert call.body.read == 3
    assert call.body.closed


def test_a_stream_that_ends_before_it_is_done_raises(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, b"id: 7\n" + CREATED)
    with pytest.raises(StreamError, match=r"ended before .* after 1 event") as caught:
        call.read(stream)
    assert caught.value.last_event_id == "7"
    assert stream.events_received == 1


def test_a_stream_without_a_last_event_just_ends(call: Call[Any]) -> None:
    assert len(call.read(call.stream(OPEN_EVENTS, CREATED))) == 1


@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n", b"\r\n", b"\n: bye"])
def test_the_end_of_the_response_ends_its_last_event(
    call: Call[Any], end: bytes
) -> None:
    done = b'data: {"id":"a"}\n\ndata: [DONE]'
    for operation in (RUNS, OPEN_RUNS):
        assert call.read(call.stream(operation, done + end)) == [Run(id="a")]
    if end:
        stream = call.stream(OPEN_RUNS, b'data: {"id":"a"}\n\ndata: {"id":"b"}' + end)
        assert call.read(stream) == [Run(id="a"), Run(id="b")]


@pytest.mark.parametrize(
    "cut", [b'data: {"i', b'data: {"id":"b"}', b'data: {"id":"b"}\nid: 1', b"dat"]
)
def test_a_response_that_ends_within_an_event_was_cut_off(
    call: Call[Any], cut: bytes
) -> None:
    first = b'id: 7\ndata: {"id":"a"}\n\n'
    with pytest.raises(
        StreamError, match="in the middle of an event, after 1"
    ) as caught:
        call.read(call.stream(OPEN_RUNS, first + cut))
    assert caught.value.last_event_id == "7"
    rest = b'id: 8\ndata: {"id":"b"}\n\n'
    events = call.read(call.stream(OPEN_RUNS, first + cut, more=[[rest]]))
    assert events == [Run(id="a"), Run(id="b")]
    assert call.resumed == ["7"]


def test_half_an_event_does_not_count_where_the_end_is_still_to_come(
    call: Call[Any],
) -> None:
    half = b"id: 8\n" + COMPLETED.removesuffix(b"\n")
    stream = call.stream(EVENTS, b"id: 7\n" + CREATED + half)
    with pytest.raises(StreamError, match=r"ended before .* after 1 event") as caught:
        call.read(stream)
    assert caught.value.last_event_id == "7"


def test_a_response_that_ends_within_a_line_of_json_was_cut_off(
    call: Call[Any],
) -> None:
    media_type = JsonLines.media_type
    stream = call.stream(LINES, b'{"id":"a"}\n{"id', media_type=media_type)
    with pytest.raises(StreamError, match="in the middle of an event, after 1"):
        call.read(stream)


def test_a_broken_connection_raises_with_what_had_arrived(call: Call[Any]) -> None:
    broken = httpx2.RemoteProtocolError("peer closed connection")
    stream = call.stream(EVENTS, CREATED, b"id: 9\n" + COMPLETED, broken)
    with pytest.raises(StreamError, match="peer closed connection") as caught:
        call.read(stream)
    error = caught.value
    assert "after 2 events" in str(error)
    assert error.last_event_id == "9"
    assert error.request_id == "req_1"
    assert error.request is not None
    assert error.__cause__ is broken
    assert error.response is not None
    assert error.response.status_code == 200
    assert "secret" not in repr(error.response.headers)
    assert call.body.closed
    assert stream.events_received == 2
    assert stream.last_event_id == "9"


def test_a_broken_connection_is_named_where_it_says_nothing(call: Call[Any]) -> None:
    with pytest.raises(StreamError, match=r"connection broke \(ReadError\)"):
        call.read(call.stream(EVENTS, CREATED, httpx2.ReadError("")))


@pytest.mark.parametrize("operation", [EVENTS, OPEN_EVENTS])
def test_an_answer_that_is_no_stream_is_said_to_be_one(
    call: Call[Any], operation: Operation[Any]
) -> None:
    stream = call.stream(operation, b"<html>", media_type="Text/HTML; charset=utf-8")
    with pytest.raises(StreamError, match=r"text/html where text/event-stream was"):
        call.read(stream)
    stream = call.stream(OPEN_EVENTS, CREATED, media_type="text/plain")
    assert len(call.read(stream)) == 1


def test_an_error_in_the_stream_is_raised(call: Call[Any]) -> None:
    told = b'event: error\ndata: {"message":"overloaded","code":7}\n\n'
    with pytest.raises(StreamError, match="overloaded") as caught:
        call.read(call.stream(EVENTS, CREATED, told, COMPLETED))
    assert caught.value.body == {"message": "overloaded", "code": 7}
    twin = pickle.loads(pickle.dumps(caught.value))
    assert twin.body == caught.value.body
    assert str(twin) == str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b'{"error":{"message":"slow"}}', "slow"), (b"plain words", "plain words")],
)
def test_errors_are_worded_in_several_ways(
    call: Call[Any], data: bytes, said: str
) -> None:
    with pytest.raises(StreamError, match=said):
        call.read(call.stream(RUNS, b"event: error\ndata: " + data + b"\n\n"))


@pytest.mark.parametrize("operation", [RUNS, EVENTS])
@pytest.mark.parametrize("strict", [False, True])
def test_half_a_character_costs_no_event(
    call: Call[Any], operation: Operation[Any], strict: bool
) -> None:
    cut = b"event: run.created\n" + rb'data: {"id":"cut \ud83d"}' + b"\n\n"
    stream = call.stream(operation, cut, DONE, strict=strict)
    if strict:
        with pytest.raises(APIResponseValidationError):
            call.read(stream)
    else:
        first, *_ = call.read(stream)
        assert getattr(first, "data", first).id == "cut \ufffd"


def test_a_text_that_looks_like_half_a_character_stays_as_it_came(
    call: Call[Any],
) -> None:
    lines: Operation[str] = Operation(
        "x", "GET", "/", returns=lambda: str, stream=JsonLines()
    )
    stream = call.stream(lines, rb"cut \ud83d" + b"\n")
    assert call.read(stream) == [r"cut \ud83d"]


def test_an_event_that_is_too_large_is_refused(
    call: Call[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sse, "decoder", lambda self: SseDecoder(max_event_size=50))
    operation: Operation[Run] = Operation(
        "x", "GET", "/", returns=lambda: Run, stream=Sse()
    )
    body = b'data: {"id":"x"}\n\ndata: ' + b" " * 100
    with pytest.raises(StreamError, match="larger than 50 bytes, after 1 event"):
        call.read(call.stream(operation, body))


# Resuming


def test_a_stream_goes_on_after_its_last_event(call: Call[Any]) -> None:
    broken = httpx2.ReadError("reset")
    stream = call.stream(
        EVENTS,
        b"id: 1\n" + CREATED,
        b"event: run.compl",
        broken,
        more=[[b"id: 2\n" + COMPLETED, httpx2.ReadError("again")], [DONE]],
    )
    events = call.read(stream)
    assert [event.event for event in events] == ["run.created", "run.completed", "done"]
    assert call.resumed == ["1", "2"]
    assert call.pauses == [0, 0]
    # What went well in between is no reason to give up.
    assert call.times == [1, 1]


def test_the_server_says_how_long_to_wait_before_going_on(call: Call[Any]) -> None:
    broken = httpx2.ReadError("reset")
    stream = call.stream(
        EVENTS,
        b"retry: 1500\nid: 1\n" + CREATED,
        broken,
        more=[[b"id: 2\n" + COMPLETED, broken], [DONE]],
    )
    call.read(stream)
    assert call.pauses == [1.5, 1.5]


def test_an_error_says_how_often_the_call_was_sent(call: Call[Any]) -> None:
    with pytest.raises(StreamError) as caught:
        call.read(call.stream(EVENTS, CREATED, httpx2.ReadError("reset")))
    assert caught.value.attempts == 2
    with pytest.raises(APIResponseValidationError) as refused:
        call.read(call.stream(EVENTS, b"event: run.created\ndata: []\n\n", strict=True))
    assert refused.value.attempts == 2
    assert refused.value.request_id == "req_1"


def test_a_stream_that_was_cut_off_goes_on_too(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, b"id: 1\n" + CREATED, more=[[DONE]])
    assert len(call.read(stream)) == 2


def test_a_stream_without_ids_cannot_go_on(call: Call[Any]) -> None:
    with pytest.raises(StreamError):
        call.read(call.stream(EVENTS, CREATED, httpx2.ReadError(""), more=[[DONE]]))
    assert call.resumed == []


def test_a_server_that_always_breaks_off_is_left_alone(call: Call[Any]) -> None:
    broken = httpx2.ReadError("reset")
    stream = call.stream(
        EVENTS, b"id: 1\n" + CREATED, broken, more=[[broken], [broken], None]
    )
    with pytest.raises(StreamError, match="reset"):
        call.read(stream)
    assert call.resumed == ["1", "1", "1"]
    assert call.times == [1, 2, 3]


@pytest.mark.parametrize("again", [[b"id: 1\n" + CREATED], [CREATED, CREATED]])
def test_a_server_that_begins_again_instead_of_going_on_is_left_alone(
    call: Call[Any], again: list[bytes]
) -> None:
    stream = call.stream(EVENTS, b"id: 1\n" + CREATED, more=[again, again])
    with pytest.raises(StreamError, match="ended before the stream was done"):
        call.read(stream)
    assert call.resumed == ["1"]
    assert call.body.closed


def test_a_stream_that_went_on_often_enough_ends(call: Call[Any]) -> None:
    stream = call.stream(
        EVENTS, b"id: 1\n" + CREATED, httpx2.ReadError("reset"), more=[None]
    )
    with pytest.raises(StreamError, match="reset"):
        call.read(stream)
    assert call.body.closed


def test_failing_to_go_on_still_tells_what_had_arrived(call: Call[Any]) -> None:
    refused = APIConnectionError("no route")
    stream = call.stream(
        EVENTS, b"id: 1\n" + CREATED, httpx2.ReadError("reset"), more=[refused]
    )
    with pytest.raises(StreamError, match=r"no route.* after 1 event") as caught:
        call.read(stream)
    assert caught.value.__cause__ is refused


# Opening and closing


def test_leaving_early_closes_the_connection(call: Call[Any]) -> None:
    assert len(call.read(call.stream(EVENTS, *WHOLE), limit=1)) == 1
    assert call.body.closed
    assert call.body.read == 1


def test_an_error_of_the_callers_closes_the_connection(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, *WHOLE)

    async def fail() -> None:
        async with stream:
            raise KeyError

    with pytest.raises(KeyError):
        if call.kind == "sync":
            with stream:
                raise KeyError
        else:
            call.runner.run(fail())
    assert call.body.closed


def test_iterating_goes_on_where_it_stopped(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, *WHOLE)
    (first,) = call.some(stream, 1)
    (second,) = call.some(stream, 1)
    assert (first.event, second.event) == ("run.created", "run.completed")
    assert len(call.read(stream)) == 1


def test_a_stream_that_was_read_is_empty(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, *WHOLE)
    assert len(call.read(stream)) == 3
    assert call.read(stream) == []
    with pytest.raises((StopIteration, StopAsyncIteration)):
        call.some(stream, 1)


def test_a_closed_stream_says_so(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, *WHOLE)
    call.some(stream, 1)
    call.close(stream)
    call.close(stream)
    assert call.body.closed
    with pytest.raises(RuntimeError, match="was closed"):
        call.some(stream, 1)
    fresh = call.stream(EVENTS, *WHOLE)
    call.close(fresh)
    with pytest.raises(RuntimeError, match="was closed"):
        call.read(fresh)
    assert call.body.read == 0


def test_closing_while_reading_ends_the_loop() -> None:
    with asyncio.Runner() as runner:
        call: Call[Event] = Call("sync", runner)
        stream = call.stream(EVENTS, *WHOLE)
        found: list[Any] = []
        for event in stream:
            found.append(event)
            stream.close()
        assert len(found) == 1


def test_the_call_is_made_when_it_is_needed_and_once() -> None:
    sent: list[int] = []

    def send() -> httpx2.Response:
        sent.append(1)
        return httpx2.Response(200, stream=Body(*WHOLE))

    stream: Stream[Event] = Stream(send, EVENTS)
    assert sent == []
    assert stream.response.status_code == 200
    with stream as events:
        assert len(list(events)) == 3
    assert sent == [1]


def test_an_async_stream_has_a_response_after_it_was_entered() -> None:
    async def send() -> httpx2.Response:
        return httpx2.Response(200, stream=Body(*WHOLE))

    async def run() -> None:
        stream: AsyncStream[Event] = AsyncStream(send, EVENTS)
        with pytest.raises(RuntimeError, match="async with"):
            _ = stream.response
        async with stream:
            assert stream.response.status_code == 200

    asyncio.run(run())


def test_a_stream_that_was_not_closed_warns(call: Call[Any]) -> None:
    stream = call.stream(EVENTS, *WHOLE)
    call.some(stream, 1)
    statement = "with" if call.kind == "sync" else "async with"
    with pytest.warns(ResourceWarning, match=f"not closed; use it with `{statement}`"):
        del stream
        gc.collect()
    assert call.body.closed or call.kind == "async"


def test_a_stream_that_was_read_or_never_opened_does_not_warn(call: Call[Any]) -> None:
    # A warning that is made an error is lost in `__del__`.
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        gc.collect()
        # What other tests have left behind is no concern of this one.
        seen.clear()
        read, unread = call.stream(EVENTS, *WHOLE), call.stream(EVENTS, *WHOLE)
        call.some(read, 3)
        with pytest.raises((StopIteration, StopAsyncIteration)):
            call.some(read, 1)
        del read, unread
        gc.collect()
    assert not seen


def test_an_operation_without_a_stream_is_refused() -> None:
    operation: Operation[Run] = Operation("getRun", "GET", "/", returns=lambda: Run)
    with pytest.raises(TypeError, match="getRun does not answer with a stream"):
        Stream(lambda: httpx2.Response(200), operation)


def test_events_are_not_kept_in_memory() -> None:
    event = b'event: run.created\ndata: {"id":"run_1","status":"queued"}\n\n'

    def pieces() -> Iterator[bytes]:
        for _ in range(10_000):
            yield event
        yield DONE

    class Long(Body):
        def __iter__(self) -> Iterator[bytes]:
            return pieces()

    def read() -> int:
        response = httpx2.Response(200, stream=Long())
        with Stream(lambda: response, EVENTS) as events:
            return sum(1 for _ in events)

    read()
    tracemalloc.start()
    assert read() == 10_001
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000


# Over a real socket


def serve(
    *pieces: bytes, complete: bool = True
) -> Callable[[BaseHTTPRequestHandler], None]:
    def handle(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "text/event-stream")
        handler.send_header("transfer-encoding", "chunked")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            handler.wfile.flush()
        if complete:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return handle


def test_a_server_that_dies_in_between_is_a_clear_error(server: LoopbackServer) -> None:
    server.handle = serve(b"id: 3\n" + CREATED, COMPLETED[:20], complete=False)
    with httpx2.Client() as client:

        def send() -> httpx2.Response:
            return client.send(client.build_request("GET", server.url), stream=True)

        stream: Stream[Event] = Stream(send, EVENTS)
        with pytest.raises(StreamError, match="after 1 event") as caught, stream:
            for event in stream:
                assert isinstance(event, RunEvent)
        assert caught.value.last_event_id == "3"


def test_leaving_early_gives_the_connection_back(server: LoopbackServer) -> None:
    server.handle = serve(*WHOLE)

    async def run() -> None:
        async with httpx2.AsyncClient() as client:

            async def send() -> httpx2.Response:
                request = client.build_request("GET", server.url)
                return await client.send(request, stream=True)

            for _ in range(150):
                async with AsyncStream(send, EVENTS) as events:
                    async for _event in events:
                        break

    asyncio.run(asyncio.wait_for(run(), 30))


def test_compressed_streams_are_read(call: Call[Any]) -> None:
    import gzip

    body = Body(gzip.compress(b"".join(WHOLE)))
    response = httpx2.Response(200, headers={"content-encoding": "gzip"}, stream=body)

    async def send() -> httpx2.Response:
        return response

    stream: Any = (
        Stream(lambda: response, EVENTS)
        if call.kind == "sync"
        else AsyncStream(send, EVENTS)
    )
    assert json.loads(call.read(stream)[0].to_json())["event"] == "run.created"
