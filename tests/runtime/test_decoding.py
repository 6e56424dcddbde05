"""Values as JSON, and what has to be imported for them."""

import json
import math
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import BaseModel, Field
from pydantic.dataclasses import dataclass as pydantic_dataclass

from templates.python._runtime.decoding import (
    parse,
    strict_validator,
    text_of,
    validator,
)
from templates.python._runtime.encoding import encode_json, jsonable
from templates.python._runtime.model import Model
from templates.python._runtime.omit import OMIT, Omit


class Mail(Model):
    from_: Annotated[str, Field(alias="from")]
    at: datetime | None = None
    body: bytes | None = None


class Theirs(BaseModel):
    from_: str = Field(alias="from")
    other: int = 1


@dataclass
class Plain:
    name: str
    when: date | None = None
    left_out: int | Omit = OMIT


@pydantic_dataclass
class Checked:
    count: int


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


class Text(str):
    """A text of a class of its own."""


FORMS: list[tuple[Any, Any]] = [
    (None, None),
    (True, True),
    (7, 7),
    (2**70, 2**70),
    (1.5, 1.5),
    ("é😀", "é😀"),
    (Text("x"), "x"),
    (Color.RED, "red"),
    (Level.HIGH, 3),
    (datetime(2024, 5, 31, 12, tzinfo=UTC), "2024-05-31T12:00:00Z"),
    (date(2024, 5, 31), "2024-05-31"),
    (time(12, 30), "12:30:00"),
    (timedelta(days=3, hours=4), "P3DT14400S"),
    (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    (Decimal("1.10"), "1.10"),
    (b"\xfb\xff", "+/8="),
    (bytearray(b"a"), "YQ=="),
    ([1, [2]], [1, [2]]),
    ((1, 2), [1, 2]),
    ({1}, [1]),
    (iter([1, 2]), [1, 2]),
    (range(2), [0, 1]),
    ({"a": {"b": None}}, {"a": {"b": None}}),
    ({1: "a", Color.RED: "b", False: "c"}, {"1": "a", "red": "b", "false": "c"}),
    (OrderedDict(a=1), {"a": 1}),
    (MappingProxyType({"a": 1}), {"a": 1}),
    (Mail(from_="me"), {"from": "me"}),
    (Mail(from_="me", at=None), {"from": "me", "at": None}),
    ([Mail(from_="me", body=b"\xfb\xff")], [{"from": "me", "body": "+/8="}]),
    (Theirs.model_validate({"from": "me"}), {"from": "me"}),
    (Plain("x"), {"name": "x", "when": None}),
    (Plain("x", date(2024, 5, 31)), {"name": "x", "when": "2024-05-31"}),
    (Checked(1), {"count": 1}),
]


@pytest.mark.parametrize(("value", "plain"), FORMS)
def test_a_value_has_one_json_form(value: Any, plain: Any) -> None:
    found = jsonable(value)
    assert found == plain
    assert json.loads(encode_json(found)) == plain


LEFT_OUT: list[tuple[Any, Any]] = [
    ({"a": OMIT, "b": None}, {"b": None}),
    ({"a": {"b": OMIT}}, {"a": {}}),
    ([OMIT, 1], [1]),
    ([{"a": OMIT}], [{}]),
]


@pytest.mark.parametrize(("value", "plain"), LEFT_OUT)
def test_what_is_left_out_is_left_out_at_any_depth(value: Any, plain: Any) -> None:
    assert jsonable(value) == plain


def test_json_is_compact_and_in_unicode() -> None:
    assert encode_json({"a": [1, "é"], "b": None}) == '{"a":[1,"é"],"b":null}'.encode()


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN")])
def test_numbers_that_json_does_not_have_are_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"JSON compliant|number"):
        encode_json({"a": value})


@pytest.mark.parametrize("value", [object(), len, 1j, OMIT])
def test_things_that_json_does_not_have_are_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        encode_json({"a": [value]} if value is not OMIT else value)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a": 1}', {"a": 1}),
        (b"plain", "plain"),
        (b"", ""),
        (b"\xff", "\ufffd"),
        (b"[" * 100_000, "[" * 100_000),
    ],
)
def test_anything_that_came_can_be_looked_at(data: bytes, value: Any) -> None:
    assert parse(data) == value


HALVES = [
    (rb'"cut \ud83d"', "cut \ufffd"),
    (rb'"\uDE00 cut"', "\ufffd cut"),
    (rb'"\ud83d\ud83d\ude00"', "\ufffd😀"),
    (rb'"\ud83d\\\ude00"', "\ufffd\\\ufffd"),
    (rb'"\\ud83d \ud83d"', "\\ud83d \ufffd"),
    (rb'"\ud83d\u0041\n"', "\ufffdA\n"),
]


@pytest.mark.parametrize(("data", "text"), HALVES)
def test_half_a_character_costs_no_more_than_itself(data: bytes, text: str) -> None:
    assert validator(str)(data) == text
    assert validator(Any)(b'{"a":[%b]}' % data) == {"a": [text]}
    assert parse(data) == text
    with pytest.raises(ValueError, match="Invalid JSON"):
        strict_validator(str)(data)


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"gr\xfcn", "iso-8859-1", "grün"),
        (b"gr\xfcn", None, "gr\ufffdn"),
        ("grün".encode("utf-16"), "utf-16", "grün"),
        (b"\xef\xbb\xbfa,b", None, "a,b"),
        (b"plain", "rot13", "plain"),
        (b"plain", "base64", "plain"),
        (b"\xffplain", "idna", "\ufffdplain"),
        (b"\xffplain", "punycode", "\ufffdplain"),
        (b"plain", "no-such-thing", "plain"),
        (b"plain", "\0", "plain"),
    ],
)
def test_text_is_read_whatever_its_encoding_is_called(
    data: bytes, charset: str | None, text: str
) -> None:
    assert text_of(data, charset) == text


def test_a_validator_is_built_once() -> None:
    assert validator(Mail) == validator(Mail)
    assert validator(list[Mail]) == validator(list[Mail])


def loaded_by(code: str) -> Mapping[str, bool]:
    """Whether code that runs by itself imports the large libraries."""
    code += "\nimport sys\nprint('pydantic' in sys.modules, 'httpx2' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    pydantic, httpx2 = run.stdout.split()
    return {"pydantic": pydantic == "True", "httpx2": httpx2 == "True"}


@pytest.mark.parametrize(
    "module", ["decoding", "lazy", "omit", "paging", "polling", "streaming", "webhooks"]
)
def test_what_resources_import_is_light(module: str) -> None:
    code = f"import templates.python._runtime.{module}"
    assert loaded_by(code) == {"pydantic": False, "httpx2": False}


def test_plain_requests_do_without_pydantic() -> None:
    code = """
from templates.python._runtime.encoding import encode_json
encode_json({"a": [1, None], "b": b"x"})
"""
    assert not loaded_by(code)["pydantic"]


def test_omit_is_neither_null_nor_true() -> None:
    assert not OMIT
    assert OMIT is Omit.OMIT
    assert repr(OMIT) == "OMIT"


def test_a_model_of_the_callers_own_is_decoded_as_pydantic_does() -> None:
    decode = validator(Theirs)
    assert decode(b'{"from": "me", "other": "2"}') == Theirs(**{"from": "me"}, other=2)
    with pytest.raises(ValueError, match="other"):
        decode(b'{"from": "me", "other": "x"}')


def test_what_does_not_fit_stays_in_lists_of_the_callers_own_models() -> None:
    decode = validator(list[Theirs])
    good, bad = decode(b'[{"from": "me"}, {"other": 7}]')
    assert good == Theirs(**{"from": "me"})
    assert bad == {"other": 7}
