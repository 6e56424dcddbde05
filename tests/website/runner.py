"""Runs snippets against the mock of the description, in a process of its own.

    python -m tests.website.runner SPEC FOLDER

Every Python file of the folder is run as it is; only what a client connects to is
changed beneath it. Prints, as JSON, what became of each.
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
from pathlib import Path
from typing import Any

import anyio
import anyio.lowlevel
import httpx2

from tests.contract.judge import Judge, Verdict
from tests.contract.mock import Mock, frame

_UNSETTLED = {"queued", "in_progress", "cancelling"}
# The example of a stream has no text in it.
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


def main(spec: str, folder: str) -> None:
    mock = Mock(Judge(spec))

    def answer(request: httpx2.Request, verdict: Verdict) -> httpx2.Response:
        """As described, but what is waited for is done when it is read."""
        response = mock.respond(request, verdict.operation)
        if response.headers.get("content-type") == "text/event-stream":
            *events, done, _ = response.content.split(b"\n\n")
            content = b"\n\n".join([*events, _TEXT + done, b""])
            return httpx2.Response(200, headers=response.headers, content=content)
        if request.method == "GET" and b'"status":' in response.content:
            value = response.json()
            if value.get("status") in _UNSETTLED:
                return httpx2.Response(
                    response.status_code, json={**value, "status": "completed"}
                )
        return response

    mock.answer = answer
    _connect_to(mock)
    _forbid_waiting()
    results = {}
    for path in sorted(Path(folder).glob("*.py")):
        mock.exchanges.clear()
        output, problem = io.StringIO(), ""
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            try:
                runpy.run_path(str(path), run_name="__main__")
            except (Exception, SystemExit):
                problem = traceback.format_exc(limit=-3)
        results[path.name] = {
            "problem": problem,
            "output": output.getvalue(),
            "requests": [
                (exchange.verdict.operation_id, exchange.response.status_code)
                for exchange in mock.exchanges
            ],
        }
    print(json.dumps(results))


def _connect_to(mock: Mock) -> None:
    for kind in (httpx2.Client, httpx2.AsyncClient):
        _give_transport(kind, mock)

    def refuse(*_: object) -> None:
        raise AssertionError("a snippet connects to the network")

    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, refuse)


def _give_transport(
    kind: type[httpx2.Client] | type[httpx2.AsyncClient], mock: Mock
) -> None:
    original: Any = kind.__init__

    def replacement(self: Any, *args: Any, **options: Any) -> None:
        # A snippet may have a transport of its own.
        options.setdefault("transport", mock.transport)
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
