"""The methods of emitted resources."""

from __future__ import annotations

from pathlib import Path

from generator.document import Json
from generator.rendering import Templates
from generator.targets.python import emit

from .descriptions import built

RUNS = """\
paths:
  /runs:
    post:
      operationId: createRun
      tags: [runs]
      parameters: [{name: started, in: query, schema: {type: string}}]
      responses: {'200': {description: ok, content: {application/json: {schema: SCHEMA}}}}
  /runs/{id}:
    get:
      operationId: getRun
      tags: [runs]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, FURTHER]
      responses: {'200': {description: ok, content: {application/json: {schema: SCHEMA}}}}
components:
  schemas:
    Run: {required: [id], properties: {id: {type: string}, status: {type: string}}}
""".replace("SCHEMA", "{$ref: '#/components/schemas/Run'}")
POLLING: Json = {
    "polling": {
        "run": {"read": "getRun", "terminal": ["done"], "starts": ["createRun"]}
    }
}


def methods(folder: Path, text: str, config: Json = None) -> dict[str, str]:
    """The synchronous methods of the resource `runs` without their docstrings, by name."""
    files = emit(built(folder, text, config).api, Templates())
    (source,) = (str(f.content) for f in files if f.path.name == "runs.py")
    source = source[: source.index("\nclass AsyncRuns")]
    parts = source.split("    def ")[1:]
    return {part.partition("(")[0]: part for part in parts}


def test_what_polls_takes_and_passes_on_all_that_reading_takes(tmp_path: Path) -> None:
    further = "{name: expand, in: query, required: true, schema: {type: string}}"
    found = methods(tmp_path, RUNS.replace("FURTHER", further), POLLING)["poll_run"]
    head, _, body = found.partition("\n")
    assert head.startswith("poll_run(self, id: str, *, expand: str, interval: float ")
    assert 'path=(id,), query={"expand": expand}, interval=interval,' in body


def test_what_polls_has_arguments_that_no_parameter_takes(tmp_path: Path) -> None:
    names = ("interval", "deadline", "on_progress")
    further = ", ".join(f"{{name: {n}, in: query, schema: {{}}}}" for n in names)
    found = methods(tmp_path, RUNS.replace("FURTHER", further), POLLING)
    assert (
        'query={"interval": interval_, "deadline": deadline_, "on' in found["get_run"]
    )
    assert "interval_: object = OMIT" in found["poll_run"]
    assert "interval: float | None = None" in found["poll_run"]
    assert "started_: str" in found["create_run_and_poll"]


def test_what_is_always_sent_is_sent_from_wherever_it_stands(tmp_path: Path) -> None:
    further = """
        {name: session, in: cookie, required: true, schema: {enum: [fixed]}},
        {name: most, in: query, required: true, schema: {type: number, const: 1.0e+16}},
        {name: all, in: query, required: true, content: {application/json: {schema: {const: true}}}}
    """
    found = methods(tmp_path, RUNS.replace("FURTHER", further), POLLING)
    for name in ("get_run", "poll_run", "create_run_and_poll"):
        assert 'query={"all": True}, cookies={"session": "fixed"}' in found[name]
