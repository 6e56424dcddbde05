"""What the events of a stream add up to."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Annotated, Any, Literal, TypeAlias

import httpx2
import pytest

from templates.python._runtime.accumulate import Accumulator
from templates.python._runtime.errors import StreamError
from templates.python._runtime.model import Model
from templates.python._runtime.operation import Operation
from templates.python._runtime.plans import Accumulation, Slot, Sse
from templates.python._runtime.streaming import AsyncStream, Stream
from templates.python._runtime.unions import Tagged, Unknown

from .test_streaming import Body


class Run(Model):
    id: str
    status: str


class Text(Model):
    value: str
    annotations: list[dict[str, Any]] | None = None


class TextPart(Model):
    type: Literal["text"]
    text: Text


class ImagePart(Model):
    type: Literal["image"]
    url: str


class Message(Model):
    id: str
    status: str | None = None
    content: list[
        Annotated[
            TextPart | ImagePart | Unknown,
            Tagged("type", {"text": TextPart, "image": ImagePart}),
        ]
    ]


class RunEvent(Model):
    event: Literal["run.created", "run.completed"]
    data: Run


class MessageEvent(Model):
    event: Literal["message.created", "message.completed"]
    data: Message


class DeltaEvent(Model):
    event: Literal["message.delta"]
    data: dict[str, Any]


Event: TypeAlias = Annotated[
    RunEvent | MessageEvent | DeltaEvent | Unknown,
    Tagged(
        "event",
        {
            "run.created": RunEvent,
            "run.completed": RunEvent,
            "message.created": MessageEvent,
            "message.completed": MessageEvent,
            "message.delta": DeltaEvent,
        },
    ),
]

RUN: Slot[Run] = Slot("run", lambda: Run, replace=("run.created", "run.completed"))
MESSAGES: Slot[Message] = Slot(
    "messages",
    lambda: Message,
    replace=("message.created", "message.completed"),
    merge={"message.delta": ("delta",)},
    key=("id",),
)
PLAN = Accumulation(
    (RUN, MESSAGES),
    texts={"message.delta": ("delta", "content", "*", "text", "value")},
)
OPERATION: Operation[Event] = Operation(
    "createRun",
    "POST",
    "/runs",
    returns=lambda: Event,
    stream=Sse(envelope=True, done="[DONE]"),
)


class RunStream(Stream[Event]):
    accumulation = PLAN

    def text_deltas(self) -> Iterator[str]:
        return self._texts()

    def get_final_run(self) -> Run:
        return self._final(RUN)

    def get_final_messages(self) -> list[Message]:
        return self._finals(MESSAGES)


class AsyncRunStream(AsyncStream[Event]):
    accumulation = PLAN

    def text_deltas(self) -> AsyncIterator[str]:
        return self._texts()

    async def get_final_run(self) -> Run:
        return await self._final(RUN)

    async def get_final_messages(self) -> list[Message]:
        return await self._finals(MESSAGES)


def sse(name: str, data: Any) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()


def delta(text: str, id: str = "m1", index: int = 0, **more: Any) -> bytes:
    part = {"index": index, "type": "text", "text": {"value": text, **more}}
    return sse("message.delta", {"id": id, "delta": {"content": [part]}})


def message(id: str, *content: Any, **more: Any) -> dict[str, Any]:
    return {"id": id, "content": list(content), **more}


STARTED = [
    sse("run.created", {"id": "r1", "status": "queued"}),
    sse("message.created", message("m1", status="in_progress")),
    delta("Hel"),
    delta("lo", annotations=[{"index": 0, "text": "a"}]),
    delta("!", annotations=[{"index": 0, "text": "b"}, {"index": 1, "text": "c"}]),
]
FINISHED = [
    *STARTED,
    sse(
        "message.completed",
        message(
            "m1", {"type": "text", "text": {"value": "Hello!"}}, status="completed"
        ),
    ),
    sse("run.completed", {"id": "r1", "status": "completed"}),
    b"data: [DONE]\n\n",
]


def response(*pieces: bytes | Exception) -> httpx2.Response:
    request = httpx2.Request("POST", "https://a.test/runs")
    return httpx2.Response(200, stream=Body(*pieces), request=request)


def stream(*pieces: bytes | Exception) -> RunStream:
    return RunStream(lambda: response(*pieces), OPERATION)


def async_stream(*pieces: bytes | Exception) -> AsyncRunStream:
    async def send() -> httpx2.Response:
        return response(*pieces)

    return AsyncRunStream(send, OPERATION)


# Through the doors of a stream


def test_the_final_run_is_the_one_that_was_sent_last() -> None:
    with stream(*FINISHED) as events:
        assert events.get_final_run() == Run(id="r1", status="completed")
        assert events.get_final_run().status == "completed"


def test_final_things_can_be_asked_for_after_iterating() -> None:
    with stream(*FINISHED) as events:
        assert sum(1 for _ in events) == len(FINISHED) - 1
        assert events.get_final_run().status == "completed"
        (found,) = events.get_final_messages()
    assert found.status == "completed"
    assert found.problems() == []


def test_text_comes_in_pieces() -> None:
    with stream(*FINISHED) as events:
        assert list(events.text_deltas()) == ["Hel", "lo", "!"]
        assert events.get_final_run().status == "completed"


def test_a_character_that_comes_in_halves_is_whole_in_the_end() -> None:
    halves = [delta("a\ud83d"), delta("\ude00b"), delta("\ud83d")]
    pieces = [*STARTED[:2], *halves, b"data: [DONE]\n\n"]
    with stream(*pieces) as events:
        assert list(events.text_deltas()) == ["a\ufffd", "\ufffdb", "\ufffd"]
    with stream(*pieces) as events:
        assert len(list(events)) == 5
        (found,) = events.get_final_messages()
    assert isinstance(found.content[0], TextPart)
    assert found.content[0].text.value == "a😀b\ufffd"


def test_events_and_text_may_be_read_in_turn() -> None:
    with stream(*FINISHED) as events:
        assert isinstance(next(events), RunEvent)
        assert next(events.text_deltas()) == "Hel"
        assert isinstance(next(events), DeltaEvent)
        assert list(events.text_deltas()) == ["!"]


def test_an_async_stream_does_the_same() -> None:
    async def run() -> None:
        async with async_stream(*FINISHED) as events:
            texts = [text async for text in events.text_deltas()]
            assert texts == ["Hel", "lo", "!"]
            assert (await events.get_final_run()).status == "completed"
            assert len(await events.get_final_messages()) == 1

    asyncio.run(run())


def test_a_broken_stream_hands_out_what_had_been_put_together() -> None:
    broken = httpx2.RemoteProtocolError("peer closed connection")
    with pytest.raises(StreamError) as caught, stream(*STARTED, broken) as events:
        events.get_final_run()
    (run,) = caught.value.partial["run"]
    assert run == Run(id="r1", status="queued")
    (found,) = caught.value.partial["messages"]
    assert isinstance(found, Message)
    (part,) = found.content
    assert isinstance(part, TextPart)
    assert part.text.value == "Hello!"
    assert part.text.annotations == [
        {"index": 0, "text": "ab"},
        {"index": 1, "text": "c"},
    ]


def test_a_stream_that_brought_nothing_says_so() -> None:
    with (
        pytest.raises(StreamError, match="brought no run"),
        stream(b"data: [DONE]\n\n") as events,
    ):
        events.get_final_run()
    with stream(b"data: [DONE]\n\n") as events:
        assert events.get_final_messages() == []


def test_final_things_of_a_stream_that_was_closed_cannot_be_had() -> None:
    events = stream(*FINISHED)
    next(events)
    events.close()
    with pytest.raises(RuntimeError, match="was closed"):
        events.get_final_run()


# How changes are merged


def added_up(*changes: Any, plan: Accumulation = PLAN, start: Any = None) -> Any:
    accumulator = Accumulator(plan)
    if start is not None:
        accumulator.keep(b"message.created", json.dumps({"id": "m", **start}).encode())
    for change in changes:
        data = {"id": "m", "delta": change}
        accumulator.keep(b"message.delta", json.dumps(data).encode())
    (found,) = accumulator.things(MESSAGES)
    return found.to_dict()


MERGES: list[tuple[dict[str, Any], list[Any], dict[str, Any]]] = [
        ({"a": "x"}, [{"a": "y"}, {"a": "z"}], {"a": "xyz"}),
        ({}, [{"a": "x"}, {"a": "y"}], {"a": "xy"}),
        ({"a": None}, [{"a": "x"}], {"a": "x"}),
        ({"a": "x"}, [{"a": None}], {"a": "x"}),
        ({}, [{"a": None}], {"a": None}),
        ({"n": 1}, [{"n": 2}, {"n": 3}], {"n": 3}),
        ({"n": True}, [{"n": False}], {"n": False}),
        ({"role": "user"}, [{"role": "assistant"}], {"role": "assistant"}),
        ({"type": "a"}, [{"type": "a"}], {"type": "a"}),
        ({"o": {"a": "x"}}, [{"o": {"a": "y", "b": 1}}], {"o": {"a": "xy", "b": 1}}),
        ({"a": "x"}, [{"a": {"b": 1}}], {"a": {"b": 1}}),
        ({"a": [1]}, [{"a": [2]}], {"a": [1, 2]}),
        ({"a": []}, [{"a": [{"t": "x"}]}], {"a": [{"t": "x"}]}),
        (
            {"a": []},
            [{"a": [{"index": 1, "t": "b"}]}, {"a": [{"index": 0, "t": "a"}]}],
            {"a": [{"index": 1, "t": "b"}, {"index": 0, "t": "a"}]},
        ),
        (
            {"a": []},
            [{"a": [{"index": 3, "t": "x"}]}, {"a": [{"index": 3, "t": "y"}]}],
            {"a": [{"index": 3, "t": "xy"}]},
        ),
        # The whole thing has come without indices: they are places in it.
        (
            {"a": [{"t": "a"}, {"t": "b"}]},
            [{"a": [{"index": 1, "t": "c"}]}],
            {"a": [{"t": "a"}, {"t": "bc", "index": 1}]},
        ),
        ({"a": ["x"]}, [{"a": [{"index": 0, "t": "x"}]}], {"a": ["x", {"index": 0, "t": "x"}]}),
        ({"a": []}, [{"a": [{"index": "0"}]}], {"a": [{"index": "0"}]}),
        ({"a": 1}, [7, "x", None, []], {"a": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("start", "changes", "sum_"), MERGES)
def test_changes_are_merged(
    start: dict[str, Any], changes: list[Any], sum_: dict[str, Any]
) -> None:
    assert added_up(*changes, start=start) == {"id": "m", **sum_}


@pytest.mark.parametrize("id", [None, 7, [1], {"a": 1}])
def test_odd_keys_are_keys_too(id: Any) -> None:
    accumulator = Accumulator(PLAN)
    for text in ("a", "b"):
        data = {"id": id, "delta": {"text": text}}
        accumulator.keep(b"message.delta", json.dumps(data).encode())
    (found,) = accumulator.things(MESSAGES)
    assert found.to_dict() == {"text": "ab"}


def test_a_change_without_a_beginning_is_a_beginning() -> None:
    assert added_up({"content": [{"index": 0, "type": "text"}]}) == {
        "content": [{"index": 0, "type": "text"}]
    }


def test_texts_that_name_a_thing_are_replaced_and_others_grow() -> None:
    change = {"name": "x", "value": "y"}
    assert added_up(change, change) == {"name": "x", "value": "yy"}


def test_things_are_told_apart_by_their_keys() -> None:
    with stream(
        delta("a", "m2"), delta("b", "m1"), delta("c", "m2"), b"data: [DONE]\n\n"
    ) as events:
        texts = [
            part.text.value
            for found in events.get_final_messages()
            for part in found.content
            if isinstance(part, TextPart)
        ]
    assert texts == ["ac", "b"]


def test_events_may_be_named_in_their_data() -> None:
    class Chunk(Model):
        type: str
        text: str | None = None

    slot: Slot[Chunk] = Slot(
        "whole", lambda: Chunk, replace=("start",), merge={"piece": ("change",)}
    )

    class Chunks(Stream[Chunk]):
        accumulation = Accumulation(
            (slot,), texts={"piece": ("change", "text")}, tag=("type",)
        )

        def texts(self) -> list[str]:
            return list(self._texts())

        def whole(self) -> Chunk:
            return self._final(slot)

    operation: Operation[Chunk] = Operation(
        "x", "GET", "/", returns=lambda: Chunk, stream=Sse()
    )
    body = response(
        b'data: {"type":"start","text":"a"}\n\n',
        b'data: {"type":"ping"}\n\ndata: no json\n\n',
        b'data: {"type":"piece","change":{"text":"b"}}\n\n',
        b'data: {"type":"piece","change":{"text":""}}\n\n',
    )
    chunks = Chunks(lambda: body, operation)
    assert chunks.texts() == ["b"]
    assert chunks.whole().text == "ab"


def test_long_texts_grow_in_good_time() -> None:
    accumulator = Accumulator(PLAN)
    piece = b'{"id":"m","delta":{"content":[{"index":0,"text":{"value":"%s"}}]}}'
    for _ in range(20_000):
        accumulator.keep(b"message.delta", piece % (b"x" * 50))
    (found,) = accumulator.things(MESSAGES)
    assert len(found.to_json()) > 1_000_000
