"""Hostile input asks for work in proportion to its size.

Calls are counted rather than seconds; only what C does in one call has an alarm.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import pytest

from generator.config_reading import config_of
from generator.document import BrokenReference, Node, bundle, load
from generator.document.walk import broken_references
from generator.frontend.context import Context
from generator.frontend.operations.security import requirements_of
from generator.frontend.shapes.siblings import definition
from generator.frontend.types.alternatives import leaves_of
from generator.frontend.types.constants import constants_of
from generator.frontend.types.conversion import SchemaConverter
from generator.ir import EnumModel
from generator.names import Scope, words
from generator.paths import without_query
from generator.validation.parameters import faults

from .descriptions import fields, schemas
from .documents import HEAD, opened, refusal, write


@contextmanager
def at_most(limit: int) -> Iterator[None]:
    """Fails as soon as more functions were called within, those of C included."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if calls > limit:
            sys.setprofile(None)
            raise AssertionError(f"more than {limit:,} calls")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)


@contextmanager
def soon() -> Iterator[None]:
    """Fails after ten seconds of work, where linear work takes none of them."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError("more than ten seconds")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 10)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


# Keys ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("api_json", '{{"a": 1,\n "{key}": 2}}', "2:2"),
        ("api_yaml", "a: 1\n? {key}\n: 2\n", "2:3"),
        ("api_yaml", "{{a: 1, ? '{key}' : 2}}", "1:10"),
        ("api_yaml", "a: &x '{key}'\nb: {{*x : 1}}\n", "2:5"),
    ],
)
def test_keys_beyond_ten_thousand_characters_are_refused(
    tmp_path: Path, name: str, text: str, place: str
) -> None:
    said = refusal(tmp_path, text.format(key="k" * 10_001), name)
    assert said == (
        f"{name.replace('_', '.')}:{place}: this key and those around it have more than 10,000"
        " characters together; shorten them; a long text belongs into a value"
    )
    # What is no OpenAPI is read all the same.
    assert "no openapi key" in refusal(tmp_path, text.format(key="k" * 400), name)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("api_json", '{{"{k}": [\n{{"{k}": {{"z": 1, "{k}": 2}}}}]}}', "2:4015"),
        ("api_yaml", "? {k}\n: - ? {k}\n    : z: 1\n      ? {k}\n      : 2\n", "4:9"),
        ("api_yaml", "a: &a {{? {k} : 1}}\n? {k}\n: {{? {k} : *a}}\n", "3:6"),
    ],
)
def test_keys_in_each_other_are_counted_together(
    tmp_path: Path, name: str, text: str, place: str
) -> None:
    # All that is below has a pointer with all of them: 1.8 MB of keys made 3.8 GB of pointers.
    said = refusal(tmp_path, text.format(k="k" * 4_000), name)
    assert said.startswith(
        f"{name.replace('_', '.')}:{place}: this key and those around"
    )
    assert "no openapi key" in refusal(tmp_path, text.format(k="k" * 2_000), name)


def test_words_are_found_in_long_capitals() -> None:
    with soon():
        assert words("A" * 300_000) == ("A" * 300_000,)
        assert words("A" * 300_000 + "s") == ("A" + "a" * 299_999 + "s",)


def test_the_query_of_a_long_path_is_found() -> None:
    with soon():
        path = f"/{'?' * 300_000}}}"
        assert without_query(path + "?a") == path


@pytest.mark.parametrize("name", ["api_json", "api_yaml"])
def test_a_hundred_keys_that_stand_twice_are_told(tmp_path: Path, name: str) -> None:
    twice = ", ".join('"b": 1' for _ in range(3_000))
    inner = '{"a": ' * 800 + f"{{{twice}}}" + "}" * 800
    text = f'{{"openapi": "3.1.0", "paths": {{}}, "x-a": {inner}}}'
    with at_most(2_000_000):
        problems = list(load(write(tmp_path, **{name: text})).problems)
    assert len(problems) == 101
    assert "the key stands in line 1 already" in problems[0].fact
    assert problems[-1].fact == (
        "more than 100 keys stand twice in their mappings, and those from here on are not"
        " listed"
    )


def test_mappings_are_merged_once_each(tmp_path: Path) -> None:
    sources = ", ".join(f"{{a{number}: 1, b: {number}}}" for number in range(50_000))
    with soon():
        document = opened(tmp_path, f"{HEAD}x-a: {{<<: [{sources}], a0: 2}}")
    merged = document.root["x-a"].value
    assert isinstance(merged, dict)
    assert len(merged) == 50_001
    assert (merged["a0"], merged["b"]) == (2, 0)


def test_the_names_in_a_path_are_counted_once(tmp_path: Path) -> None:
    path = "/" + "".join(f"{{a{number}}}" for number in range(40_000))
    root = opened(tmp_path, HEAD).root
    with soon():
        assert len(list(faults(path, [], root))) == 40_000


# Names -----------------------------------------------------------------------------


def test_numbers_are_not_counted_from_the_start_for_each_name() -> None:
    scope = Scope()
    with at_most(200_000):
        names = [scope.claim(f"{number}", "Pet") for number in range(4_000)]
    assert names == ["Pet", *(f"Pet{number}" for number in range(2, 4_001))]


def test_schemas_in_the_same_place_are_counted_once(tmp_path: Path) -> None:
    variants = ", ".join(
        f"{{title: Pet, properties: {{p{number}: {{}}}}}}" for number in range(600)
    )
    document = opened(tmp_path, f"{HEAD}x-a: [{variants}]")
    context = Context(document, config_of({}), {})
    nodes = list(document.root["x-a"].elements())
    with at_most(100_000):
        names = [context.name_inline([each], "Pet") for each in nodes]
    assert (names[0], names[1], names[-1]) == ("Pet", "Pet2", "Pet600")


def test_components_of_one_name_are_counted_once(tmp_path: Path) -> None:
    keys = ["a" + "+" * number for number in range(1, 600)]
    refs = ", ".join(f"A{i}: {{$ref: 'b.yaml#/{key}'}}" for i, key in enumerate(keys))
    other = "".join(f"'{key}': {{type: string}}\n" for key in keys)
    text = f"{HEAD}components: {{schemas: {{A: {{properties: {{{refs}}}}}}}}}\n"
    document = opened(tmp_path, text, b_yaml=other)
    with at_most(350_000):
        assert bundle(document)


# References ------------------------------------------------------------------------


def _broken(count: int, near: int) -> str:
    """References to names that are close to others."""
    named = "".join(f"    Schema{number}Thing: {{}}\n" for number in range(near))
    refs = "".join(
        f"    Broken{number}: {{$ref: '#/components/schemas/Schema{number}Thong'}}\n"
        for number in range(count)
    )
    return f"{HEAD}components:\n  schemas:\n{named}{refs}"


def test_names_are_proposed_for_few_broken_references(tmp_path: Path) -> None:
    remedies = Counter(
        problem.remedy.partition(" ")[0]
        for problem in broken_references(opened(tmp_path, _broken(200, 200)))
    )
    assert remedies == {"did": 20, "define": 180}


@pytest.mark.parametrize(("near", "length"), [(1_000, 1), (500, 200)])
def test_names_are_not_proposed_where_they_are_many_or_long(
    tmp_path: Path, near: int, length: int
) -> None:
    text = _broken(20, near).replace("Schema", "Schema" + "x" * length)
    with at_most(200_000):
        found = broken_references(opened(tmp_path, text))
    assert {problem.remedy for problem in found} == {
        "define it, or correct the reference"
    }


@pytest.mark.parametrize(
    "end",
    ["{type: string}", "{$ref: '#/nowhere'}", "{$ref: '#/components/schemas/S0'}"],
)
def test_a_chain_of_references_is_followed_once(tmp_path: Path, end: str) -> None:
    count = 90
    lines = [
        f"    S{i}: {{$ref: '#/components/schemas/S{i + 1}'}}\n" for i in range(count)
    ]
    text = f"{HEAD}components:\n  schemas:\n{''.join(lines)}    S{count}: {end}\n"
    first = opened(tmp_path, text).components("schemas")["S0"]
    with at_most(20_000):
        for _ in range(200):
            with suppress(BrokenReference):
                assert first.deref().value == {"type": "string"}


@pytest.mark.parametrize("end", ["{}", "{allOf: [{$ref: '#/components/schemas/S0'}]}"])
def test_schemas_that_wrap_each_other_are_followed_once(
    tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Node] = []

    def counted(node: Node) -> Node:
        asked.append(node)
        return definition(node)

    monkeypatch.setattr("generator.frontend.context.definition", counted)
    count = 100
    lines = [
        f"S{i}: {{allOf: [{{$ref: '#/components/schemas/S{i + 1}'}}]}}"
        for i in range(count)
    ]
    found = schemas(tmp_path, "\n".join([*lines, f"S{count}: {end}"]))
    assert len(found) == count + 1
    assert len(asked) < 20 * count


# Schemas ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["enum", "oneOf", "allOf"])
def test_listed_values_are_not_compared_each_with_each(
    tmp_path: Path, kind: str
) -> None:
    values = ", ".join(map(str, range(2_000)))
    constants = ", ".join(f"{{const: {number}}}" for number in range(2_000))
    text = {
        "enum": f"A: {{enum: [{values}]}}",
        "oneOf": f"A: {{oneOf: [{constants}]}}",
        "allOf": f"A: {{allOf: [{{enum: [{values}]}}, {{enum: [{values}]}}]}}",
    }
    with at_most(600_000):
        found = schemas(tmp_path, text[kind])["A"]
    assert isinstance(found, EnumModel)
    assert found.type.values == tuple(range(2_000))


def test_bases_that_share_bases_are_merged_once_each(tmp_path: Path) -> None:
    levels = 40
    lines = [
        f"{side}{level}: {{allOf: [{{$ref: '#/components/schemas/A{level + 1}'}},"
        f" {{$ref: '#/components/schemas/B{level + 1}'}}]}}"
        for level in range(levels)
        for side in "AB"
    ]
    lines += [
        f"{side}{levels}: {{properties: {{{side}: {{type: string}}}}}}" for side in "AB"
    ]
    with at_most(1_000_000):
        found = schemas(tmp_path, "\n".join(lines))
    assert fields(found["A0"]).keys() == {"A", "B"}


# Alternatives and requirements -----------------------------------------------------


def test_unions_that_lead_to_each_other_are_gone_through_once(tmp_path: Path) -> None:
    unions = ""
    for name, other in ("AB", "BA"):
        reference = f"{{$ref: '#/components/schemas/{other}'}}"
        unions += f"    {name}: {{oneOf: [{', '.join([reference] * 60)}]}}\n"
    document = opened(tmp_path, f"{HEAD}components:\n  schemas:\n{unions}")
    context = Context(document, config_of({}), {})
    schema, _ = document.components("schemas").values()
    converter = SchemaConverter(context)
    with at_most(100_000):
        assert len(leaves_of(schema, context)) == 1
        assert constants_of(converter, schema, "kind") == []


def test_what_the_whole_api_asks_for_is_worked_out_once(tmp_path: Path) -> None:
    keys = [f"k{number}" for number in range(100)]
    schemes = ", ".join(f"{key}: {{type: http, scheme: bearer}}" for key in keys)
    text = f"""\
{HEAD}security: [{", ".join(f"{{{key}: []}}" for key in keys)}]
components: {{securitySchemes: {{{schemes}}}}}
"""
    document = opened(tmp_path, text)
    context = Context(document, config_of({}), {})
    requirements_of(document.root, context)
    with at_most(1_000):
        for _ in range(100):
            assert requirements_of(document.root, context)


def test_files_that_refer_to_each_other_are_gone_through_once_each(
    tmp_path: Path,
) -> None:
    places = range(30)
    listed = ", ".join(f"{{$ref: f{place}.yaml}}" for place in places)
    files = {f"f{place}_yaml": f"allOf: [{listed}]" for place in places}
    # What nothing here is called by is looked for in all of them.
    schemas = "{A: {$ref: f0.yaml}, B: {$ref: 'https://example.com/b'}}"
    document = opened(tmp_path, f"{HEAD}components: {{schemas: {schemas}}}\n", **files)
    with at_most(1_000_000):
        assert len(broken_references(document)) == 1
    assert len(document.files) == 31


def test_files_without_a_name_are_not_asked_for_it_each_time(tmp_path: Path) -> None:
    places = range(300)
    listed = ", ".join(f"f{place}: {{$ref: f{place}.yaml}}" for place in places)
    files = {f"f{place}_yaml": "type: string" for place in places}
    text = f"{HEAD}components: {{schemas: {{{listed}}}}}\n"
    document = opened(tmp_path, text, **files)
    with at_most(200_000):
        assert broken_references(document) == []
