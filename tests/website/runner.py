"""Runs snippets against a mock of the description, in a process of its own.

    python -m tests.website.runner FOLDER [SPEC]

Every Python file of the folder is run as it is. With SPEC, the mock is in this process, and
what a client connects to is changed beneath it; else the server that the environment names
is asked. Prints, as JSON, what became of each.
"""

from __future__ import annotations

import contextlib
import io
import json
import runpy
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import httpx2

from tests.contract.judge import Judge, Verdict
from tests.contract.mock import Mock, frame

_UNSETTLED = {"queued", "in_progress", "cancelling"}
_TEXT = frame(
    {
        "event": "thread.message.delta",
        "data": {
            "id": "msg_abc123",
            "object": "thread.message.delta",
            "delta": {
                "content": [{"index": 0, "type": "text", "text": {"value": "Hello"}}]
            },
        },
    }
)

_ANSWERS: list[int] = []


def main(folder: str, spec: str = "") -> None:
    _connect_to(_mock(spec) if spec else None)
    _forbid_waiting()
    results = {}
    for path in sorted(Path(folder).glob("*.py")):
        _ANSWERS.clear()
        output, problem = io.StringIO(), ""
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            try:
                runpy.run_path(str(path), run_name="__main__")
            except (Exception, SystemExit):
                problem = traceback.format_exc(limit=-3)
        results[path.name] = {
            "problem": problem,
            "output": output.getvalue(),
            "statuses": list(_ANSWERS),
        }
    print(json.dumps(results))


def _mock(spec: str) -> Mock:
    mock = Mock(Judge(spec))

    def answer(request: httpx2.Request, verdict: Verdict) -> httpx2.Response:
        """As described, but what is waited for is done when it is read."""
        response = mock.respond(request, verdict.operation)
        if response.headers.get("content-type") == "text/event-stream":
            content = with_text(response.content)
            return httpx2.Response(200, headers=response.headers, content=content)
        if request.method == "GET" and b'"status":' in response.content:
            value = response.json()
            if value.get("status") in _UNSETTLED:
                return httpx2.Response(
                    response.status_code, json={**value, "status": "completed"}
                )
        return response

    mock.answer = answer
    return mock


def with_text(stream: bytes) -> bytes:
    """A stream with some text in it, which the examples of some have not."""
    *events, done, _ = stream.split(b"\n\n")
    return b"\n\n".join([*events, _TEXT + done, b""])


def _connect_to(mock: Mock | None) -> None:
    """Has every client note its answers, and connect to the mock alone if there is one."""

    def note(response: httpx2.Response) -> None:
        _ANSWERS.append(response.status_code)

    async def note_async(response: httpx2.Response) -> None:
        _ANSWERS.append(response.status_code)

    _give(httpx2.Client, mock, note)
    _give(httpx2.AsyncClient, mock, note_async)

    def refuse(*_: object) -> None:
        raise AssertionError("a snippet connects to the network")

    for name in ("connect", "connect_ex") if mock else ():
        setattr(socket.socket, name, refuse)


def _give(
    kind: type[httpx2.Client] | type[httpx2.AsyncClient],
    mock: Mock | None,
    note: Callable[[httpx2.Response], Any],
) -> None:
    original: Any = kind.__init__

    def replacement(self: Any, *args: Any, **options: Any) -> None:
        # A snippet may have a transport of its own.
        if "transport" not in options:
            options["event_hooks"] = {"response": [note]}
            if mock:
                options["transport"] = mock.transport
        original(self, *args, **{**options, "trust_env": False})

    setattr(kind, "__init__", replacement)  # noqa: B010


def _forbid_waiting() -> None:
    def pass_by(_: float) -> None:
        pass

    async def pass_by_async(_: float) -> None:
        await anyio.lowlevel.checkpoint()

    time.sleep = pass_by
    anyio.sleep = pass_by_async


if __name__ == "__main__":
    main(*sys.argv[1:])
