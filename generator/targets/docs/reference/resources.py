"""The page of a resource."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ....ir import Poller, Resource
from ....spelling.markdown import link, text
from ..book import Book
from ..guide import Guide, Links, linked
from ..pages import Group, Place, heading, path
from ..snippets.calls import call
from ..snippets.outcomes import settled
from .operations import (
    OperationView,
    Variant,
    every,
    headline,
    operation_view,
    settling,
)


@dataclass(frozen=True, slots=True)
class ResourcePage:
    path: PurePosixPath
    title: str
    attribute: str
    overview: str
    children: Links
    available: tuple[str, ...]
    settings: str
    operations: tuple[OperationView, ...]
    pollers: tuple[Variant, ...]


def resource_page(group: Group, book: Book) -> ResourcePage:
    """All that is said about a resource and its methods."""
    places = [Place(operation, group) for operation in group.resource.operations]
    views = [operation_view(place, book) for place in places]
    return ResourcePage(
        path=group.page,
        title=text(group.title),
        attribute=group.attribute,
        overview=_overview(group.resource, book),
        children=_children(group),
        available=(
            *_entries(zip(places, views, strict=True), book),
            *(_poller_entry(poller, group, book) for poller in group.resource.pollers),
        ),
        settings=_settings(group) if views else "",
        operations=tuple(views),
        pollers=tuple(_poller(each, group, book) for each in group.resource.pollers),
    )


def _overview(resource: Resource, book: Book) -> str:
    said = (book.prose(resource.doc), book.elsewhere(resource.elsewhere))
    return "\n\n".join(part for part in said if part)


def _children(group: Group) -> Links:
    children = (
        Group(child, (*group.names, child.name)) for child in group.resource.children
    )
    return linked(((child.title, child.page) for child in children), group.page)


def _settings(group: Group) -> str:
    """Where to read of what no signature has."""
    return link("Settings", path(Guide.path_of("settings"), group.page))


def _entries(
    described: Iterable[tuple[Place, OperationView]], book: Book
) -> Iterator[str]:
    """The operations, each with the further methods that make the same call."""
    for place, view in described:
        yield _entry(place, book)
        yield from (method.entry for method in view.methods)


def _entry(place: Place, book: Book) -> str:
    operation = place.operation
    shown = book.pages.operation_link(place, place.group.page)
    deprecated = " (deprecated)" if operation.deprecated else ""
    return f"{shown} - {headline(operation, book)}{deprecated}"


def _poller_entry(poller: Poller, group: Group, book: Book) -> str:
    shown = book.pages.method_link(poller.name, group, group.page)
    return f"{shown} - Wait until {settling(poller.polling)}"


def _poller(poller: Poller, group: Group, book: Book) -> Variant:
    """The section of a method that reads a thing until it is settled."""
    read = book.pages.by_id[poller.polling.operation]
    made = call(Place(read.operation, group), book.given[read.key], method=poller.name)
    used = settled(read.operation, poller.polling, book.api.schemas)
    sentences = (
        f"Reads {book.pages.operation_link(read, group.page)}"
        f" {every(poller.polling)}, and returns when {settling(poller.polling)}."
        " `interval` and `deadline` set other times in seconds, and `on_progress` is called"
        " with what each read gave."
    )
    client = book.client_for(read.operation)
    return Variant(heading(poller.name, group), sentences, client.pair(made, used))
