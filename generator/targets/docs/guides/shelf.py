"""Pages on what holds for every operation, each with an example of the API's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ....spelling.markdown import fence
from ..book import Book
from ..guide import Guide, Links, linked, listed
from ..pages import Place
from ..showcase import Showcase
from ..snippets.programs import Snippet
from .authentication import authentication_guide
from .behaviour import (
    asynchronous_guide,
    errors_guide,
    raw_responses_guide,
    retries_guide,
    testing_guide,
)
from .data import data_guide
from .features import feature_guides
from .servers import servers_guide
from .settings import settings_guide


@dataclass(frozen=True, slots=True)
class Quickstart(Guide):
    install: str
    exports: str
    snippets: tuple[Snippet, ...]
    method: str
    resources: Links
    guides: Links


def guides(book: Book) -> tuple[Guide, ...]:
    """The pages that this API has a use for, in the order in which to read them."""
    showcase = Showcase(book)
    lookup, first = showcase.lookup, showcase.first
    if lookup is None or first is None:
        return tuple(feature_guides(book, showcase))
    following = (
        *authentication_guide(book),
        *servers_guide(book),
        *data_guide(book, showcase),
        errors_guide(book, lookup),
        *feature_guides(book, showcase),
        retries_guide(book, lookup),
        settings_guide(book, lookup),
        *raw_responses_guide(book, showcase),
        asynchronous_guide(book, showcase, lookup),
        *testing_guide(book, showcase),
    )
    return (_quickstart(book, first, following), *following)


def _quickstart(book: Book, first: Place, following: tuple[Guide, ...]) -> Quickstart:
    start = Guide.path_of("quickstart")
    client = book.client_for(first.operation)
    pair = client.pair(
        book.brief_call(first),
        book.outcome(first),
    )
    return Quickstart(
        "quickstart",
        "Quickstart",
        install=fence(f"pip install {book.api.package.distribution}", "bash"),
        exports=_exports(dict.fromkeys((*book.client.variables, *client.variables))),
        snippets=pair,
        method=book.pages.operation_link(first, start),
        resources=linked(
            ((group.title, group.page) for group in book.pages.groups), start
        ),
        guides=listed(following, start),
    )


def _exports(variables: Iterable[str]) -> str:
    lines = [f'export {name}="..."' for name in variables]
    return fence("\n".join(lines), "bash") if lines else ""
