"""Tokens: fetched once, renewed in time, and what happens if they are refused."""

from __future__ import annotations

import asyncio
import base64
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from templates.python._runtime.arguments import Arguments
from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.errors import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InternalServerError,
)
from templates.python._runtime.oauth2 import OAuth2
from templates.python._runtime.operation import Operation
from templates.python._runtime.options import Timeout

from .conftest import FakeClock, Recorder, engine_of, secured

GET: Operation[Any] = Operation("getThing", "GET", "/thing")


TOKEN_URL = "https://auth.acme.test/token"


class TokenServer:
    """Gives tokens `token-1`, `token-2` ... and takes only the last one."""

    def __init__(self, lifetime: float | str | None = 3600) -> None:
        self.issued = 0
        self.lifetime = lifetime
        self.token_requests: list[httpx2.Request] = []
        self.calls: list[httpx2.Request] = []
        self.refusals: list[httpx2.Response | Exception] = []
        self.lock = threading.Lock()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if str(request.url) != TOKEN_URL:
            self.calls.append(request)
            good = request.headers.get("authorization") == f"Bearer token-{self.issued}"
            return httpx2.Response(200 if good else 401, json={})
        self.token_requests.append(request)
        if self.refusals:
            refusal = self.refusals.pop(0)
            if isinstance(refusal, Exception):
                raise refusal
            return refusal
        with self.lock:
            self.issued += 1
        answer: dict[str, Any] = {"access_token": f"token-{self.issued}"}
        if self.lifetime is not None:
            answer["expires_in"] = self.lifetime
        return httpx2.Response(200, json=answer)


def oauth(clock: FakeClock, **options: Any) -> OAuth2:
    options = {"client_id": "me:1", "client_secret": "hush&hush", **options}
    return OAuth2(token_url=TOKEN_URL, clock=clock, **options)


def test_a_token_is_fetched_once_and_renewed_before_it_ends(
    make_api: Any, clock: FakeClock
) -> None:
    server = TokenServer()
    scheme = oauth(clock, scopes=("read", "write"), extra={"audience": "a"})
    api = make_api(server, secured(), schemes={"key": scheme})
    api.call(GET)
    api.with_options(timeout=3).call(GET)
    assert len(server.token_requests) == 1
    request = server.token_requests[0]
    assert parse_qs(request.content.decode()) == {
        "grant_type": ["client_credentials"],
        "scope": ["read write"],
        "audience": ["a"],
    }
    pair = request.headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(pair) == b"me%3A1:hush%26hush"
    assert request.extensions["timeout"]["connect"] == 5
    clock.now += 3600 - 61
    api.call(GET)
    assert len(server.token_requests) == 1
    clock.now += 2
    api.call(GET)
    assert len(server.token_requests) == 2


def test_fetching_a_token_is_part_of_the_call(make_api: Any, clock: FakeClock) -> None:
    server, schemes = TokenServer(), {"key": oauth(clock)}
    make_api(server, secured(), schemes=schemes, timeout=Timeout(total=2)).call(GET)
    assert server.token_requests[0].extensions["timeout"].get("read") <= 2


@pytest.mark.parametrize("url", ["/oauth/token", "../oauth/token"])
def test_a_relative_token_url_is_relative_to_where_the_api_is(
    make_api: Any, clock: FakeClock, url: str
) -> None:
    requests: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        return httpx2.Response(200, json={"access_token": "t"})

    scheme = OAuth2(token_url=url, client_id="me", client_secret="hush", clock=clock)
    make_api(answer, secured(), schemes={"key": scheme}).call(GET)
    assert str(requests[0].url) == "https://api.acme.test/oauth/token"
    assert requests[0].headers["host"] == "api.acme.test"
    nowhere = secured().replaced(servers=())
    with pytest.raises(ConfigurationError, match="no base URL"):
        make_api(answer, nowhere, schemes={"key": scheme}).call(GET)


@pytest.mark.parametrize("lifetime", [None, 0, "3600", 30, -5, 1e300])
def test_a_token_lives_as_long_as_the_server_says(
    make_api: Any, clock: FakeClock, lifetime: Any
) -> None:
    server = TokenServer(lifetime)
    api = make_api(server, secured(), schemes={"key": oauth(clock)})
    api.call(GET)
    api.call(GET)
    assert len(server.token_requests) == (2 if lifetime == -5 else 1)
    clock.now += 28
    api.call(GET)
    assert (len(server.token_requests) > 1) == (lifetime in (30, -5))


def test_id_and_secret_may_go_into_the_body(make_api: Any, clock: FakeClock) -> None:
    server = TokenServer()
    scheme = oauth(clock, send_as="body")
    make_api(server, secured(), schemes={"key": scheme}).call(GET)
    form = parse_qs(server.token_requests[0].content.decode())
    assert form["client_id"] == ["me:1"]
    assert form["client_secret"] == ["hush&hush"]
    assert "authorization" not in server.token_requests[0].headers


def test_a_ready_made_token_is_used_as_it_is(make_api: Any, clock: FakeClock) -> None:
    server = TokenServer()
    server.issued = 9
    for token in ("token-9", lambda: "token-9"):
        scheme = OAuth2(token, token_url=TOKEN_URL, clock=clock)
        make_api(server, secured(), schemes={"key": scheme}).call(GET)
    assert server.token_requests == []
    with pytest.raises(AuthenticationError):
        make_api(server, secured(), schemes={"key": OAuth2("old")}).call(GET)


def test_a_token_that_is_no_longer_taken_is_renewed_once(
    make_api: Any, clock: FakeClock
) -> None:
    server = TokenServer()
    api = make_api(server, secured(), schemes={"key": oauth(clock)}, max_retries=0)
    api.call(GET)
    server.issued += 1
    api.call(GET)
    assert len(server.token_requests) == 2
    server.refusals = [httpx2.Response(200, json={"access_token": "never good"})] * 9
    server.issued += 1
    with pytest.raises(AuthenticationError):
        api.call(GET)
    assert len(server.token_requests) == 3


def test_a_refused_token_request_is_an_error_of_its_own(
    make_api: Any, clock: FakeClock
) -> None:
    server = TokenServer()
    error = {"error": "invalid_client", "error_description": "no such hush&hush"}
    headers = {"x-request-id": "req_1"}
    server.refusals = [httpx2.Response(401, json=error, headers=headers)]
    with pytest.raises(AuthenticationError) as caught:
        make_api(server, secured(), schemes={"key": oauth(clock)}).call(GET)
    said = "getThing: no token: 401: no such [redacted] (request req_1)"
    assert str(caught.value) == said
    assert caught.value.body["error"] == "invalid_client"
    assert server.calls == []
    server.refusals = [httpx2.Response(400, json=error)]
    scheme = oauth(clock, send_as="body")
    with pytest.raises(BadRequestError) as refused:
        make_api(server, secured(), schemes={"key": scheme}).call(GET)
    assert b"hush" not in pickle.dumps(refused.value.request)


def test_a_failing_token_server_is_asked_again(make_api: Any, clock: FakeClock) -> None:
    server = TokenServer()
    server.refusals = [httpx2.Response(503), httpx2.ConnectError("no")]
    make_api(server, secured(), schemes={"key": oauth(clock)}).call(GET)
    assert len(server.token_requests) == 3
    server.refusals = [httpx2.Response(503)] * 3
    clock.now += 3600
    with pytest.raises(InternalServerError, match="no token: 503"):
        make_api(server, secured(), schemes={"key": oauth(clock)}).call(GET)
    server.refusals = [httpx2.ConnectError("no")] * 3
    with pytest.raises(APIConnectionError):
        make_api(server, secured(), schemes={"key": oauth(clock)}).call(GET)


@pytest.mark.parametrize("answer", [b"<html>", b"{}", b"[]", b'{"access_token":1}'])
def test_an_answer_without_a_token_is_an_error(
    make_api: Any, clock: FakeClock, answer: bytes
) -> None:
    recorder = Recorder(httpx2.Response(200, content=answer))
    with pytest.raises(ConfigurationError, match="did not answer with a token"):
        make_api(recorder, secured(), schemes={"key": oauth(clock)}).call(GET)


def test_missing_client_credentials_name_both_ways(clock: FakeClock) -> None:
    scheme = OAuth2(token_url=TOKEN_URL, variables=("TOKEN", None, "SECRET"))
    assert scheme.remedy == (
        "pass token= or set TOKEN, or pass client_id= and pass client_secret= or set"
        " SECRET"
    )
    assert not scheme.is_present()


def test_many_threads_fetch_one_token(clock: FakeClock) -> None:
    server = TokenServer()
    looked: set[int] = set()
    both = threading.Event()

    class Watched(FakeClock):
        """Notices who looks whether there is a token that is still good."""

        def monotonic(self) -> float:
            looked.add(threading.get_ident())
            if len(looked) > 1:
                both.set()
            return super().monotonic()

    def slowly(request: httpx2.Request) -> httpx2.Response:
        assert both.wait(10)
        return server(request)

    http = httpx2.Client(transport=httpx2.MockTransport(slowly))
    schemes = {"key": oauth(Watched())}
    client = BaseClient(secured(), schemes=schemes, http_client=http, clock=clock)
    send = engine_of(client).send
    with ThreadPoolExecutor(32) as pool:
        list(pool.map(send, [GET] * 200, [Arguments()] * 200))
    assert len(server.token_requests) == 1
    assert len(server.calls) == 200


def test_many_tasks_fetch_one_token(clock: FakeClock) -> None:
    server = TokenServer()

    async def slowly(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(0)
        return server(request)

    async def main() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(slowly))
        schemes = {"key": oauth(clock)}
        client = BaseAsyncClient(
            secured(), schemes=schemes, http_client=http, clock=clock
        )
        send = engine_of(client).send
        await asyncio.gather(*(send(GET, Arguments()) for _ in range(200)))

    asyncio.run(main())
    assert len(server.token_requests) == 1
    assert len(server.calls) == 200
