"""A list is walked over its pages, with what the caller asked for on each."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from assistants_sdk import models

from . import calls
from .calls import OPERATIONS
from .description import Operation
from .doors import Door
from .judge import Judge, Verdict
from .mock import Mock
from .samples import examples

LISTS = [o for o in OPERATIONS.values() if calls.method(o).startswith("list_")]
EACH = pytest.mark.parametrize("operation", LISTS, ids=lambda o: o.id)


def paged(judge: Judge, operation: Operation, sizes: list[int]) -> Mock:
    """A server that knows what comes after what, with pages of these sizes."""
    content = calls.success(operation)
    item = next(iter(examples(content).values()))["data"][0]
    ids = [f"item_{number}" for number in range(sum(sizes))]

    def answer(request: httpx2.Request, verdict: Verdict) -> httpx2.Response:
        after = verdict.query.get("after")
        start = ids.index(str(after)) + 1 if after in ids else 0
        size = sizes[[sum(sizes[:n]) for n in range(len(sizes))].index(start)]
        shown = ids[start : start + size]
        body = {
            "object": "list",
            "data": [{**item, "id": id_} for id_ in shown],
            "first_id": shown[0] if shown else None,
            "last_id": shown[-1] if shown else None,
            "has_more": start + size < len(ids),
        }
        return httpx2.Response(200, json=body)

    return Mock(judge, answer=answer)


def queries(mock: Mock) -> list[dict[str, Any]]:
    return [dict(exchange.verdict.query) for exchange in mock.exchanges]


def test_there_are_six_lists() -> None:
    assert len(LISTS) == 6


@EACH
def test_a_list_goes_on_over_three_pages(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    mock = paged(judge, operation, [2, 2, 1])
    items = way(mock.transport).items(calls.required(operation))

    assert [item.id for item in items] == [f"item_{n}" for n in range(5)]
    data = calls.success(operation)["schema"]["properties"]
    kind = getattr(models, data["data"]["items"].target.name)
    assert {type(item) for item in items} == {kind}
    assert queries(mock) == [{}, {"after": "item_1"}, {"after": "item_3"}]


@EACH
def test_all_parameters_are_kept_from_page_to_page(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    mock = paged(judge, operation, [2, 2, 1])
    call = calls.everything(operation)
    assert len(way(mock.transport).items(call)) == 5

    for number, exchange in enumerate(mock.exchanges):
        assert exchange.verdict.operation_id == operation.id
        assert exchange.verdict.path == call.path
        after = [call.query["after"], "item_1", "item_3"][number]
        assert exchange.verdict.query == {**call.query, "after": after}


@EACH
def test_a_page_alone_asks_once(
    operation: Operation, judge: Judge, way: type[Door]
) -> None:
    mock = paged(judge, operation, [2, 2, 1])
    page = way(mock.transport).call(calls.required(operation))
    assert [item.id for item in page.items] == ["item_0", "item_1"]
    assert page.has_next_page
    assert page.body.last_id == "item_1"
    assert len(mock.exchanges) == 1


@pytest.mark.parametrize("sizes", [[3], [0]], ids=["one page", "nothing"])
def test_the_last_page_ends_the_walk(
    sizes: list[int], judge: Judge, way: type[Door]
) -> None:
    operation = OPERATIONS["listMessages"]
    mock = paged(judge, operation, sizes)
    assert len(way(mock.transport).items(calls.required(operation))) == sizes[0]
    assert len(mock.exchanges) == 1
