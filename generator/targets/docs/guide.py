"""What all guides have: a name, which is that of the page and of its template, and a title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from ...spelling.markdown import link, text
from .pages import ROOT, path

Links: TypeAlias = tuple[str, ...]

# What each is for, in lists of them.
_SUMMARIES: Final = {
    "quickstart": "install it, and make a first call",
    "authentication": "where the credentials come from, and where they go",
    "servers": "where requests go, and how to choose",
    "errors": "what can go wrong, and how to tell",
    "pagination": "walk long lists, item by item or page by page",
    "streaming": "read an answer piece by piece, while it is made",
    "polling": "wait for something that takes longer than a call",
    "uploads": "send files, from memory or from disk",
    "webhooks": "understand what the API sends by itself",
    "data": "what calls take and give: dictionaries, models, `OMIT`",
    "retries-and-timeouts": "how often and how long a call is tried",
    "raw-responses": "status and headers beside the typed value",
    "settings": "headers, limits, hooks, logs, proxies and more",
    "async": "the same with `await`, many calls at once",
    "testing": "try programs without the network",
}


@dataclass(frozen=True, slots=True)
class Guide:
    """One page; what it shows is up to the class of each."""

    name: str
    title: str

    @staticmethod
    def path_of(name: str) -> PurePosixPath:
        """Where a guide is."""
        return ROOT / f"{name}.md"

    @property
    def path(self) -> PurePosixPath:
        return self.path_of(self.name)


def listed(guides: Iterable[Guide], start: PurePosixPath) -> Links:
    """Links to guides, each with what it is for."""
    return tuple(
        f"{link(text(guide.title), path(guide.path, start))} - {_SUMMARIES[guide.name]}"
        for guide in guides
    )


def linked(targets: Iterable[tuple[str, PurePosixPath]], start: PurePosixPath) -> Links:
    """Links to pages by their titles."""
    return tuple(link(text(title), path(page, start)) for title, page in targets)
