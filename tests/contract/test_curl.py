"""What the docs tell curl to send is what the SDK sends, in every style and kind of body."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote

import pytest

from tests.unit.markdown_judge import fences
from tests.website.generating import generate

TEXT = {"type": "string"}
LIST = {"type": "array", "items": TEXT}
OBJECT = {"type": "object", "additionalProperties": {}}
VALUES: list[tuple[dict[str, Any], Any]] = [
    (TEXT, "a b,c;d=e&f/g?h#'\"%20é[]{}~"),
    (TEXT, "@/etc/passwd"),
    ({"type": "number"}, 0.000001),
    ({"type": "boolean"}, True),
    (LIST, ["a b", "c,d;e", "(f"]),
    (OBJECT, {"x": 1, "y": "a,b;c", "z": {"q": ["r", None]}}),
    (OBJECT, {"x": ["a", "b"], "n": None}),
]
PLAIN: list[tuple[dict[str, Any], Any]] = [
    (TEXT, "theme"),
    ({"type": "boolean"}, True),
    (LIST, ["a", "b"]),
    (OBJECT, {"x": 1, "y": "b"}),
]
STYLES = {
    "path": ["simple", "label", "matrix"],
    "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    "header": ["simple"],
    "cookie": ["form", "cookie"],
}
ENCODINGS: list[dict[str, Any]] = [
    {},
    {"contentType": "application/json"},
    {"contentType": "text/plain"},
    {"contentType": "text/plain, image/png"},
    {"explode": True},
    {"explode": False},
    {"allowReserved": True},
    *(
        {"style": style, "explode": explode, "allowReserved": reserved}
        for style in STYLES["query"]
        for explode in (True, False)
        for reserved in (True, False)
    ),
]


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for place, styles in STYLES.items():
        for style in styles:
            values = PLAIN if place == "header" or style == "cookie" else VALUES
            for explode in (True, False):
                for reserved in (True, False):
                    if reserved and (place == "header" or style == "cookie"):
                        continue
                    yield parameters(
                        place,
                        values,
                        style=style,
                        explode=explode,
                        allowReserved=reserved,
                    )
        yield parameters(place, values, media_type="application/json")
        yield parameters(place, PLAIN[:1], media_type="text/plain")
    for media_type in (
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/mixed",
    ):
        for encoding in ENCODINGS:
            yield "post", "/{}", body(media_type, encoding)
    for media_type in ("application/json", "application/vnd.x+json", "text/plain"):
        yield "put", "/{}", body(media_type, {})
    for schema in (TEXT, {**TEXT, "format": "binary"}, LIST):
        for media_type in ("text/plain", "application/octet-stream", "*/*"):
            content = {media_type: {"schema": schema}}
            yield "post", "/{}", {"requestBody": {"required": True, "content": content}}
    empty = {"schema": {"type": "object", "properties": {"a": TEXT}}}
    for media_type in ("application/json", "application/x-www-form-urlencoded"):
        given = {"required": True, "content": {media_type: empty}}
        yield "post", "/{}", {"requestBody": given}
    yield "head", "/{}/caf\u00e9?beta=true", {}


def parameters(
    place: str,
    values: list[tuple[dict[str, Any], Any]],
    media_type: str = "",
    **how: Any,
) -> tuple[str, str, dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number, (schema, example) in enumerate(values):
        shape = {"schema": schema, "example": example}
        written = {"content": {media_type: shape}} if media_type else {**shape, **how}
        about = {"name": f"x_p{number}", "in": place, "required": True}
        found.append({**about, **written})
    names = "".join(f"/{{{{{each['name']}}}}}" for each in found)
    path = f"/{{}}{names}" if place == "path" else "/{}"
    return "get", path, {"parameters": found}


def body(media_type: str, encoding: dict[str, Any]) -> dict[str, Any]:
    shown = {f"f[{n}]": example for n, (_, example) in enumerate(VALUES)}
    shown |= {"empty": [], "none": {}, "file": "x", "files": ["x", "y"]}
    file = {**TEXT, "format": "binary"}
    known = {f"f[{n}]": schema for n, (schema, _) in enumerate(VALUES)}
    known |= {"empty": LIST, "none": OBJECT, "file": file}
    known |= {"files": {"type": "array", "items": file}}
    schema = {"type": "object", "required": [*known], "properties": known}
    encodings = {name: encoding for name in known if not name.startswith("file")}
    media = {"schema": schema, "example": shown, "encoding": encodings}
    return {"requestBody": {"required": True, "content": {media_type: media}}}


def description(url: str) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    answer = {"204": {"description": "Done."}}
    for number, (method, path, takes) in enumerate(operations()):
        operation = {"operationId": f"do_{number}", **takes, "responses": answer}
        paths[path.format(f"o{number}")] = {method: operation}
    return {
        "openapi": "3.2.0",
        "info": {"title": "Sent with curl", "version": "1"},
        "servers": [{"url": f"{url}/v1/?fixed=1"}],
        "tags": [{"name": "all"}],
        "paths": paths,
    }


@dataclass(frozen=True)
class Sent:
    """What arrived of a request, as far as the description has a say in it."""

    method: str
    target: str
    headers: dict[str, str]
    body: Any


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[Sent]]]:
    seen: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> Callable[[], None]:
            if not name.startswith("do_"):
                raise AttributeError(name)
            return self._answer

        def _answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            media_type = self.headers.get("Content-Type", "")
            headers = {
                name.lower(): value
                for name, value in self.headers.items()
                if name.lower().startswith(("x_p", "cookie"))
            }
            headers["content-type"] = media_type.partition("; boundary=")[0]
            seen.append(
                Sent(self.command, self.path, headers, read(media_type, content))
            )
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}", seen
        http.shutdown()


def read(media_type: str, content: bytes) -> Any:
    """A body so that two that mean the same are equal."""
    if "json" in media_type:
        return json.loads(content)
    if "urlencoded" in media_type:
        pairs = (pair.partition("=") for pair in content.decode().split("&"))
        # A form may write a space as a plus; all else is compared as it is written.
        return [(unquote(name), value.replace("+", "%20")) for name, _, value in pairs]
    if media_type.startswith("multipart/"):
        head = f"Content-Type: {media_type}\r\n\r\n".encode()
        whole = message_from_bytes(head + content, policy=HTTP)
        return [
            (
                part.get_param("name", header="content-disposition"),
                part.get_filename(),
                part.get("content-type"),
                part.get_payload(decode=True) if not part.get_filename() else b"",
            )
            for part in whole.iter_parts()
        ]
    return content


def test_curl_is_told_to_send_what_the_sdk_sends(
    tmp_path: Path,
    server: tuple[str, list[Sent]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not here")
    url, seen = server
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(description(url)), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("Hello!", encoding="utf-8")
    generate(spec, tmp_path / "out")
    monkeypatch.syspath_prepend(str(tmp_path / "out"))
    pages = "\n".join(
        page.read_text(encoding="utf-8")
        for page in (tmp_path / "out" / "docs" / "sdks").rglob("*.md")
    )
    programs = [
        code for code in fences(pages, "python") if "import asyncio" not in code
    ]
    commands = [code for code in fences(pages, "bash") if code.startswith("curl")]
    assert len(programs) == len(commands) > 80
    wrong = []
    for program, command in zip(programs, commands, strict=True):
        seen.clear()
        exec(compile(program, "snippet", "exec"), {"__name__": "__main__"})
        subprocess.run(
            ["bash", "-c", command.replace("curl ", "curl -sS --noproxy '*' ", 1)],
            cwd=tmp_path,
            check=True,
            timeout=60,
            capture_output=True,
        )
        by_sdk, by_curl = seen
        if by_sdk != by_curl:
            wrong.append(f"{by_sdk}\n{by_curl}\n{program}\n{command}")
    assert wrong == []
    for name in [name for name in sys.modules if name.startswith("sent_with_curl")]:
        del sys.modules[name]
