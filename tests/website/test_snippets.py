"""Every Python snippet on every page is valid, well typed, and runs unchanged."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.contract.prism import command, serving, with_event_streams, write

from .pages import PROJECT, ROOT, Snippet, pages, snippets
from .runner import with_text

_SPEC = ROOT / "spec" / "assistants.yaml"
# The machine may be busy with the other tests.
_PATIENCE = 300


def test_every_snippet_is_found_and_compiles() -> None:
    found = snippets()
    for snippet in found:
        compile(snippet.code, f"{snippet.page}:{snippet.line}", "exec")
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages())
    assert len(found) == len(re.findall(r"^ *`{3,}py", text, re.MULTILINE))
    assert len({snippet.name for snippet in found}) == len(found)
    assert {snippet.asynchronous for snippet in found} == {True, False}


def test_every_sync_example_has_an_async_one() -> None:
    for page in pages():
        lines = page.read_text(encoding="utf-8").splitlines()
        assert lines.count("Python:") == lines.count("Python, async:"), page


def test_every_snippet_is_well_typed(tmp_path: Path) -> None:
    found = snippets()
    _write(found, tmp_path / "snippets")
    (tmp_path / "pyrightconfig.json").write_text(
        json.dumps(
            {
                "include": ["snippets"],
                "extraPaths": [str(PROJECT)],
                "pythonVersion": "3.11",
                "typeCheckingMode": "strict",
            }
        ),
        encoding="utf-8",
    )
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "pyright",
            "--outputjson",
            "--pythonpath",
            sys.executable,
            "--project",
            str(tmp_path),
        ],
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    report = json.loads(result.stdout)
    findings = [
        f"{Path(finding['file']).name}:{finding['range']['start']['line'] + 1}: "
        f"{finding['message']} ({finding.get('rule')})"
        for finding in report["generalDiagnostics"]
    ]
    assert findings == []
    assert report["summary"]["filesAnalyzed"] == len(found)


@pytest.fixture(params=["judge", "prism"])
def mock(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[list[str], dict[str, str]]]:
    """A mock of the description: what the runner is told, and the environment."""
    if request.param == "judge":
        yield [str(_SPEC)], {}
        return
    prism, reason = command()
    if prism is None:
        pytest.skip(reason)
    described = with_event_streams(_SPEC)
    for path in described["paths"].values():
        for operation in path.values():
            responses = operation["responses"] if isinstance(operation, dict) else {}
            for response in responses.values():
                if stream := response.get("content", {}).get("text/event-stream"):
                    stream["example"] = with_text(stream["example"].encode()).decode()
    folder = tmp_path / "prism"
    folder.mkdir()
    with serving(prism, write(described, folder), folder / "log") as url:
        yield [], {"ASSISTANTS_BASE_URL": url}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_every_snippet_runs_unchanged(
    tmp_path: Path, asynchronous: bool, mock: tuple[list[str], dict[str, str]]
) -> None:
    arguments, added = mock
    chosen = [item for item in snippets() if item.asynchronous is asynchronous]
    folder = tmp_path / "snippets"
    folder.mkdir()
    for snippet in chosen:
        (folder / snippet.name).write_text(snippet.code, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(PROJECT)]),
        "OPENAI_API_KEY": "sk-test",
        **added,
    }
    if not added:
        environment.pop("ASSISTANTS_BASE_URL", None)
    result = subprocess.run(
        [sys.executable, "-m", "tests.website.runner", str(folder), *arguments],
        # What a snippet writes belongs here.
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    results = json.loads(result.stdout)
    assert sorted(results) == sorted(snippet.name for snippet in chosen)
    for snippet in chosen:
        where = f"{snippet.page}:{snippet.line}"
        outcome = results[snippet.name]
        assert not outcome["problem"], f"{where}\n{outcome['problem']}"
        assert all(status < 400 for status in outcome["statuses"]), where
        if snippet.calls and "MockTransport" not in snippet.code:
            assert outcome["statuses"], f"{where} asks the API for nothing"
        if "print(" in snippet.code and not snippet.only_defines:
            assert outcome["output"].strip(), f"{where} prints nothing"


def _write(found: Iterable[Snippet], folder: Path) -> None:
    """A file each; one that just shows an import may leave it at that."""
    folder.mkdir()
    for snippet in found:
        remark = "# pyright: reportUnusedImport=false\n" if snippet.only_imports else ""
        (folder / snippet.name).write_text(remark + snippet.code, encoding="utf-8")
