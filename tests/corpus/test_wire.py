"""The judge of the corpus objects to what is sent in another way than described."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx2
import pytest

from .calls import Given
from .documents import OWN
from .raw import Description
from .wire import Trial

DESCRIPTION = Description(OWN / "constructs-3.1.yaml")
BASE = "https://odd.example/v1"
STYLES = "/params/{simple}/{label}/{matrix}"
PATH = "/params/a,b%2Cc/.a=1.b=x/;matrix=1;matrix=2"
QUERY = (
    "fa=1&fb=x&fb=y&pipes=p%7Cq&spaces=s%20t&commas=x,1,y,2"
    "&deep%5Bp%5D%5Bq%5D=z&deep%5Br%5D%5B0%5D=0&json=%7B%22a%22%3Anull%7D&version=2"
)
HEADERS = {"X-List": "a,b", "X-Map": "k=v", "X-Json": "[1]", "X-Constant": "always"}


def _given() -> Given:
    return Given(
        path={"simple": ["a", "b,c"], "label": {"a": 1, "b": "x"}, "matrix": [1, 2]},
        query={
            "form": {"fa": 1, "fb": ["x", "y"]},
            "pipes": ["p", "q"],
            "spaces": ["s", "t"],
            "commas": {"x": 1, "y": 2},
            "deep": {"p": {"q": "z"}, "r": ["0"]},
            "json": {"a": None},
        },
        header={"X-List": ["a", "b"], "X-Map": {"k": "v"}, "X-Json": [1]},
        cookie={"ids": [1, 2]},
    )


def _findings(
    path: str = PATH,
    query: str = QUERY,
    headers: Mapping[str, str] = HEADERS,
    cookie: str = "ids=1,2",
) -> list[str]:
    request = httpx2.Request(
        "GET", f"{BASE}{path}?{query}", headers={**headers, "cookie": cookie}
    )
    operation = DESCRIPTION.operations["GET", STYLES]
    return Trial(DESCRIPTION, operation, BASE, request, _given()).findings


def test_a_request_that_says_what_was_given_is_right() -> None:
    assert _findings() == []


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"path": PATH.replace("/params/", "/param/")}, "path"),
        ({"path": PATH.replace("b%2Cc", "b,c")}, "path simple"),
        ({"path": PATH.replace("/.a", "/a")}, "path label"),
        ({"path": PATH.replace(";matrix=2", ",2")}, "path matrix"),
        ({"query": QUERY.replace("fb=x&", "")}, "query form"),
        ({"query": QUERY.replace("p%7Cq", "p,q")}, "query pipes"),
        ({"query": QUERY.replace("s%20t", "s%7Ct")}, "query spaces"),
        ({"query": QUERY.replace("y,2", "y")}, "query commas"),
        ({"query": QUERY.replace("deep%5Bp%5D%5Bq%5D", "deep.p.q")}, "query deep"),
        ({"query": QUERY.replace("%7B", "")}, "query json"),
        ({"query": QUERY.replace("version=2", "version=3")}, "query version"),
        ({"query": QUERY.replace("&version=2", "")}, "query version"),
        ({"query": f"{QUERY}&limit=1"}, "query limit"),
        ({"headers": {**HEADERS, "X-List": "a;b"}}, "header X-List"),
        ({"headers": {**HEADERS, "X-Map": "k,v"}}, "header X-Map"),
        ({"headers": {**HEADERS, "X-Constant": "never"}}, "header X-Constant"),
        ({"headers": {**HEADERS, "X-Other": "1"}}, "header x-other"),
        ({"cookie": "ids=1; ids=2"}, "cookie ids"),
        ({"cookie": "ids=1,2; more=1"}, "cookie more"),
    ],
)
def test_what_is_sent_in_another_way_is_found(
    changed: dict[str, Any], place: str
) -> None:
    assert [finding for finding in _findings(**changed) if finding.startswith(place)]


@pytest.mark.parametrize(
    ("content_type", "content", "is_right"),
    [
        ("application/json", b'[{"kind":"a"}]', True),
        ("application/json", b"[null]", False),
        ("application/json", b'[{"kind":"a","list":null}]', False),
        ("application/json", b'{"kind":"a"}', False),
        ("text/plain", b'[{"kind":"a"}]', False),
        ("", b"", False),
    ],
)
def test_a_body_is_what_the_caller_gave(
    content_type: str, content: bytes, is_right: bool
) -> None:
    headers = {"content-type": content_type} if content_type else {}
    request = httpx2.Request(
        "POST", f"{BASE}/bodies/list", headers=headers, content=content
    )
    given = Given(body=[{"kind": "a"}], has_body=True, media_type="application/json")
    operation = DESCRIPTION.operations["POST", "/bodies/list"]
    trial = Trial(DESCRIPTION, operation, BASE, request, given)
    assert (trial.findings == []) == is_right
