"""Cursors into a description."""

from __future__ import annotations

from pathlib import Path

import pytest

from .documents import HEAD, opened


def test_a_node_knows_its_place_and_value(tmp_path: Path) -> None:
    root = opened(tmp_path, HEAD + "paths:\n  /a/{b}:\n    get: {tags: [x, y]}\n").root
    tags = root["paths"]["/a/{b}"]["get"]["tags"]
    assert tags.pointer == "/paths/~1a~1{b}/get/tags"
    assert [tag.value for tag in tags.elements()] == ["x", "y"]
    assert tags[1].pointer == "/paths/~1a~1{b}/get/tags/1"
    assert tags.key == ("api.yaml", "/paths/~1a~1{b}/get/tags")
    problem = tags[1].problem("it is odd", "change it")
    assert str(problem) == (
        f"{tmp_path}/api.yaml:5:21 /paths/~1a~1{{b}}/get/tags/1: it is odd; change it"
    )


def test_what_is_not_there_is_none_or_empty(tmp_path: Path) -> None:
    root = opened(tmp_path, HEAD + "x: [1]\n").root
    assert root.get("y") is None
    assert root["info"]["title"].get("z") is None
    assert list(root.items("y")) == list(root["x"].items()) == []
    assert list(root.elements("info")) == list(root["info"].elements()) == []
    for missing in ("y", 0):
        with pytest.raises(KeyError):
            root[missing]


def test_a_number_can_be_had_as_it_is_written(tmp_path: Path) -> None:
    root = opened(tmp_path, HEAD + "x: [1.10, 0x1F, yes, '1.10', null]\n").root
    assert [node.written for node in root.elements("x")] == [
        *("1.10", "0x1F", "yes", "1.10", "null")
    ]


def test_messages_stay_on_one_line_and_steer_no_terminal(tmp_path: Path) -> None:
    root = opened(tmp_path, HEAD + '"a\\n\\x1b[2Jb": 1\n').root
    line = str(root["a\n\x1b[2Jb"].problem("fact", "remedy"))
    assert line.isprintable()
    assert r"/a\n\x1b[2Jb: fact" in line
