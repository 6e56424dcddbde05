"""The settings of the site that the pages become."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...spelling.titles import description_of
from .book import Book
from .guide import Guide
from .pages import ROOT

# A page for each of thousands of models would make the menu slower than the reader.
_MOST_MODELS_IN_MENU = 300


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the menu; title and path as YAML scalars."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Site:
    """What `mkdocs.yml` says of this API."""

    name: str
    description: str
    url: str
    repository: str
    guides: tuple[Item, ...]
    resources: tuple[Item, ...]
    models: tuple[Item, ...]


def site(book: Book, guides: Sequence[Guide]) -> Site:
    """The view of `mkdocs.yml`."""
    api = book.api
    models = [_item(name, page) for name, page in book.pages.models.items()]
    listed = models if len(models) <= _MOST_MODELS_IN_MENU else []
    return Site(
        _scalar(api.title),
        _scalar(description_of(api)),
        _scalar(api.site_url) if api.site_url else "",
        _scalar(api.repository) if api.repository else "",
        tuple(_item(guide.title, guide.path) for guide in guides),
        tuple(_item(group.title, group.page) for group in book.pages.groups),
        tuple(sorted(listed, key=lambda item: item.title.casefold())),
    )


def _item(title: str, page: PurePosixPath) -> Item:
    return Item(_scalar(title), _scalar(str(page.relative_to(ROOT))))


def _scalar(text: str) -> str:
    """A JSON string, which is a YAML scalar whatever is in it."""
    return json.dumps(text, ensure_ascii=False)
