"""Values of a description as Python source."""

from __future__ import annotations

import ast
import math

import pytest
from hypothesis import given, strategies as st

from generator.ir import Json
from generator.targets.python.literals import literal, scalars, string, tupled

VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_the_source_of_a_value_is_that_value_and_nothing_else(value: Json) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(st.text())
def test_the_source_of_a_string_has_nothing_that_an_editor_hides(text: str) -> None:
    source = string(text)
    assert ast.literal_eval(source) == text
    assert source.isprintable()


@given(st.lists(st.text()).map(tuple))
def test_the_source_of_strings_is_a_tuple(values: tuple[str, ...]) -> None:
    assert ast.literal_eval(scalars(values)) == values


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_what_python_has_no_literal_for_is_none(value: float) -> None:
    assert literal(value) == "None"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("plain", '"plain"'),
        ("it's", '"it\'s"'),
        ('say "hi"', "'say \"hi\"'"),
        ("a\nb", '"a\\nb"'),
        ("\\", '"\\\\"'),
        ("\u202e", '"\\u202e"'),
        ("é", '"é"'),
    ],
)
def test_strings_are_quoted_as_black_would(text: str, source: str) -> None:
    assert string(text) == source


def test_a_tuple_has_no_line_for_each_part_that_fits_beside_the_others() -> None:
    assert tupled([]) == "()"
    assert tupled(['"a"']) == '("a",)'
    assert tupled(['"a"', '("b",)']) == '("a", ("b",))'
