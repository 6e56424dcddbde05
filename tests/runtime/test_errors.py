"""What a call raises, and what it carries."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import httpx2
import pytest

from templates.python._runtime import errors
from templates.python._runtime.errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    InvalidRequestError,
    NotFoundError,
    PollTimeoutError,
    ResponseTooLargeError,
    StreamError,
)
from templates.python._runtime.operation import Body, Operation

from .conftest import LoopbackServer, Recorder, answer
from .failing import GET, Problem, Thing, fail


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (405, "MethodNotAllowedError"),
        (408, "RequestTimeoutError"),
        (409, "ConflictError"),
        (410, "GoneError"),
        (413, "PayloadTooLargeError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
        (599, "InternalServerError"),
        (304, "APIStatusError"),
        (300, "APIStatusError"),
    ],
)
def test_each_status_has_its_class(make_api: Any, status: int, name: str) -> None:
    error = fail(make_api, httpx2.Response(status))
    assert type(error).__name__ == name
    assert isinstance(error, APIStatusError)
    assert error.status_code == status


def test_the_tree_at_the_top_of_the_file_is_the_tree() -> None:
    drawn: dict[str, str] = {}
    parents: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        name = line.lstrip("│├└─ ").split(" ")[0]
        if name.endswith("Error"):
            depth = (len(line) - len(line.lstrip("│├└─ "))) // 4
            parents[depth:] = [name]
            drawn[name] = parents[depth - 1] if depth else "Exception"
    real = {
        name: kind.__bases__[0].__name__
        for name, kind in vars(errors).items()
        if inspect.isclass(kind) and issubclass(kind, APIError)
    }
    assert drawn == real


def test_an_error_says_which_call_failed_and_why(make_api: Any) -> None:
    error = fail(
        make_api,
        httpx2.Response(
            404,
            headers={"x-request-id": "req_7"},
            json={"code": 7, "text": "gone", "message": "No thing\n'a b'."},
        ),
    )
    assert str(error) == "getThing: 404 Not Found: No thing 'a b'. (request req_7)"
    assert isinstance(error, NotFoundError)
    assert error.request_id == "req_7"
    assert (type(error.body), error.body.code) == (Problem, 7)
    assert error.response.status_code == 404
    assert error.request is not None
    assert str(error.request.url) == "https://api.acme.test/v1/things/a%20b"
    assert error.attempts == 1


@pytest.mark.parametrize(
    "value",
    [{"path": ("",)}, {"query": {"q": [1]}}, {"headers": {"a": "\n"}}, {"body": {1}}],
)
def test_a_refusal_says_which_call_was_refused(
    make_api: Any, value: dict[str, Any]
) -> None:
    operation: Operation[Any] = Operation(
        "putThing", "PUT", "/things/{id}", body=Body("application/json", "text")
    )
    recorder = Recorder()
    with pytest.raises(InvalidRequestError, match=r"^putThing: ."):
        make_api(recorder).call(operation, **{"path": ("1",), "body": "b", **value})
    assert not recorder.requests


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error":{"message":"deep"}}', "deep"),
        (b'{"error":"short","error_description":"long"}', "long"),
        (b'{"error":"short"}', "short"),
        (b'{"statusCode":400,"message":["one","two"],"error":"Bad Request"}', "one"),
        (b'{"detail":[{"msg":"?","message":"first"}]}', "first"),
        (
            b'{"detail":[{"loc":["body","lines",0],"msg":"Field required","type":"x"}]}',
            "body.lines.0: Field required",
        ),
        (b'{"detail":[{"loc":[],"msg":"Bad"}]}', "Bad"),
        (b'{"msg":"no more"}', "no more"),
        (b'{"detail":[{"loc":["body"],"msg":[]}]}', ""),
        (b'{"title":"Problem","status":400}', "Problem"),
        (
            b'{"title":"Errors occurred.","errors":{"Name":["Too long.","Odd."],"A":["?"]}}',
            "Name: Too long.",
        ),
        (
            b'{"detail":{"json":{"a":{"0":["Bad."]}}},"message":"Error"}',
            "json.a.0: Bad.",
        ),
        (b'{"url":["No URL."],"price":["No number."]}', "url: No URL."),
        (b'{"url":["No URL."],"code":7}', ""),
        (b'{"errors":{"count":2},"message":"words"}', "words"),
        (b'{"errors":{}}', ""),
        (b'{"errors":' + b'{"a":' * 60 + b'["?"]' + b"}" * 61, ""),
        (b'{"errors":[]}', ""),
        (b'{"errors":[[[]]]}', ""),
        (b"plain words", "plain words"),
        (b"<html>for people</html>", ""),
        (b"", ""),
        (b"[]", ""),
        (b"null", ""),
        (b"7", ""),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (rb'{"message":"cut \ud83d"}', "cut \ufffd"),
        (b"x" * 900, "x" * 500 + "…"),
        (b"[" * 900 + b"]" * 900, ""),
        (b'{"error":' * 60 + b"7" + b"}" * 60, ""),
        (b"[" * 100_000, "[" * 500 + "…"),
    ],
)
def test_the_servers_own_words_are_found(make_api: Any, body: bytes, said: str) -> None:
    error = fail(make_api, httpx2.Response(400, content=body))
    assert str(error) == f"getThing: 400 Bad Request{': ' if said else ''}{said}"


def test_an_error_body_is_typed_by_status_range_and_default(make_api: Any) -> None:
    problem = {"code": 1, "text": "x"}
    typed = fail(make_api, httpx2.Response(502, json=problem)).body
    assert typed == Problem(code=1, text="x")
    assert fail(make_api, httpx2.Response(400, json=problem)).body == problem
    assert fail(make_api, httpx2.Response(404, text="oops")).body == "oops"
    assert fail(make_api, httpx2.Response(404, content=b"")).body is None
    assert fail(make_api, httpx2.Response(404, json=["odd"])).body == ["odd"]


@pytest.mark.parametrize(
    ("raised", "kind", "said"),
    [
        (httpx2.ConnectError("refused"), APIConnectionError, "refused"),
        (httpx2.ReadError(""), APIConnectionError, "ReadError"),
        (httpx2.ConnectTimeout(""), APITimeoutError, "connecting took longer than 5 s"),
        (httpx2.ReadTimeout(""), APITimeoutError, "no bytes came for 60 s"),
        (httpx2.WriteTimeout(""), APITimeoutError, "no bytes could be sent for 60 s"),
        (httpx2.PoolTimeout(""), APITimeoutError, "no connection became free for 60 s"),
        (httpx2.TimeoutException("odd"), APITimeoutError, "odd"),
        (httpx2.TooManyRedirects("many"), APIConnectionError, "many"),
        (httpx2.StreamConsumed(), APIConnectionError, "Attempted to read"),
    ],
)
def test_no_error_of_the_http_library_leaks(
    make_api: Any, raised: Exception, kind: type[APIError], said: str
) -> None:
    error = fail(make_api, raised)
    assert type(error) is kind
    assert str(error).startswith(f"getThing: {said}")
    assert error.__cause__ is raised
    assert error.response is None


def test_a_timeout_without_a_limit_of_ours_is_told_as_it_is(make_api: Any) -> None:
    error = fail(make_api, httpx2.ReadTimeout("too slow"), timeout=None)
    assert isinstance(error, APITimeoutError)
    assert "too slow" in str(error)


def test_real_connection_troubles_are_connection_errors(
    make_api: Any, server: LoopbackServer
) -> None:
    def cut(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-length", "100")
        handler.end_headers()
        handler.wfile.write(b'{"id":')
        handler.close_connection = True

    def garbage(handler: Any) -> None:
        handler.wfile.write(b"not http at all\r\n\r\n")
        handler.close_connection = True

    def not_gzip(handler: Any) -> None:
        answer(handler, body=b"plain", content_encoding="gzip")

    api = make_api(base_url=server.url, max_retries=0)
    for trouble in (cut, garbage, not_gzip):
        server.handle = trouble
        with pytest.raises(APIConnectionError):
            api.call(GET, path=("x",))
    nobody = make_api(base_url="http://127.0.0.1:1", max_retries=0)
    with pytest.raises(APIConnectionError):
        nobody.call(GET, path=("x",))
    nowhere = make_api(base_url="http://nowhere.invalid", max_retries=0)
    with pytest.raises(APIConnectionError):
        nowhere.call(GET, path=("x",))


def test_a_slow_server_is_a_timeout(make_api: Any, server: LoopbackServer) -> None:
    import threading

    done = threading.Event()
    server.handle = lambda handler: done.wait(5) and None
    with pytest.raises(APITimeoutError, match=r"no bytes came for 0\.05 s"):
        api = make_api(base_url=server.url, max_retries=0, timeout=0.05)
        api.call(GET, path=("x",))
    done.set()


ALL = [
    APIError("x", attempts=2),
    StreamError("cut", partial=[1], last_event_id="e", body={"a": 1}),
    PollTimeoutError("slow", last=Problem(code=1, text="x")),
    errors.ConfigurationError("key"),
    errors.InvalidRequestError("path"),
    errors.ClientClosedError("closed"),
]


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_errors_survive_pickling_and_copying(error: APIError) -> None:
    for twin in (
        pickle.loads(pickle.dumps(error)),
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(twin) is type(error)
        assert twin.args == error.args
        assert str(twin) == str(error)
        assert vars(twin) == vars(error)


def test_errors_of_calls_survive_pickling(make_api: Any) -> None:
    typed = {"code": 7, "text": "gone"}
    for given in (
        httpx2.Response(404, json=typed, headers={"x-request-id": "req_7"}),
        httpx2.Response(500, text="x"),
        httpx2.ConnectError("refused"),
        httpx2.Response(200, text="<html>"),
    ):
        error = fail(make_api, given)
        error.add_note("seen at night")
        twin = pickle.loads(pickle.dumps(error))
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert twin.body == error.body
        assert twin.request_id == error.request_id
        assert twin.__notes__ == ["seen at night"]
        assert twin.request.method == "GET"
        if error.response is not None:
            assert twin.response.content == error.response.content


def test_a_packed_error_body_is_kept_unpacked(
    make_api: Any, server: LoopbackServer
) -> None:
    import gzip

    packed = gzip.compress(b'{"message":"packed"}')
    server.handle = lambda handler: answer(
        handler, 400, packed, content_encoding="gzip"
    )
    with pytest.raises(APIStatusError, match="packed") as caught:
        make_api(base_url=server.url).call(GET, path=("x",))
    twin = pickle.loads(pickle.dumps(caught.value))
    assert twin.response.json() == {"message": "packed"}


def test_an_answer_that_is_not_json_is_reachable(make_api: Any) -> None:
    page = httpx2.Response(200, html="<h1>Login</h1>")
    error = fail(make_api, page)
    assert type(error) is APIResponseValidationError
    assert error.response is not None
    assert "the answer is text/html where JSON was promised" in str(error)
    assert error.response.text == "<h1>Login</h1>"
    assert error.body == "<h1>Login</h1>"


def test_an_empty_answer_where_json_was_promised_is_an_error(make_api: Any) -> None:
    error = fail(make_api, httpx2.Response(200))
    assert "the answer is empty where JSON was promised" in str(error)


def test_no_content_is_none_whatever_was_promised(make_api: Any) -> None:
    for status in (204, 205):
        assert (
            make_api(Recorder(httpx2.Response(status))).call(GET, path=("x",)) is None
        )


@pytest.mark.parametrize("headers", [{}, {"content-encoding": "gzip"}])
def test_an_answer_that_is_too_large_is_not_read_on(
    make_api: Any, server: LoopbackServer, headers: dict[str, str]
) -> None:
    import gzip

    body = b'"' + b"x" * 1_000_000 + b'"'
    if headers:
        body = gzip.compress(body)
        assert len(body) < 2000
    named: dict[str, Any] = {
        name.replace("-", "_"): value for name, value in headers.items()
    }
    server.handle = lambda handler: answer(handler, body=body, **named)
    api = make_api(base_url=server.url, max_response_bytes=10_000)
    with pytest.raises(ResponseTooLargeError, match="more than 10000 bytes") as caught:
        api.call(GET, path=("x",))
    assert isinstance(caught.value, APIResponseValidationError)
    assert pickle.loads(pickle.dumps(caught.value)).attempts == 1
    server.handle = lambda handler: answer(handler, 500, body, **named)
    with pytest.raises(ResponseTooLargeError):
        api.with_options(max_retries=0).call(GET, path=("x",))
    server.handle = lambda handler: answer(handler, body=b'{"id":"x"}')
    assert api.call(GET, path=("x",)) == Thing(id="x")


def test_retries_are_counted_in_the_message(make_api: Any) -> None:
    error = fail(make_api, httpx2.Response(500), max_retries=2)
    assert isinstance(error, InternalServerError)
    assert str(error) == "getThing: 500 Internal Server Error (3 attempts)"
