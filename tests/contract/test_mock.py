"""The server in the process: judges like the judge, answers like the description."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2
import pytest

from .judge import Judge, WrongRequestError
from .mock import Mock

STYLES = Path(__file__).with_name("styles.yaml")
FORMS = "https://eu.example.com/api/forms"
BASE = "https://api.openai.com/v1"
HEADERS = {"OpenAI-Beta": "assistants=v1", "Authorization": "Bearer sk-test"}


def test_the_mock_answers_with_what_is_described() -> None:
    mock = Mock(Judge(STYLES))
    with httpx2.Client(transport=mock.transport) as client:
        plain = client.post(FORMS, data={"name": "Ada"})
        assert (plain.status_code, plain.text) == (200, "ok")

        mock.example = "long"
        assert client.post(FORMS, data={"name": "Ada"}).text == "all right"

        mock.example = None
        wanted = {"Accept": "text/*;q=0.5, application/json"}
        made_up = client.post(FORMS, data={"name": "Ada"}, headers=wanted)
        assert made_up.json() == {"id": "answer_1", "count": 3}

        mock.status = 503
        assert client.post(FORMS, data={"name": "Ada"}).status_code == 503

        with pytest.raises(WrongRequestError):
            client.post(FORMS, data={})
    assert [e.verdict.operation_id for e in mock.exchanges] == ["fill"] * 4


@pytest.mark.anyio
async def test_the_mock_serves_async_clients_too(judge: Judge) -> None:
    mock = Mock(judge, status=404)
    async with httpx2.AsyncClient(transport=mock.transport, headers=HEADERS) as client:
        response = await client.get(f"{BASE}/threads/thread_abc123")
    assert response.status_code == 404
    assert response.headers["x-request-id"] == "req_5f2c8b1d9a7e4c36"
    assert response.json()["error"]["type"] == "invalid_request_error"


def test_the_mock_frames_events_and_ends_the_stream(mock: Mock) -> None:
    headers = {**HEADERS, "Accept": "text/event-stream"}
    with httpx2.Client(transport=mock.transport, headers=headers) as client:
        body = {"assistant_id": "asst_1", "stream": True}
        response = client.post(f"{BASE}/threads/runs", json=body)
    assert response.headers["content-type"] == "text/event-stream"
    head, data, *rest = response.text.split("\n")
    assert head == "event: thread.created"
    assert json.loads(data.removeprefix("data: "))["object"] == "thread"
    assert rest == ["", "event: done", "data: [DONE]", "", ""]
