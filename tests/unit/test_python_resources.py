"""The methods of emitted resources."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import pytest

from generator.document import Json
from generator.errors import Severity
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
STARTED = """\
paths:
  /runs:
    post:
      operationId: createRun
      tags: [runs]
      responses:
        '200': {description: ok, content: {application/json: {schema: ANSWER}}}
  /runs/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getRun
      tags: [read]
      responses: {'200': {description: ok, content: {application/json: {schema: SCHEMA}}}}
components:
  schemas:
    Run: {required: [run-id], properties: {run-id: {type: string}, status: {type: string}}}
    Same: SCHEMA
    Other: {required: [run-id], properties: {run-id: {type: string}, kind: {type: string}}}
    Either: {oneOf: [SCHEMA, {$ref: '#/components/schemas/Other'}]}
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


def test_what_ends_a_wait_is_written_as_the_answer_has_it(tmp_path: Path) -> None:
    config: Json = {
        "polling": {"run": {"read": "getRun", "terminal": [True, 3, "True"]}}
    }
    api = built(tmp_path, RUNS.replace("FURTHER", ""), config).api
    (source,) = (
        str(f.content) for f in emit(api, Templates()) if f.path.name == "runs.py"
    )
    assert 'terminal=(True, 3, "True")' in source


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


RUN = "{$ref: '#/components/schemas/Run'}"


@pytest.mark.parametrize(
    ("summary", "doc"),
    [
        ("", "Deprecated: list runs."),
        ("List orders", "**Deprecated**, list runs."),
        ("(Deprecated) List orders", "All of them."),
    ],
)
def test_a_method_that_says_it_is_deprecated_says_so_once(
    tmp_path: Path, summary: str, doc: str
) -> None:
    text = f"""\
paths:
  /a:
    get:
      operationId: getA
      tags: [runs]
      deprecated: true
      summary: {json.dumps(summary)}
      description: {json.dumps(doc)}
      parameters: [{{name: b, in: query, schema: {{$ref: '#/components/schemas/B'}},
        deprecated: true, description: '*Deprecated:* new programs send no `b`.'}}]
      responses: {{'204': {{description: ok}}}}
components:
  schemas:
    B: {{type: string, enum: [c], deprecated: true, description: 'Deprecated, like b.'}}
"""
    found = methods(tmp_path, text)["get_a"].split('"""')[1]
    assert found.casefold().count("deprecated") == 2
    sources = [str(f.content) for f in emit(built(tmp_path, text).api, Templates())]
    (model,) = (source for source in sources if "\nB: TypeAlias" in source)
    assert model.casefold().count("deprecated") == 1


def test_every_method_that_calls_what_is_deprecated_is_marked(tmp_path: Path) -> None:
    text = RUNS.replace(", FURTHER", "")
    for route in ("createRun", "getRun"):
        text = text.replace(f"Id: {route}\n", f"Id: {route}\n      deprecated: true\n")
    files = emit(built(tmp_path, text, POLLING).api, Templates())
    (source,) = (str(f.content) for f in files if f.path.name == "runs.py")
    marked = re.findall(r"deprecated\((.+)\)\n    (?:async )?def (\w+)\(", source)
    called = {"create_run": "POST /runs", "get_run": "GET /runs/{id}"}
    called |= {"create_run_and_poll": "POST /runs", "poll_run": "GET /runs/{id}"}
    expected = [(f'"{route} is deprecated"', name) for name, route in called.items()]
    assert sorted(marked) == sorted(expected * 2)


@pytest.mark.parametrize(
    ("answer", "path", "attribute"),
    [
        (RUN, "run-id", "run_id"),
        ("{$ref: '#/components/schemas/Same'}", "run-id", "run_id"),
        ("{$ref: '#/components/schemas/Either'}", "run-id", "run_id"),
        (
            f"{{required: [run], properties: {{run: {RUN}}}}}",
            "run.run-id",
            "run.run_id",
        ),
        (f"{{properties: {{run: {RUN}}}}}", "run.run-id", None),
        (f"{{anyOf: [{RUN}, {{type: 'null'}}]}}", "run-id", None),
        (f"{{anyOf: [{RUN}, {{properties: {{id: {{}}}}}}]}}", "run-id", None),
        ("{additionalProperties: {type: string}}", "run-id", None),
        ("{}", "run-id", None),
        (RUN, "runid", None),
    ],
)
def test_what_was_started_is_known_by_its_own_attribute(
    tmp_path: Path, answer: str, path: str, attribute: str | None
) -> None:
    text = STARTED.replace("ANSWER", answer)
    config: Json = {
        "polling": {
            "run": {
                "read": "getRun",
                "terminal": ["done"],
                "starts": ["createRun"],
                "arguments": {"id": path},
            }
        }
    }
    found = methods(tmp_path, text, config)
    said = [p for p in built(tmp_path, text, config).problems if "starts" in p.pointer]
    if attribute is None:
        assert [problem.severity for problem in said] == [Severity.ERROR]
        assert "create_run_and_poll" not in found
    else:
        assert not said
        assert f"path=(started.{attribute},)" in found["create_run_and_poll"]


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        (
            ("'200':", "'202': {description: later}\n        '200':"),
            "not every answer of 'createRun' has 'id' in the description",
        ),
        (
            (
                "tags: [read]",
                "tags: [read]\n      parameters: [{name: expand, in: query, required: true,"
                " schema: {type: string}}]",
            ),
            "'getRun' needs 'expand' beside its path, which nothing gives here",
        ),
    ],
)
def test_waiting_that_cannot_be_is_left_out_and_told(
    tmp_path: Path, change: tuple[str, str], fact: str
) -> None:
    text = STARTED.replace(
        "ANSWER", "{required: [id], properties: {id: {type: string}}}"
    )
    assert "create_run_and_poll" in methods(tmp_path, text, POLLING)
    text = text.replace(*change, 1)
    made = built(tmp_path, text, POLLING)
    assert [problem.fact for problem in made.problems] == [fact]
    assert "create_run_and_poll" not in methods(tmp_path, text, POLLING)


def test_a_value_with_signs_of_a_type_is_one_member_of_what_is_returned(
    tmp_path: Path,
) -> None:
    answer = "{description: ok, content: {application/json: {schema: %s}}}"
    text = f"""\
paths:
  /a:
    get:
      operationId: getA
      tags: [runs]
      responses:
        '200': {answer % "{const: ']|['}"}
        '201': {answer % "{type: integer}"}
        '202': {{description: later}}
"""
    found = methods(tmp_path, text)["get_a"]
    assert found.startswith('get_a(self) -> Literal["]|["] | int | None:')


def test_a_resource_yields_its_name_to_what_its_module_imports(tmp_path: Path) -> None:
    text = """\
paths:
  /a:
    post:
      tags: [Iterable]
      requestBody: {content: {application/jsonl: {schema: {type: integer}}}}
      responses: {'204': {description: ok}}
"""
    (resource,) = built(tmp_path, text).api.resources
    assert resource.class_name == "Iterable_"


@pytest.mark.parametrize(
    ("summary", "doc", "said"),
    [
        ("List orders", "List orders.", "List orders."),
        ("List orders", "List orders. All of them.", "List orders.\n\nAll of them."),
        ("list Orders.", "List orders\n", "List Orders."),
        (
            "List orders",
            "List orders of a day.",
            "List orders.\n\nList orders of a day.",
        ),
        ("", "List orders", "List orders."),
        ("List orders", "", "List orders."),
    ],
)
def test_a_method_says_nothing_twice(
    tmp_path: Path, summary: str, doc: str, said: str
) -> None:
    text = f"""\
paths:
  /a:
    get:
      operationId: getA
      tags: [runs]
      summary: {json.dumps(summary)}
      description: {json.dumps(doc)}
      responses: {{'204': {{description: ok}}}}
"""
    found = methods(tmp_path, text)["get_a"].split('"""')[1]
    assert inspect.cleandoc(found) == said


def test_shared_errors_of_several_classes_have_a_type_of_their_own(
    tmp_path: Path,
) -> None:
    errors = ", ".join(
        f"'{status}': {{description: no, content: {{application/json: {{schema: {{$ref:"
        f" '#/components/schemas/{name}'}}}}}}}}"
        for status, name in (("400", "Wrong"), ("401", "Denied"), ("404", "Gone"))
    )
    paths = "".join(
        f"  /{each}: {{get: {{tags: [runs], responses: {{{errors}}}}}}}\n"
        for each in "ab"
    )
    # mypy joins classes by how they are made, and fails where one is made otherwise.
    told = "{properties: {detail: {type: string}}}"
    schemas = (
        f"{{Wrong: {{properties: {{error: {{}}}}}}, Denied: {told}, Gone: {told}}}"
    )
    text = f"paths:\n{paths}components: {{schemas: {schemas}}}\n"
    files = emit(built(tmp_path, text).api, Templates())
    (source,) = (str(f.content) for f in files if f.path.name == "runs.py")
    assert "_ERRORS: Mapping[str, Callable[[], object]] = {" in source
    assert "from collections.abc import Callable, Mapping" in source
