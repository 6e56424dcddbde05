"""Whether what the configuration speaks of is there at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

from ...config import Config, suggestion
from ...errors import Problem, Severity
from ...names import RESERVED_METHODS, RESERVED_RESOURCES
from ..context import Context
from ..operations.endpoints import Endpoint, Hook

Location = tuple[int | str, ...]

_FILTERS = ("include", "exclude")


def misnamed(
    endpoints: list[Endpoint], hooks: list[Hook], context: Context
) -> Iterator[Problem]:
    """A warning for each name in the configuration that nothing has."""
    config = context.config
    operations = {endpoint.id for endpoint in endpoints}
    tags = {tag for endpoint in endpoints for tag in endpoint.tags}
    # Only what is left out may be said of webhooks.
    filtered = [hook.endpoint for hook in hooks]
    more = {each.id for each in filtered} | {t for each in filtered for t in each.tags}
    for kind, known, named in (
        ("operation", operations, _operations(config)),
        ("tag", tags, _tags(config)),
        (
            "schema",
            context.components.keys(),
            _under("schemas", config.schemas),
        ),
        (
            "security scheme",
            context.schemes.keys(),
            _under("auth", config.auth),
        ),
    ):
        for location, name in named:
            if name not in known and not (location[0] in _FILTERS and name in more):
                remedy = suggestion(name, known) or "correct it, or remove it"
                yield config.unknown(location, f"there is no {kind} {name!r}", remedy)
    paths = [endpoint.path for endpoint in endpoints]
    for location, pattern in _paths(config):
        if not any(fnmatchcase(path, pattern) for path in paths):
            fact = f"no path is like {pattern!r}"
            yield config.unknown(location, fact, "correct it, or remove it")


def reserved(config: Config) -> Iterator[Problem]:
    """A problem for each resource that would hide what clients or resources have anyway."""
    places: list[tuple[Location, str]] = [
        (("resources", tag), path) for tag, path in config.resources.items()
    ]
    places += [
        (("operations", key, "resource"), section.resource)
        for key, section in config.operations.items()
        if section.resource is not None
    ]
    for location, path in places:
        first, *others = path.split(".")
        taken = [first] if first in RESERVED_RESOURCES else []
        for name in (*taken, *(each for each in others if each in RESERVED_METHODS)):
            fact = f"{name!r} is what the SDK calls something of its own"
            yield config.problem(location, fact, "choose another name")


def miscounted(config: Config) -> Iterator[Problem]:
    """A warning for each number of pages that is given as one of items."""
    for index, section in enumerate(config.paging):
        name = (section.total or "").rsplit(".", 1)[-1]
        if "page" in name.lower():
            yield config.problem(
                ("paging", index, "total"),
                f"{name!r} sounds like a number of pages, and `total` is one of items",
                "call it `pages` if that is what it is; else items would be missed",
                Severity.WARNING,
            )


def doubled(config: Config, ids: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each operation that stands there by its route and by its id."""
    for key in config.operations:
        id_ = ids.get(key, key)
        if id_ != key and id_ in config.operations:
            fact = f"this is {id_!r}, which stands here as well"
            yield config.problem(("operations", key), fact, "put both into one")


def repeated(config: Config) -> Iterator[Problem]:
    """A warning for each operation that an earlier section of the kind has already."""
    streams = [
        one
        for index, section in enumerate(config.streaming)
        for one in _listed(("streaming", index, "operations"), section.operations)
    ]
    polls = [
        one
        for name, polling in config.polling.items()
        for one in _listed(("polling", name, "starts"), polling.starts)
    ]
    for named in (streams, polls):
        known: set[str] = set()
        for location, id_ in named:
            if id_ in known:
                fact = f"{id_!r} stands in a section before, so this is ignored"
                remedy = "take it out of the one or the other"
                yield config.problem(location, fact, remedy, Severity.WARNING)
            known.add(id_)


def nothing_included(config: Config) -> Problem:
    """What `include` names is not there, and nothing else is wanted."""
    return config.problem(
        ("include",),
        "no operation of the description is left",
        "name tags, paths or operations that it has",
    )


def _operations(config: Config) -> Iterator[tuple[Location, str]]:
    yield from _under("operations", config.operations)
    for index, section in enumerate(config.paging):
        yield from _listed(("paging", index, "operations"), section.operations or ())
    for index, stream in enumerate(config.streaming):
        yield from _listed(("streaming", index, "operations"), stream.operations)
    for name, polling in config.polling.items():
        yield ("polling", name, "read"), polling.read
        yield from _listed(("polling", name, "starts"), polling.starts)
    for kind, filter_ in (("include", config.include), ("exclude", config.exclude)):
        yield from _listed((kind, "operations"), filter_.operations)


def _tags(config: Config) -> Iterator[tuple[Location, str]]:
    yield from _under("resources", config.resources)
    for kind, filter_ in (("include", config.include), ("exclude", config.exclude)):
        yield from _listed((kind, "tags"), filter_.tags)


def _paths(config: Config) -> Iterator[tuple[Location, str]]:
    for kind, filter_ in (("include", config.include), ("exclude", config.exclude)):
        yield from _listed((kind, "paths"), filter_.paths)


def _under(section: str, keys: Iterable[str]) -> Iterator[tuple[Location, str]]:
    return (((section, key), key) for key in keys)


def _listed(location: Location, names: Iterable[str]) -> Iterator[tuple[Location, str]]:
    return (((*location, index), name) for index, name in enumerate(names))
