"""Hostile input: always an answer, soon, in little memory, and without a traceback."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from generator.document import BrokenReference, Json, bundle, load
from generator.errors import UnusableInput
from generator.validation import check

from .documents import HEAD, opened, refusal, write


def _bundle_refusal(folder: Path, example: str, **files: str) -> str:
    text = (
        f"components: {{schemas: {{A: {{example: {example}}}, B: {{$ref: b.yaml}}}}}}\n"
    )
    document = opened(folder, HEAD + text, b_yaml="type: string", **files)
    with pytest.raises(UnusableInput) as refused:
        bundle(document)
    return str(refused.value).replace(f"{folder}/", "")


def test_a_bomb_of_references_is_not_expanded(tmp_path: Path) -> None:
    files = {
        f"e{index}_yaml": f"a: {{$ref: e{index + 1}.yaml}}\nb: {{$ref: e{index + 1}.yaml}}\n"
        for index in range(40)
    }
    found = _bundle_refusal(tmp_path, "{$ref: e0.yaml}", **files, e40_yaml="x: 1\n")
    assert "references stand for more than 250,000 values" in found


def test_files_do_not_nest_deeper_than_one_may(tmp_path: Path) -> None:
    files = {
        f"e{index}_json": '{"a":' * 800 + f'{{"$ref": "e{index + 1}.json"}}' + "}" * 800
        for index in range(3)
    }
    found = _bundle_refusal(tmp_path, "{$ref: e0.json}", **files, e3_json="{}")
    assert "references nest more than 900 levels" in found


@pytest.mark.parametrize("depth", [901, 3_000, 200_000])
@pytest.mark.parametrize(
    ("name", "opening", "closing"),
    [
        ("api_json", '{"a":', "1" + "}"),
        ("api_json", "[", "]"),
        ("api_yaml", "[", "]"),
        ("api_yaml", "{a: ", "}"),
        ("api_yaml", "- ", ""),
    ],
)
def test_deep_nesting_is_refused_at_once(
    tmp_path: Path, name: str, opening: str, closing: str, depth: int
) -> None:
    text = opening * depth + "1" * (opening == '{"a":') + closing.lstrip("1") * depth
    assert "nested too deeply" in refusal(tmp_path, text, name)


def test_nesting_up_to_the_limit_is_read(tmp_path: Path) -> None:
    schema = '{"items": ' * 850 + "{}" + "}" * 850
    document = load(
        write(
            tmp_path,
            api_json='{"openapi": "3.1.0", "info": {"title": "T", "version": "1"},'
            f' "components": {{"schemas": {{"A": {schema}}}}}}}',
        )
    )
    assert check(document) == []
    assert bundle(document)


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    assert "larger than 64 MB" in refusal(tmp_path, b"a" * (64 * 1024 * 1024 + 1))


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "api.yaml"
    path.touch()
    # No memory holds so much; on disk, it is a hole.
    os.truncate(path, 2**40)
    with pytest.raises(UnusableInput, match="larger than 64 MB"):
        load(path)


ALIAS_BOMBS = {
    "lists": "a0: &a0 [x, x, x, x]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)),
    "mappings": "a0: &a0 {x: 1}\n"
    + "".join(f"a{i}: &a{i} {{a: *a{i - 1}, b: *a{i - 1}}}\n" for i in range(1, 60)),
    "merges": "a0: &a0 {x: 1}\n"
    + "".join(
        f"a{i}: &a{i} {{<<: *a{i - 1}, k{i}: *a{i - 1}}}\n" for i in range(1, 60)
    ),
    "depth": "a0: &a0 [x]\n"
    + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 1000)),
    "redefined": "a: &a [x, x]\n" + "b: &b [*a, *a]\nc: &a [*b, *b]\n" * 30,
}


@pytest.mark.parametrize("name", ALIAS_BOMBS)
def test_an_alias_bomb_is_refused_without_being_expanded(
    tmp_path: Path, name: str
) -> None:
    message = refusal(tmp_path, HEAD + ALIAS_BOMBS[name])
    assert "aliases stand for more than" in message or "nested too deeply" in message


def test_a_redefined_anchor_within_itself_is_no_bomb(tmp_path: Path) -> None:
    assert "stands inside the value that it names" in refusal(
        tmp_path, HEAD + "a: &a [&b [x], *b, *a]\n"
    )


def test_as_many_aliases_as_are_allowed_are_walked(tmp_path: Path) -> None:
    properties = ", ".join(f"p{i}: {{type: string}}" for i in range(300))
    text = HEAD + f"x-shared: &x {{type: object, properties: {{{properties}}}}}\n"
    text += "components:\n  schemas:\n" + "".join(f"    S{i}: *x\n" for i in range(60))
    assert check(opened(tmp_path, text)) == []


# References ------------------------------------------------------------------------


def test_a_chain_of_a_hundred_references_is_followed(tmp_path: Path) -> None:
    schemas = "".join(
        f"    S{i}: {{$ref: '#/components/schemas/S{i + 1}'}}\n" for i in range(3000)
    )
    text = HEAD + "components:\n  schemas:\n" + schemas + "    S3000: {type: string}\n"
    document = opened(tmp_path, text)
    assert check(document) == []
    named = document.root["components"]["schemas"]
    assert named["S2900"].deref().value == {"type": "string"}
    for _ in range(2):
        with pytest.raises(BrokenReference) as broken:
            named["S2899"].deref()
        assert broken.value.problem.pointer == "/components/schemas/S2899"
        assert "passes through more than 100 others" in str(broken.value)


def test_four_hundred_schemas_in_all_of_are_followed(tmp_path: Path) -> None:
    schemas = "".join(
        f"    S{i}: {{allOf: [{{$ref: '#/components/schemas/S{i + 1}'}}]}}\n"
        for i in range(400)
    )
    text = HEAD + "components:\n  schemas:\n" + schemas + "    S400: {type: object}\n"
    assert check(opened(tmp_path, text)) == []


def test_references_that_pass_through_each_other_without_end_are_told(
    tmp_path: Path,
) -> None:
    text = HEAD + "a: {$ref: '#/b/x/x'}\nb: {$ref: '#/a/x/x'}\n"
    text += (
        "paths: {$ref: '#/a/x'}\ncomponents: {$ref: '#/c/c/c/c'}\nc: {$ref: '#/c/c'}\n"
    )
    facts = [problem.fact for problem in check(opened(tmp_path, text))]
    assert len(facts) == 2


def test_what_a_message_quotes_is_short(tmp_path: Path) -> None:
    long = "x" * 100_000
    text = (
        HEAD
        + f"components: {{schemas: {{A: {{$ref: '#/{long}'}}, B: {{type: {long}}}}}}}\n"
    )
    problems = check(opened(tmp_path, text))
    assert len(problems) == 2
    assert max(len(str(problem)) for problem in problems) < 800


# Garbage ---------------------------------------------------------------------------


@settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.binary(max_size=200)
    | st.text("{}[]:,-&*!|>'\"#%@`?~ \n\tab1.<", max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    for name in ("api_yaml", "api_json"):
        try:
            load(write(tmp_path, **{name: content}))
        except UnusableInput as error:
            assert str(error).count("\n") < len(error.problems)


KEYWORDS = [
    *("info", "paths", "components", "webhooks", "servers", "tags", "security", "get"),
    *("parameters", "requestBody", "responses", "content", "schema", "schemas", "200"),
    *("default", "in", "name", "required", "type", "items", "properties", "allOf"),
    *("oneOf", "$ref", "/a", "/a/{b}", "operationId", "callbacks", "headers", "title"),
    *("examples", "discriminator", "mapping", "additionalProperties", "propertyName"),
    *("url", "variables", "securitySchemes", "description", "application/json", "enum"),
]
odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.sampled_from(["", "path", "string", "object", "a"])
    | st.sampled_from(
        [{"$ref": f"#/{a}/{b}"} for a in ("components", "paths") for b in KEYWORDS[:24]]
    )
    | st.sampled_from(
        [{"$ref": "#"}, {"$ref": "#/components"}, {"$ref": "x.yaml"}, {"$ref": ""}]
    ),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYWORDS), inner, max_size=5),
    max_leaves=40,
)


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(st.sampled_from(KEYWORDS), odd_values, max_size=6),
    st.sampled_from(["3.0.3", "3.2.0"]),
)
def test_any_data_is_checked_and_bundled(
    tmp_path: Path, value: dict[str, Json], version: str
) -> None:
    (tmp_path / "x.yaml").write_text("get: {$ref: api.json}\nallOf: [{$ref: x.yaml}]\n")
    text = json.dumps({"openapi": version, **value})
    document = load(write(tmp_path, api_json=text))
    for problem in check(document):
        assert problem.line == 1 or problem.file.endswith("x.yaml")
        assert str(problem).isprintable()
    assert json.dumps(bundle(document))
