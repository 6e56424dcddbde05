"""The client as a whole: made, changed, shared, closed."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx2
import pytest

from templates.python._runtime.auth import Bearer
from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.errors import (
    ClientClosedError,
    ConfigurationError,
)
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Body, Operation
from templates.python._runtime.resource import AsyncResource, Resource

from .conftest import CONFIG, FakeClock, LoopbackServer, Recorder, answer, engine_of

GET: Operation[Any] = Operation("getThing", "GET", "/things/{id}", returns=lambda: Any)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/things", returns=lambda: Any, body=Body("application/json")
)


class Things(Resource):
    def get(self, id: str, *, limit: int | Any = OMIT) -> Any:
        return self._send(GET, path=(id,), query={"limit": limit})

    @cached_property
    def children(self) -> Things:
        return Things(self)


class AsyncThings(AsyncResource):
    async def get(self, id: str) -> Any:
        return await self._send(GET, path=(id,))


class Client(BaseClient):
    def __init__(self, *, api_key: str | None = None, **options: Any) -> None:
        super().__init__(CONFIG, schemes={"key": Bearer(api_key)}, **options)
        self.note = "kept"

    @cached_property
    def things(self) -> Things:
        return Things(self)


class AsyncClient(BaseAsyncClient):
    def __init__(self, **options: Any) -> None:
        super().__init__(CONFIG, **options)

    @cached_property
    def things(self) -> AsyncThings:
        return AsyncThings(self)


def test_options_change_a_copy_and_share_the_connections() -> None:
    recorder = Recorder()
    http = httpx2.Client(transport=httpx2.MockTransport(recorder))
    client = Client(http_client=http, headers={"A": "1"})
    things = client.things
    quick = client.with_options(timeout=5, headers={"B": "2"}, max_retries=0)
    assert type(quick) is Client
    assert quick.note == "kept"
    assert quick.things is not things
    assert quick.things is quick.things
    quick.things.get("x")
    assert recorder.request.headers["a"] == "1"
    assert recorder.request.headers["b"] == "2"
    assert recorder.request.extensions["timeout"]["read"] == 5
    things.get("x")
    assert "b" not in recorder.request.headers
    assert recorder.request.extensions["timeout"]["read"] == 60
    assert quick.options.retries.limit == 0
    assert client.options.retries.limit == 2
    quick.close()
    assert client.is_closed
    with pytest.raises(ClientClosedError):
        things.get("x")


def test_a_closed_client_says_so(make_api: Any, server: LoopbackServer) -> None:
    api = make_api(base_url=server.url)
    api.call(GET, path=("x",))
    api.close()
    api.close()
    assert api.client.is_closed
    for client in (api, api.with_options(timeout=1)):
        with pytest.raises(ClientClosedError, match="was closed; make a new one"):
            client.call(GET, path=("x",))


def test_an_http_client_of_the_other_kind_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"httpx2\.Client, not httpx2\.Async"):
        Client(http_client=httpx2.AsyncClient())
    with pytest.raises(ConfigurationError, match=r"httpx2\.AsyncClient, not httpx2\.C"):
        AsyncClient(http_client=httpx2.Client())
    with pytest.raises(ConfigurationError, match=r"not builtins\.str"):
        Client(http_client="proxy")


def test_a_client_is_made_of_what_tracing_put_in_the_place_of_httpx2s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Traced(httpx2.Client):
        pass

    monkeypatch.setattr(httpx2, "Client", Traced)
    with Client() as client:
        assert isinstance(engine_of(client).pool.open(), Traced)


def test_an_http_client_that_its_owner_closed_is_noticed() -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(Recorder()))
    client = Client(http_client=http)
    client.things.get("x")
    http.close()
    with pytest.raises(ClientClosedError):
        client.things.get("x")


def test_a_client_that_is_closed_during_a_call_says_so() -> None:
    client = Client()

    def close(request: httpx2.Request) -> httpx2.Response:
        client.close()
        http.close()
        raise httpx2.ConnectError("gone")

    http = httpx2.Client(transport=httpx2.MockTransport(close))
    client = Client(http_client=http, clock=FakeClock())
    with pytest.raises(ClientClosedError):
        client.things.get("x")


def test_a_client_of_an_event_loop_that_is_over_says_so(server: LoopbackServer) -> None:
    client = AsyncClient(base_url=server.url)

    async def main() -> None:
        await client.things.get("x")

    asyncio.run(main())
    with pytest.raises(ClientClosedError, match="make a client for each loop"):
        asyncio.run(main())


def test_clients_are_context_managers(server: LoopbackServer) -> None:
    with Client(base_url=server.url) as client:
        client.things.get("x")
    assert client.is_closed

    async def main() -> None:
        async with AsyncClient(base_url=server.url) as client:
            await client.things.get("x")
        assert client.is_closed
        await client.aclose()

    asyncio.run(main())


def test_a_client_that_was_not_closed_warns(server: LoopbackServer) -> None:
    client = Client(base_url=server.url)
    client.things.get("x")
    with pytest.warns(ResourceWarning, match="a client was not closed"):
        del client
        gc.collect()

    async def main() -> None:
        client = AsyncClient(base_url=server.url)
        await client.things.get("x")
        del client
        gc.collect()

    with pytest.warns(ResourceWarning, match="a client was not closed"):
        asyncio.run(main())
        gc.collect()


def test_a_client_that_was_not_used_or_not_ours_does_not_warn() -> None:
    # A warning that is made an error is lost in `__del__`.
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        gc.collect()
        # What other tests have left behind is no concern of this one.
        seen.clear()
        Client().with_options(timeout=1)
        http = httpx2.Client(transport=httpx2.MockTransport(Recorder()))
        Client(http_client=http).things.get("x")
        gc.collect()
    http.close()
    assert not seen


def test_a_client_goes_at_once_when_nobody_uses_it(server: LoopbackServer) -> None:
    gc.disable()
    try:
        client = Client(base_url=server.url)
        client.things.children.get("x")
        with pytest.warns(ResourceWarning):
            del client
    finally:
        gc.enable()


def test_a_resource_keeps_its_connections_when_the_client_goes(
    server: LoopbackServer,
) -> None:
    client = Client(base_url=server.url)
    things = client.with_options(timeout=5).things
    del client
    things.get("x")
    assert len(server.requests) == 1
    engine_of(things).close()


def test_a_client_shows_no_secret() -> None:
    client = Client(
        api_key="sk-secret-123456", headers={"X-Secret": "sk-secret-123456"}
    )
    assert repr(client) == "<Client https://api.acme.test/v1>"
    assert "sk-secret" not in f"{client!r} {client.things!r} {engine_of(client)!r}"


def echo(handler: Any) -> None:
    answer(handler, body=b'"%s"' % handler.path.encode())


def test_one_client_serves_32_threads(server: LoopbackServer) -> None:
    server.handle = lambda handler: answer(
        handler, body=b'"%s"' % handler.path.encode()
    )
    with Client(base_url=server.url) as client, ThreadPoolExecutor(32) as pool:
        found = list(pool.map(client.things.get, map(str, range(640))))
    assert found == [f"/things/{n}" for n in range(640)]


def test_one_client_serves_1000_tasks(server: LoopbackServer) -> None:
    server.handle = lambda handler: answer(
        handler, body=b'"%s"' % handler.path.encode()
    )

    async def main() -> list[str]:
        # A busy machine takes longer than 5 s to open that many connections.
        async with AsyncClient(base_url=server.url, timeout=60) as client:
            calls = [client.things.get(str(n)) for n in range(1000)]
            return list[str](await asyncio.gather(*calls))

    assert asyncio.run(main()) == [f"/things/{n}" for n in range(1000)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_child_process_opens_connections_of_its_own(server: LoopbackServer) -> None:
    script = f"""
import os, sys, threading
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from templates.python._runtime.client import BaseClient, ClientConfig
from templates.python._runtime.operation import Operation
from templates.python._runtime.resource import Resource
client = BaseClient(ClientConfig("acme", "1"), base_url={server.url!r})
get = Operation("get", "GET", "/x", returns=lambda: object)
Resource(client)._send(get)
before = client._engine.pool._http
client._engine.pool._lock.acquire()  # as if another thread was opening it
child = os.fork()
if not child:
    Resource(client)._send(get)
    assert client._engine.pool._http is not before
    client.close()
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
client._engine.pool._lock.release()
Resource(client)._send(get)
assert client._engine.pool._http is before
client.close()
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)
    assert len(server.requests) == 3


def test_what_the_emitted_code_imports_loads_neither_pydantic_nor_httpx2() -> None:
    script = """
import sys
from templates.python._runtime import auth, client, errors, hooks, omit, operation
from templates.python._runtime import options, raw, resource, retries, servers
heavy = {"pydantic", "pydantic_core", "httpx2", "httpcore2", "anyio"}
loaded = heavy & set(sys.modules)
assert not loaded, loaded
made = client.BaseClient(client.ClientConfig("acme", "1"))
assert "pydantic" not in sys.modules
"""
    root = str(Path(__file__).parents[2])
    env = {**os.environ, "PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", script], check=True, env=env)


def test_a_thousand_operations_cost_next_to_nothing() -> None:
    def make() -> float:
        start = time.perf_counter()
        for _ in range(1000):
            Operation("op", "GET", "/x/{id}", returns=lambda: int, headers={"A": "b"})
        return time.perf_counter() - start

    assert min(make() for _ in range(5)) < 0.005


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"timeout": "3"}, "timeout takes a number of seconds, .*, not '3'"),
        ({"timeout": (3, 10)}, r"timeout takes .*, not \(3, 10\)"),
        ({"max_retries": "3"}, "max_retries takes a whole number, not '3'"),
        ({"retries": 3}, "retries takes Retries, not 3"),
        ({"headers": {"X": 3}}, "headers takes .* to str or None, not {'X': int}"),
        ({"headers": [("X", "3")]}, "headers takes a mapping"),
        ({"query": "a=1"}, "query takes a mapping"),
        ({"cookies": {"a": None}}, "cookies takes .*, not {'a': NoneType}"),
        ({"body": {1: 2}}, "body takes a mapping of names"),
        ({"strict": "no"}, "strict takes True or False"),
        ({"idempotency_key": 3}, "idempotency_key takes a str or None"),
        ({"poll_interval": "3"}, "poll_interval takes a number of seconds"),
        ({"poll_progress": 3}, "poll_progress takes a function"),
        ({"max_response_bytes": 1.5}, "max_response_bytes takes a whole number"),
        ({"redact": "secret"}, "redact takes a list or set of names, not 'secret'"),
        ({"redact": [1]}, "redact takes a list"),
        ({"hooks": print}, "hooks takes Hooks"),
        ({"clock": 3}, "clock takes a Clock"),
        ({"timeot": 3}, "there is no option 'timeot'; there are timeout, max_retries"),
    ],
)
def test_an_option_of_another_type_is_refused_by_name(
    make_api: Any, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        make_api(Recorder(), **options)
    with pytest.raises(TypeError, match=said):
        make_api(Recorder()).with_options(**options)


def test_options_that_are_refused_are_shown_without_their_values(make_api: Any) -> None:
    headers = {"Authorization": "Bearer key", "X": 3}
    for given in (headers, list(headers.items()), "Authorization: Bearer key"):
        with pytest.raises(TypeError, match="headers takes") as caught:
            make_api(headers=given)
        assert "Bearer key" not in str(caught.value)
