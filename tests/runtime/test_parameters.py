"""Parameters in every style, against the tables of OpenAPI 3.0, 3.1 and 3.2."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest
from hypothesis import given, strategies as st
from pydantic import BaseModel

from templates.python._runtime.errors import APIError, InvalidRequestError
from templates.python._runtime.omit import OMIT
from templates.python._runtime.operation import Param
from templates.python._runtime.parameters import (
    cookie_pairs,
    header_value,
    path_value,
    query_pairs,
)

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


class Color(StrEnum):
    BLUE = "blue"


class Point(BaseModel):
    x: int
    y: int | None = None


def test_of_a_time_only_the_day_is_sent_where_that_is_all_that_is_meant() -> None:
    moment, day = datetime(2024, 5, 31, 12, 30, tzinfo=UTC), date(2024, 6, 1)
    param = Param("path", "a", date=True)
    assert path_value("a", moment, param) == path_value("a", moment.date(), param)
    assert path_value("a", [moment, day], param) == "2024-05-31,2024-06-01"
    param = Param("query", "a", date=True)
    assert query_pairs("a", moment, param) == ["a=2024-05-31"]
    assert query_pairs("a", None, param) == query_pairs("a", OMIT, param) == []
    listed = Param("query", "a", style="form", explode=False, date=True)
    assert query_pairs("a", (moment, day), listed) == ["a=2024-05-31,2024-06-01"]
    assert header_value("a", moment, Param("header", "a", date=True)) == "2024-05-31"
    cookie = Param("cookie", "a", date=True)
    assert cookie_pairs("a", moment, cookie) == ["a=2024-05-31"]
    assert query_pairs("a", "2024-05-31", param) == ["a=2024-05-31"]
    deep = Param("query", "a", style="deepObject", date=True)
    assert query_pairs("a", {"gte": moment}, deep) == ["a%5Bgte%5D=2024-05-31"]


@pytest.mark.parametrize(
    ("style", "explode", "value", "written"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, COLORS, "blue,black,brown"),
        ("simple", False, RGB, "R,100,G,200,B,150"),
        ("simple", True, COLORS, "blue,black,brown"),
        ("simple", True, RGB, "R=100,G=200,B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, COLORS, ".blue,black,brown"),
        ("label", False, RGB, ".R,100,G,200,B,150"),
        ("label", True, COLORS, ".blue.black.brown"),
        ("label", True, RGB, ".R=100.G=200.B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, COLORS, ";color=blue,black,brown"),
        ("matrix", False, RGB, ";color=R,100,G,200,B,150"),
        ("matrix", True, COLORS, ";color=blue;color=black;color=brown"),
        ("matrix", True, RGB, ";R=100;G=200;B=150"),
    ],
)
def test_a_path_parameter_is_written_in_its_style(
    style: Any, explode: bool, value: object, written: str
) -> None:
    param = Param("path", "color", style=style, explode=explode)
    assert path_value("color", value, param) == written


@pytest.mark.parametrize(
    ("style", "explode", "value", "written"),
    [
        ("form", True, "", "color="),
        ("form", True, "blue", "color=blue"),
        ("form", True, COLORS, "color=blue&color=black&color=brown"),
        ("form", True, RGB, "R=100&G=200&B=150"),
        ("form", False, "", "color="),
        ("form", False, COLORS, "color=blue,black,brown"),
        ("form", False, RGB, "color=R,100,G,200,B,150"),
        ("spaceDelimited", False, COLORS, "color=blue%20black%20brown"),
        ("spaceDelimited", False, RGB, "color=R%20100%20G%20200%20B%20150"),
        ("spaceDelimited", True, COLORS, "color=blue&color=black&color=brown"),
        ("pipeDelimited", False, COLORS, "color=blue%7Cblack%7Cbrown"),
        ("pipeDelimited", False, RGB, "color=R%7C100%7CG%7C200%7CB%7C150"),
        ("deepObject", True, RGB, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ("deepObject", True, "blue", "color=blue"),
        ("form", True, [], ""),
        ("form", False, [], ""),
        ("form", True, {}, ""),
        ("form", True, None, ""),
        ("form", True, OMIT, ""),
        ("form", True, ["a", None, "b"], "color=a&color=b"),
        ("form", False, ["a,b", "c"], "color=a%2Cb,c"),
    ],
)
def test_a_query_parameter_is_written_in_its_style(
    style: Any, explode: bool, value: object, written: str
) -> None:
    param = Param("query", "color", style=style, explode=explode)
    assert "&".join(query_pairs("color", value, param)) == written


def test_deep_objects_nest_as_deep_as_they_are() -> None:
    value = {"a": {"b": 1, "c": [True, {"d": "x"}]}, "e": None, "f": OMIT}
    written = "&".join(query_pairs("q", value, Param("query", "q", style="deepObject")))
    assert unquote(written) == "q[a][b]=1&q[a][c][0]=true&q[a][c][1][d]=x"


def test_a_list_at_the_top_of_a_deep_object_is_numbered() -> None:
    param = Param("query", "expand", style="deepObject")
    assert unquote("&".join(query_pairs("expand", ["a", "b"], param))) == (
        "expand[0]=a&expand[1]=b"
    )


@pytest.mark.parametrize(
    ("explode", "value", "written"),
    [
        (False, "blue", "blue"),
        (False, COLORS, "blue,black,brown"),
        (False, RGB, "R,100,G,200,B,150"),
        (True, RGB, "R=100,G=200,B=150"),
        (False, 7, "7"),
        (False, True, "true"),
        (False, "", ""),
        (False, None, None),
        (False, OMIT, None),
        (False, [], None),
        (False, "  padded\t", "padded"),
    ],
)
def test_a_header_is_written_in_the_simple_style(
    explode: bool, value: object, written: str | None
) -> None:
    assert (
        header_value("X-A", value, Param("header", "X-A", explode=explode)) == written
    )


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\x00b", "\x7f"])
def test_a_header_with_a_line_break_is_refused(value: str) -> None:
    param = Param("header", "X-A")
    for given_value, its in ((value, None), ([value], param), ({"a": value}, param)):
        with pytest.raises(
            InvalidRequestError, match="'X-A' must not hold line breaks"
        ):
            header_value("X-A", given_value, its)


@pytest.mark.parametrize(
    ("style", "explode", "value", "written"),
    [
        ("form", True, "a b;c", ["color=a%20b%3Bc"]),
        ("form", True, "a=b/c+d:e==", ["color=a=b/c+d:e=="]),
        ("form", True, '%20ä,"\\', ["color=%2520%C3%A4%2C%22%5C"]),
        ("form", False, ["a,b", "c"], ["color=a%2Cb,c"]),
        ("form", False, COLORS, ["color=blue,black,brown"]),
        ("form", True, COLORS, ["color=blue", "color=black", "color=brown"]),
        ("form", True, RGB, ["R=100", "G=200", "B=150"]),
        ("cookie", True, "a=b%20", ["color=a=b%20"]),
        ("cookie", True, COLORS, ["color=blue", "color=black", "color=brown"]),
        ("cookie", True, {"a[b]": "c/d"}, ["a[b]=c/d"]),
        ("cookie", False, COLORS, ["color=blue,black,brown"]),
        ("form", True, None, []),
    ],
)
def test_a_cookie_is_written_in_its_style(
    style: Any, explode: bool, value: object, written: list[str]
) -> None:
    param = Param("cookie", "color", style=style, explode=explode)
    assert cookie_pairs("color", value, param) == written


@pytest.mark.parametrize(
    ("media_type", "value", "written"),
    [
        ("application/json", {"a": [1]}, "%7B%22a%22%3A%5B1%5D%7D"),
        ("application/json", "a", "%22a%22"),
        ("application/jsonpath", "$.a[?@.b==1]", "%24.a%5B%3F%40.b%3D%3D1%5D"),
        (
            "application/x-www-form-urlencoded",
            {"a": 1, "b": "c d"},
            "a%3D1%26b%3Dc%2520d",
        ),
        ("application/x-www-form-urlencoded", "a=1", "a%3D1"),
        ("text/plain", date(2024, 5, 31), "2024-05-31"),
        ("text/plain", Color.BLUE, "blue"),
        ("text/plain", True, "true"),
        ("text/plain", [1, {"a": 2}], "%5B1%2C%7B%22a%22%3A2%7D%5D"),
        ("application/json", Color.BLUE, "%22blue%22"),
        ("application/geo+json; charset=utf-8", 1.0, "1.0"),
    ],
)
def test_a_value_of_a_media_type_is_a_parameter_or_the_whole_query(
    media_type: str, value: object, written: str
) -> None:
    one = Param("query", "q", media_type=media_type)
    assert query_pairs("q", value, one) == [f"q={written}"]
    whole = Param("querystring", "q", media_type=media_type)
    assert query_pairs("q", value, whole) == [written]
    assert query_pairs("q", OMIT, whole) == []


def test_reserved_characters_may_stand_in_a_cookie_but_not_end_it() -> None:
    param = Param("cookie", "c", allow_reserved=True)
    assert cookie_pairs("c", "a/b;c,d %20%", param) == ["c=a/b%3Bc%2Cd%20%20%25"]


@pytest.mark.parametrize("value", ["a;b", "a b", 'a"b', "a\nb", "a,b"])
def test_an_unencoded_cookie_refuses_what_would_end_it(value: str) -> None:
    with pytest.raises(InvalidRequestError, match="'c'"):
        cookie_pairs("c", value, Param("cookie", "c", style="cookie"))


def test_a_parameter_with_a_media_type_is_written_as_json() -> None:
    value = {"a": [1, None, True], "b": OMIT}
    query = Param("query", "q", media_type="application/json")
    assert query_pairs("q", value, query) == ["q=%7B%22a%22%3A%5B1%2Cnull%2Ctrue%5D%7D"]
    assert query_pairs("q", OMIT, query) == []
    header = Param("header", "X-Q", media_type="application/json")
    assert header_value("X-Q", value, header) == '{"a":[1,null,true]}'
    cookie = Param("cookie", "q", media_type="application/json")
    assert cookie_pairs("q", [1], cookie) == ["q=[1]"]
    path = Param("path", "q", media_type="application/json")
    assert path_value("q", {"a": "/"}, path) == "%7B%22a%22%3A%22%2F%22%7D"
    # JSON has a text for what is empty, unlike the styles.
    assert query_pairs("q", [], query) == ["q=%5B%5D"]
    assert header_value("X-Q", {}, header) == "{}"
    assert path_value("q", {}, path) == "%7B%7D"


def test_reserved_characters_stay_where_they_are_allowed() -> None:
    param = Param("query", "q", allow_reserved=True)
    assert query_pairs("q", "a/b?c=d&e#f+g%20h i", param) == [
        "q=a/b?c%3Dd%26e%23f%2Bg%20h%20i"
    ]


def test_reserved_characters_in_a_path_never_end_its_segment() -> None:
    param = Param("path", "p", allow_reserved=True)
    assert path_value("p", "a:b@c/../d?e#f", param) == "a:b@c%2F..%2Fd%3Fe%23f"


@pytest.mark.parametrize(
    ("name", "written"),
    [("x[]", "x%5B%5D=1"), ("StartTime<", "StartTime%3C=1"), ("$top", "%24top=1")],
)
def test_odd_names_are_encoded(name: str, written: str) -> None:
    assert query_pairs(name, "1") == [written]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (10**20, "100000000000000000000"),
        (1.5, "1.5"),
        (1e21, "1000000000000000000000"),
        (1e-7, "0.0000001"),
        (Decimal("1E+3"), "1000"),
        (Color.BLUE, "blue"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (date(2024, 2, 29), "2024-02-29"),
        (time(1, 2, 3), "01:02:03"),
        (datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC), "2024-01-02T03:04:05Z"),
        (
            datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=2))),
            "2024-01-02T00:00:00+02:00",
        ),
        (timedelta(days=1, seconds=90, milliseconds=500), "P1DT90.5S"),
        (timedelta(0), "PT0S"),
        (-timedelta(seconds=1), "-PT1S"),
        (b"\xff", "/w=="),
        ("", ""),
    ],
)
def test_single_values_have_one_sane_text(value: object, written: str) -> None:
    assert [unquote(pair) for pair in query_pairs("q", value)] == [f"q={written}"]


def test_models_and_other_iterables_are_objects_and_lists() -> None:
    param = Param("query", "q")
    assert query_pairs("q", Point(x=1), param) == ["x=1"]
    assert query_pairs("q", (n for n in (1, 2)), param) == ["q=1", "q=2"]
    assert query_pairs("q", {1}, param) == ["q=1"]
    assert query_pairs("q", {"ids": [1, 2]}, param) == ["ids=1", "ids=2"]


def test_lists_and_objects_inside_others_are_json_with_their_own_types() -> None:
    written = query_pairs("q", [{"a": 1, "b": None}], Param("query", "q"))
    assert unquote(written[0]) == 'q={"a":1,"b":null}'


@pytest.mark.parametrize("value", [Point(x=1), {"x": 1}, [1], (1,), {1}, [""], [None]])
def test_a_list_or_an_object_has_no_place_where_a_single_value_belongs(
    value: object,
) -> None:
    for write in (query_pairs, header_value, cookie_pairs, path_value):
        with pytest.raises(InvalidRequestError, match="'id': a single value belongs"):
            write("id", value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object(), [object()]])
def test_a_value_without_a_text_is_refused_by_name(value: object) -> None:
    for write in (query_pairs, header_value, cookie_pairs, path_value):
        with pytest.raises(InvalidRequestError, match="'speed'"):
            write("speed", value)


def test_half_a_character_is_refused() -> None:
    for write in (query_pairs, header_value, cookie_pairs, path_value):
        with pytest.raises(InvalidRequestError, match="'speed'"):
            write("speed", "\ud800")


@pytest.mark.parametrize("value", ["", ".", "..", None, OMIT, [], {}])
def test_a_path_parameter_that_leads_elsewhere_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="parameter 'id'") as caught:
        path_value("id", value)
    assert isinstance(caught.value, APIError)
    with pytest.raises(InvalidRequestError):
        path_value("id", value, Param("path", "id", style="label"))


@pytest.mark.parametrize("value", [".", "%2e", "%2E%2e", ".%2e", ["%2e."]])
def test_dots_that_are_encoded_already_lead_elsewhere_as_well(value: object) -> None:
    with pytest.raises(InvalidRequestError, match="another resource"):
        path_value("id", value, Param("path", "id", allow_reserved=True))
    if isinstance(value, str) and value != ".":
        assert path_value("id", value) == value.replace("%", "%25")


@pytest.mark.parametrize("value", [[""], [None]])
def test_a_list_of_nothing_leads_elsewhere_as_well(value: object) -> None:
    with pytest.raises(InvalidRequestError, match="another resource"):
        path_value("id", value, Param("path", "id"))


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
def test_any_text_comes_back_out_of_a_path_as_it_went_in(value: str) -> None:
    written = path_value("id", value)
    assert not set(written) & set("/?#\\ ")
    assert unquote(written) == value


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_any_texts_come_back_out_of_a_query_as_they_went_in(values: list[str]) -> None:
    written = "&".join(query_pairs("a[&=]", values, Param("query", "a[&=]")))
    pairs = parse_qsl(written, keep_blank_values=True)
    assert pairs == [("a[&=]", value) for value in values]
