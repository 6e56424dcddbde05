"""The front page: what there is, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...spelling.markdown import fence, text
from .book import Book
from .guide import Guide, Links, linked, listed
from .markdown.prose import ended, introduced, summary
from .pages import ROOT


@dataclass(frozen=True, slots=True)
class IndexPage:
    path: PurePosixPath
    title: str
    description: str
    quoted: str
    """The description as a quote."""
    install: str
    about: str
    guides: Links
    resources: tuple[str, ...]
    models: tuple[str, ...]


def index_page(book: Book, guides: tuple[Guide, ...]) -> IndexPage:
    """The front page of an API's documentation."""
    start = ROOT / "index.md"
    description = book.prose(introduced(book.api.summary, book.api.doc))
    return IndexPage(
        path=start,
        title=text(book.api.title) or "API",
        description=description,
        quoted="\n".join(f"> {line}".rstrip() for line in description.splitlines()),
        install=fence(f"pip install {book.api.package.distribution}", "bash"),
        about=" ".join(_about(book)),
        guides=listed(guides, start),
        resources=tuple(_resources(book, start)),
        models=tuple(_models(book, start)),
    )


def _about(book: Book) -> Iterator[str]:
    """Which version it is, who to ask, on which terms, and where to read on."""
    about = book.api.about
    if book.api.version:
        yield f"Version {text(book.api.version)} of the API."
    name = book.linked(about.contact or about.contact_url, about.contact_url)
    email = book.linked(about.email, f"mailto:{about.email}") if about.email else ""
    asked = [part for part in (name, email) if part]
    if asked:
        yield ended(f"Contact: {', '.join(asked)}")
    if about.terms:
        yield ended(book.linked("Terms of service", about.terms))
    if about.licence or about.licence_url:
        yield ended(
            f"License: {book.linked(about.licence or about.licence_url, about.licence_url)}"
        )
    if more := book.elsewhere(book.api.elsewhere):
        yield more


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
