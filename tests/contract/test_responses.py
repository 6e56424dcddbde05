"""What the server answers comes back as the description says, and nothing is lost."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from typing import Any

import assistants_sdk
import httpx2
import pytest
from assistants_sdk import models
from assistants_sdk._runtime import errors

from . import calls
from .calls import OPERATIONS
from .description import Operation
from .doors import Door
from .judge import Judge, Verdict
from .mock import Mock
from .samples import examples

EACH = pytest.mark.parametrize(
    "operation", list(OPERATIONS.values()), ids=lambda o: o.id
)

# One operation for each type of an answer, where the others would only repeat it.
EACH_TYPE = pytest.mark.parametrize(
    "operation",
    list(
        {calls.success(o)["schema"].target.uri: o for o in OPERATIONS.values()}.values()
    ),
    ids=lambda o: o.id,
)

ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "429": "RateLimitError",
    "500": "InternalServerError",
    "503": "InternalServerError",
}


def declared(operation: Operation) -> type[Any]:
    """The class that the description names for a success."""
    found: type[Any] = getattr(models, calls.success(operation)["schema"].target.name)
    return found


def example(operation: Operation) -> Any:
    return next(iter(examples(calls.success(operation)).values()))


def body_of(answer: Any) -> Any:
    """The model that came; a page holds it."""
    return getattr(answer, "body", answer)


def answering(judge: Judge, bodies: list[Any]) -> Mock:
    """A server that gives these bodies, one after the other."""
    rest = iter(bodies)

    def answer(request: httpx2.Request, verdict: Verdict) -> httpx2.Response:
        return httpx2.Response(200, json=next(rest))

    return Mock(judge, answer=answer)


@EACH
def test_a_success_comes_back_whole_and_in_its_type(
    operation: Operation, door: Door, mock: Mock
) -> None:
    body = body_of(door.call(calls.required(operation)))
    assert type(body) is declared(operation)
    assert body.to_dict() == mock.last.response.json() == example(operation)


def test_every_error_can_be_imported_to_be_caught() -> None:
    raised = [
        kind.__name__
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    ]
    assert len(raised) > 20
    assert [name for name in raised if not hasattr(assistants_sdk, name)] == []


@pytest.mark.parametrize(
    ("operation", "status"),
    [
        pytest.param(operation, status, id=f"{operation.id}-{status}")
        for operation in OPERATIONS.values()
        for status in operation.responses
        if not status.startswith("2")
    ],
)
def test_an_error_raises_its_class_with_what_the_server_said(
    operation: Operation, status: str, door: Door, mock: Mock
) -> None:
    mock.status = int(status)
    with pytest.raises(assistants_sdk.APIStatusError) as caught:
        door.call(calls.required(operation))

    error = caught.value
    assert type(error) is getattr(assistants_sdk, ERRORS[status])
    assert error.status_code == int(status)
    assert error.request_id == "req_5f2c8b1d9a7e4c36"
    assert type(error.body) is models.ErrorResponse
    assert error.body.to_dict() == mock.last.response.json()
    assert error.body.error.message in str(error)
    assert len(mock.exchanges) == 1


def test_every_operation_documents_its_errors() -> None:
    documented = {status for o in OPERATIONS.values() for status in o.responses}
    assert documented == {"200", *ERRORS}


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to everything inside a JSON value."""
    inside: Any = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for key, member in inside:
        yield (*way, key)
        yield from places(member, (*way, key))


def at(value: Any, way: tuple[Any, ...]) -> Any:
    for key in way:
        value = value[key]
    return value


def with_(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    changed = copy.deepcopy(value)
    at(changed, way[:-1])[way[-1]] = new
    return changed


def without(value: Any, way: tuple[Any, ...]) -> Any:
    changed = copy.deepcopy(value)
    del at(changed, way[:-1])[way[-1]]
    return changed


def survive(
    operation: Operation, judge: Judge, way: type[Door], bodies: list[Any]
) -> list[Any]:
    """Each body comes back whole, in the declared type, without an error."""
    assert bodies
    door = way(answering(judge, bodies).transport)
    answers = door.calls([calls.required(operation)] * len(bodies))
    came = [body_of(answer) for answer in answers]
    for body, sent in zip(came, bodies, strict=True):
        assert type(body) is declared(operation)
        assert body.to_dict() == sent
    return came


@cache
def usual(operation_id: str) -> Any:
    """An answer with everything in it; a list keeps to one page."""
    operation = OPERATIONS[operation_id]
    full = calls.SAMPLES.full(calls.success(operation)["schema"])
    return {**full, "has_more": False} if "has_more" in full else full


@EACH
def test_an_answer_with_everything_in_it_comes_back_whole(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    survive(operation, judge, way, [usual(operation.id)])


@EACH
def test_unknown_fields_are_kept(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    body = usual(operation.id)
    objects = [(), *(way for way in places(body) if isinstance(at(body, way), dict))]
    changed = [
        with_(body, (*way, "brand_new"), value)
        for way in objects
        for value in ("text", {"deep": [1, None, {"er": 0.5}]})
    ]
    survive(operation, judge, way, changed)


@EACH
def test_unknown_enum_values_and_union_members_are_kept(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    # Every text is exchanged, and with them all kinds, states and tags of unions.
    body = usual(operation.id)
    texts = [way for way in places(body) if isinstance(at(body, way), str)]
    survive(operation, judge, way, [with_(body, way, "brand_new") for way in texts])


@EACH
def test_missing_fields_do_not_raise(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    body = usual(operation.id)
    fields = [way for way in places(body) if isinstance(way[-1], str)]
    changed = [without(body, way) for way in fields]
    for came, place in zip(
        survive(operation, judge, way, changed), fields, strict=True
    ):
        if len(place) == 1:
            assert getattr(came, place[0]) is None


@EACH_TYPE
@pytest.mark.parametrize("odd", [None, 17, "text", [], {"a": [1]}], ids=repr)
def test_values_of_another_type_do_not_raise(
    operation: Operation, odd: Any, judge: Judge, way: type[Door]
) -> None:
    body = usual(operation.id)
    # `data` is what a page is made of, and `has_more` would lead to another one.
    ways = [way for way in places(body) if way not in (("data",), ("has_more",))]
    survive(operation, judge, way, [with_(body, way, odd) for way in ways])


def test_an_unknown_union_member_is_generic_and_readable(
    judge: Judge, way: type[Door]
) -> None:
    operation = OPERATIONS["getAssistant"]
    body = {**example(operation), "tools": [{"type": "browser", "depth": 3}]}
    assistant = way(answering(judge, [body]).transport).call(calls.required(operation))
    (tool,) = assistant.tools
    assert type(tool) is assistants_sdk.Unknown
    assert (tool.tag, tool.value) == ("browser", {"type": "browser", "depth": 3})


def test_union_members_are_told_apart_by_their_tags(
    judge: Judge, way: type[Door]
) -> None:
    operation = OPERATIONS["getAssistant"]
    assistant = way(answering(judge, [usual(operation.id)]).transport).call(
        calls.required(operation)
    )
    assert [type(tool) for tool in assistant.tools] == [
        models.CodeInterpreterTool,
        models.RetrievalTool,
        models.FunctionTool,
    ]


def test_null_and_nothing_are_not_the_same(judge: Judge, way: type[Door]) -> None:
    operation = OPERATIONS["getRun"]
    null = {**example(operation), "temperature": None}
    nothing = without(null, ("temperature",))
    door = way(answering(judge, [null, nothing]).transport)
    first, second = door.calls([calls.required(operation)] * 2)
    assert first.temperature is second.temperature is None
    assert (first.to_dict(), second.to_dict()) == (null, nothing)
