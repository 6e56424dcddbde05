"""Broken and hostile documents end soon, in little memory, and with the right answer.

What is right stands in the corpus's MANIFEST.md, in the column of what a good generator
does.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from . import imports
from .documents import ROOT, Document, hostile
from .running import Run, python

pytestmark = pytest.mark.corpus

MARKER: Final = "PWNED_BY_SPEC"
_SECONDS: Final = 10.0
_MEGABYTES: Final = 1_000
_FINE, _FINDINGS, _UNUSABLE = 0, 1, 2


@dataclass(frozen=True)
class Outcome:
    """What `generate` says: its status, and what has to be in the text.

    `operations` are how many there must be with `--lenient`, where that goes on; where
    `works` holds, every one of them can be called and sends what is described.
    """

    status: int
    said: tuple[str, ...] = ()
    operations: int | None = None
    works: bool = False


OUTCOMES: Final = {
    "01-broken-yaml.yaml": Outcome(_UNUSABLE, (r":9:\d+",)),
    "02-truncated.json": Outcome(_UNUSABLE, (r":1:\d+",)),
    "03-unresolvable-refs.yaml": Outcome(
        _FINDINGS,
        (
            r"/paths/~1a/get/parameters/0: .*#/components/parameters/Missing",
            r"/content/application~1json/schema: .*#/components/schemas/Missing",
            r"/responses/400: .*does-not-exist\.yaml",
        ),
        operations=2,
    ),
    "04-unknown-version.yaml": Outcome(_UNUSABLE, (r"4\.0\.0 is not supported",)),
    "05-version-as-number.yaml": Outcome(_FINE, ("warning: ",), 1, works=True),
    "06-swagger-2.0.yaml": Outcome(_UNUSABLE, (r"Swagger 2\.0", "convert")),
    "07-duplicate-operation-ids.yaml": Outcome(_FINE, ("listThings",), 4, works=True),
    "08-path-params-wrong.yaml": Outcome(_FINE, ("warning: ",), 5, works=True),
    "09-cyclic-ref-alias.yaml": Outcome(_FINDINGS, ("circle",), 1, works=True),
    "10-deep-nesting.json": Outcome(_UNUSABLE, ("nested too deeply",)),
    "11-billion-laughs.yaml": Outcome(_UNUSABLE, ("aliases",)),
    "12-template-injection.json": Outcome(_FINDINGS, (), 1, works=True),
    "13-path-traversal.yaml": Outcome(_FINE, (), 7),
    "14-outside-refs.yaml": Outcome(
        _FINDINGS, ("--allow-outside", "--allow-remote"), 5
    ),
    "15-allof-cycle.yaml": Outcome(_FINE, ("allOf leads back",), 1, works=True),
    "16-duplicate-yaml-keys.yaml": Outcome(
        _FINDINGS, (r"line \d+ already, and again in line \d+",), 1, works=True
    ),
    "17-empty.yaml": Outcome(_UNUSABLE, ("empty",)),
    "18-not-a-mapping.yaml": Outcome(_UNUSABLE, ("a list, not a mapping",)),
    "19-html-error-page.json": Outcome(_UNUSABLE, ("looks like HTML",)),
    "20-yaml-python-tag.yaml": Outcome(_UNUSABLE, ("tag",)),
    "21-shapes-wrong.yaml": Outcome(
        _FINDINGS,
        ("/info: ", "/servers: ", "/paths/~1a/get: ", "/components/schemas/A"),
        2,
    ),
    "22-latin1.yaml": Outcome(_UNUSABLE, ("UTF-8",)),
    "23-utf16-bom.json": Outcome(_FINE, (), 0),
    "24-no-paths-no-info.yaml": Outcome(
        _FINDINGS, ("info is missing", "paths is missing"), 0
    ),
    "real-swagger2-slack.json": Outcome(_UNUSABLE, (r"Swagger 2\.0", "convert")),
}


@pytest.fixture(params=hostile(), ids=lambda document: document.path.name)
def document(request: pytest.FixtureRequest) -> Document:
    found: Document = request.param
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the programs run: nothing but `out` may turn up in it."""
    made = tmp_path / "here"
    made.mkdir()
    return made


def test_a_hostile_document_gets_the_answer_that_is_right_for_it(
    document: Document, folder: Path
) -> None:
    done = _generate(document, folder)
    outcome = OUTCOMES.get(document.path.name)
    if outcome is None:
        assert done.status in (_FINE, _FINDINGS, _UNUSABLE)
        return
    assert done.status == outcome.status, done.said
    for said in outcome.said:
        assert re.search(said, done.err), done.err
    assert (folder / "out").exists() == (done.status == _FINE)


def test_what_can_be_saved_of_a_hostile_document_imports_and_runs_nothing(
    document: Document, folder: Path
) -> None:
    outcome = OUTCOMES.get(document.path.name)
    done = _generate(document, folder, "--lenient")
    if done.status != _FINE:
        assert outcome is None or outcome.operations is None, done.said
        return
    package = next((folder / "out").glob("*/_client.py")).parent
    script = Path(imports.__file__)
    imported = python("-I", script, folder / "out", package.name, folder=folder)
    assert json.loads(imported.out)["failed"] == {}
    if outcome is not None:
        report = json.loads((folder.parent / "report.json").read_text())
        assert report["operations"]["emitted"] == outcome.operations
    if outcome is not None and outcome.works:
        _call_everything(document, folder)
    _expect_only_output(folder)


def test_every_hostile_document_has_an_outcome() -> None:
    if not hostile():
        pytest.skip("there is no ../shared/corpus beside this repository")
    assert {document.path.name for document in hostile()} == OUTCOMES.keys()


def _call_everything(document: Document, folder: Path) -> None:
    done = python(
        *("-m", "tests.corpus.exercise", document.path, folder / "out"),
        folder=folder,
        environment={"PYTHONPATH": str(ROOT)},
    )
    assert done.status == 0, done.said
    result = json.loads(done.out)
    assert result["found"] == []
    assert result["called"] == result["operations"]


def _generate(document: Document, folder: Path, *options: str) -> Run:
    done = python(
        *("-m", "generator", "generate", str(document.path), "--out", "out"),
        *("--report", str(folder.parent / "report.json"), *options),
        folder=folder,
        environment={"PYTHONPATH": str(ROOT)},
        seconds=_SECONDS * 6,
    )
    assert done.status is not None, "it had to be stopped"
    # Processor time: what runs beside the tests is no fault of the document.
    assert done.processor < _SECONDS
    assert done.megabytes < _MEGABYTES
    assert "Traceback" not in done.said
    assert "root:" not in done.said
    _expect_only_output(folder)
    return done


def _expect_only_output(folder: Path) -> None:
    """Nothing lies outside of the output folder, and no planted command has run."""
    assert {entry.name for entry in folder.iterdir()} <= {"out"}
    for path in _files(folder):
        assert path.name != MARKER
        assert folder.resolve() in path.resolve().parents
        assert b"root:x:0" not in path.read_bytes()
    for place in (ROOT, Path("/tmp"), folder.parent):
        assert not (place / MARKER).exists()


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)
