"""Redirects: where they are followed to, with what, and where not."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from templates.python._runtime.auth import ApiKey, Bearer, Scheme
from templates.python._runtime.errors import (
    APIStatusError,
)
from templates.python._runtime.operation import Body, Operation

from .conftest import KEY, Recorder, secured

GET: Operation[Any] = Operation("getThing", "GET", "/thing")


def redirect(status: int, location: str) -> httpx2.Response:
    return httpx2.Response(status, headers={"location": location})


@pytest.mark.parametrize(
    ("status", "method", "then"),
    [
        (301, "GET", "GET"),
        (302, "GET", "GET"),
        (303, "POST", "GET"),
        (307, "POST", "POST"),
        (308, "POST", "POST"),
        (301, "DELETE", "DELETE"),
        (308, "DELETE", "DELETE"),
        (308, "lock", "lock"),
    ],
)
def test_a_redirect_is_followed(
    make_api: Any, status: int, method: str, then: str
) -> None:
    recorder = Recorder(redirect(status, "elsewhere?a=1"), httpx2.Response(200, json=1))
    operation: Operation[Any] = Operation(
        "op", method, "/x", returns=lambda: int,
        body=Body("application/json") if method == "POST" else None,
    )  # fmt: skip
    value = {"body": {"k": 1}} if method == "POST" else {}
    assert make_api(recorder).call(operation, **value) == 1
    assert recorder.request.method == then
    assert str(recorder.request.url) == "https://api.acme.test/v1/elsewhere?a=1"
    assert recorder.request.content == (b'{"k":1}' if then == "POST" else b"")
    assert ("content-type" in recorder.request.headers) == (then == "POST")
    assert "content-length" in recorder.request.headers or then != "POST"


@pytest.mark.parametrize(
    ("answers", "method", "said"),
    [
        ([redirect(301, "/y")], "POST", "would turn POST into GET"),
        ([redirect(302, "/y")], "DELETE", "would turn DELETE into GET"),
        ([redirect(302, "http://api.acme.test/y")], "GET", "unencrypted"),
        ([redirect(302, "file:///etc/passwd")], "GET", "which is not HTTP"),
        ([redirect(302, "https://a..test/y")], "GET", "which is no host"),
        ([redirect(302, "/x")], "GET", "more than 10 redirects"),
    ],
)
def test_a_redirect_that_is_not_safe_is_an_error(
    make_api: Any, answers: Any, method: str, said: str
) -> None:
    recorder = Recorder(*answers)
    with pytest.raises(APIStatusError, match=said) as caught:
        make_api(recorder).call(Operation("op", method, "/x"))
    assert caught.value.status_code in (301, 302)
    assert len(recorder.requests) in (1, 11)


def test_a_body_that_is_gone_cannot_follow_a_redirect(make_api: Any) -> None:
    recorder = Recorder(redirect(307, "/y"))
    upload: Operation[Any] = Operation("up", "POST", "/x", body=Body("a/b", "bytes"))
    with pytest.raises(APIStatusError, match="cannot be sent a second time"):
        make_api(recorder).call(upload, body=iter([b"x"]))


def test_a_body_that_is_gone_is_not_needed_where_a_post_becomes_a_get(
    make_api: Any,
) -> None:
    recorder = Recorder(redirect(303, "/y"), httpx2.Response(200))
    upload: Operation[Any] = Operation("up", "POST", "/x", body=Body("a/b", "bytes"))
    make_api(recorder).call(upload, body=iter([b"x"]))
    assert (recorder.request.method, recorder.request.content) == ("GET", b"")


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


@pytest.mark.parametrize("location", ["http://evil.test/x", "http://a.test:81/x"])
def test_a_key_that_was_sent_in_the_open_stays_with_its_host(
    make_api: Any, location: str
) -> None:
    recorder = redirecting(302, location)
    schemes = {"key": Bearer(KEY)}
    make_api(recorder, secured(), schemes=schemes, base_url="http://a.test").call(GET)
    assert len(recorder.requests) == 2
    assert "authorization" not in recorder.request.headers


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
