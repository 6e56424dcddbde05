"""What the SDK sends is right by another judge, whose answers it understands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import assistants_sdk
import httpx2
import pytest
from assistants_sdk import models

from . import calls
from .calls import OPERATIONS, Call
from .description import Operation
from .doors import KEY, Door

EACH = pytest.mark.parametrize(
    "operation", list(OPERATIONS.values()), ids=lambda o: o.id
)


def ask(prism: str, method: str, path: str, **settings: Any) -> httpx2.Response:
    """A request that was made by hand, to see Prism find fault."""
    headers = {"OpenAI-Beta": "assistants=v1", "Authorization": f"Bearer {KEY}"}
    headers |= settings.pop("headers", {})
    return httpx2.request(method, prism + path, headers=headers, timeout=60, **settings)


@EACH
@pytest.mark.parametrize("make", [calls.required, calls.everything, calls.example])
def test_prism_finds_no_fault_with_a_call(
    operation: Operation, make: Callable[[Operation], Call], prism: str, way: type[Door]
) -> None:
    answer = way(base_url=prism).call(make(operation))
    body = getattr(answer, "body", answer)
    schema = calls.success(operation)["schema"]
    assert type(body) is getattr(models, schema.target.name)


@pytest.mark.parametrize("operation", calls.STREAMED, ids=lambda o: o.id)
@pytest.mark.parametrize("make", [calls.required, calls.everything])
def test_prism_finds_no_fault_with_a_streamed_call(
    operation: Operation,
    make: Callable[[Operation], Call],
    prism_with_streams: str,
    way: type[Door],
) -> None:
    event, *_ = way(base_url=prism_with_streams).events(make(operation))
    sent = calls.success(operation, calls.EVENTS).plain("example")
    assert event.event == sent["event"]
    assert event.to_dict() == sent


def test_what_prism_refuses_is_raised(prism: str, way: type[Door]) -> None:
    call = calls.required(OPERATIONS["listRuns"]).changed(limit=500)
    with pytest.raises(assistants_sdk.BadRequestError) as caught:
        way(base_url=prism).call(call)
    assert "sl-violations" in caught.value.response.headers
    assert type(caught.value.body) is models.ErrorResponse


def test_what_prism_refuses_to_stream_is_raised(prism: str, way: type[Door]) -> None:
    call = calls.required(OPERATIONS["createRun"]).changed(temperature=3)
    with pytest.raises(assistants_sdk.BadRequestError) as caught:
        way(base_url=prism).events(call)
    assert type(caught.value.body) is models.ErrorResponse


@pytest.mark.parametrize("status", [404, 503])
def test_an_error_of_prism_is_raised(status: int, prism: str, way: type[Door]) -> None:
    door = way(base_url=prism, headers={"Prefer": f"code={status}"})
    with pytest.raises(assistants_sdk.APIStatusError) as caught:
        door.call(calls.required(OPERATIONS["getRun"]))
    assert caught.value.status_code == status
    assert type(caught.value.body) is models.ErrorResponse


@pytest.mark.parametrize(
    ("method", "path", "settings", "status"),
    [
        ("GET", "/assistants", {"headers": {"Authorization": ""}}, 401),
        ("GET", "/assistants", {"headers": {"OpenAI-Beta": "assistants=v2"}}, 400),
        ("GET", "/assistants?limit=500", {}, 400),
        ("GET", "/assistants?order=up", {}, 400),
        ("PUT", "/assistants", {}, 405),
        ("GET", "/nowhere", {}, 404),
        ("POST", "/assistants", {}, 400),
        ("POST", "/assistants", {"json": {}}, 400),
        ("POST", "/assistants", {"json": {"model": 4}}, 400),
        ("POST", "/assistants", {"json": {"model": "m", "more": 1}}, 400),
        ("POST", "/threads/t/runs", {"json": {"stream": True}}, 400),
    ],
    ids=str,
)
def test_prism_tells_wrong_requests_from_right_ones(
    method: str, path: str, settings: dict[str, Any], status: int, prism: str
) -> None:
    assert ask(prism, method, path, **settings).status_code == status


def test_prism_answers_a_right_request_made_by_hand(prism: str) -> None:
    assert ask(prism, "GET", "/assistants?limit=100").status_code == 200


def test_prism_cannot_stream_by_the_description_as_it_is(prism: str) -> None:
    # The day this fails, `with_event_streams` is no longer needed.
    answer = ask(
        prism,
        "POST",
        "/threads/t/runs",
        json={"assistant_id": "asst_abc123", "stream": True},
        headers={"Accept": "text/event-stream"},
    )
    assert answer.status_code == 500
    assert answer.json()["title"] == "Cannot serialise complex objects as text"
