"""The site, built once, and a browser that watches what its pages do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from .pages import PROJECT, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_HEAD = (
    "| document | pages | links | to elsewhere | seconds to generate | to build the site "
    "| MB of Markdown | MB of the site |\n| --- | --: | --: | --: | --: | --: | --: | --: |"
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing that asks for other hosts of its own accord.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The system's browser, if it has one."""
    given = os.environ.get("SDKGEN_CHROMIUM")
    return given or next(filter(None, map(shutil.which, _NAMES)), None)


def build(project: Path, site: Path, *, patience: float = 300) -> None:
    """Builds a site as people do, and fails with what MkDocs says."""
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "generator",
            "docs",
            "build",
            "--out",
            str(project),
            "--site",
            str(site),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )
    said = result.stdout + result.stderr
    assert result.returncode == 0, said
    assert "WARNING" not in said


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of the Assistants API."""
    folder = tmp_path_factory.mktemp("site") / "html"
    build(PROJECT, folder)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site as a server of this machine has it."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("chromium is not here; apt-get install chromium")
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed"
    )
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for screenshots: SDKGEN_SHOTS, or what `.ci/run` keeps, or a passing one."""
    if given := os.environ.get("SDKGEN_SHOTS"):
        folder = Path(given)
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    return tmp_path_factory.mktemp("shots")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the docs of the corpus weigh."""
    rows = [
        value
        for report in terminalreporter.getreports("passed")
        for key, value in report.user_properties
        if key == "docs" and report.when == "call"
    ]
    if rows:
        terminalreporter.section("docs of the corpus")
        terminalreporter.write_line(_HEAD)
        for row in sorted(rows):
            terminalreporter.write_line(f"| {' | '.join(map(str, row))} |")
