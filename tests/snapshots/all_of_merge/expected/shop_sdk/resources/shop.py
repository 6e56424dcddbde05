"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import params
    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[list[models.Novel]] = Operation(
    "listBooks", "GET", "/books", returns=lambda: list[models.Novel]
)
_ADD_NOVEL: Operation[None] = Operation(
    "addNovel", "POST", "/books", body=Body("application/json")
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(self) -> list[models.Novel]:
        """List books."""
        return self._send(_LIST_BOOKS)

    def add_novel(
        self,
        *,
        id: str,
        title: str,
        pages: int,
        author: params.Author,
        shelf: str,
        created_at: int | Omit = OMIT,
        translator: params.NovelTranslator | Omit = OMIT,
    ) -> None:
        """Add a novel.

        Args:
            id: ID of the novel, such as `n-12`. Matches `^n-`.
            created_at: When it was added.
            pages: Number of pages. At least 1.
            author: Who has written it.
            shelf: Where it is to stand.
        """
        return self._send(
            _ADD_NOVEL,
            body={
                "id": id,
                "created_at": created_at,
                "title": title,
                "pages": pages,
                "author": author,
                "translator": translator,
                "shelf": shelf,
            },
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(self) -> list[models.Novel]:
        """List books."""
        return await self._send(_LIST_BOOKS)

    async def add_novel(
        self,
        *,
        id: str,
        title: str,
        pages: int,
        author: params.Author,
        shelf: str,
        created_at: int | Omit = OMIT,
        translator: params.NovelTranslator | Omit = OMIT,
    ) -> None:
        """Add a novel. See `Shop.add_novel`."""
        return await self._send(
            _ADD_NOVEL,
            body={
                "id": id,
                "created_at": created_at,
                "title": title,
                "pages": pages,
                "author": author,
                "translator": translator,
                "shelf": shelf,
            },
        )
