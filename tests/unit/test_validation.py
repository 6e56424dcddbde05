"""What is wrong with a description: sdkgen's own checks, and the validator's verdict."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from generator import cache
from generator.errors import Problem
from generator.validation import check, fingerprint, start

from .documents import HEAD, opened

HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")
OK = "responses: {'200': {description: ok}}"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", str(tmp_path / "cache"))


def found(folder: Path, text: str, **others: str) -> list[str]:
    """`severity pointer: fact` of every own finding."""
    return [told(problem) for problem in check(opened(folder, text, **others))]


def told(problem: Problem) -> str:
    return f"{problem.severity} {problem.pointer}: {problem.fact}"


# Forms -----------------------------------------------------------------------------


def test_a_sound_description_has_no_problems(tmp_path: Path) -> None:
    text = HEAD + f"paths: {{/a: {{get: {{operationId: a, {OK}}}}}}}\n"
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "paths: {/a: {get: []}}",
            "error /paths/~1a/get: a list stands where an operation belongs",
        ),
        (
            "paths: {/a: {get: null}}",
            "error /paths/~1a/get: nothing (null) stands where an operation",
        ),
        (
            "servers: http://x",
            "error /servers: a string stands where a list (each element a server)",
        ),
        (
            "components: {schemas: {A: 1}}",
            "error /components/schemas/A: a number stands where a schema",
        ),
        (
            "components: {schemas: {A: {required: x}}}",
            "error /components/schemas/A/required: a string stands where a list (each element a string)",
        ),
        (
            "components: {schemas: {A: {properties: {x: {type: 1}}}}}",
            "error /components/schemas/A/properties/x/type: a number stands where a string or a list",
        ),
        (
            "components: {schemas: {A: {items: [{}]}}}",
            "error /components/schemas/A/items: a list stands where a schema belongs",
        ),
        (
            "components: {schemas: {A: {nullable: 'yes'}}}",
            "error /components/schemas/A/nullable: a string stands where true or false belongs",
        ),
        (
            "paths: null",
            "warning /paths: nothing (null) stands where a mapping of paths belongs",
        ),
        ("tags: [a]", "warning /tags/0: a string stands where a tag belongs"),
        (
            "components: {schemas: {A: {required: true}}}",
            "warning /components/schemas/A/required: true stands where a list",
        ),
        (
            "components: {schemas: {A: {maxLength: '1', description: 1}}}",
            "warning /components/schemas/A/description: a number stands where a string belongs",
        ),
    ],
)
def test_a_value_of_the_wrong_form_is_found(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert any(
        line.startswith(expected) for line in found(tmp_path, HEAD + text + "\n")
    )


def test_nothing_within_a_value_of_the_wrong_form_is_looked_at(tmp_path: Path) -> None:
    assert len(found(tmp_path, HEAD + "components: {schemas: [{$ref: gone}]}\n")) == 1


def test_data_may_have_any_form(tmp_path: Path) -> None:
    schema = (
        "{default: {$ref: gone}, example: [1], enum: [{}, null], x-a: {$ref: gone}}"
    )
    assert found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n") == []


def test_a_property_may_be_called_like_a_keyword(tmp_path: Path) -> None:
    schema = "{properties: {$ref: {type: string}, type: {type: string}, x-a: {type: string}}}"
    assert found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD_3_0, "error : paths is missing"),
        (HEAD, "error : paths, webhooks and components are all missing"),
        ("openapi: 3.1.0\npaths: {}\n", "error : info is missing"),
        (
            HEAD + "paths: {a: {}}\n",
            "error /paths/a: the path 'a' does not begin with /",
        ),
        (
            HEAD + "paths: {/a: {get: {responses: {ok: {description: x}}}}}\n",
            "error /paths/~1a/get/responses/ok: 'ok' is no status",
        ),
        (
            HEAD + "paths: {/a: {get: {responses: {2xx: {description: x}}}}}\n",
            "warning /paths/~1a/get/responses/2xx: 2xx is no range of statuses",
        ),
        (
            HEAD + "components: {parameters: {P: {name: x, schema: {}}}}\n",
            "error /components/parameters/P: in is missing",
        ),
        (
            HEAD + "components: {parameters: {P: {name: x, in: body, schema: {}}}}\n",
            "error /components/parameters/P/in: a parameter cannot stand there",
        ),
        (
            HEAD + "components: {schemas: {A: {type: strng}}}\n",
            "error /components/schemas/A/type: there is no type 'strng'",
        ),
        (
            HEAD + "components: {securitySchemes: {K: {type: apiKey, in: header}}}\n",
            "error /components/securitySchemes/K: name is missing",
        ),
    ],
)
def test_what_an_object_lacks_or_says_wrongly_is_found(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert found(tmp_path, text) == [expected]


def test_a_version_written_as_a_number_is_a_warning(tmp_path: Path) -> None:
    text = "openapi: 3.0\ninfo: {title: T, version: 1.10}\npaths: {}\n"
    document = opened(tmp_path, text)
    (version,) = document.problems
    assert (document.full_version, document.version) == ("3.0", "3.0")
    assert (
        told(version) == "warning /openapi: the version is the number 3.0, not a string"
    )
    (of_the_api,) = check(document)
    assert of_the_api.remedy == 'write "1.10", with quotes'


# References ------------------------------------------------------------------------


def test_every_reference_that_leads_nowhere_is_an_error_where_it_stands(
    tmp_path: Path,
) -> None:
    schemas = "{A: {$ref: '#/nowhere'}, B: {items: {$ref: '#/nowhere'}}, C: {$ref: gone.yaml}}"
    lines = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert [line.partition(": ")[0] for line in lines] == [
        "error /components/schemas/A",
        "error /components/schemas/B/items",
        "error /components/schemas/C",
    ]


def test_what_other_files_hold_is_checked_where_it_stands(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components: {schemas: {A: {$ref: b.yaml}, B: {$ref: b.yaml}}}\n",
        b_yaml="properties:\n  x: {$ref: gone.yaml}\n",
    )
    (problem,) = check(document)
    assert (problem.file, problem.line) == (f"{tmp_path}/b.yaml", 2)


def test_an_operation_may_be_a_reference(tmp_path: Path) -> None:
    text = HEAD + "paths: {'/a/{id}': {get: {$ref: get.yaml}}}\n"
    operation = (
        f"{OK}\nparameters: [{{name: id, in: path, required: true, schema: {{}}}}]\n"
    )
    assert found(tmp_path, text, get_yaml=operation) == []


def test_references_in_a_circle_are_one_error(tmp_path: Path) -> None:
    schemas = (
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}"
    )
    (line,) = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert line == (
        "error /components/schemas/A: the references lead in a circle: "
        "#/components/schemas/A -> #/components/schemas/B -> #/components/schemas/A"
    )


def test_a_schema_that_is_part_of_itself_by_all_of_is_a_warning(tmp_path: Path) -> None:
    schemas = "{A: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}"
    (line,) = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert line.startswith(
        "warning /components/schemas/A: allOf leads back to the schema itself"
    )


def test_recursion_through_a_value_is_no_circle(tmp_path: Path) -> None:
    schemas = "{A: {properties: {a: {$ref: '#/components/schemas/A'}}, required: [a]}}"
    assert found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n") == []


def test_a_mapping_that_names_no_schema_is_an_error(tmp_path: Path) -> None:
    schema = "{discriminator: {propertyName: k, mapping: {a: '#/nowhere', b: A, c: gone.yaml}}}"
    lines = found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n")
    place = "error /components/schemas/A/discriminator/mapping"
    assert [line.partition(": ")[0] for line in lines] == [f"{place}/a", f"{place}/c"]


# Operations ------------------------------------------------------------------------


def test_operations_that_share_an_id_are_told(tmp_path: Path) -> None:
    paths = f"{{/a: {{get: {{operationId: x, {OK}}}}}, /b: {{put: {{operationId: x, {OK}}}}}}}"
    assert found(tmp_path, HEAD + f"paths: {paths}\n") == [
        "warning /paths/~1b/put/operationId: the operationId 'x' is that of GET /a already"
    ]


def test_path_parameters_that_do_not_fit_the_path_are_told(tmp_path: Path) -> None:
    text = HEAD + f"""paths:
  /a/{{x}}/{{y}}/{{y}}:
    parameters: [{{name: ghost, in: path, required: true, schema: {{}}}}]
    get:
      parameters:
        - {{name: y, in: path, schema: {{}}}}
        - {{name: q, in: query, schema: {{}}}}
        - {{name: q, in: query, schema: {{}}}}
      {OK}
"""
    item = "/paths/~1a~1{x}~1{y}~1{y}"
    assert sorted(found(tmp_path, text)) == [
        f"warning {item}/get/parameters/0: the path parameter 'y' is not marked as required",
        f"warning {item}/get/parameters/2: the query parameter 'q' is declared twice",
        f"warning {item}/get: the path parameter 'x' is not declared",
        f"warning {item}/get: {{y}} stands in the path more than once",
        f"warning {item}/parameters/0: the path parameter 'ghost' does not occur in "
        "/a/{x}/{y}/{y}",
    ]


# The validator ---------------------------------------------------------------------


def judged(folder: Path, text: str, **others: str) -> list[str]:
    document = opened(folder, text, **others)
    return [told(problem) for problem in start(document).result(check(document))]


@pytest.mark.parametrize("head", [HEAD, HEAD_3_0, HEAD.replace("3.1.0", "3.2.0")])
def test_the_validator_has_nothing_to_say_of_a_sound_description(
    tmp_path: Path, head: str
) -> None:
    text = head + "paths: {}\ncomponents: {schemas: {A: {type: string, default: x}}}\n"
    assert judged(tmp_path, text) == []


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
    began = time.monotonic()
    (problem,) = start(document, seconds=2).result()
    assert time.monotonic() - began < 4
    assert problem.fact == "openapi-spec-validator did not finish within 2 s"
    assert problem.severity == "warning"


@pytest.mark.parametrize("executable", ["/bin/false", "/nowhere", ""])
def test_a_validator_that_cannot_run_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    (line,) = judged(tmp_path, HEAD + "paths: {}\n")
    assert line == "warning : openapi-spec-validator ended without a verdict"


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


# The cache -------------------------------------------------------------------------


def test_the_cache_gives_back_what_was_put(tmp_path: Path) -> None:
    key = cache.key_of("a", b"b")
    assert cache.get(key) is None
    cache.put(key, b"content")
    assert cache.get(key) == b"content"
    assert cache.key_of("ab") != cache.key_of("a", "b") == key


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    key = cache.key_of("a")
    cache.put(key, b"content")
    (entry,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert cache.get(key) is None


def test_the_cache_can_be_turned_off_and_may_be_unusable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = cache.key_of("a")
    (tmp_path / "file").write_text("")
    for setting in ("off", "OFF", str(tmp_path / "file")):
        monkeypatch.setenv("SDKGEN_CACHE", setting)
        cache.put(key, b"content")
        assert cache.get(key) is None
