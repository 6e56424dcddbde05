"""Files and multipart bodies: any form of file, streamed and never slurped."""

from __future__ import annotations

import io
import os
import tempfile
import threading
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest

from templates.python._runtime.errors import InvalidRequestError
from templates.python._runtime.hooks import Hooks
from templates.python._runtime.model import Model
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Body, Part

from .conftest import LoopbackServer, Recorder
from .posting import BYTES, MULTIPART, post, sent


def parts(request: httpx2.Request) -> list[tuple[str, str | None, str | None, bytes]]:
    """Name, file name, media type and content of each part."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + request.content)
    assert message.is_multipart()
    assert request.headers.get("content-length", str(len(request.content))) == str(
        len(request.content)
    )
    found: list[Any] = []
    for part in message.iter_parts():
        names = part["content-disposition"].params
        payload = part.get_payload(decode=True)
        media_type = part.get("content-type")
        found.append((names["name"], names.get("filename"), media_type, payload))
    return found


class Async:
    """Bytes that only `async for` can read."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"in "
        yield b"pieces"


def _pieces() -> Iterator[bytes]:
    yield b"in "
    yield b"pieces"


FORMS: list[tuple[Callable[[Path], object], str | None, str, bytes]] = [
    (lambda p: b"bytes", "upload", "application/octet-stream", b"bytes"),
    (lambda p: bytearray(b"b"), "upload", "application/octet-stream", b"b"),
    (lambda p: p, "photo ü.png", "image/png", b"PNG"),
    (anyio.Path, "photo ü.png", "image/png", b"PNG"),
    (lambda p: p.open("rb"), "photo ü.png", "image/png", b"PNG"),
    (lambda p: io.BytesIO(b"io"), "upload", "application/octet-stream", b"io"),
    (lambda p: _pieces(), "upload", "application/octet-stream", b"in pieces"),
    (
        lambda p: iter([bytearray(b"a"), memoryview(b"b")]),
        "upload",
        "application/octet-stream",
        b"ab",
    ),
    (lambda p: ("a.txt", b"x"), "a.txt", "text/plain", b"x"),
    (lambda p: ("a.txt", p), "a.txt", "text/plain", b"PNG"),
    (lambda p: ("a", b"x", "audio/ogg"), "a", "audio/ogg", b"x"),
    (
        lambda p: ("a", _pieces(), None),
        "a",
        "application/octet-stream",
        b"in pieces",
    ),
    (lambda p: (None, b"x", "text/csv"), None, "text/csv", b"x"),
]


@pytest.mark.parametrize(("make", "name", "media_type", "content"), FORMS)
def test_a_file_is_taken_in_any_form(
    make_api: Any,
    tmp_path: Path,
    make: Any,
    name: str | None,
    media_type: str,
    content: bytes,
) -> None:
    path = tmp_path / "photo ü.png"
    path.write_bytes(b"PNG")
    request = sent(make_api, post(MULTIPART), {"file": make(path)})
    assert parts(request) == [("file", name, media_type, content)]


def test_asynchronous_content_needs_an_async_client(make_api: Any) -> None:
    api = make_api(Recorder())
    for value in (Async(), ("a.bin", Async())):
        if api.kind == "async":
            request = sent(make_api, post(MULTIPART), {"file": value})
            assert parts(request)[0][3] == b"in pieces"
            assert request.headers["transfer-encoding"] == "chunked"
        else:
            with pytest.raises(InvalidRequestError, match="needs an AsyncClient"):
                sent(make_api, post(MULTIPART), {"file": value})


def test_an_asynchronous_file_is_read_by_an_async_client(
    make_api: Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"line\nline")
    api = make_api(Recorder())
    if api.kind == "async":
        file = api.wait(anyio.open_file(path, "rb"))
        assert sent(make_api, BYTES, file).content == b"line\nline"
        api.wait(file.aclose())


def test_fields_go_beside_files(make_api: Any) -> None:
    value = {
        "purpose": "assistants",
        "n": 3,
        "when": None,
        "gone": OMIT,
        "meta": {"a": [1]},
        "tags": ["x", "y"],
        "files": [("1", b"one"), ("2", b"two")],
        'odd"na\r\nme': "v",
        "data": {"k": 1},
    }
    body = Body(
        MULTIPART.media_type,
        "multipart",
        parts={
            "files": Part(content_type="image/png, image/jpeg"),
            "data": Part(style="deepObject"),
            "n": Part(content_type="application/json"),
            "purpose": Part(content_type="text/plain"),
        },
    )
    request = sent(make_api, post(body), value)
    assert parts(request) == [
        ("purpose", None, "text/plain", b"assistants"),
        ("n", None, "application/json", b"3"),
        ("meta", None, "application/json", b'{"a":[1]}'),
        ("tags", None, None, b"x"),
        ("tags", None, None, b"y"),
        ("files", "1", "application/octet-stream", b"one"),
        ("files", "2", "application/octet-stream", b"two"),
        ("odd%22na%0D%0Ame", None, None, b"v"),
        ("data[k]", None, None, b"1"),
    ]


class _Meta(Model):
    title: str
    read: bool = False


def test_a_model_is_the_object_that_it_stands_for(make_api: Any) -> None:
    body = Body(
        MULTIPART.media_type, "multipart", parts={"deep": Part(style="deepObject")}
    )
    meta = _Meta(title="t", read=True)
    given = {"meta": meta, "all": [meta, _Meta(title="u")], "deep": _Meta(title="v")}
    written = b'{"title":"t","read":true}'
    assert parts(sent(make_api, post(body), given)) == [
        ("meta", None, "application/json", written),
        ("all", None, "application/json", written),
        ("all", None, "application/json", b'{"title":"u"}'),
        ("deep[title]", None, None, b"v"),
    ]


@pytest.mark.parametrize("explode", [None, True, False])
def test_a_file_stays_a_file_whatever_its_style(
    make_api: Any, tmp_path: Path, explode: bool | None
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"PNG")
    styled = Part(style="form", explode=explode)
    body = Body(
        MULTIPART.media_type,
        "multipart",
        parts=dict.fromkeys(("File", "Files", "Name"), styled),
    )
    given = {"File": path, "Files": [path, ("b", b"abc")], "Name": "n"}
    assert parts(sent(make_api, post(body), given)) == [
        ("File", "a.png", "image/png", b"PNG"),
        ("Files", "a.png", "image/png", b"PNG"),
        ("Files", "b", "application/octet-stream", b"abc"),
        ("Name", None, None, b"n"),
    ]


def test_bytes_that_are_text_in_json_are_the_same_text_in_a_part(make_api: Any) -> None:
    body = Body(
        MULTIPART.media_type,
        "multipart",
        parts={"a": Part(base64=True), "b": Part(base64=True, content_type="a/b")},
    )
    given = {"a": b"hi", "b": [bytearray(b"hi"), "aGk="], "c": b"hi"}
    assert parts(sent(make_api, post(body), given)) == [
        ("a", None, None, b"aGk="),
        ("b", None, "a/b", b"aGk="),
        ("b", None, "a/b", b"aGk="),
        ("c", "upload", "application/octet-stream", b"hi"),
    ]


@pytest.mark.parametrize(
    ("allowed", "media_type"),
    [
        ("text/plain, text/csv", "text/plain"),
        ("text/*, text/csv", "text/csv"),
        ("image/*, audio/*", None),
        ("application/json, text/plain", "application/json"),
    ],
)
def test_a_text_is_the_first_that_its_part_may_be(
    make_api: Any, allowed: str, media_type: str | None
) -> None:
    part = Part(content_type=allowed)
    body = Body(MULTIPART.media_type, "multipart", parts={"f": part})
    assert parts(sent(make_api, post(body), {"f": "x"}))[0][2] == media_type


def test_a_form_of_several_parts_is_no_list(make_api: Any) -> None:
    with pytest.raises(InvalidRequestError, match="fields, not a list"):
        sent(make_api, post(MULTIPART), [b"a"])


class _Fields(Model):
    a: int


def test_parts_without_names_go_in_their_order(make_api: Any) -> None:
    places = (Part(), Part(content_type="application/json"))
    body = Body("multipart/mixed", "multipart", places=places)
    given = ["x", "y", {"a": 1}, [b"b"], b"c", ("d.png", b"d")]
    request = sent(make_api, post(body), given)
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=policy.HTTP).parsebytes(head + request.content)
    assert message.get_content_type() == "multipart/mixed"
    assert [
        (
            p.get("content-type"),
            p.get("content-disposition"),
            p.get_payload(decode=True),
        )
        for p in message.iter_parts()
    ] == [
        (None, None, b"x"),
        ("application/json", None, b'"y"'),
        ("application/json", None, b'{"a":1}'),
        ("application/json", None, b'["Yg=="]'),
        ("application/json", None, b"c"),
        ("image/png", 'attachment; filename="d.png"', b"d"),
    ]
    (part,) = parts(sent(make_api, post(body), _Fields(a=1)))
    assert part[0] == "a"


def test_a_part_takes_the_type_that_the_description_names(make_api: Any) -> None:
    body = Body(
        MULTIPART.media_type, "multipart", parts={"f": Part(content_type="a/b")}
    )
    assert parts(sent(make_api, post(body), {"f": b"x"}))[0][2] == "a/b"
    assert parts(sent(make_api, post(body), {"f": ("x.png", b"")}))[0][2] == "image/png"


def test_a_media_type_cannot_smuggle_in_a_header(make_api: Any) -> None:
    with pytest.raises(InvalidRequestError, match="printable ASCII"):
        sent(make_api, post(MULTIPART), {"f": ("a", b"x", "a/b\r\nX-Evil: 1")})


def test_a_file_name_cannot_smuggle_in_a_header(make_api: Any) -> None:
    request = sent(make_api, post(MULTIPART), {"f": ('a"\r\nX-Evil: 1', b"x")})
    assert b"\r\nX-Evil" not in request.content


@pytest.mark.parametrize(
    "value",
    [io.StringIO("text"), ("a", b"x", "t", "more"), {"a": 1}, _Fields(a=1), 7, None],
)
def test_what_is_no_file_is_refused(make_api: Any, value: object) -> None:
    with pytest.raises(InvalidRequestError):
        sent(make_api, BYTES, value)


def test_an_iterable_of_text_is_refused(make_api: Any) -> None:
    with pytest.raises(InvalidRequestError, match="must give bytes, not str"):
        sent(make_api, BYTES, iter(["text"]))


def test_a_missing_file_is_named(make_api: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.bin"):
        sent(make_api, BYTES, tmp_path / "none.bin")


@pytest.mark.parametrize(("change", "how"), [(b"longer now", "more"), (b"", "fewer")])
def test_a_file_that_changes_while_it_is_sent_is_refused(
    make_api: Any, server: LoopbackServer, tmp_path: Path, change: bytes, how: str
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"short")
    hooks = Hooks(on_request=lambda request: path.write_bytes(change))
    api = make_api(base_url=server.url, hooks=hooks)
    for body in (BYTES, post(MULTIPART)):
        path.write_bytes(b"short")
        value = path if body is BYTES else {"file": path}
        with pytest.raises(InvalidRequestError, match=f"gave {how} than the 5 bytes"):
            api.call(body, body=value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_sent_as_it_is_read(
    make_api: Any, server: LoopbackServer, tmp_path: Path
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_bytes(b"from a pipe"))
    writer.start()
    make_api(base_url=server.url).call(BYTES, body=path)
    writer.join()
    assert server.requests[0][3] == b"from a pipe"


def test_an_empty_file_says_so_and_one_that_the_system_makes_up_does_not(
    make_api: Any, server: LoopbackServer, tmp_path: Path
) -> None:
    api = make_api(base_url=server.url)
    (tmp_path / "empty").touch()
    api.call(BYTES, body=tmp_path / "empty")
    assert server.requests[0][2]["content-length"] == "0"
    made_up = Path("/proc/version")
    if made_up.exists():
        api.call(BYTES, body=made_up)
        assert server.requests[1][3] == made_up.read_bytes()


def test_text_is_never_taken_for_a_path(make_api: Any, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("hunter2")
    with pytest.raises(InvalidRequestError, match=r"Path\(text\).*text\.encode\(\)"):
        sent(make_api, BYTES, str(path))
    request = sent(make_api, post(MULTIPART), {"file": str(path)})
    assert parts(request) == [("file", None, None, str(path).encode())]


@pytest.mark.parametrize("value", ["photo.png", ["photo.png"], 7, {"a": 1}, None])
@pytest.mark.parametrize("optional", [False, True])
def test_only_a_file_is_sent_where_one_is_described(
    make_api: Any, optional: bool, value: object
) -> None:
    part = Part(file=True, optional=optional)
    operation = post(Body(MULTIPART.media_type, "multipart", parts={"file": part}))
    given = {"file": value, "a": "b"}
    if optional and value is None:
        assert [name for name, *_ in parts(sent(make_api, operation, given))] == ["a"]
    else:
        with pytest.raises(InvalidRequestError, match=r"field 'file': .*is not a file"):
            sent(make_api, operation, given)
    for files in (b"x", [b"x", None] if optional else [b"x"]):
        found = parts(sent(make_api, operation, {"file": files}))
        assert [content for *_, content in found] == [b"x"]


def test_a_large_file_is_never_held_in_memory(
    make_api: Any, server: LoopbackServer
) -> None:
    size = 64 * 1024 * 1024
    api = make_api(base_url=server.url)
    lengths: list[int] = []

    def count(handler: Any) -> None:
        from .conftest import answer

        answer(handler)

    def drain(handler: Any) -> bytes:
        left = length = int(handler.headers["content-length"])
        while left:
            left -= len(handler.rfile.read(min(left, 1 << 16)))
        lengths.append(length)
        return b""

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.bin")
        with path.open("wb") as file:
            file.truncate(size)
        server.read_body = drain
        server.handle = count
        api.call(post(MULTIPART), body={"warm": b"up"})
        tracemalloc.start()
        api.call(post(MULTIPART), body={"file": path, "name": "x"})
        api.call(BYTES, body=path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert lengths[1] > size
    assert lengths[2] == size
    assert peak < 4 * 1024 * 1024


def test_a_file_that_is_sent_stays_open_and_a_path_is_closed(
    make_api: Any, tmp_path: Path
) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"x")
    before = len(os.listdir("/proc/self/fd")) if Path("/proc").exists() else 0
    api = make_api(Recorder())
    with path.open("rb") as file:
        api.call(BYTES, body=file)
        assert not file.closed
    api.call(BYTES, body=path)
    if before:
        assert len(os.listdir("/proc/self/fd")) <= before + 3
