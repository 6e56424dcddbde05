"""Lists that come in pages, as frameworks and large APIs describe them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.config_reading import config_of
from generator.frontend import build
from generator.ir import Operation
from generator.suggestions import first_config

from .documents import HEAD, opened

THINGS = "type: array, items: {type: object, properties: {id: {type: string}}}"
TEXT = "{type: string}"
ENDED = "{type: [string, 'null']}"
COUNT = "{type: integer}"


def document(
    queries: dict[str, str],
    fields: str,
    *,
    header: str = "",
    method: str = "get",
    body: str = "",
) -> str:
    """A description of one list; `fields` are those of its answer, or the whole schema.

    `body` has the fields of the request's body.
    """
    asked = [
        f"{{in: query, name: '{name}', {about}}}" for name, about in queries.items()
    ]
    is_list = fields.startswith("type: array")
    schema = fields if is_list else f"type: object, properties: {{{fields}}}"
    headers = f"headers: {{Link: {{{header}}}}}, " if header else ""
    sent = f"schema: {{type: object, properties: {{{body}}}}}"
    sends = (
        f" requestBody: {{content: {{application/json: {{{sent}}}}}}}," if body else ""
    )
    return (
        f"paths: {{/things: {{{method}: {{operationId: list,{sends}"
        f" parameters: [{', '.join(asked)}],"
        f" responses: {{'200': {{description: ok, {headers}"
        f"content: {{application/json: {{schema: {{{schema}}}}}}}}}}}}}}}}}\n"
        "components: {schemas: {Links: {type: object, properties: {self:"
        " {$ref: '#/components/schemas/Link'}, next: {$ref: '#/components/schemas/Link'}}},"
        " Link: {type: object, properties: {href: {type: string}}},"
        " Chain: {type: object, properties: {next: {$ref: '#/components/schemas/Chain'}}},"
        " Number: {type: integer, minimum: 1}}}\n"
    )


def query(type_: str = "string", more: str = "") -> str:
    return f"schema: {{type: {type_}{more and ', '}{more}}}"


NUMBER = query("integer")
TOKEN = query()

EVIDENT: dict[str, tuple[str, dict[str, Any]]] = {
    "drf-spectacular": (
        document(
            {"page": NUMBER, "page_size": NUMBER},
            f"count: {COUNT}, next: {{type: [string, 'null'], format: uri}},"
            f" previous: {{type: [string, 'null'], format: uri}}, results: {{{THINGS}}}",
        ),
        {
            "style": "next_url",
            "items": "results",
            "next": "next",
            "size": "page_size",
        },
    ),
    "an address in an example": (
        document(
            {},
            f"next: {{type: string, example: 'https://x.example/?page=2'}}, a: {{{THINGS}}}",
        ),
        {"style": "next_url", "items": "a", "next": "next"},
    ),
    "springdoc": (
        document(
            {
                "page": query("integer", "minimum: 0, default: 0"),
                "size": query("integer", "minimum: 1, default: 20"),
                "sort": "schema: {type: array, items: {type: string}}",
            },
            f"totalPages: {COUNT}, totalElements: {COUNT}, size: {COUNT},"
            f" content: {{{THINGS}}}, number: {COUNT}, sort: {{type: array, items: {TEXT}}},"
            " first: {type: boolean}, last: {type: boolean}, empty: {type: boolean}",
        ),
        {
            "style": "page",
            "items": "content",
            "parameter": "page",
            "pages": "totalPages",
            "size": "size",
            "start": 0,
        },
    ),
    "Spring HATEOAS": (
        document(
            {"page": NUMBER, "size": NUMBER},
            f"_embedded: {{type: object, properties: {{things: {{{THINGS}}}}}}},"
            " _links: {type: object, additionalProperties: {type: object}},"
            f" page: {{type: object, properties: {{size: {COUNT}, totalElements: {COUNT},"
            f" totalPages: {COUNT}, number: {COUNT}}}}}",
        ),
        {
            "style": "page",
            "items": "_embedded.things",
            "parameter": "page",
            "pages": "page.totalPages",
            "size": "size",
            "start": 0,
        },
    ),
    "Airflow": (
        document(
            {"limit": NUMBER, "offset": NUMBER},
            f"connections: {{{THINGS}}}, total_entries: {COUNT}",
        ),
        {
            "style": "offset",
            "items": "connections",
            "parameter": "offset",
            "total": "total_entries",
            "size": "limit",
        },
    ),
    "Litestar": (
        document(
            {"current_page": query("integer", "default: 1"), "page_size": NUMBER},
            f"items: {{{THINGS}}}, page_size: {COUNT}, current_page: {COUNT},"
            f" total_pages: {COUNT}",
        ),
        {
            "style": "page",
            "items": "items",
            "parameter": "current_page",
            "pages": "total_pages",
            "size": "page_size",
        },
    ),
    "fastapi-pagination": (
        document(
            {"page": query("integer", "minimum: 1, default: 1"), "size": NUMBER},
            f"items: {{{THINGS}}}, total: {COUNT}, page: {COUNT}, size: {COUNT}, pages: {COUNT}",
        ),
        {
            "style": "page",
            "items": "items",
            "parameter": "page",
            "pages": "pages",
            "size": "size",
        },
    ),
    "fastapi-pagination, by limit and offset": (
        document(
            {"limit": NUMBER, "offset": f"description: Page offset, {NUMBER}"},
            f"items: {{{THINGS}}}, total: {COUNT}, limit: {COUNT}, offset: {COUNT}",
        ),
        {
            "style": "offset",
            "items": "items",
            "parameter": "offset",
            "total": "total",
            "size": "limit",
        },
    ),
    "fastapi-pagination, by cursor": (
        document(
            {"cursor": TOKEN, "size": NUMBER},
            f"items: {{{THINGS}}}, total: {COUNT}, current_page: {ENDED}, next_page: {ENDED}",
        ),
        {
            "style": "cursor",
            "items": "items",
            "parameter": "cursor",
            "next": "next_page",
            "size": "size",
        },
    ),
    "pages until a flag says that there are no more": (
        document(
            {"page": query("integer", "default: 1"), "take": NUMBER},
            f"data: {{{THINGS}}}, meta: {{type: object, properties:"
            f" {{page: {COUNT}, itemCount: {COUNT}, hasNextPage: {{type: boolean}}}}}}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "more": "meta.hasNextPage",
            "size": "take",
        },
    ),
    "offsets until a flag says that there are no more": (
        document(
            {"limit": NUMBER, "offset": NUMBER},
            f"data: {{{THINGS}}}, has_more: {{type: boolean}}",
        ),
        {
            "style": "offset",
            "items": "data",
            "parameter": "offset",
            "more": "has_more",
            "size": "limit",
        },
    ),
    "NestJS, which counts its pages": (
        document(
            {"page": query("number", "default: 1"), "take": query("number")},
            f"data: {{{THINGS}}}, meta: {{type: object, properties:"
            " {itemCount: {type: number}, pageCount: {type: number}}}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "pages": "meta.pageCount",
            "size": "take",
        },
    ),
    "NestJS, whose numbers are all of type number": (
        document(
            {"page": query("number", "default: 1"), "limit": query("number")},
            f"data: {{{THINGS}}}, meta: {{type: object, properties:"
            " {page: {type: number}, totalItems: {type: number}}}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "total": "meta.totalItems",
            "size": "limit",
        },
    ),
    "n8n": (
        document(
            {"limit": query("number"), "cursor": TOKEN},
            f"data: {{{THINGS}}}, nextCursor: {ENDED}",
        ),
        {
            "style": "cursor",
            "items": "data",
            "parameter": "cursor",
            "next": "nextCursor",
            "size": "limit",
        },
    ),
    "limit and offset": (
        document(
            {"limit": NUMBER, "offset": NUMBER}, f"orders: {{{THINGS}}}, total: {COUNT}"
        ),
        {
            "style": "offset",
            "items": "orders",
            "parameter": "offset",
            "total": "total",
            "size": "limit",
        },
    ),
    "GitHub": (
        document(
            {"per_page": NUMBER, "page": query("integer", "default: 1")},
            THINGS,
            header="""schema: {type: string}, example: '<https://x.example/?page=2>; rel="next"'""",
        ),
        {"style": "link", "items": ".", "size": "per_page"},
    ),
    "OData": (
        document({"$top": NUMBER}, f"value: {{{THINGS}}}, '@odata.nextLink': {ENDED}"),
        {
            "style": "next_url",
            "items": "value",
            "next": "@odata.nextLink",
            "size": "$top",
        },
    ),
    "Azure": (
        document({}, f"value: {{{THINGS}}}, nextLink: {TEXT}"),
        {"style": "next_url", "items": "value", "next": "nextLink"},
    ),
    "Google": (
        document(
            {"pageSize": NUMBER, "pageToken": TOKEN},
            f"shelves: {{{THINGS}}}, nextPageToken: {TEXT},"
            f" unreachable: {{type: array, items: {TEXT}}}",
        ),
        {
            "style": "cursor",
            "items": "shelves",
            "parameter": "pageToken",
            "next": "nextPageToken",
            "size": "pageSize",
        },
    ),
    "AWS": (
        document(
            {"maxResults": NUMBER, "nextToken": TOKEN},
            f"Jobs: {{{THINGS}}}, NextToken: {TEXT}",
        ),
        {
            "style": "cursor",
            "items": "Jobs",
            "parameter": "nextToken",
            "next": "NextToken",
            "size": "maxResults",
        },
    ),
    "Stripe": (
        document(
            {"limit": NUMBER, "starting_after": TOKEN},
            f"data: {{{THINGS}}}, has_more: {{type: boolean}}, url: {TEXT}",
        ),
        {
            "style": "cursor",
            "items": "data",
            "parameter": "starting_after",
            "next": "data.-1.id",
            "more": "has_more",
            "size": "limit",
        },
    ),
    "JSON:API": (
        document(
            {"page[number]": NUMBER},
            f"data: {{{THINGS}}}, included: {{{THINGS}}}, links: {{type: object, properties:"
            " {next: {anyOf: [{type: string}, {$ref: '#/components/schemas/Link'}, {type: 'null'}]}}}",
        ),
        {"style": "next_url", "items": "data", "next": "links.next"},
    ),
    "DigitalOcean": (
        document(
            {"page": query("integer", "default: 1"), "per_page": NUMBER},
            f"agents: {{{THINGS}}}, meta: {{type: object, properties: {{total: {COUNT}}}}},"
            " links: {type: object, properties: {pages: {type: object,"
            f" properties: {{next: {TEXT}}}}}}}}}",
        ),
        {
            "style": "next_url",
            "items": "agents",
            "next": "links.pages.next",
            "size": "per_page",
        },
    ),
    "APIFlask": (
        document(
            {
                "page": query("integer", "default: 1"),
                "per_page": query("integer", "default: 20, maximum: 30"),
            },
            f"pets: {{{THINGS}}}, pagination: {{type: object, properties: {{page: {COUNT},"
            f" per_page: {COUNT}, pages: {COUNT}, total: {COUNT},"
            " next: {type: string, format: url}, last: {type: string, format: url}}}",
        ),
        {
            "style": "page",
            "items": "pets",
            "parameter": "page",
            "pages": "pagination.pages",
            "size": "per_page",
        },
    ),
    "Laravel": (
        document(
            {"page": query("integer", "default: 1"), "per_page": NUMBER},
            f"data: {{{THINGS}}}, links: {{type: object, properties: {{first: {TEXT},"
            f" last: {TEXT}, prev: {ENDED}, next: {ENDED}}}}}, meta: {{type: object,"
            f" properties: {{current_page: {COUNT}, last_page: {COUNT}, total: {COUNT}}}}}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "pages": "meta.last_page",
            "size": "per_page",
        },
    ),
    "HAL": (
        document(
            {"page": NUMBER},
            f"_embedded: {{type: object, properties: {{orders: {{{THINGS}}}}}}},"
            " _links: {$ref: '#/components/schemas/Links'}",
        ),
        {"style": "next_url", "items": "_embedded.orders", "next": "_links.next"},
    ),
    "Slack": (
        document(
            {"cursor": TOKEN, "limit": NUMBER},
            f"ok: {{type: boolean}}, members: {{{THINGS}}}, response_metadata:"
            f" {{type: object, properties: {{next_cursor: {TEXT}}}}}",
        ),
        {
            "style": "cursor",
            "items": "members",
            "parameter": "cursor",
            "next": "response_metadata.next_cursor",
            "size": "limit",
        },
    ),
    "HubSpot": (
        document(
            {"after": TOKEN},
            f"results: {{{THINGS}}}, paging: {{type: object, properties: {{next: {{type: object,"
            f" properties: {{after: {TEXT}, link: {TEXT}}}}}}}}}",
        ),
        {
            "style": "cursor",
            "items": "results",
            "parameter": "after",
            "next": "paging.next.after",
        },
    ),
    "Relay": (
        document(
            {"after": TOKEN},
            f"nodes: {{{THINGS}}}, pageInfo: {{type: object, properties:"
            f" {{endCursor: {ENDED}, hasNextPage: {{type: boolean}}}}}}",
        ),
        {
            "style": "cursor",
            "items": "nodes",
            "parameter": "after",
            "next": "pageInfo.endCursor",
            "more": "pageInfo.hasNextPage",
        },
    ),
    "Kubernetes": (
        document(
            {"limit": NUMBER, "continue": TOKEN},
            f"items: {{{THINGS}}}, metadata: {{type: object, properties: {{continue: {TEXT}}}}}",
        ),
        {
            "style": "cursor",
            "items": "items",
            "parameter": "continue",
            "next": "metadata.continue",
            "size": "limit",
        },
    ),
    "a page after which there may be none": (
        document(
            {"page": NUMBER},
            f"data: {{{THINGS}}}, next_page: {{type: [integer, 'null']}}",
        ),
        {"style": "cursor", "items": "data", "parameter": "page", "next": "next_page"},
    ),
    "a page whose schema has a name": (
        document(
            {"page": "schema: {$ref: '#/components/schemas/Number'}"},
            f"data: {{{THINGS}}}, total: {COUNT}",
        ),
        {"style": "page", "items": "data", "parameter": "page", "total": "total"},
    ),
}

SEEMING: dict[str, tuple[str, dict[str, Any]]] = {
    "a first page that nobody tells of": (
        document({"page": NUMBER}, f"data: {{{THINGS}}}, total: {COUNT}"),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "total": "total",
            "start": 1,
        },
    ),
    "a page 0 that may be the same as 1": (
        document(
            {"page": query("integer", "default: 0")},
            f"data: {{{THINGS}}}, total: {COUNT}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "total": "total",
            "start": 0,
        },
    ),
    "a page that is an offset": (
        document(
            {"page": f"description: Items to skip., {query('integer', 'default: 1')}"},
            f"data: {{{THINGS}}}, pages: {COUNT}",
        ),
        {
            "style": "page",
            "items": "data",
            "parameter": "page",
            "pages": "pages",
            "start": 1,
        },
    ),
    "an offset that is a page": (
        document(
            {"limit": NUMBER, "offset": f"description: The page offset., {NUMBER}"},
            f"data: {{{THINGS}}}, total: {COUNT}",
        ),
        {
            "style": "offset",
            "items": "data",
            "parameter": "offset",
            "total": "total",
            "size": "limit",
        },
    ),
    "a total of one page": (
        document(
            {"limit": NUMBER, "offset": NUMBER},
            f"data: {{{THINGS}}}, total: {{type: integer, description: Items in this page.}}",
        ),
        {"style": "offset", "items": "data", "parameter": "offset", "size": "limit"},
    ),
    "no end": (
        document({"page": query("integer", "default: 1")}, THINGS),
        {"style": "page", "items": ".", "parameter": "page", "start": 1},
    ),
    "a text that may be an address or a cursor": (
        document({"cursor": TOKEN}, f"data: {{{THINGS}}}, next: {TEXT}"),
        {"style": "cursor", "items": "data", "parameter": "cursor", "next": "next"},
    ),
    "a number that goes on for ever": (
        document({"start": NUMBER}, f"data: {{{THINGS}}}, next_start: {COUNT}"),
        {
            "style": "cursor",
            "items": "data",
            "parameter": "start",
            "next": "next_start",
        },
    ),
    "two parameters that differ by case": (
        document(
            {"nextToken": TOKEN, "NextToken": TOKEN},
            f"Jobs: {{{THINGS}}}, NextToken: {TEXT}",
        ),
        {
            "style": "cursor",
            "items": "Jobs",
            "parameter": "nextToken",
            "next": "NextToken",
        },
    ),
    "a link of OData 3": (
        document({}, f"value: {{{THINGS}}}, odata.nextLink: {TEXT}"),
        {"style": "next_url", "items": "value", "next": "odata.nextLink"},
    ),
    "the last item's id": (
        document({"after": TOKEN}, THINGS),
        {"style": "cursor", "items": ".", "parameter": "after", "next": "-1.id"},
    ),
    "a search that changes nothing": (
        document(
            {"cursor": TOKEN}, f"hits: {{{THINGS}}}, nextCursor: {TEXT}", method="post"
        ),
        {
            "style": "cursor",
            "items": "hits",
            "parameter": "cursor",
            "next": "nextCursor",
        },
    ),
    "a search that is told in its body": (
        document(
            {},
            f"hits: {{{THINGS}}}, nextCursor: {TEXT}",
            method="post",
            body=f"cursor: {TEXT}, limit: {COUNT}",
        ),
        {
            "style": "cursor",
            "items": "hits",
            "parameter": "cursor",
            "next": "nextCursor",
            "size": "limit",
        },
    ),
}

NOTHING = {
    "two lists": document(
        {"cursor": TOKEN}, f"a: {{{THINGS}}}, b: {{{THINGS}}}, nextCursor: {TEXT}"
    ),
    "links that are numbers": document(
        {},
        f"data: {{{THINGS}}}, links: {{type: object, properties: {{next: {COUNT}}}}}",
    ),
    "a cursor of another type": document(
        {"cursor": NUMBER}, f"data: {{{THINGS}}}, nextCursor: {TEXT}"
    ),
    "a header beside no parameter": document(
        {}, THINGS, header="schema: {type: string}"
    ),
    "no list": document({"cursor": TOKEN}, f"nextCursor: {TEXT}, data: {TEXT}"),
    "an offset that is no number": document(
        {"limit": NUMBER, "offset": TOKEN}, f"data: {{{THINGS}}}, total: {COUNT}"
    ),
    "a chain that never ends": document(
        {}, f"data: {{{THINGS}}}, next: {{$ref: '#/components/schemas/Chain'}}"
    ),
    "all at once": document({"limit": NUMBER}, f"data: {{{THINGS}}}, total: {COUNT}"),
}


def made(
    folder: Path, text: str, config: Config | None = None
) -> tuple[Operation, str]:
    """The operation, and what `init` proposes for it."""
    source = opened(folder, HEAD + text)
    found = build(source, config or Config(), {})
    (operation,) = found.api.operations()
    assert not found.problems.errors
    return operation, first_config(source, found, "api.yaml")


def uncommented(proposed: str) -> Config:
    """The proposal with its suggestions for pages in force."""
    before, after = proposed.split("leaves open.\n")
    section = after.split("\n\n", maxsplit=1)[0]
    lines = [line.removeprefix("# ") for line in section.splitlines()]
    return config_of(yaml.safe_load("\n".join([before, *lines])))


def declared(config: Config) -> dict[str, Any]:
    (section,) = config.paging
    names = ("style", "items", "parameter", "next", "more", "total", "pages", "size")
    found = {name: getattr(section, name) for name in (*names, "start")}
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize("name", EVIDENT)
def test_what_frameworks_write_is_evident(tmp_path: Path, name: str) -> None:
    text, expected = EVIDENT[name]
    operation, proposed = made(tmp_path, text)
    assert operation.paging is not None
    config = config_of(yaml.safe_load(proposed))
    assert declared(config) == expected
    # The proposal says the same as no proposal.
    assert made(tmp_path, text, config)[0].paging == operation.paging


@pytest.mark.parametrize("name", SEEMING)
def test_what_leaves_doubt_is_proposed_and_can_be_taken(
    tmp_path: Path, name: str
) -> None:
    text, expected = SEEMING[name]
    operation, proposed = made(tmp_path, text)
    assert operation.paging is None
    assert config_of(yaml.safe_load(proposed)).paging == ()
    config = uncommented(proposed)
    assert declared(config) == expected
    assert made(tmp_path, text, config)[0].paging is not None


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_has_no_pages_is_left_alone(tmp_path: Path, text: str) -> None:
    operation, proposed = made(tmp_path, text)
    assert operation.paging is None
    assert "leaves open" not in proposed
    assert config_of(yaml.safe_load(proposed)).paging == ()


def test_a_scheme_that_would_hold_for_others_names_its_own(tmp_path: Path) -> None:
    lists = document(
        {"pageToken": TOKEN}, f"shelves: {{{THINGS}}}, nextPageToken: {TEXT}"
    )
    others = (
        lists.replace("operationId: list", "operationId: find")
        .replace("/things: {get", "/found: {post")
        .removeprefix("paths: {")
        .split("}\ncomponents", maxsplit=1)[0]
    )
    text = lists.replace("paths: {", f"paths: {{{others}, ")
    source = opened(tmp_path, HEAD + text)
    proposed = first_config(source, build(source, Config(), {}), "api.yaml")
    (section,) = config_of(yaml.safe_load(proposed)).paging
    assert section.operations == ("list",)
    assert uncommented(proposed).paging[1].operations == ("find",)
