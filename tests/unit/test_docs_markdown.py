"""Pieces of Markdown around untrusted text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from generator.spelling.markdown import cell_code, clean, code, fence, text

from .markdown_judge import dangers, rendered, shown

_HOSTILE = st.text(alphabet="`|<>&*_[](){}!#\\~ \n\"'ab;", max_size=12)


@given(_HOSTILE)
def test_plain_text_is_shown_sign_by_sign(source: str) -> None:
    written = f"x {text(source)} x"
    assert not dangers(written)
    assert shown(written) == " ".join(f"x {source} x".split())


@given(_HOSTILE.filter(str.strip))
def test_a_code_span_holds_any_text(source: str) -> None:
    flat = " ".join(source.split())
    assert shown(f"x{code(source)}x") == f"x{flat}x"
    assert rendered(f"x{code(source)}x").count("<code>") == 1


@given(_HOSTILE.filter(str.strip))
def test_a_code_span_in_a_cell_stays_in_its_cell(source: str) -> None:
    table = rendered(f"| a | b |\n| --- | --- |\n| {cell_code(source)} | end |")
    assert table.count("<td>") == 2
    assert "<td>end</td>" in table


def test_code_with_a_pipe_is_shown_as_it_is_in_a_cell() -> None:
    table = f"| a |\n| --- |\n| {cell_code('^(a|*b*)$')} |"
    assert shown(table) == "a ^(a|*b*)$"


@pytest.mark.parametrize("source", ["\n", " ", "\x07", ""])
def test_code_that_nobody_could_see_is_shown_as_json(source: str) -> None:
    assert code(source) == cell_code(source) == f"`{json.dumps(source)}`"


@pytest.mark.parametrize("source", ["a ``` b", "````\ncode\n````", "~~~", "plain"])
def test_a_fence_is_longer_than_what_it_holds(source: str) -> None:
    assert shown(fence(source, "json")) == " ".join(source.split())


@pytest.mark.parametrize("language", ["mermaid", "x onload=y", "{.python}", ""])
def test_a_fence_with_an_odd_language_is_plain_text(language: str) -> None:
    assert fence("code", language) == "```text\ncode\n```"


def test_lines_end_in_one_way_and_controls_are_gone() -> None:
    assert clean("a\r\nb\rc\u2028\x07\u202ed") == "a\nb\nc\nd"
