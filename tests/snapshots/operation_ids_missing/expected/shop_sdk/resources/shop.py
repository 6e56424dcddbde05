"""The catalogue and the orders of the shop."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Body, Operation
from .._runtime.resource import AsyncResource, Resource

_GET_ROOT: Operation[None] = Operation("GET /", "GET", "/")
_GET_BOOKS: Operation[list[str]] = Operation(
    "GET /books", "GET", "/books", returns=lambda: list[str]
)
_POST_BOOKS: Operation[None] = Operation(
    "POST /books", "POST", "/books", body=Body("application/json")
)
_GET_BOOKS_BY_ISBN: Operation[models.GetBooksByIsbnResponse] = Operation(
    "GET /books/{isbn}",
    "GET",
    "/books/{isbn}",
    returns=lambda: models.GetBooksByIsbnResponse,
)
_DELETE_BOOKS_BY_ISBN: Operation[None] = Operation(
    "DELETE /books/{isbn}", "DELETE", "/books/{isbn}"
)
_GET_BOOKS_BY_ISBN_REVIEWS_BY_REVIEW_ID_TEXT_BY_FORMAT: Operation[str] = Operation(
    "GET /books/{isbn}/reviews/{review_id}/text.{format}",
    "GET",
    "/books/{isbn}/reviews/{review_id}/text.{format}",
    kind="text",
    accept="text/plain",
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def get_root(self) -> None:
        """Call `GET /`."""
        return self._send(_GET_ROOT)

    def get_books(self) -> list[str]:
        """List books."""
        return self._send(_GET_BOOKS)

    def post_books(self, *, title: str) -> None:
        """Add a book."""
        return self._send(_POST_BOOKS, body={"title": title})

    def get_books_by_isbn(self, isbn: str) -> models.GetBooksByIsbnResponse:
        """Get a book."""
        return self._send(_GET_BOOKS_BY_ISBN, path=(isbn,))

    def delete_books_by_isbn(self, isbn: str) -> None:
        """Call `DELETE /books/{isbn}`."""
        return self._send(_DELETE_BOOKS_BY_ISBN, path=(isbn,))

    def get_books_by_isbn_reviews_by_review_id_text_by_format(
        self, isbn: str, review_id: str, format: str
    ) -> str:
        """Call `GET /books/{isbn}/reviews/{review_id}/text.{format}`."""
        return self._send(
            _GET_BOOKS_BY_ISBN_REVIEWS_BY_REVIEW_ID_TEXT_BY_FORMAT,
            path=(isbn, review_id, format),
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def get_root(self) -> None:
        """Call `GET /`."""
        return await self._send(_GET_ROOT)

    async def get_books(self) -> list[str]:
        """List books."""
        return await self._send(_GET_BOOKS)

    async def post_books(self, *, title: str) -> None:
        """Add a book."""
        return await self._send(_POST_BOOKS, body={"title": title})

    async def get_books_by_isbn(self, isbn: str) -> models.GetBooksByIsbnResponse:
        """Get a book."""
        return await self._send(_GET_BOOKS_BY_ISBN, path=(isbn,))

    async def delete_books_by_isbn(self, isbn: str) -> None:
        """Call `DELETE /books/{isbn}`."""
        return await self._send(_DELETE_BOOKS_BY_ISBN, path=(isbn,))

    async def get_books_by_isbn_reviews_by_review_id_text_by_format(
        self, isbn: str, review_id: str, format: str
    ) -> str:
        """Call `GET /books/{isbn}/reviews/{review_id}/text.{format}`."""
        return await self._send(
            _GET_BOOKS_BY_ISBN_REVIEWS_BY_REVIEW_ID_TEXT_BY_FORMAT,
            path=(isbn, review_id, format),
        )
