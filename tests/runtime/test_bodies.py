"""Request bodies: what the caller gave is what is sent."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import pytest

from templates.python._runtime.errors import InvalidRequestError
from templates.python._runtime.model import Model
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Body, Operation, Part

from .conftest import LoopbackServer, Recorder
from .posting import BYTES, FORM, JSON, MULTIPART, post, sent


class Point(Model):
    x: int
    y: int | None = None


class Meeting(Model):
    day: date


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (
            "json",
            '{"day":"2024-05-31","days":["2024-05-31",null],"at":"2024-05-31T12:30:00"}',
        ),
        (
            "form",
            "day=2024-05-31&days=2024-05-31&at=2024-05-31T12%3A30%3A00",
        ),
    ],
)
def test_of_a_time_only_the_day_is_sent_where_that_is_all_that_is_meant(
    make_api: Any, kind: Any, written: str
) -> None:
    moment = datetime(2024, 5, 31, 12, 30)
    body = Body("application/json", kind, dates=("day", "days", "other"))
    given = {"day": moment, "days": (moment, None), "at": moment, "other": OMIT}
    assert sent(make_api, post(body), given).content.decode() == written


def test_a_model_with_a_day_is_sent_as_it_is(make_api: Any) -> None:
    body = Body("application/json", dates=("day",))
    request = sent(make_api, post(body), Meeting(day=date(2024, 5, 31)))
    assert request.content == b'{"day":"2024-05-31"}'


@pytest.mark.parametrize(
    ("kind", "value", "media_type"),
    [
        ("json", {"a": 1}, "application/json"),
        ("text", "a", "text/plain; charset=utf-8"),
        ("text", b"a", "application/octet-stream"),
        ("bytes", b"a", "application/octet-stream"),
        ("bytes", ("a.png", b"a"), "image/png"),
    ],
)
def test_where_any_media_type_will_do_one_is_named(
    make_api: Any, kind: Any, value: object, media_type: str
) -> None:
    request = sent(make_api, post(Body("*/*", kind)), value)
    assert request.headers["content-type"] == media_type


@pytest.mark.parametrize(
    ("value", "media_type"),
    [
        (b"a", "audio/wav"),
        (("a", b"a"), "audio/wav"),
        (("a.mp3", b"a"), "audio/mpeg"),
        (("a.wav", b"a"), "audio/wav"),
        (("a.png", b"a"), "audio/wav"),
        (("a.mp3", b"a", "audio/flac"), "audio/flac"),
        ((None, b"a", "audio/mpeg"), "audio/mpeg"),
    ],
)
def test_a_file_says_of_which_of_several_media_types_it_is(
    make_api: Any, value: object, media_type: str
) -> None:
    operation = post(Body("audio/wav", "bytes", others=("audio/mpeg",)))
    assert sent(make_api, operation, value).headers["content-type"] == media_type


def test_a_name_tells_the_type_of_a_file_where_any_of_a_kind_will_do(
    make_api: Any,
) -> None:
    operation = post(Body("audio/wav", "bytes", others=("image/*",)))
    for name, media_type in (("a.png", "image/png"), ("a.wav", "audio/wav")):
        request = sent(make_api, operation, (name, b"a"))
        assert request.headers["content-type"] == media_type
    assert sent(make_api, operation, b"a").headers["content-type"] == "audio/wav"


def test_a_type_that_a_caller_names_is_sent_also_where_one_is_described(
    make_api: Any,
) -> None:
    value = ("a.png", b"a", "image/png")
    for kind in ("bytes", "text", "jsonl"):
        request = sent(make_api, post(Body("text/csv", kind)), value)  # type: ignore[arg-type]
        assert request.headers["content-type"] == "image/png"
    with pytest.raises(InvalidRequestError, match="must not hold line breaks"):
        sent(make_api, BYTES, ("a", b"a", "a/b\r\nX-Evil: 1"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ([{"type": "x"}], b'[{"type":"x"}]'),
        ([], b"[]"),
        (None, b"null"),
        ("text", b'"text"'),
        (0, b"0"),
        (False, b"false"),
        ({"a": OMIT, "b": None, "c": [{"d": OMIT}]}, b'{"b":null,"c":[{}]}'),
        ({"p": Point(x=1)}, b'{"p":{"x":1}}'),
        (Point(x=1, y=None), b'{"x":1,"y":null}'),
        ({}, b"{}"),
        ({"a": OMIT}, b"{}"),
        ({"ü": "☃"}, '{"ü":"☃"}'.encode()),
    ],
)
def test_json_is_exactly_what_was_given(
    make_api: Any, value: object, written: bytes
) -> None:
    request = sent(make_api, JSON, value)
    assert request.content == written
    assert request.headers["content-length"] == str(len(written))
    assert request.headers["content-type"] == "application/json"


def test_an_optional_body_without_fields_is_not_sent(make_api: Any) -> None:
    optional = post(Body("application/json", required=False))
    for value in ({"a": OMIT}, OMIT):
        request = sent(make_api, optional, value)
        assert request.content == b""
        assert request.headers["content-length"] == "0"
        assert "content-type" not in request.headers
    assert sent(make_api, optional, {}).content == b"{}"
    deleting = post(Body("application/json", required=False), "DELETE")
    assert "content-length" not in sent(make_api, deleting, OMIT).headers


def test_an_optional_body_is_sent_with_all_that_it_needs_or_not_at_all(
    make_api: Any,
) -> None:
    body = Body("application/json", required=False, needs=("grant", "user"))
    whole = {"grant": "code", "user": None}
    assert json.loads(sent(make_api, post(body), whole).content) == whole
    assert sent(make_api, post(body), {"grant": OMIT, "code": OMIT}).content == b""
    recorder = Recorder()
    with pytest.raises(InvalidRequestError, match="without 'grant' and 'user'"):
        make_api(recorder).call(post(body), body={"grant": OMIT, "code": "x"})
    assert not recorder.requests


def test_a_post_without_a_body_says_so(make_api: Any) -> None:
    recorder = Recorder()
    make_api(recorder).call(Operation("cancel", "POST", "/cancel"))
    assert recorder.request.headers["content-length"] == "0"
    make_api(recorder).call(Operation("get", "GET", "/x"))
    assert "content-length" not in recorder.request.headers


def test_further_fields_are_added_where_there_are_fields(make_api: Any) -> None:
    extra = {"body": {"a": 1, "b": 2}}

    def with_extra(operation: Operation[Any], value: Any) -> Any:
        recorder = Recorder()
        make_api(recorder).with_options(**extra).call(operation, body=value)
        return recorder.request

    request = with_extra(JSON, {"b": 3, "a": OMIT})
    assert json.loads(request.content) == {"a": 1, "b": 3}
    assert json.loads(with_extra(JSON, Point(x=5)).content) == {"a": 1, "b": 2, "x": 5}
    assert json.loads(with_extra(JSON, OMIT).content) == {"a": 1, "b": 2}
    assert with_extra(post(FORM), {"c": 3}).content == b"a=1&b=2&c=3"
    with pytest.raises(InvalidRequestError, match="'a', 'b'"):
        with_extra(JSON, [1])


XML = Body("application/xml", "text")
CIRCLE: list[object] = []
CIRCLE.append(CIRCLE)


@pytest.mark.parametrize(
    ("body", "value", "why"),
    [
        (JSON.body, {"a": float("nan")}, "not JSON compliant"),
        (JSON.body, {"a": object()}, "a object cannot be sent as JSON"),
        (JSON.body, io.BytesIO(b"{}"), "a BytesIO cannot be sent as JSON"),
        (JSON.body, CIRCLE, "recursion"),
        (FORM, {"a": CIRCLE}, "recursion"),
        (FORM, {"a": float("inf")}, "not a number"),
        (XML, {"a": 1}, "a dict has no plain text form"),
        (MULTIPART, {"a": {"b": float("nan")}}, "not JSON compliant"),
    ],
)
def test_what_a_body_cannot_say_is_refused_before_sending(
    make_api: Any, body: Body, value: object, why: str
) -> None:
    with pytest.raises(InvalidRequestError, match=why):
        sent(make_api, post(body), value)


def test_a_content_type_of_the_callers_own_wins(make_api: Any) -> None:
    recorder = Recorder()
    headers = {"content-type": "application/merge-patch+json"}
    make_api(recorder).with_options(headers=headers).call(JSON, body={})
    assert recorder.request.headers.get_list("content-type") == [
        headers["content-type"]
    ]
    make_api(recorder).with_options(headers={"Content-Type": None}).call(JSON, body={})
    assert "content-type" not in recorder.request.headers


def test_a_form_repeats_lists_and_writes_objects_as_json(make_api: Any) -> None:
    value = {"a": "x y&z", "n": 1, "t": True, "l": [1, 2], "o": {"k": [1, None]}}
    request = sent(make_api, post(FORM), {**value, "omitted": OMIT, "null": None})
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(request.content.decode(), keep_blank_values=True) == [
        ("a", "x y&z"),
        ("n", "1"),
        ("t", "true"),
        ("l", "1"),
        ("l", "2"),
        ("o", '{"k":[1,null]}'),
        ("null", ""),
    ]


def test_a_form_nests_as_its_parts_say(make_api: Any) -> None:
    deep = Part(style="deepObject", explode=True)
    body = Body(
        FORM.media_type,
        "form",
        parts={
            "items": deep,
            "meta": deep,
            "csv": Part(style="form", explode=False),
            "raw": Part(content_type="application/json"),
            "day": Part(content_type="text/plain"),
            "tags": Part(content_type="text/plain"),
        },
    )
    value = {
        "items": [{"price": "p1", "tax": [1, 2]}],
        "meta": {"a[b]": "c", "gone": None},
        "csv": ["a", "b"],
        "raw": [1],
        "day": date(2024, 5, 31),
        "tags": ["a", UUID(int=1)],
    }
    request = sent(make_api, post(body), value)
    assert parse_qsl(request.content.decode()) == [
        ("items[0][price]", "p1"),
        ("items[0][tax][0]", "1"),
        ("items[0][tax][1]", "2"),
        ("meta[a[b]]", "c"),
        ("csv", "a,b"),
        ("raw", "[1]"),
        ("day", "2024-05-31"),
        ("tags", "a"),
        ("tags", str(UUID(int=1))),
    ]


def test_a_model_is_a_form_too_and_a_list_is_not(make_api: Any) -> None:
    assert sent(make_api, post(FORM), Point(x=1)).content == b"x=1"
    with pytest.raises(InvalidRequestError, match="not a list"):
        sent(make_api, post(FORM), [1])


def _pieces() -> Iterator[bytes]:
    yield b"in "
    yield b"pieces"


def test_bytes_are_sent_as_they_are_read(make_api: Any, server: LoopbackServer) -> None:
    api = make_api(base_url=server.url)
    api.call(BYTES, body=b"\x00\xff")
    api.call(BYTES, body=_pieces())
    api.call(BYTES, body=io.BytesIO(b"file"))
    headers = [request[2] for request in server.requests]
    assert [request[3] for request in server.requests] == [
        b"\x00\xff",
        b"in pieces",
        b"file",
    ]
    assert [h.get("content-length") for h in headers] == ["2", None, "4"]
    assert [h.get("transfer-encoding") for h in headers] == [None, "chunked", None]


def test_a_length_that_the_caller_knows_is_sent_alone(
    make_api: Any, server: LoopbackServer
) -> None:
    api = make_api(base_url=server.url)
    api.call(BYTES, body=_pieces(), headers={"Content-Length": 9})
    api.call(BYTES, body=b"in pieces", headers={"Content-Length": 8})
    for _, _, headers, content in server.requests:
        assert (headers["content-length"], content) == ("9", b"in pieces")
        assert "transfer-encoding" not in headers


def test_an_open_media_type_is_filled_in_from_the_file(make_api: Any) -> None:
    image = post(Body("image/*", "bytes"))
    assert sent(make_api, image, ("a.png", b"x")).headers["content-type"] == "image/png"
    assert (
        sent(make_api, image, b"x").headers["content-type"]
        == "application/octet-stream"
    )


def test_text_says_how_it_is_encoded(make_api: Any) -> None:
    request = sent(make_api, post(Body("text/plain", "text")), "grün")
    assert request.content == "grün".encode()
    assert request.headers["content-type"] == "text/plain; charset=utf-8"
    request = sent(make_api, post(Body("application/xml", "text")), "<a/>")
    assert request.headers["content-type"] == "application/xml"
    assert sent(make_api, post(Body("text/csv", "text")), b"a,b").content == b"a,b"


@pytest.mark.parametrize(
    ("media_type", "written"),
    [
        ("text/plain; charset=iso-8859-1", b"gr\xfcn"),
        ('text/xml; a=b; Charset="UTF-16-LE"', b"g\0r\0\xfc\0n\0"),
        ("text/plain; charset=utf-8", b"gr\xc3\xbcn"),
    ],
)
def test_text_is_in_the_encoding_that_its_type_names(
    make_api: Any, media_type: str, written: bytes
) -> None:
    request = sent(make_api, post(Body(media_type, "text")), "grün")
    assert (request.content, request.headers["content-type"]) == (written, media_type)
    body = Body(
        "multipart/form-data", "multipart", parts={"a": Part(content_type=media_type)}
    )
    content = sent(make_api, post(body), {"a": "grün"}).read()
    assert b"\r\n\r\n" + written + b"\r\n--" in content


@pytest.mark.parametrize("charset", ["ascii", "no-such"])
def test_text_that_its_encoding_cannot_hold_is_refused(
    make_api: Any, charset: str
) -> None:
    body = Body(f"text/plain; charset={charset}", "text")
    with pytest.raises(
        InvalidRequestError, match="the body cannot be sent.*" + charset
    ):
        sent(make_api, post(body), "grün")


def test_json_lines_are_one_value_a_line(make_api: Any) -> None:
    lines = post(Body("application/x-ndjson", "jsonl"))
    values = [{"a": "x\ny"}, None, Point(x=1)]
    written = b'{"a":"x\\ny"}\nnull\n{"x":1}\n'
    whole = sent(make_api, lines, values)
    assert whole.content == written
    assert whole.headers["content-length"] == str(len(written))
    lazily = sent(make_api, lines, (value for value in values))
    assert lazily.content == written
    assert lazily.headers["transfer-encoding"] == "chunked"
    assert sent(make_api, lines, b"{}\n").content == b"{}\n"
    with pytest.raises(InvalidRequestError, match="a int is not a file"):
        sent(make_api, lines, 7)
