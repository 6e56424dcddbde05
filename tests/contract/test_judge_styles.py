"""The judge reads any description, whatever its version and the styles in it."""

from __future__ import annotations

from pathlib import Path

import httpx2
import pytest

from .judge import Judge, WrongRequestError

STYLES = Path(__file__).with_name("styles.yaml")
SHOP = "https://eu.example.com/api/shops/1,2/.x/;matrix=a;matrix=b"
FORMS = "https://eu.example.com/api/forms"


@pytest.fixture
def styles() -> Judge:
    return Judge(STYLES)


def findings(request: httpx2.Request, judge: Judge) -> list[str]:
    with pytest.raises(WrongRequestError) as caught:
        judge.judge(request)
    return caught.value.findings


def test_every_style_of_a_parameter_is_read(styles: Judge) -> None:
    query = (
        "?tags=a&tags=b%26c&sizes=1%7C2.5&colours=red%2Cish,blue&filter%5Bsold%5D=true"
        "&from=3&where=%7B%22a%22%3A1%7D&key=k"
    )
    headers = {"X-Parts": "a=1,b=2", "Cookie": "theme=1; session=s"}
    verdict = styles.judge(httpx2.Request("GET", SHOP + query, headers=headers))
    assert verdict.path == {"shop": [1, 2], "points": "x", "matrix": ["a", "b"]}
    assert verdict.query == {
        "tags": ["a", "b&c"],
        "sizes": [1, 2.5],
        "colours": ["red,ish", "blue"],
        "filter": {"sold": True},
        "page": {"from": 3},
        "where": {"a": 1},
    }
    assert verdict.headers == {"X-Parts": {"a": 1, "b": 2}}
    assert verdict.cookies == {"theme": "1"}


def test_credentials_have_to_be_complete(styles: Judge) -> None:
    request = httpx2.Request("GET", SHOP + "?key=k")
    wanted = "security: no credentials for Key and Session or Login"
    assert findings(request, styles) == [wanted]


def test_credentials_nobody_asked_for_are_found_out(styles: Judge) -> None:
    request = httpx2.Request(
        "POST", FORMS, data={"name": "Ada"}, headers={"Authorization": "Bearer secret"}
    )
    assert findings(request, styles) == ["header authorization: is not described"]


def test_a_form_is_read_by_its_schema(styles: Judge) -> None:
    data = {"name": "Ada", "age": "36", "tags": ["a", "b"], "extra": '{"x": 1}'}
    expected = {"name": "Ada", "age": 36, "tags": ["a", "b"], "extra": {"x": 1}}
    verdict = styles.judge(httpx2.Request("POST", FORMS, data=data))
    assert verdict.body == expected

    several = httpx2.Request("POST", FORMS, data=data, files={"file": b"\x00text"})
    verdict = styles.judge(several)
    assert verdict.body == {**expected, "file": "\x00text"}

    wrong = httpx2.Request("POST", FORMS, data={"name": "Ada", "age": "-1"})
    assert findings(wrong, styles) == ["body/age: -1 is less than the minimum of 0"]


def test_what_only_responses_carry_is_neither_asked_for_nor_allowed(
    styles: Judge,
) -> None:
    headers = {"Content-Type": "application/vnd.form+json"}
    right = httpx2.Request("POST", FORMS, content=b'{"name": "A"}', headers=headers)
    assert styles.judge(right).body == {"name": "A"}

    wrong = httpx2.Request(
        "POST", FORMS, content=b'{"name": "A", "id": "1"}', headers=headers
    )
    assert findings(wrong, styles) == ["body/id: 'id' is read-only"]


def test_an_old_description_is_judged_by_its_own_rules(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text("""
openapi: 3.0.3
info: {title: Old, version: '1'}
paths:
  /things:
    post:
      operationId: make
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                name: {type: string, nullable: true}
                size: {type: integer, minimum: 0, exclusiveMinimum: true}
                switch: {type: string, enum: [on, off]}
      responses: {'200': {description: Made.}}
""")
    judge = Judge(path)
    url = "https://example.com/things"
    right = {"name": None, "size": 1, "switch": "off"}
    assert judge.judge(httpx2.Request("POST", url, json=right)).body == right
    wrong = httpx2.Request("POST", url, json={"size": 0})
    assert len(findings(wrong, judge)) == 1


def test_a_description_may_be_spread_over_files(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "things.yaml").write_text("""
get:
  operationId: get
  parameters:
    - $ref: 'more.yaml#/size'
  responses: {'204': {description: None.}}
""")
    (tmp_path / "parts" / "more.yaml").write_text("""
size: {name: size, in: query, schema: {$ref: '#/Size'}}
Size: {type: integer, maximum: 9}
""")
    path = tmp_path / "root.yaml"
    path.write_text("""
openapi: 3.1.0
info: {title: Files, version: '1'}
paths:
  /things: {$ref: 'parts/things.yaml'}
""")
    judge = Judge(path)
    right = httpx2.Request("GET", "https://example.com/things?size=9")
    assert judge.judge(right).query == {"size": 9}
    wrong = httpx2.Request("GET", "https://example.com/things?size=10")
    assert findings(wrong, judge) == ["query size: 10 is greater than the maximum of 9"]
