"""Streamed answers come as typed events, each as soon as its bytes are there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import assistants_sdk
import httpx2
import pytest
from assistants_sdk import models

from . import calls
from .calls import DESCRIPTION, OPERATIONS, SAMPLES, STREAMED, Call
from .description import Operation
from .doors import Door
from .judge import Judge, Verdict
from .mock import Mock, encode, frame

EACH = pytest.mark.parametrize("operation", STREAMED, ids=lambda o: o.id)

UNION = DESCRIPTION.schema("AssistantStreamEvent")
NAMES: dict[str, str] = {
    name: reference.rsplit("/", 1)[-1]
    for name, reference in UNION.plain("discriminator")["mapping"].items()
}
DONE = {"event": "done", "data": "[DONE]"}
CALL = calls.required(OPERATIONS["createRun"])


def event(name: str) -> dict[str, Any]:
    """A new event whose data is an example of the description, where it has one."""
    schema = DESCRIPTION.schema(NAMES[name])["properties"]["data"]
    return {"event": name, "data": deepcopy(SAMPLES.of(schema))}


def full_event(name: str) -> dict[str, Any]:
    """A new event whose data has everything that it can have."""
    schema = DESCRIPTION.schema(NAMES[name])["properties"]["data"]
    return {"event": name, "data": deepcopy(SAMPLES.full(schema))}


class Arriving(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that arrives in pieces, and notes what happens to it."""

    def __init__(self, chunks: list[bytes], *, breaks: bool = False) -> None:
        self._chunks = chunks
        self._breaks = breaks
        self.log: list[str] = []
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for number, chunk in enumerate(self._chunks):
            self.log.append(f"sent {number}")
            yield chunk
        if self._breaks:
            raise httpx2.ReadError("the connection was lost")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def streaming(judge: Judge, body: Arriving | bytes) -> Mock:
    def answer(request: httpx2.Request, verdict: Verdict) -> httpx2.Response:
        stream = Arriving([body]) if isinstance(body, bytes) else body
        headers = {"content-type": "text/event-stream; charset=utf-8"}
        return httpx2.Response(200, headers=headers, stream=stream)

    return Mock(judge, answer=answer)


def encoded(*events: dict[str, Any]) -> bytes:
    return encode("text/event-stream", list(events))


def test_there_are_three_streams_and_24_events() -> None:
    assert len(STREAMED) == 3
    assert len(NAMES) == 24
    assert set(NAMES.values()) == {
        variant.target.name for variant in UNION.each("oneOf")
    }


@EACH
@pytest.mark.parametrize("make", [calls.required, calls.everything])
def test_a_stream_is_asked_for_with_what_was_given(
    operation: Operation, make: Callable[[Operation], Call], door: Door, mock: Mock
) -> None:
    call = make(operation)
    first, last = door.events(call)

    (exchange,) = mock.exchanges
    assert exchange.verdict.operation_id == operation.id
    assert exchange.verdict.path == call.path
    assert exchange.verdict.body == {**call.body, "stream": True}
    assert exchange.request.headers["accept"] == "text/event-stream"
    sent = calls.success(operation, calls.EVENTS).plain("example")
    assert type(first) is getattr(models, NAMES[sent["event"]])
    assert first.to_dict() == sent
    assert last.to_dict() == DONE


@pytest.mark.parametrize("name", [name for name in NAMES if name != "error"])
@pytest.mark.parametrize("make", [event, full_event])
def test_an_event_is_decoded_to_its_class(
    name: str, make: Callable[[str], dict[str, Any]], judge: Judge, way: type[Door]
) -> None:
    sent = [make(name)] if name == "done" else [make(name), DONE]
    came = way(streaming(judge, encoded(*sent)).transport).events(CALL)
    assert [one.to_dict() for one in came] == sent
    assert type(came[0]) is getattr(models, NAMES[name])


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("done", "error")]
)
def test_the_data_of_an_event_is_typed(
    name: str, judge: Judge, way: type[Door]
) -> None:
    body = encoded(full_event(name), DONE)
    came, _ = way(streaming(judge, body).transport).events(CALL)
    schema = DESCRIPTION.schema(NAMES[name])["properties"]["data"]
    assert type(came.data) is getattr(models, schema.target.name)


def test_an_error_in_the_stream_is_raised(judge: Judge, way: type[Door]) -> None:
    sent = event("error")
    body = encoded(event("thread.run.created"), sent)
    seen: list[Any] = []
    with pytest.raises(assistants_sdk.StreamError) as caught:
        way(streaming(judge, body).transport).events(CALL, seen.append)
    assert [one.event for one in seen] == ["thread.run.created"]
    assert sent["data"]["message"] in str(caught.value)


def test_all_events_of_a_stream_come_in_their_order(
    judge: Judge, way: type[Door]
) -> None:
    names = [name for name in NAMES if name not in ("done", "error")]
    sent = [*map(event, names), DONE]
    came = way(streaming(judge, encoded(*sent)).transport).events(CALL)
    assert [one.to_dict() for one in came] == sent


def test_an_event_comes_before_the_bytes_of_the_next(
    judge: Judge, way: type[Door]
) -> None:
    sent = [event("thread.run.created"), event("thread.message.delta"), DONE]
    body = Arriving([frame(one) for one in sent])
    door = way(streaming(judge, body).transport)
    door.events(CALL, lambda one: body.log.append(one.event))
    assert body.log == [
        "sent 0",
        "thread.run.created",
        "sent 1",
        "thread.message.delta",
        "sent 2",
        "done",
    ]
    assert body.closed


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64])
def test_it_does_not_matter_where_the_bytes_are_cut(
    size: int, judge: Judge, way: type[Door]
) -> None:
    message = full_event("thread.message.completed")
    message["data"]["content"] = [
        {"type": "text", "text": {"value": "é✓\U0001f30d\n\n", "annotations": []}}
    ]
    sent = [event("thread.created"), message, DONE]
    whole = encoded(*sent)
    # As JSON would rather escape them, so that characters are cut in two.
    whole = whole.replace(rb"\u00e9\u2713\ud83c\udf0d", "é✓\U0001f30d".encode())
    assert "✓".encode() in whole
    body = Arriving([whole[at : at + size] for at in range(0, len(whole), size)])
    came = way(streaming(judge, body).transport).events(CALL)
    assert [one.to_dict() for one in came] == sent


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda body: body.replace(b"\n", b"\r\n"),
        lambda body: body.replace(b"\n", b"\r"),
        lambda body: b"\xef\xbb\xbf" + body,
        lambda body: b": keep-alive\n\n" + body.replace(b"\n\n", b"\n\n: ping\n\n"),
        lambda body: body.replace(b"event: ", b"event:").replace(b"data: ", b"data:"),
        lambda body: body.replace(b"event: ", b"retry: 10\nid: 7\nevent: "),
        lambda body: body.replace(b'{"id"', b'{\ndata: "id"'),
    ],
    ids=["crlf", "cr", "bom", "comments", "no spaces", "id and retry", "lines"],
)
def test_every_form_of_an_event_stream_is_read(
    rewrite: Callable[[bytes], bytes], judge: Judge, way: type[Door]
) -> None:
    sent = [event("thread.created"), event("thread.message.delta"), DONE]
    body = rewrite(encoded(*sent))
    assert body != encoded(*sent)
    came = way(streaming(judge, body).transport).events(CALL)
    assert [one.to_dict() for one in came] == sent


def test_unknown_events_and_fields_do_not_raise(judge: Judge, way: type[Door]) -> None:
    created = event("thread.created")
    created["data"]["brand_new"] = {"a": [1]}
    unknown = {"event": "thread.archived", "data": {"id": "thread_1"}}
    text = {"event": "thread.noted", "data": "plain text"}
    sent: list[dict[str, Any]] = [created, unknown, text, DONE]
    came = way(streaming(judge, encoded(*sent)).transport).events(CALL)
    assert type(came[0]) is models.ThreadCreated
    assert [type(one) for one in came[1:3]] == [assistants_sdk.Unknown] * 2
    assert [came[0].to_dict(), came[1].value, came[2].value] == sent[:3]
    assert came[1].tag == "thread.archived"


def test_an_event_whose_data_does_not_fit_does_not_raise(
    judge: Judge, way: type[Door]
) -> None:
    odd = {"event": "thread.created", "data": {"id": 4, "metadata": "none"}}
    sent: list[dict[str, Any]] = [odd, DONE]
    came = way(streaming(judge, encoded(*sent)).transport).events(CALL)
    assert [one.to_dict() for one in came] == sent
    assert type(came[0]) is models.ThreadCreated


@EACH
@pytest.mark.parametrize(
    ("status", "name"), [(400, "BadRequestError"), (429, "RateLimitError")]
)
def test_an_error_in_place_of_a_stream_is_raised(
    operation: Operation, status: int, name: str, door: Door, mock: Mock
) -> None:
    mock.status = status
    with pytest.raises(getattr(assistants_sdk, name)) as caught:
        door.events(calls.required(operation))
    assert type(caught.value.body) is models.ErrorResponse
    assert caught.value.request_id == "req_5f2c8b1d9a7e4c36"


@pytest.mark.parametrize("breaks", [True, False], ids=["lost", "ended"])
def test_a_stream_without_an_end_is_an_error(
    breaks: bool, judge: Judge, way: type[Door]
) -> None:
    body = Arriving([encoded(event("thread.created"))], breaks=breaks)
    seen: list[Any] = []
    with pytest.raises(assistants_sdk.StreamError):
        way(streaming(judge, body).transport).events(CALL, seen.append)
    assert [one.event for one in seen] == ["thread.created"]
    assert body.closed


def test_leaving_a_stream_gives_the_connection_back(
    judge: Judge, way: type[Door]
) -> None:
    class EnoughError(Exception):
        pass

    def stop(one: Any) -> None:
        raise EnoughError

    body = Arriving([frame(event("thread.created")), frame(DONE)])
    with pytest.raises(EnoughError):
        way(streaming(judge, body).transport).events(CALL, stop)
    assert body.closed
    assert body.log == ["sent 0"]


def test_a_stream_refuses_a_path_that_leads_elsewhere(door: Door, mock: Mock) -> None:
    with pytest.raises(ValueError, match="thread_id"):
        door.events(replace(CALL, path={"thread_id": ".."}))
    assert mock.exchanges == []
