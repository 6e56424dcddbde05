"""What the API would answer: the same bytes in every run, and for every SDK."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

EVENTS: Final = 10_000
FEW_EVENTS: Final = 1_000
"""A stream for those that need seconds for the long one."""

END_MARK: Final = b"event: done\ndata: [DONE]\n\n"

_JSON: TypeAlias = dict[str, Any]
_BORN: Final = 1_713_225_600
_TEXT: Final = (
    "The report that you attached says that revenue grew in every quarter, while costs"
    " stayed where they were; the table on page nine has the figures by region."
)
_WORDS: Final = _TEXT.split()


def write(folder: Path) -> None:
    """Put a file for each answer into a folder."""
    bodies = {
        "run.json": _encoded(_run()),
        "list.json": _encoded(_page(_message(number) for number in range(100))),
        "rich.json": _encoded(_page(_rich(number) for number in range(100))),
        "events.sse": b"".join(_events(EVENTS)),
        "few_events.sse": b"".join(_events(FEW_EVENTS)),
    }
    for name, body in bodies.items():
        (folder / name).write_bytes(body)


def _encoded(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _run() -> _JSON:
    """A run as the API gives it today: the fields of its version 1, and later ones."""
    parameters = {
        "type": "object",
        "properties": {"region": {"type": "string"}, "year": {"type": "integer"}},
        "required": ["region"],
    }
    function = {"name": "revenue", "description": "By region", "parameters": parameters}
    return {
        "id": "run_0123456789abcdefghijklmn",
        "object": "thread.run",
        "created_at": _BORN,
        "thread_id": "thread_0123456789abcdefghijklmn",
        "assistant_id": "asst_0123456789abcdefghijklmn",
        "status": "completed",
        "required_action": None,
        "last_error": None,
        "expires_at": None,
        "started_at": _BORN + 1,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": _BORN + 17,
        "model": "gpt-4-turbo",
        "instructions": "You answer questions about reports. " * 4,
        "tools": [
            {"type": "code_interpreter"},
            {"type": "function", "function": function},
        ],
        "file_ids": ["file-0123456789abcdefghijklmn", "file-abcdefghijklmn0123456789"],
        "metadata": {"customer": "42", "session": "a6f0c1"},
        "usage": {
            "prompt_tokens": 1234,
            "completion_tokens": 321,
            "total_tokens": 1555,
        },
        "temperature": 1.0,
        "top_p": 1.0,
        "max_prompt_tokens": None,
        "max_completion_tokens": 4096,
        "parallel_tool_calls": True,
        "response_format": "auto",
        "tool_choice": "auto",
        "truncation_strategy": {"type": "auto", "last_messages": None},
        "incomplete_details": None,
    }


def _message(number: int, words: int = 24) -> _JSON:
    text = " ".join(_WORDS[(number + word) % len(_WORDS)] for word in range(words))
    return {
        "id": f"msg_{number:024}",
        "object": "thread.message",
        "created_at": _BORN + number,
        "thread_id": "thread_0123456789abcdefghijklmn",
        "status": "completed",
        "incomplete_details": None,
        "completed_at": _BORN + number + 1,
        "incomplete_at": None,
        "role": "assistant" if number % 2 else "user",
        "content": [{"type": "text", "text": {"value": text, "annotations": []}}],
        "assistant_id": "asst_0123456789abcdefghijklmn" if number % 2 else None,
        "run_id": f"run_{number:024}" if number % 2 else None,
        "file_ids": [],
        "metadata": {},
    }


def _rich(number: int) -> _JSON:
    """A longer message with a citation of what it says, a path and a picture."""
    message = _message(number, words=70)
    file = {"file_id": f"file-{number:024}"}
    text = message["content"][0]["text"]
    text["annotations"] += [
        {
            "type": "file_citation",
            "text": "[9+source]",
            "file_citation": {**file, "quote": _TEXT},
            "start_index": 140,
            "end_index": 150,
        },
        {
            "type": "file_path",
            "text": "sandbox:/mnt/data/costs.csv",
            "file_path": file,
            "start_index": 200,
            "end_index": 227,
        },
    ]
    message["content"].append({"type": "image_file", "image_file": file})
    return message


def _page(messages: Iterator[_JSON]) -> _JSON:
    data = list(messages)
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"],
        "last_id": data[-1]["id"],
        "has_more": False,
    }


def _events(count: int) -> Iterator[bytes]:
    """A run that writes one long message, event by event, and the mark at the end."""
    run = {**_run(), "status": "in_progress", "completed_at": None}
    message = {**_message(1), "status": "in_progress", "content": []}
    yield _event("thread.run.created", {**run, "status": "queued"})
    yield _event("thread.run.in_progress", run)
    yield _event("thread.message.created", message)
    for number in range(count - 5):
        text = {"value": f"{_WORDS[number % len(_WORDS)]} "}
        part = {"index": 0, "type": "text", "text": text}
        delta = {
            "id": message["id"],
            "object": "thread.message.delta",
            "delta": {"content": [part]},
        }
        yield _event("thread.message.delta", delta)
    yield _event("thread.message.completed", _message(1))
    yield _event("thread.run.completed", _run())
    yield END_MARK


def _event(name: str, data: _JSON) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (name.encode(), _encoded(data))
