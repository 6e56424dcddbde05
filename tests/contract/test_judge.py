"""The judge by itself: right requests pass, and each kind of wrong one is found out."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from .calls import SPEC
from .judge import Judge, WrongRequestError
from .samples import examples

BASE = "https://api.openai.com/v1"
HEADERS = {"OpenAI-Beta": "assistants=v1", "Authorization": "Bearer sk-test"}
JUDGE = Judge(SPEC)


def ask(method: str, path: str, **settings: Any) -> httpx2.Request:
    headers = {**HEADERS, **settings.pop("headers", {})}
    return httpx2.Request(
        method,
        BASE + path,
        headers={name: value for name, value in headers.items() if value is not None},
        **settings,
    )


def findings(request: httpx2.Request) -> list[str]:
    with pytest.raises(WrongRequestError) as caught:
        JUDGE.judge(request)
    return caught.value.findings


@pytest.mark.parametrize("operation_id", sorted(JUDGE.description.operations))
def test_a_request_made_from_the_examples_is_right(operation_id: str) -> None:
    operation = JUDGE.description.operations[operation_id]
    path = operation.template
    query = {}
    for parameter in operation.parameters:
        value = next(iter(examples(parameter.node).values()))
        if parameter.location == "path":
            path = path.replace(f"{{{parameter.name}}}", value)
        if parameter.location == "query":
            query[parameter.name] = value
    body = None
    if operation.body is not None:
        named = examples(operation.body["content"]["application/json"])
        body = next(iter(named.values()))

    verdict = JUDGE.judge(ask(operation.method, path, params=query, json=body))

    assert verdict.operation_id == operation_id
    assert verdict.query == query
    assert verdict.body == body


def test_there_are_28_operations() -> None:
    assert len(JUDGE.description.operations) == 28


def test_values_arrive_decoded() -> None:
    verdict = JUDGE.judge(ask("GET", "/threads/a%2Fb%20%C3%A9/messages?limit=7"))
    assert verdict.operation_id == "listMessages"
    assert verdict.path == {"thread_id": "a/b é"}
    assert verdict.query == {"limit": 7}
    assert verdict.headers == {"OpenAI-Beta": "assistants=v1"}
    assert not verdict.has_body


def test_a_path_without_parameters_goes_before_one_with_them() -> None:
    request = ask("POST", "/threads/runs", json={"assistant_id": "asst_1"})
    assert JUDGE.judge(request).operation_id == "createThreadAndRun"


def test_a_body_that_is_not_required_may_be_left_out() -> None:
    verdict = JUDGE.judge(ask("POST", "/threads"))
    assert (verdict.operation_id, verdict.has_body) == ("createThread", False)


@pytest.mark.parametrize(
    ("request_", "finding"),
    [
        (ask("PUT", "/assistants"), "method: PUT is not GET, POST"),
        (ask("GET", "/nowhere"), "path: no path of the description fits"),
        (ask("GET", "/assistants/"), "path: no path of the description fits"),
        (ask("GET", "/threads//runs"), "path: no path of the description fits"),
        (ask("GET", "/assistants/%2E%2E"), "path assistant_id: leads to another path"),
        (
            ask("GET", "/assistants", headers={"OpenAI-Beta": None}),
            "header OpenAI-Beta: is missing",
        ),
        (
            ask("GET", "/assistants", headers={"OpenAI-Beta": "assistants=v2"}),
            "header OpenAI-Beta: 'assistants=v2' is not one of ['assistants=v1']",
        ),
        (
            ask("GET", "/assistants", headers={"X-Extra": "1"}),
            "header x-extra: is not described",
        ),
        (
            ask("GET", "/assistants", headers={"Cookie": "a=1"}),
            "cookie a: is not described",
        ),
        (
            ask("GET", "/assistants", headers={"Authorization": None}),
            "security: no credentials for ApiKeyAuth",
        ),
        (
            ask("GET", "/assistants", headers={"Authorization": "Basic YTpi"}),
            "security: no credentials for ApiKeyAuth",
        ),
        (
            ask("GET", "/assistants", headers={"Accept": "text/csv"}),
            "header accept: has none of application/json",
        ),
        (ask("GET", "/assistants?limit=500"), "query limit: 500 is greater than"),
        (ask("GET", "/assistants?limit=0"), "query limit: 0 is less than"),
        (ask("GET", "/assistants?limit=ten"), "query limit: 'ten' is not of type"),
        (ask("GET", "/assistants?limit="), "query limit: '' is not of type"),
        (ask("GET", "/assistants?limit=1&limit=2"), "query limit: is given 2 times"),
        (ask("GET", "/assistants?order=up"), "query order: 'up' is not one of"),
        (ask("GET", "/assistants?more=1"), "query more: is not described"),
        (ask("POST", "/assistants"), "body: is missing"),
        (ask("POST", "/assistants", json={}), "body: 'model' is a required property"),
        (ask("POST", "/assistants", json={"model": 4}), "body/model: 4 is not valid"),
        (
            ask("POST", "/assistants", json={"model": "m", "modle": "m"}),
            "body: Additional properties are not allowed ('modle' was unexpected)",
        ),
        (
            ask("POST", "/threads/t/messages", json={"role": "user", "content": ""}),
            "body/content: '' should be non-empty",
        ),
        (
            ask(
                "POST",
                "/assistants",
                content=b'{"model": "m"}',
                headers={"Content-Type": "text/plain"},
            ),
            "header content-type: text/plain is not described",
        ),
        (
            ask("POST", "/assistants", content=b'{"model": "m"}'),
            "header content-type: none is not described",
        ),
        (
            ask(
                "POST",
                "/assistants",
                content=b'{"model": "m", "name": NaN}',
                headers={"Content-Type": "application/json"},
            ),
            "body: NaN is not JSON",
        ),
        (
            ask(
                "POST",
                "/assistants",
                content=b'{"model": "m", "model": "n"}',
                headers={"Content-Type": "application/json"},
            ),
            "body: a key is given twice",
        ),
        (
            ask(
                "POST",
                "/assistants",
                content=b"model=m",
                headers={"Content-Type": "application/json"},
            ),
            "body: is not JSON",
        ),
        (ask("DELETE", "/threads/t", json={}), "body: is not described"),
        (
            ask("GET", "/assistants", headers={"Content-Type": "application/json"}),
            "header content-type: there is no body",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_request_is_found_out(request_: httpx2.Request, finding: str) -> None:
    (found,) = findings(request_)
    assert found.startswith(finding)


def test_another_server_is_found_out() -> None:
    request = httpx2.Request("GET", "https://example.com/v1/assistants")
    assert findings(request) == ["path: no path of the description fits"]


def test_a_base_url_takes_the_place_of_the_servers() -> None:
    judge = Judge(SPEC, base_url="http://127.0.0.1:4010/")
    request = httpx2.Request("GET", "http://127.0.0.1:4010/threads/t", headers=HEADERS)
    assert judge.judge(request).operation_id == "getThread"


def test_all_findings_come_together() -> None:
    request = ask(
        "POST",
        "/threads/t/runs?dry=1",
        json={"temperature": 3},
        headers={"OpenAI-Beta": None},
    )
    found = findings(request)
    assert [text.partition(":")[0] for text in found] == [
        "query dry",
        "header OpenAI-Beta",
        "body",
        "body/temperature",
    ]
