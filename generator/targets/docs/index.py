"""The front page: what there is, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from .book import Book
from .guide import Guide, Links, linked, listed
from .markdown import fence, text
from .pages import ROOT
from .prose import summary


@dataclass(frozen=True, slots=True)
class IndexPage:
    path: PurePosixPath
    title: str
    description: str
    install: str
    guides: Links
    resources: tuple[str, ...]
    models: tuple[str, ...]


def index_page(book: Book, guides: tuple[Guide, ...]) -> IndexPage:
    """The front page of an API's documentation."""
    start = ROOT / "index.md"
    return IndexPage(
        path=start,
        title=text(book.api.title) or "API",
        description=book.prose(book.api.doc),
        install=fence(f"pip install {book.api.package.distribution}", "bash"),
        guides=listed(guides, start),
        resources=tuple(_resources(book, start)),
        models=tuple(_models(book, start)),
    )


def _resources(book: Book, start: PurePosixPath) -> list[str]:
    entries = []
    for group in book.pages.groups:
        (shown,) = linked([(group.title, group.page)], start)
        doc = book.line(summary(group.resource.doc))
        margin = "    " * (len(group.names) - 1)
        entries.append(f"{margin}* {shown}{f' - {doc}' if doc else ''}")
    return entries


def _models(book: Book, start: PurePosixPath) -> list[str]:
    entries = []
    for name, schema in book.api.schemas.items():
        doc = book.line(summary(schema.doc))
        shown = book.pages.model_link(name, start)
        entries.append(f"* {shown}{f' - {doc}' if doc else ''}")
    return entries
