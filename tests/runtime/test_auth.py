"""Who the caller is, and to whom that is told."""

from __future__ import annotations

import asyncio
import base64
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import httpx2
import pytest

from templates.python._runtime.auth import ApiKey, Basic, Bearer, Scheme
from templates.python._runtime.client import BaseAsyncClient, BaseClient
from templates.python._runtime.errors import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InternalServerError,
    InvalidRequestError,
)
from templates.python._runtime.oauth2 import OAuth2
from templates.python._runtime.operation import Operation
from templates.python._runtime.resource import AsyncResource, Resource

from .conftest import CONFIG, FakeClock, Recorder

KEY = "sk-secret-123456"
GET: Operation[Any] = Operation("getThing", "GET", "/thing")


def secured(*alternatives: tuple[str, ...]) -> Any:
    return replace(CONFIG, security=alternatives or (("key",),))


def sent(make_api: Any, scheme: Scheme) -> httpx2.Request:
    recorder = Recorder()
    make_api(recorder, secured(), schemes={"key": scheme}).call(GET)
    return recorder.request


def test_a_key_goes_where_the_scheme_says(make_api: Any) -> None:
    header = sent(make_api, ApiKey(KEY, name="X-Key"))
    assert header.headers["x-key"] == KEY
    query = sent(make_api, ApiKey("a&b c", name="key", place="query"))
    assert query.url.query == b"key=a%26b%20c"
    cookie = sent(make_api, ApiKey("a;b", name="session", place="cookie"))
    assert cookie.headers["cookie"] == "session=a%3Bb"
    assert sent(make_api, Bearer(KEY)).headers["authorization"] == f"Bearer {KEY}"
    token = sent(make_api, Bearer(KEY, prefix="Token "))
    assert token.headers["authorization"] == f"Token {KEY}"
    basic = sent(make_api, Basic("me", "pä:ss"))
    name, _, pair = basic.headers["authorization"].partition(" ")
    assert (name, base64.b64decode(pair).decode()) == ("Basic", "me:pä:ss")
    empty = sent(make_api, Basic("sk_key", ""))
    assert empty.headers["authorization"] == "Basic c2tfa2V5Og=="


@pytest.mark.parametrize("place", ["header", "query", "cookie"])
def test_a_rotating_key_is_asked_for_at_every_attempt(
    make_api: Any, place: Any
) -> None:
    keys = iter(["first-key", "second-key", "third-key"])
    recorder = Recorder(httpx2.Response(503), httpx2.Response(200))
    scheme = ApiKey(lambda: next(keys), name="Key", place=place)
    api = make_api(recorder, secured(), schemes={"key": scheme})
    api.call(GET, cookies={"a": "b"})
    api.call(GET, cookies={"a": "b"})
    seen = [
        {
            "header": request.headers.get("key"),
            "query": request.url.params.get("Key"),
            "cookie": request.headers["cookie"].removeprefix("a=b; Key="),
        }[place]
        for request in recorder.requests
    ]
    assert seen == ["first-key", "second-key", "third-key"]


def test_an_async_key_needs_an_async_client(make_api: Any) -> None:
    async def key() -> str:
        await asyncio.sleep(0)
        return KEY

    recorder = Recorder()
    api = make_api(recorder, secured(), schemes={"key": Bearer(key)})
    if api.kind == "async":
        api.call(GET)
        assert recorder.request.headers["authorization"] == f"Bearer {KEY}"
    else:
        with pytest.raises(ConfigurationError, match="needs an AsyncClient"):
            api.call(GET)


def test_a_key_function_that_gives_nothing_is_an_error(make_api: Any) -> None:
    nothing: Any = lambda: None  # noqa: E731
    with pytest.raises(ConfigurationError, match="must be text, not NoneType"):
        sent(make_api, Bearer(nothing))


def test_a_missing_key_names_the_argument_and_the_variable(make_api: Any) -> None:
    recorder = Recorder()
    scheme = Bearer(None, "ACME_API_KEY", argument="api_key")
    with pytest.raises(ConfigurationError) as caught:
        make_api(recorder, secured(), schemes={"key": scheme}).call(GET)
    assert str(caught.value) == "no credentials: pass api_key= or set ACME_API_KEY"
    assert recorder.requests == []


def test_the_environment_is_read_when_the_client_is_made(
    make_api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_API_KEY", f"{KEY}\n")
    monkeypatch.setenv("ACME_PASSWORD", "pass")
    scheme = Bearer("", "ACME_API_KEY")
    basic = Basic(None, None, ("ACME_API_KEY", "ACME_PASSWORD"))
    monkeypatch.setenv("ACME_API_KEY", "later")
    assert sent(make_api, scheme).headers["authorization"] == f"Bearer {KEY}"
    assert basic.is_present()
    monkeypatch.setenv("ACME_API_KEY", "")
    assert not Bearer(None, "ACME_API_KEY").is_present()


def test_the_first_alternative_with_credentials_is_taken(make_api: Any) -> None:
    def headers(security: Any, **given: str) -> dict[str, str]:
        named = {
            name: ApiKey(given.get(name), name=f"X-{name}", argument=name)
            for name in ("a", "b", "c")
        }
        recorder = Recorder()
        make_api(recorder, secured(*security), schemes=named).call(GET)
        found = recorder.request.headers.items()
        return {name[2:]: value for name, value in found if name.startswith("x-")}

    both_or_c = [("a", "b"), ("c",)]
    assert headers(both_or_c, a="1", b="2", c="3") == {"a": "1", "b": "2"}
    assert headers(both_or_c, a="1", c="3") == {"c": "3"}
    assert headers([(), ("a",)], a="1") == {"a": "1"}
    assert headers([(), ("a",)]) == {}
    assert headers([("a",), ()]) == {}
    assert headers([("mutualTLS",), ("a",)]) == {}
    with pytest.raises(ConfigurationError, match="pass b=; or pass c="):
        headers(both_or_c, a="1")


def test_an_operation_may_ask_for_other_credentials_or_none(make_api: Any) -> None:
    recorder = Recorder()
    schemes = {"key": Bearer(KEY), "admin": ApiKey("root-key", name="X-Admin")}
    api = make_api(recorder, secured(), schemes=schemes)
    open_: Operation[Any] = Operation("open", "GET", "/x", security=())
    api.call(open_)
    assert "authorization" not in recorder.request.headers
    admin: Operation[Any] = Operation("admin", "GET", "/x", security=(("admin",),))
    api.call(admin)
    assert recorder.request.headers["x-admin"] == "root-key"
    assert "authorization" not in recorder.request.headers


def test_a_header_of_the_callers_own_goes_before_the_scheme(make_api: Any) -> None:
    recorder = Recorder()
    api = make_api(recorder, secured(), schemes={"key": Bearer(None)})
    api.with_options(headers={"authorization": "Custom x"}).call(GET)
    assert recorder.request.headers.get_list("authorization") == ["Custom x"]


def test_an_http_client_that_authenticates_needs_no_key(make_api: Any) -> None:
    recorder = Recorder()
    api = make_api(None, secured(), schemes={"key": Bearer(None)})
    transport = httpx2.MockTransport(recorder)
    kind: Any = httpx2.Client if api.kind == "sync" else httpx2.AsyncClient
    http = kind(transport=transport, auth=("me", "pass"))
    make_api(None, secured(), schemes={"key": Bearer(None)}, http_client=http).call(GET)
    assert recorder.request.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize("key", ["sk\r\nX-Evil: 1", "sk\x00", "sk\ud800"])
def test_a_key_that_no_header_can_hold_is_refused_without_showing_it(
    make_api: Any, key: str
) -> None:
    for scheme in (Bearer(key), Bearer(lambda: key)):
        with pytest.raises(InvalidRequestError) as caught:
            sent(make_api, scheme)
        assert "Authorization" in str(caught.value)
        assert "sk" not in str(caught.value)


def test_schemes_do_not_show_their_secrets() -> None:
    shown = [
        repr(scheme)
        for scheme in (
            ApiKey(KEY, name="X-Key"),
            Bearer(KEY),
            Basic("me", KEY),
            OAuth2(KEY),
            OAuth2(client_id="id", client_secret=KEY, token_url="https://a.test"),
            Bearer(KEY).fixed(),
        )
    ]
    assert KEY not in "".join(shown)
    assert shown[0] == "<ApiKey in header X-Key, set>"
    assert repr(Bearer(None)) == "<Bearer in header Authorization, not set>"


# Redirects --------------------------------------------------------------------------


def redirecting(
    status: int, location: str, then: httpx2.Response | None = None
) -> Recorder:
    found = httpx2.Response(status, headers={"location": location})
    return Recorder(found, then or httpx2.Response(200, json={}))


@pytest.mark.parametrize(
    "scheme",
    [Bearer(KEY), ApiKey(KEY, name="X-Own-Key"), ApiKey(KEY, name="s", place="cookie")],
)
@pytest.mark.parametrize("streamed", [False, True])
def test_a_redirect_to_another_host_drops_the_key(
    make_api: Any, scheme: Scheme, streamed: bool
) -> None:
    operation: Operation[Any] = Operation(
        "get", "GET", "/x", kind="bytes" if streamed else "json"
    )
    recorder = redirecting(302, "https://evil.test/x")
    api = make_api(recorder, secured(), schemes={"key": scheme})
    assert api.raw(operation, headers={"X-Kept": "1"}).status_code == 200
    first, second = recorder.requests
    assert KEY in str(first.headers.raw)
    assert KEY not in str(second.headers.raw)
    assert second.headers["host"] == "evil.test"
    assert second.headers["x-kept"] == "1"


@pytest.mark.parametrize(
    "scheme",
    [Bearer(KEY), ApiKey(KEY, name="X-Own-Key"), ApiKey(KEY, name="s", place="cookie")],
)
def test_a_redirect_on_the_same_host_keeps_the_key(
    make_api: Any, scheme: Scheme
) -> None:
    recorder = redirecting(307, "/v2/thing")
    make_api(recorder, secured(), schemes={"key": scheme}).call(GET)
    assert str(recorder.request.url) == "https://api.acme.test/v2/thing"
    assert KEY in str(recorder.request.headers.raw)


def test_a_key_in_the_query_is_not_carried_to_another_host(make_api: Any) -> None:
    recorder = redirecting(302, "https://evil.test/x?a=1")
    scheme = ApiKey(KEY, name="key", place="query")
    make_api(recorder, secured(), schemes={"key": scheme}).call(GET)
    assert recorder.request.url.query == b"a=1"


def test_a_key_does_not_come_back_after_a_detour(make_api: Any) -> None:
    recorder = Recorder(
        httpx2.Response(302, headers={"location": "https://evil.test/x"}),
        httpx2.Response(302, headers={"location": "https://api.acme.test/v1/y"}),
        httpx2.Response(200, json={}),
    )
    make_api(recorder, secured(), schemes={"key": Bearer(KEY)}).call(GET)
    assert len(recorder.requests) == 3
    assert "authorization" not in recorder.request.headers


def test_a_login_of_the_http_client_does_not_follow_to_another_host(
    make_api: Any,
) -> None:
    recorder = redirecting(302, "https://evil.test/x")
    kind: Any = httpx2.Client if make_api().kind == "sync" else httpx2.AsyncClient
    http = kind(transport=httpx2.MockTransport(recorder), auth=("me", "pass"))
    make_api(None, http_client=http).call(GET)
    assert "authorization" in recorder.requests[0].headers
    assert "authorization" not in recorder.requests[1].headers


def test_an_upgrade_to_https_keeps_the_key_and_a_downgrade_is_not_followed(
    make_api: Any,
) -> None:
    recorder = redirecting(301, "https://a.test/thing")
    schemes = {"key": Bearer(KEY)}
    make_api(recorder, secured(), schemes=schemes, base_url="http://a.test").call(GET)
    assert "authorization" in recorder.request.headers
    recorder = redirecting(301, "http://api.acme.test/thing")
    with pytest.raises(Exception, match="unencrypted address"):
        make_api(recorder, secured(), schemes=schemes).call(GET)
    assert len(recorder.requests) == 1


# OAuth 2 ----------------------------------------------------------------------------

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
    server.refusals = [httpx2.Response(401, json=error)]
    with pytest.raises(AuthenticationError) as caught:
        make_api(server, secured(), schemes={"key": oauth(clock)}).call(GET)
    assert str(caught.value) == "getThing: no token: 401: no such [redacted]"
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
    http = httpx2.Client(transport=httpx2.MockTransport(server))
    schemes = {"key": oauth(clock)}
    client = BaseClient(secured(), schemes=schemes, http_client=http, clock=clock)
    resource = Resource(client)
    with ThreadPoolExecutor(32) as pool:
        list(pool.map(lambda _: resource._send(GET), range(200)))
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
        resource = AsyncResource(client)
        await asyncio.gather(*(resource._send(GET) for _ in range(200)))

    asyncio.run(main())
    assert len(server.token_requests) == 1
    assert len(server.calls) == 200
