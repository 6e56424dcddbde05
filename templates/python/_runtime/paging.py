"""Lists that come in pages, walked as if they were one."""

from __future__ import annotations

from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterator,
)
from functools import cached_property
from itertools import islice
from typing import Any, Generic, TypeVar, cast

from .arguments import Next
from .cursors import Answer, Position
from .errors import APIError
from .paths import dig
from .plans import Paging

B = TypeVar("B")
T = TypeVar("T")


class _Sheet(Generic[T, B]):
    """What a page is, whether its successor is awaited or not."""

    body: B
    """The response as the API describes it."""

    items: list[T]
    """The items of this page alone."""

    def __init__(
        self,
        answer: Answer[B],
        paging: Paging[B, T],
        previous: _Sheet[T, B] | None = None,
    ) -> None:
        self.body = answer.body
        found = dig(answer.body, paging.items)
        # Where the list is missing, or is no list, there are no items.
        items = cast("list[T]", found) if isinstance(found, list) else []
        self.items = items
        self._paging = paging
        self._answer = answer
        self._before = None if previous is None else previous._position
        # A server that ignores a number answers the same page for ever.
        if (
            previous is not None
            and paging.style in ("offset", "page")
            and _same(items, previous.items)
        ):
            raise APIError(
                "the server answered the same page twice, as if"
                f" {paging.parameter!r} had no effect"
            )

    @cached_property
    def _position(self) -> Position:
        # Many callers want no more than the first page, and never need it.
        return Position(self._answer, self._paging, len(self.items), self._before)

    @property
    def has_next_page(self) -> bool:
        """Whether the server says, or lets expect, that there is more."""
        return self._position.next is not None

    def __repr__(self) -> str:
        more = ", more to come" if self.has_next_page else ""
        return f"<{type(self).__name__}: {len(self.items)} items{more}>"


class Page(_Sheet[T, B]):
    """One page of a list; iterating over it walks all pages from here on.

    The next page is asked for when the items of the one before are used up.

    Args:
        answer: The page as it came.
        paging: Where things are in it.
        fetch: Sends the same call again with these changes.
    """

    def __init__(
        self,
        answer: Answer[B],
        paging: Paging[B, T],
        fetch: Callable[[Next], Answer[B]],
        previous: Page[T, B] | None = None,
    ) -> None:
        super().__init__(answer, paging, previous)
        self._fetch = fetch

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[T, B]]:
        """This page and all that follow, each fetched when it is reached."""
        page = self
        yield page
        while page.has_next_page:
            page = page.next_page()
            yield page

    def next_page(self) -> Page[T, B]:
        """Fetch the page after this one.

        Raises:
            LookupError: This is the last page; `has_next_page` is false.
            APIError: The server leads in a circle, or to another origin.
        """
        answer = self._fetch(self._position.leave())
        return Page(answer, self._paging, self._fetch, self)

    def to_list(self, limit: int | None = None) -> list[T]:
        """The items from here on in one list, at most `limit` of them."""
        return list(islice(self, None if limit is None else max(limit, 0)))


class AsyncPage(_Sheet[T, B]):
    """One page of a list; iterating over it walks all pages from here on.

    The next page is asked for when the items of the one before are used up.

    Args:
        answer: The page as it came.
        paging: Where things are in it.
        fetch: Sends the same call again with these changes.
    """

    def __init__(
        self,
        answer: Answer[B],
        paging: Paging[B, T],
        fetch: Callable[[Next], Awaitable[Answer[B]]],
        previous: AsyncPage[T, B] | None = None,
    ) -> None:
        super().__init__(answer, paging, previous)
        self._fetch = fetch

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """This page and all that follow, each fetched when it is reached."""
        page = self
        yield page
        while page.has_next_page:
            page = await page.next_page()
            yield page

    async def next_page(self) -> AsyncPage[T, B]:
        """Fetch the page after this one.

        Raises:
            LookupError: This is the last page; `has_next_page` is false.
            APIError: The server leads in a circle, or to another origin.
        """
        answer = await self._fetch(self._position.leave())
        return AsyncPage(answer, self._paging, self._fetch, self)

    async def to_list(self, limit: int | None = None) -> list[T]:
        """The items from here on in one list, at most `limit` of them."""
        return await _collect(self, limit)


class AsyncPager(Generic[T, B]):
    """A list that is about to be asked for.

    `await` gives its first page; `async for` walks the items of all pages. Each of them
    asks anew.

    Args:
        paging: Where things are in a page.
        fetch: Sends the call with these changes; with none, for the first page.
    """

    def __init__(
        self, paging: Paging[B, T], fetch: Callable[[Next], Awaitable[Answer[B]]]
    ) -> None:
        self._paging = paging
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, AsyncPage[T, B]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[AsyncPage[T, B]]:
        """All pages, each fetched when it is reached."""
        first = await self._first()
        async for page in first.pages():
            yield page

    async def to_list(self, limit: int | None = None) -> list[T]:
        """The items of all pages in one list, at most `limit` of them."""
        return await _collect(self, limit)

    async def _first(self) -> AsyncPage[T, B]:
        return AsyncPage(await self._fetch(Next()), self._paging, self._fetch)


async def _collect(items: AsyncIterable[T], limit: int | None) -> list[T]:
    if limit is not None and limit <= 0:
        return []
    found: list[T] = []
    async for item in items:
        found.append(item)
        # Before the next item is reached for: it may be on a page of its own.
        if len(found) == limit:
            break
    return found


def _same(items: list[T], before: list[T]) -> bool:
    # Equal texts and numbers on two pages can be chance; equal objects are not.
    return (
        bool(items) and not isinstance(items[0], (str, int, float)) and items == before
    )
