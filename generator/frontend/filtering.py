"""Which operations and webhooks of a description are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from ..config import Config, FilterSection
from ..document import Node
from .operations.endpoints import Endpoint, Hook


@dataclass(frozen=True, slots=True)
class Selection:
    """`all` holds when the configuration leaves nothing out: then every schema is emitted."""

    chosen: list[Endpoint]
    hooks: list[Hook]
    all: bool


def selected(endpoints: list[Endpoint], hooks: list[Hook], config: Config) -> Selection:
    """What `include` names (all, if it names nothing) less what `exclude` does."""
    chosen = [
        endpoint
        for endpoint in endpoints
        if _is_wanted(endpoint, config) and not _is_excluded(endpoint, config)
    ]
    wanted = [hook for hook in hooks if _is_wanted(hook.endpoint, config)]
    is_all = len(chosen) == len(endpoints) and len(wanted) == len(hooks)
    return Selection(chosen, wanted, is_all)


def unwanted(
    root: Node, endpoints: list[Endpoint], hooks: list[Hook], selection: Selection
) -> set[tuple[str, str]]:
    """The places from which nothing is emitted unless what is wanted leads there."""
    if selection.all:
        return set()
    chosen = {endpoint.raw for endpoint in selection.chosen}
    held = {item.key for endpoint in selection.chosen for item in endpoint.items}
    found = {endpoint.raw for endpoint in endpoints} - chosen
    found |= {item.key for each in endpoints for item in each.items} - held
    named = {hook.endpoint.raw for hook in selection.hooks}
    found |= {hook.endpoint.raw for hook in hooks} - named
    components = root.section("components")
    # Security schemes are referred to by their names.
    for section, node in components.items() if components is not None else ():
        if section != "securitySchemes":
            found.add(node.key)
    return found


def _is_wanted(endpoint: Endpoint, config: Config) -> bool:
    is_included = config.include == FilterSection() or _matches(
        endpoint, config.include
    )
    return is_included and not _matches(endpoint, config.exclude)


def _matches(endpoint: Endpoint, filter_: FilterSection) -> bool:
    return (
        endpoint.id in filter_.operations
        or any(tag in filter_.tags for tag in endpoint.tags)
        or any(fnmatchcase(endpoint.path, pattern) for pattern in filter_.paths)
    )


def _is_excluded(endpoint: Endpoint, config: Config) -> bool:
    section = config.operations.get(endpoint.id)
    return section is not None and section.exclude
