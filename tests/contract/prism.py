"""Prism, a mock server by other hands, started for the tests that ask it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import httpx2
import yaml

from .mock import encode

PACKAGE: Final = "@stoplight/prism-cli@5.14.2"

_LISTENING: Final = re.compile(r"Prism is listening on (http://\S+)")
# The machine may be busy with the other tests.
_PATIENCE: Final = 120.0
_EVENTS: Final = "text/event-stream"


def command() -> tuple[list[str] | None, str]:
    """How to start Prism; without a way to, the reason."""
    if given := os.environ.get("PRISM"):
        return [given], ""
    node = shutil.which("node")
    if node is None:
        return None, "Prism needs node, which is not here"
    cache = os.environ.get("SDKGEN_PRISM")
    folders = [Path(cache)] if cache else []
    for folder in [*folders, Path(__file__).parents[2]]:
        found = (
            folder / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
        )
        if found.is_file():
            return [node, str(found)], ""
    if cache:
        # Whoever names the folder wants these tests; not to find it must not pass.
        raise FileNotFoundError(f"{PACKAGE} is not in {cache}, named by SDKGEN_PRISM")
    return None, (
        f"Prism is not here; npm install --prefix DIR {PACKAGE}, then SDKGEN_PRISM=DIR"
    )


@contextmanager
def serving(prism: list[str], spec: Path, log: Path) -> Iterator[str]:
    """Prism on a free port for as long as the block lasts; gives its address."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*prism, "mock", "--errors", "--multiprocess=false", "--port=0", str(spec)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            url = _address(process, log)
            _wait(url)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        text = log.read_text(encoding="utf-8", errors="replace")
        if match := _LISTENING.search(text):
            return match[1]
        if process.poll() is not None:
            raise RuntimeError(f"Prism ended with {process.returncode}:\n{text}")
        time.sleep(0.1)
    raise TimeoutError(f"Prism does not listen:\n{text}")


def _wait(url: str) -> None:
    """Wait until an answer comes, whatever it says."""
    with httpx2.Client(transport=httpx2.HTTPTransport(retries=5)) as client:
        client.get(url, timeout=_PATIENCE)


def with_event_streams(spec: Path) -> dict[str, Any]:
    """The description in a form in which Prism can answer with an event stream.

    Prism holds every body of a response against its schema as if it was one JSON value,
    and has no way to write a list of events: it cannot serialise the example of an
    event, and refuses its text because it is not an object. So the schema of a stream
    is left out here and the example written as it is on the wire. Requests are not
    touched, and neither is any JSON.
    """
    description: dict[str, Any] = yaml.safe_load(spec.read_text(encoding="utf-8"))
    for path in description["paths"].values():
        for operation in path.values():
            responses = (
                operation.get("responses", {}) if isinstance(operation, dict) else {}
            )
            for response in responses.values():
                if (content := response.get("content", {}).get(_EVENTS)) is None:
                    continue
                del content["schema"]
                done = {"event": "done", "data": "[DONE]"}
                events = [content["example"], done]
                content["example"] = encode(_EVENTS, events).decode()
    return description


def write(description: dict[str, Any], folder: Path) -> Path:
    path = folder / "with_event_streams.json"
    path.write_text(json.dumps(description), encoding="utf-8")
    return path
