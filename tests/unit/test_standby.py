"""Interpreters that are begun before they are needed."""

from __future__ import annotations

import json
import marshal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import standby
from generator.__main__ import main


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    yield
    standby._end()
    standby._judges.clear()
    standby._probes.clear()


@pytest.mark.parametrize(
    ("words", "judges", "probes"),
    [
        (["generate"], 1, 1),
        (["generate", "a.yaml", "--no-verify"], 1, 0),
        (["check", "a.yaml"], 1, 0),
        (["validate", "a.yaml"], 1, 0),
        (["docs", "build"], 0, 0),
        (["--help"], 0, 0),
        ([], 0, 0),
    ],
)
def test_a_command_has_begun_what_it_comes_for(
    words: list[str], judges: int, probes: int
) -> None:
    standby.begin(words)
    assert (len(standby._judges), len(standby._probes)) == (judges, probes)


def test_a_run_that_is_interrupted_while_it_loads_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["sdkgen", "validate"])
    monkeypatch.setattr(standby, "begin", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err) == (1, "\nAborted!\n")


def test_one_that_was_begun_is_handed_out_once() -> None:
    standby.begin(["generate"])
    (begun,) = standby._probes
    first, second = standby.probe(), standby.probe()
    assert first is begun
    assert second is not begun
    for process in (first, second):
        process.communicate()


def test_one_that_nobody_comes_for_ends_with_the_program() -> None:
    standby.begin(["generate"])
    begun = [*standby._judges, *standby._probes]
    standby._end()
    assert all(process.returncode is not None for process in begun)


def test_one_whose_input_closes_without_an_order_ends_well() -> None:
    for process in (standby.judge(), standby.probe()):
        answer, _ = process.communicate()
        assert (process.returncode, answer or b"") == (0, b"")


def test_the_judge_takes_no_settings_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND", "nonsense")
    source, findings = tmp_path / "in", tmp_path / "out"
    source.write_bytes(marshal.dumps({"openapi": "3.1.0"}))
    order = {
        **{"source": str(source), "findings": str(findings), "version": "3.1"},
        **{"seconds": 60, "bytes": 1 << 30},
    }
    process = standby.judge()
    process.communicate(json.dumps(order).encode())
    *found, last = map(json.loads, findings.read_text().splitlines())
    assert last == {"done": True}
    assert [line["fact"] for line in found] == ["info is missing", "paths is missing"]
