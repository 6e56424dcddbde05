"""Lists that come in pages."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from pydantic import Field

from templates.python._runtime.cursors import Next
from templates.python._runtime.decoding import validator
from templates.python._runtime.encoding import encode_json
from templates.python._runtime.errors import APIError
from templates.python._runtime.model import Model
from templates.python._runtime.omit import OMIT
from templates.python._runtime.paging import (
    Answer,
    AsyncPager,
    Page,
)
from templates.python._runtime.paths import dig
from templates.python._runtime.plans import Paging

T = TypeVar("T")


class Item(Model):
    id: str


class Items(Model):
    data: list[Item]
    next_: Annotated[str | None, Field(alias="next")] = None
    has_more: bool | None = None
    total: int | None = None


Server = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class Shop(Generic[T]):
    """A list behind a call, walked by either kind of client."""

    def __init__(self, kind: str, runner: asyncio.Runner) -> None:
        self.kind = kind
        self.runner = runner
        self.asked: list[dict[str, Any]] = []

    def pager(
        self,
        paging: Paging[Any, T],
        server: Server,
        type_: Any = Items,
        **sent: object,
    ) -> Any:
        """What the method of a resource gives: a page, or something to await."""
        decode = validator(type_)

        def fetch(step: Next) -> Answer[Any]:
            values = {**sent, **step.query, **step.body}
            url = "https://api.test/v1/items"
            if step.url is not None:
                url = step.url
                assert url.startswith("https:"), "in the open"
                query = parse_qs(urlsplit(url).query)
                values = {name: value[0] for name, value in query.items()}
            self.asked.append(dict(values))
            assert len(self.asked) < 100, "round and round"
            reply = dict(server(values))
            headers = httpx2.Headers(reply.pop("headers", {}))
            body = encode_json(reply.get("list", reply))
            # Credentials that the client adds show in the address that was asked.
            asked = f"{url}{'&' if '?' in url else '?'}key=[redacted]"
            return Answer(decode(body), values, asked, headers)

        async def fetch_async(step: Next) -> Answer[Any]:
            return fetch(step)

        if self.kind == "sync":
            return Page(fetch(Next()), paging, fetch)
        return AsyncPager(paging, fetch_async)

    def run(self, awaitable: Any) -> Any:
        async def wait() -> Any:
            return await awaitable

        return self.runner.run(wait())

    def to_list(self, pages: Any, limit: int | None = None) -> Any:
        found = pages.to_list(limit)
        return found if self.kind == "sync" else self.run(found)

    def first(self, pages: Any) -> Any:
        return pages if self.kind == "sync" else self.run(pages)

    def following(self, page: Any) -> Any:
        found = page.next_page()
        return found if self.kind == "sync" else self.run(found)

    def walk(self, pages: Any, limit: int = 99) -> list[Any]:
        """What `for` or `async for` gives."""

        async def walk() -> list[Any]:
            found: list[Any] = []
            async for item in pages:
                found.append(item)
                if len(found) == limit:
                    break
            return found

        if self.kind == "async":
            return self.runner.run(walk())
        found: list[Any] = []
        for item in pages:
            found.append(item)
            if len(found) == limit:
                break
        return found

    @property
    def count(self) -> int:
        return len(self.asked)


@pytest.fixture(params=["sync", "async"])
def shop(request: pytest.FixtureRequest) -> Iterator[Shop[Any]]:
    with asyncio.Runner() as runner:
        yield Shop(request.param, runner)


IDS = list("abcdefg")


def items(ids: list[str]) -> list[dict[str, str]]:
    return [{"id": id} for id in ids]


def ids(found: list[Item]) -> str:
    return "".join(item.id for item in found)


def by_cursor(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    start = IDS.index(sent["after"]) + 1 if sent.get("after") else 0
    end = start + int(sent.get("limit") or 3)
    found = IDS[start:end]
    return {
        "data": items(found),
        "next": found[-1] if found else None,
        "has_more": end < len(IDS),
    }


def by_offset(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    start = int(sent.get("offset") or 0)
    return {"data": items(IDS[start : start + 3]), "total": len(IDS)}


def by_page(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    start = (int(sent.get("page") or 1) - 1) * 3
    return {"data": items(IDS[start : start + 3])}


CURSOR: Paging[Items, Item] = Paging(
    "cursor", ("data",), "after", next=("next",), more=("has_more",)
)
LAST_ITEM: Paging[Items, Item] = Paging(
    "cursor", ("data",), "after", next=("data", "-1", "id")
)
OFFSET: Paging[Items, Item] = Paging("offset", ("data",), "offset", total=("total",))
OPEN_OFFSET: Paging[Items, Item] = Paging("offset", ("data",), "offset")
NUMBER: Paging[Items, Item] = Paging("page", ("data",), "page")
NEXT_URL: Paging[Items, Item] = Paging("next_url", ("data",), next=("next",))
LINK: Paging[list[Item], Item] = Paging("link")


# Walking


def test_iterating_walks_all_pages(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(CURSOR, by_cursor))) == "abcdefg"
    assert shop.asked == [{}, {"after": "c"}, {"after": "f"}]


def test_a_page_is_fetched_when_it_is_reached(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(CURSOR, by_cursor), limit=3)) == "abc"
    assert shop.count == 1


def test_what_the_caller_sent_is_sent_again(shop: Shop[Any]) -> None:
    pages = shop.pager(CURSOR, by_cursor, limit=2, order="asc")
    assert ids(shop.walk(pages)) == "abcdefg"
    assert shop.asked[1] == {"limit": 2, "order": "asc", "after": "b"}


def test_walking_may_begin_anywhere(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(CURSOR, by_cursor, after="d"))) == "efg"


@pytest.mark.parametrize(
    ("limit", "found", "asked"),
    [
        (None, "abcdefg", 3),
        (0, "", 1),
        (-1, "", 1),
        (1, "a", 1),
        (3, "abc", 1),
        (4, "abcd", 2),
        (99, "abcdefg", 3),
    ],
)
def test_a_list_of_so_many_asks_for_no_more_pages_than_it_needs(
    shop: Shop[Any], limit: int | None, found: str, asked: int
) -> None:
    assert ids(shop.to_list(shop.pager(CURSOR, by_cursor), limit)) == found
    assert shop.count <= asked


def test_pages_can_be_walked_one_by_one(shop: Shop[Any]) -> None:
    page = shop.first(shop.pager(CURSOR, by_cursor))
    assert type(page).__name__ == ("Page" if shop.kind == "sync" else "AsyncPage")
    assert ids(page.items) == "abc"
    assert isinstance(page.body, Items)
    assert repr(page).endswith("Page: 3 items, more to come>")
    assert page.has_next_page
    page = shop.following(shop.following(page))
    assert ids(page.items) == "g"
    assert not page.has_next_page
    assert repr(page).endswith("Page: 1 items>")
    with pytest.raises(LookupError, match="no next page"):
        shop.following(page)


def test_all_pages_can_be_walked(shop: Shop[Any]) -> None:
    found = shop.walk(shop.pager(CURSOR, by_cursor).pages())
    assert [ids(page.items) for page in found] == ["abc", "def", "g"]


def test_walking_from_a_page_begins_there_and_may_be_repeated(shop: Shop[Any]) -> None:
    second = shop.following(shop.first(shop.pager(CURSOR, by_cursor)))
    assert ids(shop.walk(second)) == "defg"
    assert ids(shop.walk(second)) == "defg"
    assert ids(shop.to_list(second, 2)) == "de"


# Styles


def test_the_cursor_may_be_the_last_items_id(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(LAST_ITEM, by_cursor))) == "abcdefg"
    # Nothing but an empty page tells that this is all.
    assert shop.asked[-1] == {"after": "g"}


def test_the_flag_counts_more_than_the_cursor(shop: Shop[Any]) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["a"]), "next": "a", "has_more": False}

    assert ids(shop.walk(shop.pager(CURSOR, server))) == "a"
    assert shop.count == 1


def test_without_the_flag_the_cursor_counts(shop: Shop[Any]) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**by_cursor(sent), "has_more": None}

    assert ids(shop.walk(shop.pager(CURSOR, server))) == "abcdefg"


def test_empty_pages_with_a_cursor_are_passed_over(shop: Shop[Any]) -> None:
    replies: dict[str | None, tuple[str, str | None]] = {
        None: ("", "x"),
        "x": ("a", "y"),
        "y": ("", "z"),
        "z": ("b", None),
    }

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        found, cursor = replies[sent.get("after")]
        return {"data": items(list(found)), "next": cursor}

    assert ids(shop.walk(shop.pager(CURSOR, server))) == "ab"


def test_cursors_may_be_numbers_and_stand_in_the_body(shop: Shop[Any]) -> None:
    class Found(Model):
        data: list[Item]
        page: dict[str, int]

    paging: Paging[Found, Item] = Paging(
        "cursor",
        ("data",),
        "from",
        parameter_in_body=True,
        next=("page", "next"),
    )

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        start = sent.get("from", 0)
        page = {"next": start + 3} if start < 6 else {}
        return {"data": items(IDS[start : start + 3]), "page": page}

    pages = shop.pager(paging, server, Found, query="x")
    assert ids(shop.walk(pages)) == "abcdefg"
    assert shop.asked[1] == {"query": "x", "from": 3}


def test_offsets_count_the_items_that_came(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(OFFSET, by_offset))) == "abcdefg"
    assert [sent.get("offset") for sent in shop.asked] == [None, 3, 6]


def test_offsets_begin_where_the_caller_says(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(OFFSET, by_offset, offset=2))) == "cdefg"
    assert ids(shop.walk(shop.pager(OFFSET, by_offset, offset="5"))) == "fg"


def test_without_a_total_an_empty_page_is_the_end(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(OPEN_OFFSET, by_offset))) == "abcdefg"
    assert shop.asked[-1] == {"offset": 7}


def test_pages_are_counted(shop: Shop[Any]) -> None:
    assert ids(shop.walk(shop.pager(NUMBER, by_page))) == "abcdefg"
    assert [sent.get("page") for sent in shop.asked] == [None, 2, 3, 4]
    assert ids(shop.walk(shop.pager(NUMBER, by_page, page=3, size=OMIT))) == "g"


def test_a_total_ends_the_pages_although_the_server_caps_their_size(
    shop: Shop[Any],
) -> None:
    paging: Paging[Items, Item] = Paging("page", ("data",), "page", total=("total",))

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**by_page(sent), "total": 7}

    assert ids(shop.walk(shop.pager(paging, server, size=1000))) == "abcdefg"
    assert shop.count == 3


@pytest.mark.parametrize("total", [0, -1])
@pytest.mark.parametrize("style", ["offset", "page"])
def test_a_number_that_is_not_known_ends_no_pages(
    shop: Shop[Any], style: Any, total: int
) -> None:
    paging: Paging[Items, Item] = Paging(
        style, ("data",), style, total=("total",), pages=("total",)
    )

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        reply = by_offset(sent) if style == "offset" else by_page(sent)
        return {**reply, "total": total}

    assert ids(shop.walk(shop.pager(paging, server))) == "abcdefg"


def test_a_number_of_all_items_may_be_described_as_a_fraction(shop: Shop[Any]) -> None:
    class Found(Model):
        data: list[Item]
        total: float

    assert ids(shop.walk(shop.pager(OFFSET, by_offset, Found))) == "abcdefg"
    assert shop.count == 3


@pytest.mark.parametrize("start", [0, 1])
def test_the_number_of_pages_ends_them(shop: Shop[Any], start: int) -> None:
    paging: Paging[Items, Item] = Paging(
        "page", ("data",), "page", pages=("total",), start=start
    )

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        reply = by_page({"page": sent.get("page", start) + 1 - start})
        return {**reply, "total": 3}

    assert ids(shop.walk(shop.pager(paging, server))) == "abcdefg"
    assert shop.count == 3


def test_pages_may_be_counted_from_nought(shop: Shop[Any]) -> None:
    paging: Paging[Items, Item] = Paging("page", ("data",), "page", start=0)

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return by_page({"page": sent.get("page", 0) + 1})

    assert ids(shop.walk(shop.pager(paging, server))) == "abcdefg"
    assert [sent.get("page") for sent in shop.asked] == [None, 1, 2, 3]


@pytest.mark.parametrize(
    "address",
    [
        "https://api.test/v1/items?after={}",
        "https://API.test:443/v1/items?after={}",
        "/v1/items?after={}",
        "?after={}",
        "items?after={}",
        "//api.test/v1/items?after={}",
        # Many a server behind a proxy does not know that it is asked by TLS.
        "http://api.test/v1/items?after={}",
    ],
)
def test_the_address_of_the_next_page_is_followed(
    shop: Shop[Any], address: str
) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        reply = by_cursor(sent)
        more = reply["has_more"]
        return {**reply, "next": address.format(reply["next"]) if more else None}

    pages = shop.pager(NEXT_URL, server, limit=3)
    assert ids(shop.walk(pages)) == "abcdefg"
    assert shop.asked[1] == {"after": "c"}


def test_the_address_may_stand_in_a_link_with_more(shop: Shop[Any]) -> None:
    class Link(Model):
        href: str

    class Linked(Model):
        data: list[Item]
        next_: Annotated[Link | str | None, Field(alias="next")]

    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        reply = by_cursor(sent)
        link = {"href": f"?after={reply['next']}", "title": "on"}
        return {**reply, "next": link if reply["has_more"] else None}

    assert ids(shop.walk(shop.pager(NEXT_URL, server, Linked))) == "abcdefg"


@pytest.mark.parametrize(
    "header",
    [
        '<{}>; rel="next"',
        "<{}>; rel=next",
        '<{}>; rel="last next"; title="a, b; c"',
        '</x>; rel="prev", <{}>; rel="next", </y>; rel="last"',
        '</x>; title="<https://no>; rel=\\"next"; rel=prev,<{}>;REL=NEXT',
    ],
)
def test_the_link_header_is_followed(shop: Shop[Any], header: str) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        reply = by_cursor(sent)
        link = header.format(f"/v1/items?after={reply['next']}")
        headers = {"link": link} if reply["has_more"] else {"link": '</x>; rel="prev"'}
        return {"list": reply["data"], "headers": headers}

    assert ids(shop.walk(shop.pager(LINK, server, list[Item]))) == "abcdefg"


# Servers that cannot be trusted


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.test/v1/items?after=x",
        "http://api.test:8080/v1/items?after=x",
        "http://api.evil.test/v1/items?after=x",
        "https://api.test:8443/v1/items?after=x",
        "https://api.test@evil.test/x",
        "//evil.test/x",
        "https://api.test:port/x",
        "https://[/x",
        "ftp://api.test/x",
    ],
)
def test_another_origin_is_not_asked(shop: Shop[Any], address: str) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["a"]), "next": address}

    with pytest.raises(APIError, match="another origin"):
        shop.walk(shop.pager(NEXT_URL, server))
    assert shop.count == 1


@pytest.mark.parametrize("cycle", [1, 2, 3, 7])
@pytest.mark.parametrize("before", [0, 1, 5])
def test_a_circle_of_cursors_is_left(shop: Shop[Any], cycle: int, before: int) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        number = int(sent.get("after") or -1) + 1
        if number >= before + cycle:
            number = before
        return {"data": items(["x"]), "next": str(number), "has_more": True}

    with pytest.raises(APIError, match="in a circle"):
        shop.walk(shop.pager(CURSOR, server))


def test_a_circle_of_addresses_is_left(shop: Shop[Any]) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["x"]), "next": "?after=x"}

    with pytest.raises(APIError, match="in a circle"):
        shop.walk(shop.pager(NEXT_URL, server))


def test_the_callers_own_cursor_coming_back_is_a_circle(shop: Shop[Any]) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["x"]), "next": "mine", "has_more": True}

    with pytest.raises(APIError, match="in a circle"):
        shop.walk(shop.pager(CURSOR, server, after="mine"))
    assert shop.count == 1


def test_the_last_cursor_beside_an_empty_page_is_the_end(shop: Shop[Any]) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        found = [] if sent.get("after") == "z" else ["x"]
        return {"data": items(found), "next": "z"}

    assert ids(shop.walk(shop.pager(CURSOR, server))) == "x"


@pytest.mark.parametrize("paging", [OFFSET, OPEN_OFFSET, NUMBER])
def test_a_server_that_ignores_the_parameter_is_noticed(
    shop: Shop[Any], paging: Paging[Items, Item]
) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["x", "y"]), "total": 10**9}

    with pytest.raises(APIError, match="same page twice"):
        shop.walk(shop.pager(paging, server))
    assert shop.count == 2


@pytest.mark.parametrize(
    "reply", [{}, {"data": None}, {"data": {"a": 1}}, {"data": "x"}, {"data": 7}]
)
@pytest.mark.parametrize("paging", [CURSOR, LAST_ITEM, OFFSET, NUMBER, NEXT_URL])
def test_a_page_without_a_list_has_no_items(
    shop: Shop[Any], paging: Paging[Items, Item], reply: dict[str, Any]
) -> None:
    assert shop.walk(shop.pager(paging, lambda sent: reply)) == []
    assert shop.count == 1


@pytest.mark.parametrize("cursor", [7, True, ["x"], {"a": 1}])
def test_odd_cursors_do_no_harm(shop: Shop[Any], cursor: Any) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"data": items(["x"]), "next": cursor, "has_more": True}

    for paging in (CURSOR, NEXT_URL):
        try:
            shop.walk(shop.pager(paging, server))
        except APIError as error:
            assert "in a circle" in str(error)


@pytest.mark.parametrize("total", [-1, 0, 3, "7", None, 2.5, True])
def test_odd_totals_do_no_harm(shop: Shop[Any], total: Any) -> None:
    def server(sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**by_offset(sent), "total": total}

    assert ids(shop.walk(shop.pager(OFFSET, server))).startswith("abc")


# Paths


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ((), "all"),
        (("next",), "n"),
        (("data", "0", "id"), "a"),
        (("data", "-1", "id"), "b"),
        (("data", "9", "id"), None),
        (("data", "x"), None),
        (("next_",), None),
        (("extra", "deep"), 1),
        (("nothing", "deep"), None),
        (("next", "deep"), None),
    ],
)
def test_a_path_leads_to_a_value_or_nowhere(path: tuple[str, ...], found: Any) -> None:
    body = {"data": [{"id": "a"}, {"id": "b"}], "next": "n", "extra": {"deep": 1}}
    typed = validator(Items)(encode_json(body))
    for value in (body, typed):
        assert dig(value, path) == (value if found == "all" else found)
