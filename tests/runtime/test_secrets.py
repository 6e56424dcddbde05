"""What must never show: in errors, logs, pickles and text."""

from __future__ import annotations

import json
import logging
import pickle
import traceback
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from templates.python._runtime import errors
from templates.python._runtime.auth import ApiKey, Basic, Bearer, Scheme
from templates.python._runtime.errors import (
    APIStatusError,
)

from .conftest import CONFIG, Recorder
from .failing import GET, POST, fail
from .things import collect, things, whole

SECRET = "sk-secret-123456"


def leaks(error: BaseException, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Where the secret shows."""
    texts = {
        "str": str(error),
        "repr": repr(error),
        "args": repr(error.args),
        "vars": repr(vars(error)),
        "traceback": "".join(traceback.format_exception(error)),
        "log": caplog.text,
        "pickle": repr(pickle.dumps(error)),
    }
    for name in ("request", "response"):
        part = getattr(error, name, None)
        if part is not None:
            texts[name] = f"{part!r} {part.headers.raw!r} {part.headers!r} {part.url!r}"
    return [name for name, text in texts.items() if SECRET in text]


SCHEMES: list[Scheme] = [
    Bearer(SECRET),
    Bearer(lambda: SECRET),
    ApiKey(SECRET, name="X-Odd-Key"),
    ApiKey(SECRET, name="odd_key", place="query"),
    ApiKey(lambda: SECRET, name="odd_key", place="query"),
    ApiKey(SECRET, name="sid", place="cookie"),
    Basic("me", SECRET),
]


@pytest.mark.parametrize("scheme", SCHEMES, ids=repr)
@pytest.mark.parametrize(
    "given",
    [
        httpx2.Response(401, json={"message": f"Bad key {SECRET} given"}),
        httpx2.Response(
            302, headers={"location": "http://evil.test", "set-cookie": f"a={SECRET}"}
        ),
        httpx2.Response(400, headers={"x-echo": f"Bearer {SECRET}"}),
        httpx2.Response(200, text=f"<html>{SECRET}"),
        httpx2.Response(200, json={"id": [SECRET]}),
        httpx2.ConnectError(f"cannot connect as {SECRET}"),
        httpx2.ReadTimeout("slow"),
    ],
    ids=["401", "302", "echo", "html", "json", "connect", "timeout"],
)
def test_no_secret_shows_in_errors_logs_or_pickles(
    make_api: Any, caplog: pytest.LogCaptureFixture, scheme: Scheme, given: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    config = CONFIG.replaced(security=(("key",),))
    error = fail(
        make_api,
        given,
        config=config,
        schemes={"key": scheme},
        strict=True,
        cookies={"session": SECRET},
    )
    assert not isinstance(error, errors.ConfigurationError)
    assert leaks(error, caplog) in ([], ["traceback"])
    if not isinstance(given, Exception):
        assert leaks(error, caplog) == []


ODD_SECRET = "abc/def+gh ü😀=="


@pytest.mark.parametrize(
    "repeated",
    [
        ODD_SECRET,
        "abc%2Fdef%2Bgh%20%C3%BC%F0%9F%98%80%3D%3D",
        "abc/def%2bgh+%c3%bc%f0%9f%98%80==",
        json.dumps(ODD_SECRET)[1:-1],
        r"abc\/def\u002Bgh \u00fc😀\u003D=",
    ],
)
def test_a_secret_is_found_in_whatever_form_the_server_repeats_it(
    make_api: Any, repeated: str
) -> None:
    error = fail(
        make_api,
        httpx2.Response(
            400,
            content=f'{{"message":"Cannot GET /a?key={repeated}!"}}'.encode(),
            headers={"x-echo": quote(ODD_SECRET)},
        ),
        config=CONFIG.replaced(security=(("key",),)),
        schemes={"key": ApiKey(ODD_SECRET, name="key", place="query")},
    )
    assert error.body == {"message": "Cannot GET /a?key=[redacted]!"}
    assert "?key=[redacted]!" in str(error)
    assert error.response.headers["x-echo"] == "[redacted]"


@pytest.mark.parametrize("is_raw", [False, True])
@pytest.mark.parametrize(
    "event", ['event: error\ndata: {{"message":"{0}"}}', 'data: ["{0}"]']
)
def test_no_secret_shows_in_the_errors_of_a_stream(
    make_api: Any, caplog: pytest.LogCaptureFixture, event: str, is_raw: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    body = event.format(f"bad key {SECRET}") + "\n\n"
    headers = {"content-type": "text/event-stream", "x-echo": SECRET}
    api = make_api(
        Recorder(httpx2.Response(200, text=body, headers=headers)),
        CONFIG.replaced(security=(("key",),)),
        schemes={"key": ApiKey(SECRET, name="X-Odd-Key")},
    )
    watch = things(api).watch
    stream = api.wait(whole(watch)()).parse() if is_raw else watch()
    with pytest.raises(errors.APIError, match=r"bad key \[redacted\]") as caught:
        collect(api, stream)
    assert leaks(caught.value, caplog) == []
    assert "[redacted]" in str(caught.value.body)


def test_a_secret_field_is_hidden_in_a_body_that_cannot_be_read(make_api: Any) -> None:
    deep = b'{"client_secret":"' + SECRET.encode() + b'","a":' + b"[" * 100_000
    error = fail(make_api, httpx2.Response(400, content=deep))
    assert error.body == "[redacted]"


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_errors_keep_headers_that_are_not_ascii(make_api: Any, encoding: str) -> None:
    said = httpx2.Headers({"x-reason": "größe"}, encoding=encoding)
    sent = httpx2.Headers({"x-name": "größe"}, encoding=encoding)
    api = make_api(Recorder(httpx2.Response(404, headers=said)), headers=sent)
    with pytest.raises(APIStatusError) as caught:
        api.call(GET, path=("a b",))
    assert caught.value.response.headers["x-reason"] == "größe"


def test_configured_fields_are_hidden_everywhere(
    make_api: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    recorder = Recorder(httpx2.Response(400, json={"a": [{"PIN": SECRET}], "b": 1}))
    given = {"headers": {"X-Tenant": SECRET}, "query": {"q": SECRET}}
    api = make_api(recorder, redact=["pin"], **given)
    with pytest.raises(APIStatusError) as caught:
        api.with_options(redact=["x-tenant", "q"]).call(
            POST, body={"pin": SECRET, "deep": [{"pin": SECRET}], "open": "yes"}
        )
    assert leaks(caught.value, caplog) == []
    request = caught.value.request
    assert request is not None
    assert b"yes" in request.content
    assert str(request.url).endswith("?q=[redacted]")
    assert caught.value.body == {"a": [{"PIN": "[redacted]"}], "b": 1}
    # Sent it was, though.
    assert SECRET.encode() in recorder.request.content
    assert recorder.request.url.params["q"] == SECRET


@pytest.mark.parametrize("sent", [SECRET, [SECRET], {"pin": [{"pin": SECRET}]}])
def test_a_configured_field_that_the_server_repeats_elsewhere_is_hidden(
    make_api: Any, caplog: pytest.LogCaptureFixture, sent: Any
) -> None:
    caplog.set_level(logging.DEBUG)
    said = {"detail": [{"loc": ["body", "pin"], "msg": f"{SECRET}?", "input": SECRET}]}
    api = make_api(Recorder(httpx2.Response(422, json=said)), redact=["pin"])
    with pytest.raises(APIStatusError, match=r"body.pin: \[redacted\]\?") as caught:
        api.call(POST, body={"pin": sent, "open": "yes"})
    assert leaks(caught.value, caplog) == []


def test_what_is_not_secret_stays_readable(make_api: Any) -> None:
    error = fail(
        make_api,
        httpx2.Response(
            400, json={"message": "Bearer of bad news"}, headers={"x-a": "1"}
        ),
        headers={"X-Tenant": "acme"},
    )
    assert error.request.headers["x-tenant"] == "acme"
    assert error.response.headers["x-a"] == "1"
    assert "Bearer of bad news" in str(error)
