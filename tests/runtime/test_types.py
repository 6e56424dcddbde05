"""Types survive `raw`, `with_options` and the way back, for mypy and for pyright."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PROGRAM = """
from collections.abc import Callable, Coroutine
from typing import Any, assert_type

from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.operation import Operation
from templates.python._runtime.paging import AsyncPage, AsyncPager, Page
from templates.python._runtime.plans import Paging
from templates.python._runtime.raw import raw
from templates.python._runtime.resource import AsyncResource, Resource
from templates.python._runtime.response import AsyncResponse, Response
from templates.python._runtime.streaming import AsyncStream, Stream

GET: Operation[int] = Operation("get", "GET", "/{id}", returns=lambda: int)
DELETE: Operation[None] = Operation("delete", "DELETE", "/{id}")
PAGING: Paging[int, str] = Paging("link")


class RunStream(Stream[int]): ...


class AsyncRunStream(AsyncStream[int]): ...


class Things(Resource):
    def get(self, id: str, *, limit: int = 1) -> int:
        return self._send(GET, path=(id,), query={"limit": limit})

    def delete(self, id: str) -> None:
        return self._send(DELETE, path=(id,))

    def list(self) -> Page[str, int]:
        return self._page(GET, PAGING)

    def watch(self) -> Stream[int]:
        return self._stream(GET)

    def run(self) -> RunStream:
        return self._stream(GET, RunStream)


class AsyncThings(AsyncResource):
    async def get(self, id: str, *, limit: int = 1) -> int:
        return await self._send(GET, path=(id,), query={"limit": limit})

    async def delete(self, id: str) -> None:
        return await self._send(DELETE, path=(id,))

    def list(self) -> AsyncPager[str, int]:
        return self._page(GET, PAGING)

    def watch(self) -> AsyncStream[int]:
        return self._stream(GET)

    def run(self) -> AsyncRunStream:
        return self._stream(GET, AsyncRunStream)


class Client(BaseClient): ...


def sync(client: Client, things: Things) -> None:
    assert_type(client.with_options(timeout=3, max_retries=0), Client)
    assert_type(raw(things.get)("a", limit=2), Response[int])
    assert_type(raw(things.get)("a").parse(), int)
    assert_type(raw(things.delete)("a"), Response[None])
    assert_type(raw(things.list)(), Response[Page[str, int]])
    assert_type(raw(things.watch)(), Response[Stream[int]])
    assert_type(raw(things.run)().parse(), RunStream)


async def asynchronous(things: AsyncThings) -> None:
    assert_type(await raw(things.get)("a", limit=2), AsyncResponse[int])
    assert_type((await raw(things.get)("a")).parse(), int)
    assert_type(await raw(things.delete)("a"), AsyncResponse[None])
    assert_type(await raw(things.list)(), AsyncResponse[AsyncPage[str, int]])
    assert_type(await raw(things.watch)(), AsyncResponse[AsyncStream[int]])
    assert_type((await raw(things.run)()).parse(), AsyncRunStream)
    async with raw(things.get)("a") as response:
        assert_type(response, AsyncResponse[int])


def wrong(client: Client, things: Things) -> None:
    raw(things.get)()  # WRONG
    raw(things.get)("a", limit="x")  # WRONG
    raw(things.get)("a").size  # WRONG
    client.with_options(timeout="x")  # WRONG
    client.with_options(time_out=1)  # WRONG
"""

WHAT_CAME_GOES_BACK = """
from generated.assistants_sdk import Client


def modify(client: Client, id: str) -> None:
    assistant = client.assistants.get_assistant(id)
    client.assistants.modify_assistant(id, tools=assistant.tools)
    client.assistants.modify_assistant(id, tools=[*assistant.tools, 1])  # WRONG
"""


@pytest.mark.parametrize(
    "program", [PROGRAM, WHAT_CAME_GOES_BACK], ids=["own", "emitted"]
)
@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--strict", "--explicit-package-bases", "--no-incremental"],
        ["pyright", "--pythonpath", sys.executable],
    ],
    ids=lambda command: command[0],
)
def test_types_survive(tmp_path: Path, command: list[str], program: str) -> None:
    pytest.importorskip(command[0])
    file = tmp_path / "program.py"
    file.write_text(program)
    ran = subprocess.run(
        [sys.executable, "-m", *command, str(file)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    lines = program.splitlines()
    expected = {n for n, line in enumerate(lines, 1) if line.endswith("# WRONG")}
    found = {
        int(line.split(":")[1])
        for line in ran.stdout.splitlines()
        if "program.py:" in line and "error" in line
    }
    assert found == expected, ran.stdout
