"""Each document of the corpus becomes a package that works.

    pytest -m corpus

takes all of them; a normal run takes a few, other ones with every commit. The results
are printed as a table at the end; `pytest -m corpus tests/corpus --table` puts it into
the README.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from . import checking, imports
from .counting import fields_of
from .documents import ROOT, Document, documents
from .raw import Description
from .running import python

pytestmark = pytest.mark.corpus

_SHOWN = 25


@dataclass
class Trial:
    """One document on its way; `findings` tells everything that is wrong with it."""

    document: Document
    folder: Path
    findings: list[str] = field(default_factory=list)
    row: dict[str, Any] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def package(self) -> Path:
        return next(self.out.glob("*/_client.py")).parent

    def generate(self) -> bool:
        """Generate it by the command that people use, without anything kept."""
        report = self.folder / "report.json"
        done = python(
            *("-m", "generator", "generate", self.document.path),
            *("--out", self.out, "--lenient", "--report", report),
            environment={"XDG_CACHE_HOME": str(self.folder / "cache")},
            seconds=900,
        )
        self.row["seconds"] = done.seconds
        if done.status != 0 or "Traceback" in done.said:
            tail = done.said[-1_500:]
            self.findings.append(f"generate: status {done.status}: {tail}")
            return False
        self._add_up(json.loads(report.read_text()))
        return True

    def _add_up(self, report: dict[str, Any]) -> None:
        """Nothing may be missing without a word."""
        description = Description(self.document.path)
        counted = {
            "operations": len(description.operations),
            "schemas": len(description.schemas),
            "fields": len(fields_of(description.root)),
        }
        self.row |= {**counted, "schemas emitted": report["schemas"]["emitted"]}
        for kind, count in counted.items():
            if report[kind]["total"] != count:
                told = report[kind]["total"]
                self.findings.append(f"report: {told} of {count} {kind}")
        for kind in ("operations", "schemas", "fields"):
            entry = report[kind]
            left_out = entry["left_out"]
            if entry["emitted"] + len(left_out) != entry["total"]:
                self.findings.append(f"report: {kind} do not add up: {entry}"[:500])
            if not all(each["pointer"] and each["reason"] for each in left_out):
                self.findings.append(f"report: {kind} are left out without a reason")

    def import_all(self) -> None:
        """Import each module in an interpreter that has just started."""
        script = Path(imports.__file__)
        done = python("-I", script, self.out, self.package.name, folder=self.folder)
        result = json.loads(done.out)
        self.row["import"] = result["milliseconds"]
        for module, error in result["failed"].items():
            self.findings.append(f"import {module}: {error}")
        if result["loaded"]:
            self.findings.append(f"import: loads {result['loaded']} for nothing")

    def check_types(self, cache: Path) -> None:
        """Let mypy and pyright read it."""
        folder = self.folder / "types"
        for line in checking.mypy(self.package, folder, cache):
            self.findings.append(f"mypy: {line}")
        for line in checking.pyright(self.package, folder):
            self.findings.append(f"pyright: {line}")

    def call_all(self) -> None:
        """Call every operation and read every answer."""
        command = ("-m", "tests.corpus.exercise", self.document.path, self.out)
        done = python(*command, seconds=900)
        if done.status != 0:
            self.findings.append(f"calls: {done.said[-1_500:]}")
            return
        result = json.loads(done.out)
        emitted = result["emitted"]
        self.row |= {name: result[name] for name in ("emitted", "calls", "answers")}
        if emitted != self.row["operations"]:
            missing = self.row["operations"] - emitted
            self.findings.append(f"calls: {missing} operations have no method")
        self.findings += result["found"]


@pytest.fixture(scope="session")
def mypy_cache(request: pytest.FixtureRequest, worker: str) -> Path:
    """What mypy knows of the libraries and the runtime, kept from run to run."""
    cache: pytest.Cache = request.config.cache
    return cache.mkdir(f"corpus-mypy-{worker}")


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.name)
def test_every_operation_of_a_document_works_in_a_package_that_type_checks(
    document: Document,
    tmp_path: Path,
    mypy_cache: Path,
    record_property: Callable[[str, object], None],
) -> None:
    trial = Trial(document, tmp_path)
    try:
        if trial.generate():
            trial.import_all()
            trial.check_types(mypy_cache)
            trial.call_all()
    finally:
        record_property("corpus", [document.name, trial.row, len(trial.findings)])
    if trial.findings:
        shown = trial.findings[:_SHOWN]
        count = f"{len(trial.findings)} findings"
        pytest.fail("\n".join([count, *shown]), pytrace=False)


def test_the_readme_tells_what_became_of_each_document() -> None:
    real = {document.name for document in documents() if not document.is_own}
    if not real:
        pytest.skip("there is no ../shared/corpus beside this repository")
    row = re.compile(r"^\| (\S+) \| (\d+)/(\d+) \| (\d+)/(\d+) \|", re.MULTILINE)
    told = row.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert {name for name, *_ in told} == real
    assert [name for name, *counts in told if counts[::2] != counts[1::2]] == []


def test_the_corpus_is_where_the_project_keeps_it() -> None:
    found = [document for document in documents() if not document.is_own]
    if not found:
        pytest.skip("there is no ../shared/corpus beside this repository")
    assert len(found) >= 52
