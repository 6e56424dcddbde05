"""A program streams a run, and the server's process is killed in between."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from assistants_sdk import AsyncClient, Client, StreamError
from assistants_sdk.models import ThreadMessageDelta

# It sends one event after the other, and never comes to an end by itself.
SERVER = r"""
import json, time
from http.server import BaseHTTPRequestHandler, HTTPServer

RUN = {"id": "run_1", "object": "thread.run", "status": "in_progress"}
PART = {"index": 0, "type": "text", "text": {"value": "word "}}
DELTA = {"id": "msg_1", "object": "thread.message.delta", "delta": {"content": [PART]}}

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.send_header("x-request-id", "req_1")
        self.end_headers()
        self.event("thread.run.in_progress", RUN)
        while True:
            self.event("thread.message.delta", DELTA)
            time.sleep(0.01)

    def event(self, name, data):
        text = f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
        self.wfile.write(b"%x\r\n%s\r\n" % (len(text), text))
        self.wfile.flush()

server = HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    script = folder / "server.py"
    script.write_text(SERVER)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield process, f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        finally:
            process.kill()


def check(error: StreamError, received: int) -> None:
    assert f"after {error_count(error)} events" in error.message
    assert error_count(error) >= received
    assert "connection broke" in error.message
    assert error.attempts == 1
    assert error.request_id == "req_1"
    assert error.partial["run"][0].id == "run_1"
    text = error.partial["messages"][0].content[0].text.value
    assert text == "word " * (error_count(error) - 1)


def error_count(error: StreamError) -> int:
    return int(error.message.rpartition("after ")[2].split()[0])


def test_a_killed_server_is_a_clear_error_with_what_had_arrived(tmp_path: Path) -> None:
    received = 0
    with (
        running(tmp_path) as (server, url),
        Client(api_key="k", base_url=url) as client,
    ):
        stream = client.assistants.create_run_stream("t", assistant_id="a")
        with pytest.raises(StreamError) as caught, stream as events:
            for event in events:
                received += 1
                if received == 5:
                    assert isinstance(event, ThreadMessageDelta)
                    server.kill()
    check(caught.value, received)


@pytest.mark.anyio
async def test_awaiting_it_is_the_same(tmp_path: Path) -> None:
    received = 0
    with running(tmp_path) as (server, url):
        async with AsyncClient(api_key="k", base_url=url) as client:
            stream = client.assistants.create_run_stream("t", assistant_id="a")
            with pytest.raises(StreamError) as caught:
                async with stream as events:
                    async for _ in events:
                        received += 1
                        if received == 5:
                            server.kill()
    check(caught.value, received)
