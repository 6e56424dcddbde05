"""The front page of the emitted project, as GitHub and PyPI show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ...spelling.markdown import fence, text
from ...spelling.titles import description_of
from .book import Book
from .guide import Guide, Links, linked, listed
from .guides.shelf import Quickstart
from .markdown.prose import line
from .pages import ROOT, path
from .snippets.programs import Snippet


@dataclass(frozen=True, slots=True)
class ReadMe:
    path: PurePosixPath
    title: str
    description: str
    install: str
    exports: str
    snippets: tuple[Snippet, ...]
    index: str
    guides: Links
    resources: Links


def readme(book: Book, guides: tuple[Guide, ...]) -> ReadMe:
    """What there is, how to get it, and a first call where there is one to show."""
    page = PurePosixPath("README.md")
    package = book.api.package
    start = next((guide for guide in guides if isinstance(guide, Quickstart)), None)
    return ReadMe(
        page,
        title=text(book.api.title) or "API",
        description=line(description_of(book.api)),
        install=fence(f"pip install {package.distribution}", "bash"),
        exports=start.exports if start is not None else "",
        snippets=start.snippets if start is not None else (),
        index=path(ROOT / "index.md", page),
        guides=listed((guide for guide in guides if guide is not start), page),
        resources=linked(
            ((group.title, group.page) for group in book.pages.groups), page
        ),
    )
