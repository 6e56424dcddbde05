"""Which operations of a description are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from ..config import Config, FilterSection
from ..document import Node
from .endpoints import Endpoint


@dataclass(frozen=True, slots=True)
class Selection:
    """`all` holds when the configuration leaves nothing out: then every schema is emitted."""

    chosen: list[Endpoint]
    all: bool


def selected(endpoints: list[Endpoint], config: Config) -> Selection:
    """The operations that `include` names (all, if it names none) less those of `exclude`."""
    wanted = config.include != FilterSection()
    chosen = [
        endpoint
        for endpoint in endpoints
        if (not wanted or _matches(endpoint, config.include))
        and not _matches(endpoint, config.exclude)
        and not _is_excluded(endpoint, config)
    ]
    return Selection(chosen, len(chosen) == len(endpoints))


def unwanted(
    root: Node, endpoints: list[Endpoint], selection: Selection
) -> set[tuple[str, str]]:
    """The places from which nothing is emitted unless what is wanted leads there."""
    if selection.all:
        return set()
    chosen = {endpoint.raw for endpoint in selection.chosen}
    held = {item.key for endpoint in selection.chosen for item in endpoint.items}
    found = {endpoint.raw for endpoint in endpoints} - chosen
    found |= {item.key for each in endpoints for item in each.items} - held
    components = root.section("components")
    # Security schemes are referred to by their names.
    for section, node in components.items() if components is not None else ():
        if section != "securitySchemes":
            found.add(node.key)
    return found


def _matches(endpoint: Endpoint, filter_: FilterSection) -> bool:
    return (
        endpoint.id in filter_.operations
        or any(tag in filter_.tags for tag in endpoint.tags)
        or any(fnmatchcase(endpoint.path, pattern) for pattern in filter_.paths)
    )


def _is_excluded(endpoint: Endpoint, config: Config) -> bool:
    section = config.operations.get(endpoint.id)
    return section is not None and section.exclude
