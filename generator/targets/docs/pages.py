"""Where every page and heading is, and links between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import PurePosixPath

from ...ir import Api, Operation, Resource
from ...names import DEVICES
from ...spelling.markdown import code, link, text

ROOT = PurePosixPath("docs")

# Headings that pages have beside the names of operations.
_FIXED_HEADINGS = frozenset(
    {
        "available_operations",
        "errors",
        "example_usage",
        "overview",
        "page_by_page",
        "parameters",
        "response",
        "sub_resources",
    }
)
# More than these nobody reads.
MOST_LINKS = 40

_NUMBERED = re.compile(r"_\d+\Z")

# The first two are taken for a folder's front page.
_TAKEN = frozenset({"index", "readme"}) | DEVICES


@dataclass(frozen=True, slots=True)
class Group:
    """A resource and how to get at it: `names` are the attributes that lead to it."""

    resource: Resource
    names: tuple[str, ...]

    @property
    def page(self) -> PurePosixPath:
        return ROOT.joinpath("sdks", *self.names, "README.md")

    @property
    def title(self) -> str:
        """What the resource is called; not yet Markdown."""
        resource = self.resource
        return resource.summary or resource.title or resource.class_name

    @property
    def attribute(self) -> str:
        """The resource as an expression: `client.orders.lines`."""
        return ".".join(("client", *self.names))


@dataclass(frozen=True, slots=True)
class Place:
    """An operation and the resource whose page describes it."""

    operation: Operation
    group: Group

    @property
    def method(self) -> str:
        """The method that makes the call: the streaming one where there is no other."""
        streaming = self.operation.streaming
        only = streaming is not None and streaming.only
        return streaming.name if streaming is not None and only else self.operation.name

    @property
    def key(self) -> str:
        """The method as an expression, which is unique; an operation's id need not be."""
        return f"{self.group.attribute}.{self.method}"


def heading(method: str, group: Group) -> str:
    """A method's heading: its name, unless another heading would have the same anchor.

    Renderers number equal anchors, each in its own way, so that no link could name them.
    """
    taken = _NUMBERED.sub("", method) in _FIXED_HEADINGS
    return f"{group.attribute}.{method}" if taken else method


def anchor(heading_: str) -> str:
    """The anchor that GitHub and Python-Markdown give to a method's heading."""
    return heading_.lower().replace(".", "")


@dataclass(frozen=True)
class Pages:
    """The pages of an API's reference."""

    api: Api

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All resources, parents before their children."""
        return tuple(Group(resource, names) for names, resource in self.api.walk())

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All operations, in the order of the pages."""
        return tuple(
            Place(operation, group)
            for group in self.groups
            for operation in group.resource.operations
        )

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """Operations by id; the preferred variant where there are several."""
        found: dict[str, Place] = {}
        for place in self.places:
            if place.operation.id not in found or not place.operation.variant:
                found[place.operation.id] = place
        return found

    @cached_property
    def models(self) -> dict[str, PurePosixPath]:
        """The page of every named schema."""
        folder = ROOT / "models"
        return {
            name: folder / f"{name}{'_' if name.lower() in _TAKEN else ''}.md"
            for name in self.api.schemas
        }

    def model_link(self, name: str, start: PurePosixPath) -> str:
        """A link to a schema's page; its name alone where there is none."""
        page = self.models.get(name)
        return code(name) if page is None else link(text(name), path(page, start))

    def operation_link(self, place: Place, start: PurePosixPath) -> str:
        """A link to an operation's heading."""
        return self.method_link(place.method, place.group, start)

    def method_link(self, method: str, group: Group, start: PurePosixPath) -> str:
        """A link to a method's heading on its resource's page."""
        place = "" if group.page == start else path(group.page, start)
        return link(text(method), f"{place}#{anchor(heading(method, group))}")


def in_a_row(links: Iterable[str], total: int) -> str:
    """Links one after the other, of so many in all, and how many more there are."""
    shown = ", ".join(islice(links, MOST_LINKS))
    left = total - MOST_LINKS
    return f"{shown} and {left} more" if left > 0 else shown


def path(target: PurePosixPath, start: PurePosixPath) -> str:
    """The relative path that leads from one page to another."""
    # As text: paths are taken apart slowly, and links are made by the ten thousand.
    folder, _, name = str(target).rpartition("/")
    from_folder, _, _ = str(start).rpartition("/")
    return name if folder == from_folder else f"{_way(folder, from_folder)}/{name}"


@lru_cache
def _way(folder: str, start: str) -> str:
    return posixpath.relpath(folder or ".", start or ".")
