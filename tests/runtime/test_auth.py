"""Who the caller is, and to whom that is told."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

import httpx2
import pytest

from templates.python._runtime.auth import ApiKey, Basic, Bearer, Scheme
from templates.python._runtime.errors import (
    ConfigurationError,
    InvalidRequestError,
)
from templates.python._runtime.oauth2 import OAuth2
from templates.python._runtime.operation import Operation

from .conftest import KEY, Recorder, secured

GET: Operation[Any] = Operation("getThing", "GET", "/thing")


def sent(make_api: Any, scheme: Scheme) -> httpx2.Request:
    recorder = Recorder()
    make_api(recorder, secured(), schemes={"key": scheme}).call(GET)
    return recorder.request


def test_a_key_goes_where_the_scheme_says(make_api: Any) -> None:
    header = sent(make_api, ApiKey(KEY, name="X-Key"))
    assert header.headers["x-key"] == KEY
    query = sent(make_api, ApiKey("a&b c", name="key", place="query"))
    assert query.url.query == b"key=a%26b%20c"
    # What the server made is often encoded already, and always means itself.
    cookie = sent(make_api, ApiKey("a%3D+/=", name="session", place="cookie"))
    assert cookie.headers["cookie"] == "session=a%3D+/="
    assert sent(make_api, Bearer(KEY)).headers["authorization"] == f"Bearer {KEY}"
    basic = sent(make_api, Basic("me", "pä:ss"))
    name, _, pair = basic.headers["authorization"].partition(" ")
    assert (name, base64.b64decode(pair).decode()) == ("Basic", "me:pä:ss")
    empty = sent(make_api, Basic("sk_key", ""))
    assert empty.headers["authorization"] == "Basic c2tfa2V5Og=="


@pytest.mark.parametrize("key", ["a; admin=1", "a\r\nX-Evil: 1"])
def test_a_key_in_a_cookie_cannot_smuggle_in_another(make_api: Any, key: str) -> None:
    for secret in (key, lambda: key):
        with pytest.raises(InvalidRequestError, match="must not hold") as caught:
            sent(make_api, ApiKey(secret, name="session", place="cookie"))
        assert "admin" not in str(caught.value)


def test_a_user_name_cannot_hold_what_ends_it(make_api: Any) -> None:
    for scheme in (Basic("me:too", "pass"), Basic(lambda: "me:too", "pass")):
        with pytest.raises(
            ConfigurationError, match=r"must not hold a colon.*username="
        ):
            sent(make_api, scheme)


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_key_is_a_missing_one(
    make_api: Any, monkeypatch: pytest.MonkeyPatch, blank: str
) -> None:
    monkeypatch.setenv("ACME_KEY", blank)
    for key in (None, blank, lambda: blank):
        for scheme in (
            Bearer(key, "ACME_KEY"),
            OAuth2(key, variables=("ACME_KEY", None, None)),
        ):
            with pytest.raises(ConfigurationError, match="ACME_KEY"):
                sent(make_api, scheme)
    monkeypatch.setenv("ACME_KEY", KEY)
    assert sent(make_api, Bearer(blank, "ACME_KEY")).headers["authorization"][7:] == KEY


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
