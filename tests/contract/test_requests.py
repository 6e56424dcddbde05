"""What the SDK sends is what the description asks for, and what the caller gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from assistants_sdk import OMIT, models

from . import calls
from .calls import OPERATIONS, Call
from .description import Operation
from .doors import KEY, AsyncDoor, Door, SyncDoor
from .mock import Mock

EACH = pytest.mark.parametrize(
    "operation", list(OPERATIONS.values()), ids=lambda o: o.id
)

# Characters that mean something in a path, and some that have to be encoded anywhere.
AWKWARD = 'a/b?c#d%2Fe f+g;h=i&j:k@l,m\\n"o<p>|q{r}é✓%'


def _fields(wanted: Callable[[Any], bool]) -> list[Any]:
    return [
        pytest.param(operation, name, id=f"{operation.id}-{name}")
        for operation in OPERATIONS.values()
        for name, schema in calls.properties(operation)
        if wanted(schema)
    ]


def sent(mock: Mock) -> Any:
    (exchange,) = mock.exchanges
    return exchange.verdict


@EACH
@pytest.mark.parametrize("make", [calls.required, calls.everything, calls.example])
def test_what_was_given_is_sent_and_nothing_else(
    operation: Operation, make: Callable[[Operation], Call], door: Door, mock: Mock
) -> None:
    call = make(operation)
    door.call(call)

    verdict = sent(mock)
    assert verdict.operation_id == operation.id
    assert verdict.path == call.path
    assert verdict.query == call.query
    assert verdict.headers == {"OpenAI-Beta": "assistants=v1"}
    # A body that has to be there is there, if empty; one that has not is left out.
    body_required = operation.body is not None and operation.body.plain("required")
    nothing: object = {} if body_required else None
    assert verdict.body == (call.body or nothing)


@EACH
def test_the_headers_are_those_of_the_api(
    operation: Operation, door: Door, mock: Mock
) -> None:
    door.call(calls.everything(operation))

    headers = mock.last.request.headers
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["accept"] == "application/json"
    has_body = operation.body is not None
    assert headers.get("content-type") == ("application/json" if has_body else None)


@pytest.mark.parametrize(("operation", "name"), _fields(lambda schema: True))
def test_a_field_can_be_given_alone(
    operation: Operation, name: str, door: Door, mock: Mock
) -> None:
    value = calls.everything(operation).body[name]
    call = calls.required(operation)
    door.call(call.changed(**{name: value}))
    assert sent(mock).body == {**call.body, name: value}


@pytest.mark.parametrize(("operation", "name"), _fields(calls.nullable))
def test_none_is_sent_as_null(
    operation: Operation, name: str, door: Door, mock: Mock
) -> None:
    call = calls.required(operation)
    door.call(call.changed(**{name: None}))
    assert sent(mock).body == {**call.body, name: None}


@EACH
def test_omit_leaves_out_as_if_not_given(
    operation: Operation, door: Door, mock: Mock
) -> None:
    call = calls.required(operation)
    others = calls.everything(operation).keywords.keys() - call.keywords.keys()
    door.call(call.changed(**dict.fromkeys(others, OMIT)))
    verdict = sent(mock)
    assert verdict.query == {}
    assert (verdict.body or {}) == call.body


@pytest.mark.parametrize(("operation", "name"), _fields(calls.may_be_empty))
def test_an_empty_list_or_map_is_not_taken_for_nothing(
    operation: Operation, name: str, door: Door, mock: Mock
) -> None:
    value = calls.everything(operation).body[name]
    empty: Any = [] if isinstance(value, list) else {}
    call = calls.required(operation)
    door.call(call.changed(**{name: empty}))
    assert sent(mock).body == {**call.body, name: empty}


@EACH
def test_each_query_parameter_can_be_given_alone(
    operation: Operation, door: Door, mock: Mock
) -> None:
    call = calls.everything(operation)
    for name, value in call.query.items():
        door.call(calls.required(operation).changed(**{name: value}))
        assert mock.last.verdict.query == {name: value}
    assert len(mock.exchanges) == len(call.query)


def test_queries_are_encoded(door: Door, mock: Mock) -> None:
    call = calls.required(OPERATIONS["listAssistants"])
    door.call(call.changed(after=AWKWARD))
    assert sent(mock).query == {"after": AWKWARD}


def test_text_of_any_kind_reaches_the_body(door: Door, mock: Mock) -> None:
    text = "é✓\U0001f30d\u2028\x00\\\"'</script>" + AWKWARD
    call = calls.required(OPERATIONS["createMessage"])
    door.call(call.changed(content=text, metadata={"": text}))
    assert sent(mock).body == {"role": "user", "content": text, "metadata": {"": text}}


IN_PATH = pytest.mark.parametrize(
    ("operation", "name"),
    [
        pytest.param(operation, name, id=f"{operation.id}-{name}")
        for operation in OPERATIONS.values()
        for name in calls.required(operation).path
    ],
)


@IN_PATH
@pytest.mark.parametrize("value", [AWKWARD, "...", "%2e%2e", " "])
def test_path_parameters_are_encoded(
    operation: Operation, name: str, value: str, door: Door, mock: Mock
) -> None:
    call = calls.required(operation).at(**{name: value})
    door.call(call)
    verdict = sent(mock)
    assert verdict.operation_id == operation.id
    assert verdict.path == call.path


@IN_PATH
@pytest.mark.parametrize("value", ["", ".", ".."])
def test_path_parameters_that_lead_elsewhere_are_refused(
    operation: Operation, name: str, value: str, door: Door, mock: Mock
) -> None:
    call = calls.required(operation)
    with pytest.raises(ValueError, match=name):
        door.call(call.at(**{name: value}))
    assert mock.exchanges == []


def test_models_are_sent_like_the_plain_data_they_stand_for(
    door: Door, mock: Mock
) -> None:
    tools = [
        models.CodeInterpreterTool(type="code_interpreter"),
        models.RetrievalTool(type="retrieval"),
        models.FunctionTool(
            type="function",
            function=models.FunctionDefinition(
                name="get_weather",
                parameters={"type": "object", "properties": {"city": {}}},
            ),
        ),
    ]
    message = models.CreateMessageRequest(role="user", content="Hi", metadata=None)
    call = calls.required(OPERATIONS["createRun"])

    door.call(call.changed(tools=tools, additional_messages=[message]))

    assert sent(mock).body == {
        **call.body,
        "tools": [
            {"type": "code_interpreter"},
            {"type": "retrieval"},
            {
                "type": "function",
                "function": {
                    "name": "get_weather",
                    "parameters": {"type": "object", "properties": {"city": {}}},
                },
            },
        ],
        "additional_messages": [{"role": "user", "content": "Hi", "metadata": None}],
    }


def test_what_came_can_be_sent_again(door: Door, mock: Mock) -> None:
    assistant = door.call(calls.required(OPERATIONS["getAssistant"]))
    came = mock.last.response.json()

    call = calls.required(OPERATIONS["modifyAssistant"])
    door.call(call.changed(tools=assistant.tools, metadata=assistant.metadata))

    assert mock.last.verdict.body == {
        "tools": came["tools"],
        "metadata": came["metadata"],
    }


@pytest.mark.parametrize("way", [SyncDoor, AsyncDoor])
def test_the_key_comes_from_the_environment_when_not_given(
    way: type[Door], mock: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-environment")
    way(mock.transport, api_key=None).call(calls.required(OPERATIONS["listRuns"]))
    assert mock.last.request.headers["authorization"] == "Bearer sk-environment"
