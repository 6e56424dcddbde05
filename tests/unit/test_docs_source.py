"""Python expressions as black leaves them."""

from __future__ import annotations

import ast

import black
import pytest
from black.mode import Mode, TargetVersion
from hypothesis import given, strategies as st

from generator.examples import UPLOAD
from generator.ir import Json
from generator.spelling.literals import string
from generator.targets.docs.snippets.source import Brackets, Entry, flat, lines, value

_MODE = Mode(target_versions={TargetVersion.PY311})
_TEXTS = st.text(alphabet="ab c\"'\\\n{}[],:#é漢字か", max_size=30)
_JSON: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4)
    ),
    max_leaves=12,
)


def _statement(before: str, json: Json) -> str:
    return "\n".join(lines(before, value(json), "")) + "\n"


@given(st.text(alphabet="ab\"'\\\n\u2028é{}\x00\ud800"))
def test_a_string_means_itself(text: str) -> None:
    assert ast.literal_eval(string(text)) == text


@given(_JSON)
def test_black_has_nothing_to_change_about_a_value(json: Json) -> None:
    source = _statement("found = ", json)
    assert black.format_str(source, mode=_MODE) == source


@given(_JSON)
def test_a_value_means_itself(json: Json) -> None:
    shown = ast.literal_eval(flat(value(json)))
    assert shown == json or "inf" in repr(json)


@pytest.mark.parametrize("length", range(60, 100, 3))
@pytest.mark.parametrize("arguments", [(), ("1",), ('"thing"', "size=20")])
@pytest.mark.parametrize("before", ["result = await ", "result = "])
def test_black_has_nothing_to_change_about_a_call(
    before: str, arguments: tuple[str, ...], length: int
) -> None:
    opening = f"client.{'x' * (length - 8)}("
    call = Brackets(opening, tuple(Entry("", each) for each in arguments), ")")
    body = "\n".join(lines(before, call, "", 4))
    source = f"async def main():\n{body}\n"
    assert black.format_str(source, mode=_MODE) == source


def test_a_number_beyond_all_bounds_is_none() -> None:
    assert flat(value(float("inf"))) == "None"


def test_a_file_is_its_name_and_its_content() -> None:
    assert flat(value(UPLOAD)) == '("notes.txt", b"Hello!")'
