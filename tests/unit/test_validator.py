"""openapi-spec-validator's verdict: what becomes of it, and of its failures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator import standby
from generator.errors import Problem
from generator.validation import check, fingerprint, start

from .documents import HEAD, opened

HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", str(tmp_path / "cache"))


def told(problem: Problem) -> str:
    return f"{problem.severity} {problem.pointer}: {problem.fact}"


def judged(folder: Path, text: str, **others: str) -> list[str]:
    document = opened(folder, text, **others)
    return [told(problem) for problem in start(document).result(check(document))]


@pytest.mark.parametrize("head", [HEAD, HEAD_3_0, HEAD.replace("3.1.0", "3.2.0")])
def test_the_validator_has_nothing_to_say_of_a_sound_description(
    tmp_path: Path, head: str
) -> None:
    text = head + "paths: {}\ncomponents: {schemas: {A: {type: string, default: x}}}\n"
    assert judged(tmp_path, text) == []


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_a_default_variant_is_new_in_3_2(tmp_path: Path, version: str) -> None:
    schema = (
        "{oneOf: [{type: object}], discriminator: {propertyName: a, defaultMapping: A}}"
    )
    text = HEAD.replace("3.1.0", version)
    found = judged(tmp_path, f"{text}components: {{schemas: {{A: {schema}}}}}\n")
    place = "warning /components/schemas/A/discriminator/defaultMapping"
    fact = "the key has a place here since OpenAPI 3.2; it is read all the same"
    assert found == [f"{place}: {fact}"] * (version == "3.1.0")


def test_webhooks_are_new_in_3_1(tmp_path: Path) -> None:
    (found,) = judged(tmp_path, f"{HEAD_3_0}paths: {{}}\nwebhooks: {{}}\n")
    fact = "the key has a place here since OpenAPI 3.1; it is read all the same"
    assert found == f"warning /webhooks: {fact}"


@pytest.mark.parametrize("head", [HEAD, HEAD_3_0])
def test_its_findings_are_warnings_with_a_place_and_a_fact(
    tmp_path: Path, head: str
) -> None:
    schema = "{properties: {a: {type: integer, default: [1]}, b: {type: string, pattern: 1}}}"
    text = head + f"paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\nx: 1\n"
    lines = judged(tmp_path, text)
    assert "warning /x: the key may not stand here" in lines
    if head is HEAD:
        # The metaschema is broken, so the validator does not go on to the default.
        assert len(lines) == 1
    text = text.replace(", b: {type: string, pattern: 1}", "")
    assert judged(tmp_path, text) == [
        "warning /components/schemas/A/properties/a/default: the default does not fit its "
        "schema: a list stands where an integer belongs",
        "warning /x: the key may not stand here",
    ]


@pytest.mark.parametrize(
    ("parameter", "place", "fact"),
    [
        ("in: path", "", "required is missing"),
        ("in: header, style: form", "/style", "'form' is not among 'simple'"),
        (
            "in: query, style: bare",
            "/style",
            "'bare' is not among 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'",
        ),
    ],
)
def test_where_forms_are_told_apart_by_a_key_the_one_that_is_meant_is_judged(
    tmp_path: Path, parameter: str, place: str, fact: str
) -> None:
    listed = f"[{{name: a, {parameter}, schema: {{type: string}}}}]"
    operation = (
        f"{{parameters: {listed}, responses: {{default: {{description: all}}}}}}"
    )
    document = opened(tmp_path, HEAD_3_0 + f"paths: {{'/{{a}}': {{get: {operation}}}}}")
    pointer = f"/paths/~1{{a}}/get/parameters/0{place}"
    assert [told(problem) for problem in start(document).result()] == [
        f"warning {pointer}: {fact}"
    ]


def test_a_value_that_no_form_has_is_told_with_those_that_they_have(
    tmp_path: Path,
) -> None:
    text = "paths: {}\ncomponents: {securitySchemes: {A: {type: secret}}}\n"
    (problem,) = start(opened(tmp_path, HEAD_3_0 + text)).result()
    assert told(problem) == (
        "warning /components/securitySchemes/A/type: "
        "'secret' is not among 'apiKey', 'http', 'oauth2', 'openIdConnect'"
    )


def test_a_path_item_may_have_more_than_a_reference(tmp_path: Path) -> None:
    rest = "pathItems: {A: {}}, parameters: {P: {name: p, in: query, schema: {}}}"
    item = "{$ref: '#/components/pathItems/A', summary: s, parameters: []}"
    text = f"paths: {{/a: {item}, /b: {{parameters: [{{$ref: '#/components/parameters/P', in: path}}]}}}}\n"
    document = opened(tmp_path, f"{HEAD}{text}components: {{{rest}}}\n")
    places = [problem.pointer for problem in start(document).result()]
    assert places == ["/paths/~1b/parameters/0/in"]


def test_what_stands_in_place_of_a_schema_is_not_quoted(tmp_path: Path) -> None:
    """It may come from a file that is no description, and that not all may see."""
    text = "components: {schemas: {A: {properties: {a: {$ref: key.txt}}}}}\n"
    document = opened(tmp_path, HEAD + text, key_txt="hunter2\n")
    found = [*check(document), *start(document).result()]
    assert len(found) == 3
    assert not any("hunter2" in str(problem) for problem in found)


def test_what_the_own_checks_have_found_is_not_said_twice(tmp_path: Path) -> None:
    text = "openapi: 3.0.3\npaths: {'/a/{x}': {get: {parameters: {}}}}\ncomponents: {schemas: []}\n"
    document = opened(tmp_path, text)
    own = check(document)
    places = {problem.pointer for problem in own}
    assert places == {
        "",
        "/components/schemas",
        "/paths/~1a~1{x}/get",
        "/paths/~1a~1{x}/get/parameters",
    }
    said = [told(problem) for problem in start(document).result(own)]
    assert [line for line in said if "could not judge" not in line] == [
        "warning /paths/~1a~1{x}/get: responses is missing"
    ]


def test_findings_in_other_files_have_their_place_there(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components: {schemas: {A: {$ref: b.yaml}}}\n",
        b_yaml="type: object\nproperties:\n  x: {type: integer, default: one}\n",
    )
    (problem,) = start(document).result()
    assert (problem.file, problem.line, problem.pointer) == (
        f"{tmp_path}/b.yaml",
        3,
        "/properties/x/default",
    )


def test_a_part_that_it_cannot_judge_does_not_keep_it_from_the_rest(
    tmp_path: Path,
) -> None:
    schemas = "{A: {allOf: [{$ref: '#/components/schemas/A'}]}, B: {type: integer, default: x}}"
    lines = judged(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert lines == [
        "warning : openapi-spec-validator could not judge one part of the description "
        "(RecursionError)",
        "warning /components/schemas/B/default: the default does not fit its schema: "
        "a string stands where an integer belongs",
    ]


def test_a_validator_that_takes_too_long_is_stopped_and_told(tmp_path: Path) -> None:
    # Every schema needs the next one twice: the validator looks at 2 ** 40 of them.
    chain = "".join(
        f"    S{i}: {{allOf: [{{$ref: '#/components/schemas/S{i + 1}'}}, "
        f"{{$ref: '#/components/schemas/S{i + 1}'}}]}}\n"
        for i in range(40)
    )
    text = HEAD + "components:\n  schemas:\n" + chain + "    S40: {type: object}\n"
    document = opened(tmp_path, text)
    assert check(document) == []
    (problem,) = start(document, seconds=2).result()
    assert problem.fact == "openapi-spec-validator did not finish within 2 s"
    assert problem.severity == "warning"


@pytest.mark.parametrize("executable", ["/bin/false", "/nowhere", ""])
def test_a_validator_that_cannot_run_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    (line,) = judged(tmp_path, HEAD + "paths: {}\n")
    assert line == "warning : openapi-spec-validator ended without a verdict"


def test_a_validator_that_fails_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standby, "_JUDGE", "import sys, no_such_module")
    (line,) = judged(tmp_path, HEAD + "paths: {}\n")
    assert line == (
        "warning : openapi-spec-validator ended without a verdict"
        " (ModuleNotFoundError: No module named 'no_such_module')"
    )


def test_a_verdict_is_kept_as_long_as_the_content_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = HEAD + "paths: {}\nx: 1\n"
    first = judged(tmp_path, text)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert judged(tmp_path, text) == first == ["warning /x: the key may not stand here"]
    assert "without a verdict" in judged(tmp_path, text + "z: 1\n")[0]


def test_a_failure_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "paths: {}\n"
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", "/bin/false")
        assert len(judged(tmp_path, text)) == 1
    assert judged(tmp_path, text) == []


def test_a_fingerprint_changes_with_every_file_that_was_read(tmp_path: Path) -> None:
    text = HEAD + "components: {schemas: {A: {$ref: b.yaml}}}\n"
    prints: set[str] = set()
    for other in ("type: object\n", "type: string\n"):
        document = opened(tmp_path, text, b_yaml=other)
        check(document)
        prints.add(fingerprint(document))
    assert len(prints) == 2
    assert fingerprint(document) == fingerprint(document)
