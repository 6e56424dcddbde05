"""A client of each kind, a server to talk to, and time that passes only when told."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, TypeVar

import httpx2
import pytest

from templates.python._runtime.arguments import Arguments
from templates.python._runtime.client import BaseAsyncClient, BaseClient, ClientConfig
from templates.python._runtime.clock import Clock
from templates.python._runtime.operation import Operation
from templates.python._runtime.resource import AsyncResource, Resource
from templates.python._runtime.servers import Server

T = TypeVar("T")
Handler = Callable[[httpx2.Request], httpx2.Response]

KEY = "sk-secret-123456"
CONFIG = ClientConfig("acme", "1.2.3", servers=(Server("https://api.acme.test/v1"),))


def secured(*alternatives: tuple[str, ...]) -> ClientConfig:
    """An API whose operations need credentials, of the scheme `key` unless said."""
    return CONFIG.replaced(security=alternatives or (("key",),))


class FakeClock(Clock):
    """Time that passes while somebody sleeps, and chance that never surprises."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.chance = 1.0
        self.naps: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return 1_700_000_000.0 + self.now

    def random(self) -> float:
        return self.chance

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


class Api:
    """A client of either kind behind one face, so that a test tells its story once."""

    def __init__(
        self,
        kind: Literal["sync", "async"],
        runner: asyncio.Runner,
        handler: Handler | None,
        config: ClientConfig,
        options: Mapping[str, Any],
    ) -> None:
        self.kind = kind
        self._runner = runner
        given: dict[str, Any] = dict(options)
        self.client: BaseClient | BaseAsyncClient
        if kind == "sync":
            if handler is not None:
                transport = httpx2.MockTransport(handler)
                given["http_client"] = httpx2.Client(transport=transport)
            self.client = BaseClient(config, **given)
        else:
            if handler is not None:
                transport = httpx2.MockTransport(handler)
                given["http_client"] = httpx2.AsyncClient(transport=transport)
            self.client = BaseAsyncClient(config, **given)

    def call(self, operation: Operation[Any], **values: Any) -> Any:
        """Make a call and give its result."""
        return self.run("send", operation, values)

    def raw(self, operation: Operation[Any], **values: Any) -> Any:
        """Make a call and give its whole answer."""
        return self.run("respond", operation, values)

    def run(self, method: str, operation: Operation[Any], values: Any) -> Any:
        engine = engine_of(self.client)
        return self.wait(getattr(engine, method)(operation, Arguments(**values)))

    def wait(self, result: Any) -> Any:
        """What an awaitable gives; anything else as it is."""
        return self._runner.run(_awaited(result)) if self.kind == "async" else result

    def with_options(self, **options: Any) -> Api:
        twin = object.__new__(Api)
        twin.__dict__.update(self.__dict__)
        twin.client = self.client.with_options(**options)
        return twin

    @property
    def resource(self) -> Any:
        """A group of operations on the client, of the class that fits it."""
        owner: Any = self.client
        return (Resource if self.kind == "sync" else AsyncResource)(owner)

    def close(self) -> None:
        self.wait(self.client.close())


def engine_of(holder: Any) -> Any:
    """What a client is underneath."""
    return holder._engine


async def _awaited(result: Any) -> Any:
    return await result


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["sync", "async"])
def make_api(
    request: pytest.FixtureRequest, clock: FakeClock
) -> Iterator[Callable[..., Api]]:
    """Makes clients; the test runs with both kinds."""
    made: list[Api] = []
    with asyncio.Runner() as runner:

        def make(
            handler: Handler | None = None,
            config: ClientConfig = CONFIG,
            **options: Any,
        ) -> Api:
            options = {"clock": clock, **options}
            api = Api(request.param, runner, handler, config, options)
            made.append(api)
            return api

        yield make
        for api in made:
            api.close()


class Recorder:
    """Answers with what it was given, in order, the last one again and again."""

    def __init__(self, *answers: httpx2.Response | Exception | Handler) -> None:
        self.answers = list(answers) or [httpx2.Response(200, json={})]
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        if callable(answer):
            return answer(request)
        # A response belongs to one request only.
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=answer.content
        )

    @property
    def request(self) -> httpx2.Request:
        """The last request."""
        return self.requests[-1]


class LoopbackServer:
    """A real server on this machine; `handle` decides what it does with a request."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.handle: Callable[[BaseHTTPRequestHandler], object] = answer
        self.read_body: Callable[[BaseHTTPRequestHandler], bytes] = read_body
        outer = self

        class _Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _do(self) -> None:
                body = outer.read_body(self)
                headers = {name.lower(): value for name, value in self.headers.items()}
                outer.requests.append((self.command, self.path, headers, body))
                outer.handle(self)

            def __getattr__(self, name: str) -> Any:
                if name.startswith("do_"):
                    return self._do
                raise AttributeError(name)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing: the test reads `requests`."""

        class _Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 1024

            def handle_error(self, request: Any, client_address: Any) -> None:
                """Say nothing: clients that go away are part of the tests."""

        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def answer(
    handler: BaseHTTPRequestHandler,
    status: int = 200,
    body: bytes = b"{}",
    **headers: str,
) -> None:
    """Send an answer; header names are written with underscores."""
    handler.send_response(status)
    headers.setdefault("content_type", "application/json")
    headers.setdefault("content_length", str(len(body)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def read_body(handler: BaseHTTPRequestHandler) -> bytes:
    """The body of a request, in chunks or not."""
    if handler.headers.get("transfer-encoding") != "chunked":
        return handler.rfile.read(int(handler.headers.get("content-length", 0)))
    body = b""
    while size := int(handler.rfile.readline(), 16):
        body += handler.rfile.read(size)
        handler.rfile.readline()
    handler.rfile.readline()
    return body


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    server = LoopbackServer()
    yield server
    server.close()
