"""What a call gives back, by status and kind."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from templates.python._runtime.errors import (
    APIResponseValidationError,
    NotFoundError,
)
from templates.python._runtime.model import Model
from templates.python._runtime.operation import Operation

from .conftest import Recorder
from .things import (
    GET,
    Thing,
)


@pytest.mark.parametrize(
    ("options", "given", "result"),
    [
        ({"kind": "text"}, httpx2.Response(200, text="grün"), "grün"),
        ({"kind": "bytes"}, httpx2.Response(200, content=b"\xff"), b"\xff"),
        ({"kind": "bytes"}, httpx2.Response(200), b""),
        ({}, httpx2.Response(200, text="ignored"), None),
        ({"returns": lambda: int}, httpx2.Response(201, content=b"7"), 7),
        ({"returns": lambda: int}, httpx2.Response(204), None),
        (
            {"returns": lambda: list[int]},
            httpx2.Response(200, content=b"[1]", headers={"content-type": "text/html"}),
            [1],
        ),
        (
            {"returns": lambda: Any},
            httpx2.Response(200, json={"a": [None]}),
            {"a": [None]},
        ),
    ],
)
def test_a_result_is_read_as_its_kind_says(
    make_api: Any, options: Any, given: httpx2.Response, result: object
) -> None:
    operation: Operation[Any] = Operation("op", "GET", "/x", **options)
    assert make_api(Recorder(given)).call(operation) == result


JSON_IN_OTHER_ENCODINGS = pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", "; charset=utf-8"),
        ("utf-32", "; charset=utf-32"),
        ("iso-8859-1", "; charset=iso-8859-1"),
        ("cp1252", "; charset=windows-1252"),
    ],
)


@pytest.mark.parametrize("charset", ["rot13", "hex", "idna", "punycode", "unknown"])
@pytest.mark.parametrize("status", [200, 404])
def test_an_encoding_that_is_none_of_text_breaks_nothing(
    make_api: Any, charset: str, status: int
) -> None:
    given = httpx2.Response(
        status,
        content=b"\xffplain",
        headers={"content-type": f"text/plain; charset={charset}"},
    )
    api = make_api(Recorder(given))
    text: Operation[str] = Operation("op", "GET", "/x", kind="text")
    if status == 200:
        assert api.call(text) == "\ufffdplain"
        assert api.raw(text).text == "\ufffdplain"
    with pytest.raises(
        APIResponseValidationError if status == 200 else NotFoundError
    ) as caught:
        api.call(GET, path=("a",))
    assert caught.value.body == "\ufffdplain"


@JSON_IN_OTHER_ENCODINGS
@pytest.mark.parametrize("strict", [False, True])
def test_json_is_read_in_other_encodings_too(
    make_api: Any, encoding: str, charset: str, strict: bool
) -> None:
    given = httpx2.Response(
        200,
        content='{"id":"grün","size":1}'.encode(encoding),
        headers={"content-type": f"application/json{charset}"},
    )
    api = make_api(Recorder(given), strict=strict)
    assert api.call(GET, path=("a",)) == Thing(id="grün", size=1)
    assert api.raw(GET, path=("a",)).json() == {"id": "grün", "size": 1}


@JSON_IN_OTHER_ENCODINGS
def test_errors_are_read_in_other_encodings_too(
    make_api: Any, encoding: str, charset: str
) -> None:
    given = httpx2.Response(
        404,
        content='{"message":"grün"}'.encode(encoding),
        headers={"content-type": f"application/json{charset}"},
    )
    with pytest.raises(NotFoundError, match="grün") as caught:
        make_api(Recorder(given)).call(GET, path=("a",))
    assert caught.value.body == {"message": "grün"}


@pytest.mark.parametrize("charset", ["", "; charset=nonsense", "; charset=utf-8"])
def test_what_is_no_json_in_any_encoding_is_refused(
    make_api: Any, charset: str
) -> None:
    given = httpx2.Response(
        200,
        content=b'{"id":"\xff"}',
        headers={"content-type": f"application/json{charset}"},
    )
    with pytest.raises(APIResponseValidationError, match="does not fit"):
        make_api(Recorder(given)).call(GET, path=("a",))


@pytest.mark.parametrize(
    ("media_type", "body", "result"),
    [
        ("application/json", b'"x"', "x"),
        ("text/plain", b"x", "x"),
        ("text/plain; charset=utf-8", b'"x"', '"x"'),
        ("text/plain", b"7", "7"),
        (None, b'"x"', "x"),
    ],
)
def test_text_may_come_as_json_or_as_it_is(
    make_api: Any, media_type: str | None, body: bytes, result: str
) -> None:
    headers = {} if media_type is None else {"content-type": media_type}
    answer = httpx2.Response(200, content=body, headers=headers)
    for accept, strict in (("", False), ("*/*", False), ("*/*", True)):
        operation = Operation("op", "GET", "/x", returns=lambda: str, accept=accept)
        api = make_api(Recorder(answer), strict=strict)
        assert api.call(operation) == result


PNG = b"\x89PNG"


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("promised", "media_type", "body", "result"),
    [
        (Any, "application/json; charset=utf-8", b'{"a":1}', {"a": 1}),
        (Any, "application/vnd.a+json", b"[1]", [1]),
        (Any, None, b"1", 1),
        (Any, None, PNG, PNG),
        (Any, "text/csv", b"a,b", "a,b"),
        (Any, "application/xml", b"<a/>", "<a/>"),
        (Any, "application/x-ndjson", b"1\n2\n", "1\n2\n"),
        (Any, "image/png", PNG, PNG),
        (Any, "image/png", b"", None),
        (bytes, "application/octet-stream", b'"YQ=="', b'"YQ=="'),
        (bytes, "image/png", PNG, PNG),
        (bytes, None, PNG, PNG),
        (bytes, "application/json", b'"YQ=="', b"a"),
        (bytes, "application/json", b'{"a":1}', b'{"a":1}'),
        (bytes | None, "application/json", b"null", None),
        (bytes | None, "image/png", PNG, PNG),
    ],
)
def test_where_any_media_type_may_come_it_says_what_came(
    make_api: Any,
    promised: Any,
    media_type: str | None,
    body: bytes,
    result: object,
    strict: bool,
) -> None:
    headers = {} if media_type is None else {"content-type": media_type}
    answer = httpx2.Response(200, content=body, headers=headers)
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", returns=lambda: promised, accept="*/*"
    )
    assert make_api(Recorder(answer), strict=strict).call(operation) == result


@pytest.mark.parametrize(("promised", "strict"), [(Any, True), (bytes, False)])
def test_where_json_is_named_nothing_else_will_do(
    make_api: Any, promised: Any, strict: bool
) -> None:
    answer = httpx2.Response(200, content=PNG, headers={"content-type": "image/png"})
    operation: Operation[Any] = Operation("op", "GET", "/x", returns=lambda: promised)
    with pytest.raises(APIResponseValidationError, match="is image/png where JSON"):
        make_api(Recorder(answer), strict=strict).call(operation)


@pytest.mark.parametrize(
    ("media_type", "body", "result"),
    [
        ("image/png", PNG, PNG),
        ("text/csv; charset=utf-8", b"a,b", "a,b"),
        ("text/plain", b'{"a":1}', {"a": 1}),
        ("application/json", b"", None),
    ],
)
def test_json_of_no_described_type_may_come_as_something_else(
    make_api: Any, media_type: str, body: bytes, result: object
) -> None:
    """FastAPI describes so whatever returns a response of its own making."""
    headers = {"content-type": media_type}
    answer = httpx2.Response(200, content=body, headers=headers)
    operation: Operation[Any] = Operation("op", "GET", "/x", returns=lambda: Any)
    assert make_api(Recorder(answer)).call(operation) == result


def test_null_may_come_as_nothing(make_api: Any) -> None:
    """NestJS sends null so."""
    operation = Operation("op", "GET", "/x", returns=lambda: dict[str, int] | None)
    answer = httpx2.Response(200, content=b"")
    assert make_api(Recorder(answer)).call(operation) is None
    with pytest.raises(APIResponseValidationError, match="empty where JSON"):
        make_api(Recorder(answer), strict=True).call(operation)


def test_strictly_json_is_json(make_api: Any) -> None:
    answer = httpx2.Response(200, content=b"x", headers={"content-type": "text/plain"})
    operation = Operation("op", "GET", "/x", returns=lambda: str)
    with pytest.raises(APIResponseValidationError, match="is text/plain where JSON"):
        make_api(Recorder(answer), strict=True).call(operation)


@pytest.mark.parametrize(
    ("given", "result"),
    [
        (httpx2.Response(200, content=b"1"), 1),
        (httpx2.Response(201, content=b'"1"'), "1"),
        (httpx2.Response(202, content=b"anything"), None),
        (httpx2.Response(206, content=b"part"), b"part"),
        (httpx2.Response(226, text="else"), "else"),
        (httpx2.Response(304), None),
    ],
)
def test_results_differ_by_status(
    make_api: Any, given: httpx2.Response, result: object
) -> None:
    operation: Operation[Any] = Operation(
        "op",
        "GET",
        "/x",
        responses={
            "200": ("json", lambda: int),
            "201": ("json", lambda: str),
            "202": ("none", None),
            "206": ("bytes", None),
            "2XX": ("text", None),
            "304": ("none", None),
        },
    )
    api = make_api(Recorder(given))
    assert api.call(operation) == result
    assert api.call(operation) == result


class _Star(Model):
    star: int


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("given", "result"),
    [
        (httpx2.Response(202, json={"star": 1}), _Star(star=1)),
        (httpx2.Response(202, json={"id": "a", "size": 1}), Thing(id="a", size=1)),
        (httpx2.Response(202, json=None), None),
        (httpx2.Response(202), None),
        (httpx2.Response(204), None),
    ],
)
def test_a_success_that_is_not_described_is_read_as_those_that_are(
    make_api: Any, given: httpx2.Response, result: object, strict: bool
) -> None:
    operation: Operation[Any] = Operation(
        "op",
        "GET",
        "/x",
        responses={
            "200": ("json", lambda: Thing),
            "201": ("json", lambda: _Star | None),
            "203": ("none", None),
        },
    )
    assert make_api(Recorder(given), strict=strict).call(operation) == result


def test_it_is_bytes_where_those_are(make_api: Any) -> None:
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", responses={"200": ("bytes", None), "204": ("none", None)}
    )
    assert (
        make_api(Recorder(httpx2.Response(202, content=b"a"))).call(operation) == b"a"
    )


def test_a_default_answer_is_no_excuse_for_a_failure(make_api: Any) -> None:
    operation: Operation[Any] = Operation(
        "op", "GET", "/x", responses={"default": ("json", lambda: int)}
    )
    assert make_api(Recorder(httpx2.Response(299, content=b"5"))).call(operation) == 5
    with pytest.raises(NotFoundError):
        make_api(Recorder(httpx2.Response(404, content=b"5"))).call(operation)


def test_what_does_not_fit_is_read_as_far_as_it_goes_or_raises(make_api: Any) -> None:
    odd = httpx2.Response(200, json={"size": "large", "new": 1})
    api = make_api(Recorder(odd))
    thing = api.call(GET, path=("x",))
    assert (thing.id, thing.size) == (None, "large")
    for strict in (api.with_options(strict=True), make_api(Recorder(odd), strict=True)):
        with pytest.raises(APIResponseValidationError, match="size") as caught:
            strict.call(GET, path=("x",))
        assert caught.value.body == {"size": "large", "new": 1}
        assert strict.with_options(strict=False).call(GET, path=("x",)).size == "large"


def test_a_strict_client_wants_json_to_be_called_so(make_api: Any) -> None:
    page = httpx2.Response(
        200, content=b'{"id":"a","size":1}', headers={"content-type": "text/html"}
    )
    assert make_api(Recorder(page)).call(GET, path=("x",)).id == "a"
    with pytest.raises(APIResponseValidationError, match="text/html"):
        make_api(Recorder(page), strict=True).call(GET, path=("x",))
