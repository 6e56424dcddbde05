"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.omit import Omit

_LIST_BOOKS: Operation[models.Book] = Operation(
    "listBooks", "GET", "/books", returns=lambda: models.Book
)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def list_books(
        self, *, q: str | Omit = OMIT, back: models.ListBooksBack | Omit = OMIT
    ) -> models.Book:
        """List \"\"\"books\"\"\".

        Ends in a backslash \\ and has \\n, \\x00 and \\N{DASH} in it, a \"\"\" and three '''.

        - A list, with an entry that goes on for so long that it has to be wrapped
          somewhere in its middle, and
        - another.

            code = "stays"

        | a | table |
        |---|-------|
        | 1 | 2     |

        ```python
        print(\"\"\"as it is\"\"\")
        ```

        "Ends in a quote".

        Args:
            q: Ends in a quote: \"\"\". `'\"\"\"\\nimport os'` when left out.
            back: Ends in a backslash \\

        Raises:
            NotFoundError: None. \"\"\" + exit() + \"\"\".
        """
        return self._send(_LIST_BOOKS, query={"q": q, "back": back})


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def list_books(
        self, *, q: str | Omit = OMIT, back: models.ListBooksBack | Omit = OMIT
    ) -> models.Book:
        """List \"\"\"books\"\"\". See `Shop.list_books`."""
        return await self._send(_LIST_BOOKS, query={"q": q, "back": back})
