"""Resources: which operation stands under which attribute of the client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from ...config import OperationSection
from ...ir import Link, Operation, Resource
from ...names import (
    RESERVED_METHODS,
    RESERVED_RESOURCE_CLASSES,
    RESERVED_RESOURCES,
    Scope,
    pascal,
    snake,
)
from ...paths import own_steps, without_query
from ..context import Context
from ..operations.endpoints import Endpoint
from ..sequels.polling import pollers_of
from ..texts import elsewhere, text
from .method_names import method_names

_UNTAGGED = "default"
OperationBuilder = Callable[[Endpoint, str, Scope], tuple[Operation, ...]]


@dataclass
class _Group:
    """A resource while its operations are still being gathered."""

    path: tuple[str, ...]
    title: str = ""
    doc: str = ""
    summary: str = ""
    elsewhere: Link | None = None
    endpoints: list[Endpoint] = field(default_factory=list)
    children: dict[str, _Group] = field(default_factory=dict)


def group(endpoints: list[Endpoint], context: Context) -> list[_Group]:
    """The tree of resources, by tag unless the configuration says otherwise."""
    roots: dict[str, _Group] = {}
    tags = {text(tag, "name"): tag for tag in context.document.root.elements("tags")}
    wanted = [_wanted(endpoint, context) for endpoint in endpoints]
    scope = context.scope("resources", RESERVED_RESOURCES)
    claims = [(identity, path[0]) for identity, path in wanted if identity]
    # `pets` on an operation may be a slip where `Pets` is declared.
    names = scope.claim_all(claim for claim in claims if claim[0] in tags)
    names |= scope.claim_all(claims)
    scope.keep(identity for identity, _ in claims if identity not in tags)
    for endpoint, (identity, path) in zip(endpoints, wanted, strict=True):
        tag = _tag(endpoint)
        node = _descend(roots, (names.get(identity, path[0]), *path[1:]))
        node.endpoints.append(endpoint)
        moved = context.config.operations.get(endpoint.id, OperationSection()).resource
        by_tag = context.config.grouping == "tags" and moved is None
        if not node.title and tag in tags and by_tag:
            node.title, node.doc = tag, text(tags[tag], "description")
            node.summary = text(tags[tag], "summary")
            node.elsewhere = elsewhere(tags[tag])
    return list(roots.values())


def _tag(endpoint: Endpoint) -> str:
    return endpoint.tags[0] if endpoint.tags else ""


def _wanted(endpoint: Endpoint, context: Context) -> tuple[str, tuple[str, ...]]:
    """Where an operation is to be: what its first step stands for, and the steps.

    What the configuration says stands for nothing, and is taken as it is.
    """
    config, tag = context.config, _tag(endpoint)
    section = config.operations.get(endpoint.id)
    if section is not None and section.resource is not None:
        return "", _steps(section.resource)
    if tag in config.resources:
        return "", _steps(config.resources[tag])
    if config.grouping == "flat":
        return "", (_UNTAGGED,)
    if config.grouping == "paths" or not tag:
        own = own_steps(without_query(endpoint.path))
        steps = [step for step in own if "{" not in step and step[0] != ":"]
        names = [snake(step, "group") for step in steps if not _is_version(step)]
        chosen = names if config.grouping == "paths" else names[:1]
        path = tuple(chosen or [_UNTAGGED])
        return f"/{path[0]}", path
    return tag, (snake(tag, "group"),)


def _steps(path: str) -> tuple[str, ...]:
    """The names of a path in the configuration, those of the SDK's own with a `_`."""
    first, *others = path.split(".")
    return (
        f"{first}_" if first in RESERVED_RESOURCES else first,
        *(f"{name}_" if name in RESERVED_METHODS else name for name in others),
    )


def _is_version(step: str) -> bool:
    return step[:1] in "vV" and step[1:].replace(".", "").isdigit()


def _descend(roots: dict[str, _Group], path: tuple[str, ...]) -> _Group:
    level, node = roots, None
    for depth, name in enumerate(path, 1):
        node = level.setdefault(name, _Group(path[:depth]))
        level = node.children
    assert node is not None, "a resource path has at least one step"
    return node


class Builder:
    """Names methods and classes, and builds the `Resource`s bottom-up."""

    def __init__(self, context: Context, build: OperationBuilder) -> None:
        self._context = context
        self._build = build
        # Modules of resources import the classes of their streams.
        reserved = RESERVED_RESOURCE_CLASSES | _stream_classes(context)
        self._classes = context.scope("resource_classes", reserved)

    def resource(self, group: _Group) -> Resource:
        """One resource with everything below it."""
        context, path = self._context, ".".join(group.path)
        scope = context.scope(f"methods:{path}", RESERVED_METHODS)
        for name in group.children:
            scope.claim(f"resource:{name}", name)
        names = self._method_names(group, scope)
        operations = tuple(
            operation
            for endpoint in group.endpoints
            for operation in self._build(endpoint, names[endpoint.id], scope)
        )
        children = tuple(self.resource(child) for child in group.children.values())
        return Resource(
            name=group.path[-1],
            class_name=self._class_name(group.path),
            operations=operations,
            children=children,
            pollers=pollers_of(group.endpoints, scope, context),
            doc=group.doc,
            title=group.title or pascal(group.path[-1]),
            summary=group.summary,
            elsewhere=group.elsewhere,
        )

    def _class_name(self, path: tuple[str, ...]) -> str:
        wanted = "".join(pascal(step) for step in path)
        # `AsyncOrders` is what the other client calls `Orders`.
        if wanted.startswith("Async"):
            wanted = f"Resource{wanted}"
        return self._classes.claim(".".join(path), wanted)

    def _method_names(self, group: _Group, scope: Scope) -> dict[str, str]:
        configured, resource = self._context.config.operations, group.path[-1]
        for endpoint in group.endpoints:
            section = configured.get(endpoint.id)
            if section is not None and section.name is not None:
                name = scope.claim(endpoint.id, section.name, explicit=True)
                place = ("operations", endpoint.id, "name")
                self._context.check_given(place, section.name, name)
        counts = Counter(endpoint.short for endpoint in group.endpoints)
        return scope.claim_all(
            (
                each.id,
                *method_names(
                    each, (resource, _tag(each)), is_alone=counts[each.short] == 1
                ),
            )
            for each in group.endpoints
        )


def _stream_classes(context: Context) -> set[str]:
    sections = (section.accumulation for section in context.config.streaming)
    names = [section.class_ for section in sections if section is not None]
    return {*names, *(f"Async{name}" for name in names)}
