"""Overlays: edits to a description, in order, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document import Document, Json, load
from generator.errors import UnusableInput

from .documents import HEAD, write

API = HEAD + """paths:
  /a:
    get: {tags: [x], deprecated: true, parameters: [{name: p}, {name: q}, {name: r}]}
    post: {tags: [y]}
"""


def overlaid(folder: Path, *overlays: str, api: str = API) -> Document:
    path = write(folder, api_yaml=api)
    files = [
        write(folder, **{f"overlay{i}_yaml": text}) for i, text in enumerate(overlays)
    ]
    return load(path, overlays=files)


def actions(*lines: str, version: str = "1.0.0") -> str:
    head = f"overlay: {version}\ninfo: {{title: O, version: '1'}}\nactions:\n"
    return head + "".join(f"  - {line}\n" for line in lines)


def value(document: Document, *keys: str) -> Json:
    node = document.root
    for key in keys:
        node = node[key]
    return node.value


def test_an_update_is_merged_into_every_match(tmp_path: Path) -> None:
    action = (
        "{target: '$.paths.*.*', update: {tags: [z], x-new: {a: 1}, deprecated: false}}"
    )
    document = overlaid(tmp_path, actions(action))
    assert value(document, "paths", "/a", "post") == {
        "tags": ["y", "z"],
        "x-new": {"a": 1},
        "deprecated": False,
    }
    assert value(document, "paths", "/a", "get", "tags") == ["x", "z"]
    assert value(document, "paths", "/a", "get", "deprecated") is False


def test_the_root_can_be_updated(tmp_path: Path) -> None:
    document = overlaid(tmp_path, actions("{target: $, update: {info: {title: New}}}"))
    assert value(document, "info") == {"title": "New", "version": "1"}


def test_a_list_gets_another_element(tmp_path: Path) -> None:
    action = "{target: '$.paths[\"/a\"].get.parameters', update: {name: s}}"
    document = overlaid(tmp_path, actions(action))
    parameters = value(document, "paths", "/a", "get", "parameters")
    assert isinstance(parameters, list)
    assert parameters[-1] == {"name": "s"}


def test_what_matches_a_filter_is_removed(tmp_path: Path) -> None:
    action = "{target: \"$..parameters[?@.name != 'q']\", remove: true}"
    document = overlaid(tmp_path, actions(action))
    assert value(document, "paths", "/a", "get", "parameters") == [{"name": "q"}]


def test_whole_operations_are_removed(tmp_path: Path) -> None:
    action = "{target: '$.paths.*[?@.deprecated == true]', remove: true}"
    document = overlaid(tmp_path, actions(action))
    assert value(document, "paths", "/a") == {"post": {"tags": ["y"]}}


def test_actions_and_overlays_apply_in_order(tmp_path: Path) -> None:
    first = actions(
        "{target: $.info, update: {title: One}}", "{target: $.x, remove: true}"
    )
    second = actions("{target: \"$[?@.title == 'One']\", update: {title: Two}}")
    document = overlaid(tmp_path, first, second, api=API + "x: {}\n")
    assert value(document, "info", "title") == "Two"
    assert document.root.get("x") is None
    assert [file.path.name for file in document.files] == [
        "api.yaml",
        "overlay0.yaml",
        "overlay1.yaml",
    ]


def test_a_single_value_is_replaced_and_a_part_copied_as_of_1_1(tmp_path: Path) -> None:
    document = overlaid(
        tmp_path,
        actions(
            "{target: $.info.title, update: New}",
            "{target: '$.paths[\"/a\"]', update: {put: {}}}",
            "{target: '$.paths[\"/a\"].put', copy: '$.paths[\"/a\"].post'}",
            version="1.1.0",
        ),
    )
    assert value(document, "info", "title") == "New"
    assert value(document, "paths", "/a", "put") == {"tags": ["y"]}


@pytest.mark.parametrize(
    "path", ["$.servers[0,0]", "$.servers[0,-2]", "$.servers[:1,0]"]
)
def test_what_a_target_matches_twice_is_one_place(tmp_path: Path, path: str) -> None:
    api = HEAD + "servers: [{url: a}, {url: b}]\n"
    document = overlaid(
        tmp_path, actions(f"{{target: '{path}', remove: true}}"), api=api
    )
    assert value(document, "servers") == [{"url": "b"}]
    extended = overlaid(
        tmp_path, actions(f"{{target: '{path}', update: {{x-a: [1]}}}}"), api=api
    )
    assert value(extended, "servers") == [{"url": "a", "x-a": [1]}, {"url": "b"}]


def test_an_edit_does_not_show_where_an_alias_shares_the_value(tmp_path: Path) -> None:
    api = HEAD + "x: &x {a: [1]}\ny: *x\n"
    document = overlaid(tmp_path, actions("{target: $.x.a, update: 2}"), api=api)
    assert value(document, "x", "a") == [1, 2]
    assert value(document, "y", "a") == [1]


def test_matches_of_one_update_do_not_share_it(tmp_path: Path) -> None:
    document = overlaid(
        tmp_path,
        actions(
            "{target: '$.paths.*.*', update: {x-list: []}}",
            "{target: '$.paths[\"/a\"].get.x-list', update: 1}",
        ).replace("get.x-list", 'get["x-list"]'),
    )
    assert value(document, "paths", "/a", "get", "x-list") == [1]
    assert value(document, "paths", "/a", "post", "x-list") == []


def test_a_target_that_matches_nothing_is_a_warning_with_its_place(
    tmp_path: Path,
) -> None:
    (problem,) = overlaid(tmp_path, actions("{target: $.none, remove: true}")).problems
    assert problem.severity == "warning"
    assert str(problem).startswith(
        f"{tmp_path}/overlay0.yaml:4:6 /actions/0/target: the target $.none matches nothing"
    )


def test_a_mapping_is_not_merged_into_a_string(tmp_path: Path) -> None:
    (problem,) = overlaid(
        tmp_path, actions("{target: $.info.title, update: {a: 1}}")
    ).problems
    assert problem.severity == "error"
    assert "different kinds" in problem.fact


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1", "overlay0.yaml:1:1: there is no overlay key"),
        (
            "overlay: 2.0.0\nactions: []",
            "overlay0.yaml:1:1 /overlay: Overlay version 2.0.0",
        ),
        ("overlay: 1.0.0", "overlay0.yaml:1:1 /actions: actions is not a list"),
        ("overlay: 1.0.0\nactions: []", "overlay0.yaml:2:1 /actions: actions is empty"),
        (
            actions("{target: $.info, update: {title: a}, updates: {title: b}}"),
            "/actions/0/updates: an action has no 'updates'; use one of target, description,",
        ),
        (
            "overlay: 1.0.0\nactions: [{remove: true}]",
            "/actions/0: the action has no target",
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $}]",
            "/actions/0: the action does nothing",
        ),
        (
            actions("{target: '$.[', remove: true}"),
            "/actions/0/target: not a JSONPath: ",
        ),
        (
            actions("{target: $.info, remove: yes}"),
            "/actions/0/remove: remove is neither true nor false",
        ),
        (
            actions("{target: $.info, remove: false}"),
            "/actions/0: the action does nothing",
        ),
        (
            actions("{target: $.info, copy: [a]}"),
            "/actions/0/copy: copy is not a text",
        ),
        (
            actions("{target: $.info, copy: '$.['}"),
            "/actions/0/copy: not a JSONPath: ",
        ),
    ],
)
def test_what_is_no_overlay_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        overlaid(tmp_path, text)
    assert message in str(caught.value)


def test_all_that_is_wrong_with_overlays_is_told_at_once(tmp_path: Path) -> None:
    first = actions("{target: '$.[', remove: 1}", "{remove: true}", "{target: '$..['}")
    with pytest.raises(UnusableInput) as caught:
        overlaid(tmp_path, first, "a: 1")
    places = [
        (Path(problem.file).name, problem.pointer) for problem in caught.value.problems
    ]
    assert sorted(places) == [
        ("overlay0.yaml", "/actions/0/remove"),
        ("overlay0.yaml", "/actions/0/target"),
        ("overlay0.yaml", "/actions/1"),
        ("overlay0.yaml", "/actions/2"),
        ("overlay0.yaml", "/actions/2/target"),
        ("overlay1.yaml", ""),
    ]


@pytest.mark.parametrize("action", ["target: $.x, copy: $", "target: $.y, copy: $.y"])
def test_an_overlay_that_multiplies_without_end_is_refused(
    tmp_path: Path, action: str
) -> None:
    doubling = actions(*[f"{{{action}}}"] * 60, version="1.1.0")
    with pytest.raises(UnusableInput, match="adds more than"):
        overlaid(tmp_path, doubling, api=API + "x: {y: {}}\ny: [1, 2]\n")


@pytest.mark.parametrize("depth", [450, 600])
def test_an_overlay_may_not_nest_beyond_the_limit(tmp_path: Path, depth: int) -> None:
    inner = "{a: " * 600 + "1" + "}" * 600
    place = "{target: $.x" + ".b" * (depth - 1) + f", update: {{b: {inner}}}}}"
    api = HEAD + "x: " + "{b: " * depth + "{}" + "}" * depth + "\n"
    with pytest.raises(UnusableInput, match="nested too deeply"):
        overlaid(tmp_path, actions(place), api=api)


def test_a_list_can_be_copied_to_its_own_end(tmp_path: Path) -> None:
    doubling = actions("{target: $.x, copy: $.x}", version="1.1.0")
    document = overlaid(tmp_path, doubling, api=HEAD + "x: [1, {a: 2}]\n")
    assert value(document, "x") == [1, {"a": 2}, 1, {"a": 2}]


# Places ----------------------------------------------------------------------------


def place(document: Document, *keys: str | int) -> str:
    node = document.root
    for key in keys:
        node = node[key]
    problem = node.problem("fact", "remedy")
    return f"{Path(problem.file).name}:{problem.line} {problem.pointer}"


def test_what_an_overlay_put_there_has_its_place_in_the_overlay(tmp_path: Path) -> None:
    action = "{target: '$.paths[\"/a\"].post', update: {summary: s, requestBody: {content: 1}}}"
    document = overlaid(tmp_path, actions(action))
    assert place(document, "paths", "/a", "post", "summary") == (
        "overlay0.yaml:4 /actions/0/update/summary"
    )
    assert place(document, "paths", "/a", "post", "requestBody", "content") == (
        "overlay0.yaml:4 /actions/0/update/requestBody/content"
    )
    assert (
        place(document, "paths", "/a", "post", "tags")
        == "api.yaml:6 /paths/~1a/post/tags"
    )


def test_elements_keep_their_place_when_those_before_them_go(tmp_path: Path) -> None:
    api = HEAD + "x:\n  - {a: 1}\n  - {a: 2}\n  - {a: 3}\n"
    document = overlaid(tmp_path, actions("{target: '$.x[0]', remove: true}"), api=api)
    assert place(document, "x", 0, "a") == "api.yaml:5 /x/1/a"
    assert place(document, "x", 1) == "api.yaml:6 /x/2"


def test_single_values_keep_their_place_in_a_list_that_is_edited(
    tmp_path: Path,
) -> None:
    # By its place it is known how a number is written that is a text.
    api = HEAD + "x: {type: string, enum: [1.10, 1.20, 1.30, 1.40]}\n"
    document = overlaid(
        tmp_path,
        actions(
            "{target: '$.x.enum[0]', remove: true}",
            "{target: '$.x.enum[1]', update: 2.50}",
            "{target: '$.x', update: {enum: [3.60, 3.70]}}",
            "{target: '$.x.enum', update: 4.80}",
            version="1.1.0",
        ),
        api=api,
    )
    listed = list(document.root["x"].elements("enum"))
    assert [each.text for each in listed] == [
        "1.20",
        "2.50",
        "1.40",
        "3.60",
        "3.70",
        "4.80",
    ]
    assert place(document, "x", "enum", 1) == "overlay0.yaml:5 /actions/1/update"
    assert place(document, "x", "enum", 4) == "overlay0.yaml:6 /actions/2/update/enum/1"


def test_a_schema_is_known_by_the_identifier_that_an_overlay_gives_it(
    tmp_path: Path,
) -> None:
    api = HEAD + "x: {$ref: 'https://ids.example/pet'}\ny: {type: object}\n"
    named = actions("{target: $.y, update: {$id: 'https://ids.example/pet'}}")
    document = overlaid(tmp_path, named, api=api)
    assert document.root["x"].target().pointer == "/y"


def test_a_number_from_an_overlay_can_be_had_as_it_is_written(tmp_path: Path) -> None:
    document = overlaid(tmp_path, actions("{target: $.info, update: {version: 1.10}}"))
    assert document.root["info"]["version"].written == "1.10"
