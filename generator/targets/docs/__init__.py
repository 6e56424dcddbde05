"""The reference pages of an SDK: Markdown that reads well on GitHub and on a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...files import File
from ...ir import Api
from ...rendering import Templates
from .book import Book
from .guide import Guide
from .guides.shelf import guides
from .index import IndexPage, index_page
from .pages import ROOT
from .readme import ReadMe, readme
from .reference.models import ModelPage, model_page
from .reference.resources import ResourcePage, resource_page
from .site import site

__all__ = ["emit"]

View = IndexPage | ReadMe | Guide | ResourcePage | ModelPage


def emit(api: Api, templates: Templates) -> list[File]:
    """The pages below `docs/`, and what makes a site of them; equal APIs have equal files."""
    return list(_files(Book(api), templates))


def _files(book: Book, templates: Templates) -> Iterator[File]:
    def page(template: str, view: View) -> File:
        written = templates.render(f"docs/{template}.md.jinja", page=view)
        return File(view.path, written.rstrip() + "\n")

    found = guides(book)
    yield page("README", readme(book, found))
    index = index_page(book, found)
    yield page("index", index)
    summary = templates.render("docs/llms.txt.jinja", page=index)
    yield File(ROOT / "llms.txt", summary.rstrip() + "\n")
    for guide in found:
        yield page(guide.name, guide)
    for group in book.pages.groups:
        yield page("resource", resource_page(group, book))
    for schema in book.api.schemas.values():
        yield page("model", model_page(schema, book))
    settings = templates.render("docs/mkdocs.yml.jinja", site=site(book, found))
    yield File(PurePosixPath("mkdocs.yml"), settings)
    for path, content in templates.plain_files("docs"):
        yield File(path, content)
