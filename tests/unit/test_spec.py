"""`spec/assistants.yaml`: all facts of the reference, in valid OpenAPI, with valid examples."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "assistants.yaml"
SHARED = ROOT.parent / "shared"
FACTS = SHARED / "tools" / "spec_facts.py"
REFERENCE = SHARED / "reference" / "openai-assistants-v1.yaml"
OPERATIONS = 28

_NO_SUCH_PROPERTY = "the body is closed and has no such property; the path has"
_SLIPPED = "there is no such property: the keyword slipped into `required`"
# The facts of the reference that are wrong there, and why.
WRONG = {
    (
        "createRun",
        "request",
        "application/json",
        "/thread_id",
        "required",
    ): _NO_SUCH_PROPERTY,
    (
        *(
            "createThreadAndRun",
            "request",
            "application/json",
            "/thread_id",
            "required",
        ),
    ): "the body is closed and has no such property; the thread is being created",
    (
        "listAssistantFiles",
        "response 200",
        "application/json",
        "/items",
        "required",
    ): _SLIPPED,
    (
        "listMessageFiles",
        "response 200",
        "application/json",
        "/items",
        "required",
    ): _SLIPPED,
}


@cache
def spec() -> dict[str, Any]:
    data = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def operations() -> Iterator[dict[str, Any]]:
    for item in spec()["paths"].values():
        yield from (entry for entry in item.values() if isinstance(entry, dict))


def followed(value: dict[str, Any]) -> dict[str, Any]:
    """What a place holds or refers to."""
    while "$ref" in value:
        found: Any = spec()
        for step in value["$ref"].removeprefix("#/").split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
        value = found
    return value


def test_it_lacks_no_fact_of_the_reference_but_those_that_are_wrong_there() -> None:
    if not FACTS.exists():
        pytest.skip(
            f"there is no {FACTS}: the reference is not part of this repository"
        )
    run = subprocess.run(
        [sys.executable, FACTS, SPEC, REFERENCE, "--limit", "100000"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    lacking = run.stdout.partition("lacking in ours:")[2].splitlines()[1:]
    rows = {
        tuple(re.split(r" {2,}", line.strip()))
        for line in lacking
        if line.startswith("  ")
    }
    assert rows == set(WRONG)
    assert re.search(r"^\d{4} of \d{4} facts present$", run.stdout, re.M)


def test_what_is_wrong_in_the_reference_is_wrong_for_the_reason_given() -> None:
    if not REFERENCE.exists():
        pytest.skip(f"there is no {REFERENCE}: it is not part of this repository")
    schemas = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))["components"][
        "schemas"
    ]
    for key in ("CreateRunRequest", "CreateThreadAndRunRequest"):
        assert schemas[key]["additionalProperties"] is False
        assert "thread_id" in schemas[key]["required"]
        assert "thread_id" not in schemas[key]["properties"]
    for key in ("ListAssistantFilesResponse", "ListMessageFilesResponse"):
        assert "items" in schemas[key]["required"]
        assert "items" not in schemas[key]["properties"]


def test_an_independent_validator_finds_nothing() -> None:
    assert [str(error) for error in OpenAPIV31SpecValidator(spec()).iter_errors()] == []


def test_all_operations_are_there() -> None:
    ids = [operation["operationId"] for operation in operations()]
    assert (len(ids), len(set(ids))) == (OPERATIONS, OPERATIONS)


def test_every_operation_asks_for_the_version_of_the_api() -> None:
    for item in spec()["paths"].values():
        shared = [followed(entry) for entry in item.get("parameters", [])]
        for operation in item.values():
            if isinstance(operation, dict):
                own = [followed(entry) for entry in operation.get("parameters", [])]
                beta = [p for p in (*shared, *own) if p["name"] == "OpenAI-Beta"]
                assert [
                    followed(p["schema"]).get("const") or followed(p["schema"])["enum"]
                    for p in beta
                ]
                assert all(p["required"] is True for p in beta)


# Examples --------------------------------------------------------------------------

_SCHEMA_KEYS = {"schema", "items", "additionalProperties", "not", "contains"}
_SCHEMA_MAPS = {"properties", "schemas", "patternProperties", "$defs"}
_SCHEMA_LISTS = {"allOf", "oneOf", "anyOf", "prefixItems"}


def places(
    value: object, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping of the description with its pointer, but for what is within examples."""
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield from places(entry, (*path, str(index)))
    if isinstance(value, dict):
        yield "/".join(
            ("", *(step.replace("~", "~0").replace("/", "~1") for step in path))
        ), value
        for key, entry in value.items():
            in_map = path[-1:] and path[-1] in _SCHEMA_MAPS
            if in_map or key not in {"example", "examples", "default", "const", "enum"}:
                yield from places(entry, (*path, str(key)))


def is_schema(pointer: str) -> bool:
    steps = pointer.split("/")
    return (
        (steps[-1] in _SCHEMA_KEYS and steps[-2] not in _SCHEMA_MAPS)
        or (len(steps) > 2 and steps[-2] in _SCHEMA_MAPS and steps[-3] != "properties")
        or (len(steps) > 2 and steps[-2] in _SCHEMA_LISTS)
    )


def examples() -> Iterator[tuple[str, object, str]]:
    """Where an example stands, the example, and the pointer of its schema."""
    for pointer, holder in places(spec()):
        if is_schema(pointer):
            values = [
                *holder.get("examples", []),
                *([holder["example"]] if "example" in holder else []),
            ]
            yield from ((pointer, value, pointer) for value in values)
        elif "schema" in holder:
            if "example" in holder:
                yield pointer, holder["example"], f"{pointer}/schema"
            for entry in holder.get("examples", {}).values():
                yield pointer, followed(entry)["value"], f"{pointer}/schema"


def test_every_example_is_valid_against_its_schema() -> None:
    registry = Registry().with_resource("urn:spec", DRAFT202012.create_resource(spec()))
    wrong, count = [], 0
    for pointer, value, schema in examples():
        count += 1
        validator = Draft202012Validator(
            {"$ref": f"urn:spec#{schema}"},
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        wrong += [
            f"{pointer}: {error.message}" for error in validator.iter_errors(value)
        ]
    assert wrong == []
    assert count > 2 * OPERATIONS


def test_every_operation_has_an_example_of_what_is_sent_and_of_what_comes_back() -> (
    None
):
    for operation in operations():
        contents = [
            content
            for status, response in operation["responses"].items()
            if status.startswith("2")
            for content in followed(response).get("content", {}).values()
        ]
        if "requestBody" in operation:
            contents += followed(operation["requestBody"])["content"].values()
        assert contents
        for content in contents:
            assert content.get("example") or content.get("examples"), operation[
                "operationId"
            ]


def test_every_parameter_and_field_says_what_it_is() -> None:
    silent = []
    for pointer, holder in places(spec()):
        steps = pointer.split("/")
        is_parameter = "in" in holder and "name" in holder and "schema" in holder
        is_field = (
            len(steps) > 2 and steps[-2] == "properties" and steps[-3] != "properties"
        )
        if is_parameter or is_field:
            described = holder.get("description") or followed(holder).get("description")
            # What is always the same needs no words.
            if not described and "const" not in holder:
                silent.append(pointer)
    assert silent == []
