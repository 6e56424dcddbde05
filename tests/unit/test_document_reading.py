"""Bytes to plain data: YAML by 1.2, JSON, encodings, and what is said of the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from yaml import safe_dump

from generator.document import Json, read_yaml
from generator.document.json_reading import parse_json
from generator.document.positions import Branch, json_positions
from generator.document.yaml_reading import parse_yaml
from generator.errors import UnusableInput
from generator.pointers import join

from .documents import HEAD, opened, refusal, write


def data(text: str) -> Json:
    return parse_yaml(text).data


def test_yaml_is_read_without_libyaml() -> None:
    """As PyYAML is for a Python that it has no wheel for, where there is no compiler."""
    code = (
        "import sys; sys.modules['yaml._yaml'] = None; import yaml; "
        "from generator.document.yaml_reading import parse_yaml; "
        "assert not yaml.__with_libyaml__; "
        "print(parse_yaml('a: &a [1, off]\\nb: *a').data)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "{'a': [1, 'off'], 'b': [1, 'off']}\n", ran.stderr


@pytest.mark.parametrize(
    "text",
    [
        "off",
        "no",
        "yes",
        "on",
        "y",
        "1_000",
        "12:30:45",
        "2024-01-31",
        "0b11",
        "=",
        ".",
    ],
)
def test_what_only_yaml_1_1_reads_as_something_else_is_a_string(text: str) -> None:
    assert data(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("False", False),
        ("12", 12),
        ("-7", -7),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("!!float 12", 12),
        (".inf", ".inf"),
    ],
)
def test_scalars_are_read_by_the_core_schema(text: str, value: Json) -> None:
    read = data(f"a: {text}")
    assert read == {"a": value}
    assert isinstance(read, dict) and type(read["a"]) is type(value)


def test_keys_are_the_text_as_written() -> None:
    text = "200: a\non: b\n1.10: c\nnull: d\n~: e\n'x': f\n0x1F: g"
    assert isinstance(read := data(text), dict)
    assert list(read) == ["200", "on", "1.10", "null", "~", "x", "0x1F"]


def test_a_redefined_anchor_names_the_later_value() -> None:
    assert data("a: &x 1\nb: *x\nc: &x 2\nd: *x") == {"a": 1, "b": 1, "c": 2, "d": 2}


def test_aliases_share_their_value() -> None:
    assert isinstance(read := data("a: &x {k: [1]}\nb: *x"), dict)
    assert read["a"] is read["b"]


def test_an_alias_can_be_a_key() -> None:
    assert data("a: &x 200\nb: {*x : ok}") == {"a": 200, "b": {"200": "ok"}}


def test_merge_keys_fill_in_what_a_mapping_lacks() -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  z: 3\n  <<: [*a, *b]"
    assert isinstance(read := data(text), dict)
    assert read["c"] == {"x": 1, "y": 1, "z": 3}


@pytest.mark.parametrize("text", ["a: {<<: 5}\n", "a: &a x\nb: {<<: *a}\n"])
def test_a_single_value_cannot_be_merged(tmp_path: Path, text: str) -> None:
    assert "<< merges mappings, and here stands a single value" in refusal(
        tmp_path, text
    )


def test_a_quoted_merge_key_is_a_key() -> None:
    assert data('"<<": {a: 1}') == {"<<": {"a": 1}}


def test_tabs_may_stand_after_values_and_before_comments() -> None:
    assert data("a: b\t\nc: d\t# why\ne:\t[1,\t2]\n") == {
        "a": "b",
        "c": "d",
        "e": [1, 2],
    }


def test_an_emoji_in_two_escapes_is_one_character() -> None:
    assert data('a: "\\ud83d\\ude00"') == {"a": "\N{GRINNING FACE}"}


def test_what_looks_like_two_escapes_is_text_outside_of_double_quotes() -> None:
    pair, emoji = "\\ud83d\\ude00", "\N{GRINNING FACE}"
    text = f'é: \'{pair}\'\nb: 5" {pair}\n# {pair}\nc: "{pair}{pair} \\\\{pair[1:6]}"\n'
    assert data(text) == {
        "é": pair,
        "b": f'5" {pair}',
        "c": f"{emoji}{emoji} {pair[:6]}",
    }


def test_another_fault_beside_two_escapes_is_told(tmp_path: Path) -> None:
    text = 'a: "\\ud83d\\ude00"\nb: [\n'
    assert "did not find expected node content" in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n  b: 1\n\tc: 2\n", "api.yaml:3:1: a tab indents this line"),
        (
            "a: [1, 2\nb: 3",
            "api.yaml:2:2: not valid YAML: did not find expected ',' or ']'",
        ),
        (
            "a: *x",
            "api.yaml:1:4: the alias *x has no anchor before it; define &x above it",
        ),
        (
            "a: &x [*x]",
            "api.yaml:1:8: the alias *x stands inside the value that it names",
        ),
        ("a: 1\n---\nb: 2", "api.yaml:2:1: a second YAML document begins in this file"),
        (
            "a: !!python/name:os.system x",
            "api.yaml:1:4: the tag !!python/name:os.system",
        ),
        ("a: !local {b: 1}", "api.yaml:1:4: the tag !local"),
        ("a: !!int x", "api.yaml:1:4: the tag !!int"),
        ("{a: 1}: 2", "api.yaml:1:1: a mapping or a list stands here as a key"),
        ("a: 1e999", "api.yaml:1:4: the number is too large"),
        (f"a: {'9' * 400}", "api.yaml:1:4: the number is too large"),
        (f"a: {'9' * 5000}", "api.yaml:1:4: the number is too large"),
        (f"a: 0x{'f' * 400}", "api.yaml:1:4: the number is too large"),
        ("a: \x07", "api.yaml:1:1: a control character stands here"),
        ("a: ééé\nb: \x07\n\n\n", "api.yaml:2:1: a control character stands here"),
    ],
)
def test_what_is_not_yaml_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    assert refusal(tmp_path, text).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1 2}', "api.json:1:9: not valid JSON"),
        ('{\n  // b\n"a": 1}', "api.json:2:3: a comment stands here, which JSON"),
        ('{"a": 1} /* b */', "api.json:1:10: a comment stands here"),
        ('\n// b\n{"a": 1}', "api.json:2:1: a comment stands here"),
        (
            '{"a": {"b": 1}',
            "api.json:1:15: not valid JSON: expecting ',' delimiter; the file",
        ),
        # The place of a value under a key is the key's.
        ('{"a":\n NaN}', "api.json:1:2: NaN is no number in JSON"),
        ('{"a": [1, -1e999]}', "api.json:1:11: the number is too large"),
        (f'{{"a":\n 1{"0" * 400}}}', "api.json:1:2: the number is too large"),
        (f'{{"a":\n {"9" * 5000}}}', "api.json:1:2: the number is too large"),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    assert refusal(tmp_path, text, "api_json").startswith(message)


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    text = r'{"a": "\ud83d", "b": "\ud83d\ude00", "c": "\\ud83d"}'
    expected = {"a": "\ufffd", "b": "\N{GRINNING FACE}", "c": "\\ud83d"}
    assert parse_json(text).data == expected


def test_the_content_and_not_the_name_decides_between_json_and_yaml(
    tmp_path: Path,
) -> None:
    as_json = '{"openapi": "3.1.0", "x": "\\/"}'
    assert opened(tmp_path, as_json).root["x"].value == "/"
    as_yaml = write(tmp_path, api_json=HEAD)
    assert read_yaml(as_yaml).data == {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
    }


def test_yaml_that_begins_like_json_is_yaml(tmp_path: Path) -> None:
    assert opened(tmp_path, "{openapi: 3.1.0, x: [a]}").root["x"].value == ["a"]


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    for text in (HEAD + "x: Café\n", '{"openapi": "3.1.0", "x": "Café"}'):
        assert opened(tmp_path, text.encode(encoding)).root["x"].value == "Café"


def test_what_is_not_unicode_is_refused_with_its_place(tmp_path: Path) -> None:
    message = refusal(tmp_path, "a: 1\nb: Café".encode("latin-1"))
    assert message == (
        "api.yaml:2:7: not text in UTF-8: the byte 0xE9 does not fit; save the file as UTF-8"
    )


def test_duplicate_keys_are_errors_that_name_both_lines(tmp_path: Path) -> None:
    text = HEAD + "paths:\n  /a: {get: {x: 1}}\n  /b: {}\n  /a: {get: {x: 2}}\n"
    (problem,) = opened(tmp_path, text).problems
    assert (problem.line, problem.column, problem.pointer) == (6, 3, "/paths/~1a")
    assert "line 4" in problem.fact and "line 6" in problem.fact
    assert problem.severity == "error"


def test_duplicate_keys_in_json_are_found_as_well(tmp_path: Path) -> None:
    text = '{"openapi": "3.1.0",\n "x": {"a": 1,\n "a": 2}}'
    (problem,) = opened(tmp_path, text).problems
    assert (problem.line, problem.column, problem.pointer) == (3, 2, "/x/a")


def test_one_key_in_two_mappings_is_no_duplicate(tmp_path: Path) -> None:
    text = HEAD + "x: [{a: 1}, {a: 2}]\ny: {a: {a: 1}}\n"
    assert len(opened(tmp_path, text).problems) == 0


def test_a_configuration_with_a_duplicate_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="line 1 already"):
        read_yaml(write(tmp_path, sdkgen_yaml="a: 1\na: 2\n"))


# Neither halves of characters, nor what YAML takes for a line break or forbids.
texts = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_whatever_another_program_writes_as_yaml_is_read_back(value: Json) -> None:
    # Quoted, since the two disagree on what needs no quotes.
    text = safe_dump(value, allow_unicode=True, default_style='"', sort_keys=False)
    assert data(text) == value


@given(json_values)
def test_every_value_has_a_position_in_yaml_and_json(value: Json) -> None:
    text = json.dumps(value, ensure_ascii=False)
    places = _places(json_positions(text).around)
    assert places.keys() == {f"/0{pointer}" for pointer in _pointers(value)}
    assert places == _places(parse_yaml(text).positions.around)


def test_the_place_of_what_is_not_there_is_that_of_the_nearest_around_it() -> None:
    text = '{"a": {"b/c": [1,\n 2]}}'
    for positions in (json_positions(text), parse_yaml(text).positions):
        assert positions.of("/a/b~1c/1") == (2, 2)
        assert positions.of("/a/b~1c/2") == positions.of("/a/b~1c") == (1, 8)
        assert positions.of("/b/c") == positions.of("") == (1, 1)


def test_what_an_alias_or_a_merge_brings_stands_where_it_is_named() -> None:
    text = "a: &a {b: 1}\nc: *a\nd:\n  <<: *a\n  e: *a\n"
    positions = parse_yaml(text).positions
    assert positions.of("/c/b") == positions.of("/c") == (2, 1)
    assert positions.of("/d/b") == (3, 1)
    assert positions.of("/d/e/b") == (5, 3)


def test_numbers_and_words_are_known_as_they_are_spelled() -> None:
    for positions in (
        json_positions('{"a": [1.10, true, "2"]}'),
        parse_yaml("a: [1.10, true, '2']").positions,
    ):
        found = [positions.written(f"/a/{index}") for index in range(4)]
        assert found == ["1.10", "true", None, None]


def _places(branch: Branch, at: str = "") -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for step, place in branch.places.items():
        pointer = join(at, step)
        found[pointer] = place
        if isinstance(inner := branch.values.get(step), Branch):
            found |= _places(inner, pointer)
    return found


def _pointers(value: Json, at: str = "") -> set[str]:
    found = {at}
    if isinstance(value, dict):
        for key, child in value.items():
            found |= _pointers(
                child, f"{at}/{key.replace('~', '~0').replace('/', '~1')}"
            )
    elif isinstance(value, list):
        for index, child in enumerate(value):
            found |= _pointers(child, f"{at}/{index}")
    return found
