"""Which schema goes into which module, and in which order within it.

An inline schema stays with the schema that it belongs to. Schemas that refer to each
other in a circle share a module, so that modules never import in circles; so do those at the end of
a chain of imports that Python could not follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...ir import Alias, Field, Model, Schema, Type
from ...names import DEVICES, Scope, snake
from ...references import references, schema_references

# A module that imports the next is six to seven calls deeper in Python, which allows a
# thousand, those of the caller included.
_LONGEST_CHAIN: Final = 100


@dataclass(frozen=True, slots=True)
class ModulePlan:
    """One module: its name and its schemas, dependencies first where that is possible.

    `subject` is the schema that it is named after.
    """

    name: str
    subject: str
    schemas: tuple[Schema, ...]


def plan(schemas: Mapping[str, Schema]) -> tuple[ModulePlan, ...]:
    """Every schema in a module, modules in the order of their first schema."""
    owner = {name: _root(schema, schemas) for name, schema in schemas.items()}
    groups: dict[str, list[Schema]] = {}
    for name, schema in schemas.items():
        groups.setdefault(owner[name], []).append(schema)
    edges = {
        group: list(
            dict.fromkeys(
                owner[used]
                for schema in members
                for used in schema_references(schema)
                if used in owner and owner[used] != group
            )
        )
        for group, members in groups.items()
    }
    # Once imported, a module is an attribute of its package, where it would hide a class.
    scope = Scope(reserved=DEVICES | {"__init__"} | schemas.keys())
    rank = {name: index for index, name in enumerate(groups)}
    circles = sorted(
        (sorted(circle, key=rank.__getitem__) for circle in _shortened(edges)),
        key=lambda circle: rank[circle[0]],
    )
    plans = []
    for circle in circles:
        members = [schema for group in circle for schema in groups[group]]
        name = scope.claim(circle[0], snake(circle[0], "model"))
        plans.append(ModulePlan(name, circle[0], tuple(_ordered(members))))
    return tuple(plans)


def without_write_only(schema: Model) -> Model:
    """The model as the server sends it."""
    return replace(schema, fields=tuple(f for f in schema.fields if not f.write_only))


def request_fields(schema: Model) -> tuple[Field, ...]:
    """The fields that a caller may give."""
    return tuple(field for field in schema.fields if not field.read_only)


def reachable(types: Iterable[Type], schemas: Mapping[str, Schema]) -> list[str]:
    """The schemas that a request with these types can hold, in order of discovery."""
    found: dict[str, None] = {}
    queue = [name for type_ in types for name in references(type_)]
    queue.reverse()
    while queue:
        name = queue.pop()
        schema = schemas.get(name)
        if name in found or schema is None:
            continue
        found[name] = None
        if isinstance(schema, Model):
            used = [n for f in request_fields(schema) for n in references(f.type)]
            used += references(schema.extra) if schema.extra is not None else ()
        else:
            used = list(schema_references(schema))
        queue.extend(reversed(used))
    return list(found)


def _root(schema: Schema, schemas: Mapping[str, Schema]) -> str:
    seen = {schema.name}
    while (
        schema.parent is not None
        and schema.parent in schemas
        and schema.parent not in seen
    ):
        schema = schemas[schema.parent]
        seen.add(schema.name)
    return schema.name


def _ordered(members: Sequence[Schema]) -> list[Schema]:
    """Dependencies first; an alias only after all that it names, since it needs them at once."""
    by_name = {schema.name: schema for schema in members}
    done: dict[str, Schema] = {}
    waiting: dict[str, Schema] = {}
    for start in members:
        stack: list[tuple[Schema, Iterator[str]]] = [(start, schema_references(start))]
        visiting = {start.name}
        if start.name in done or start.name in waiting:
            continue
        while stack:
            schema, children = stack[-1]
            following = next(
                (
                    by_name[name]
                    for name in children
                    if name in by_name
                    and name not in done
                    and name not in visiting
                    and name not in waiting
                ),
                None,
            )
            if following is not None:
                visiting.add(following.name)
                stack.append((following, schema_references(following)))
                continue
            stack.pop()
            if isinstance(schema, Alias) and not _is_ready(schema, by_name, done):
                waiting[schema.name] = schema
            else:
                done[schema.name] = schema
    while waiting:
        first = next(iter(waiting))
        ready = (n for n, s in waiting.items() if _is_ready(s, by_name, done))
        name = next(ready, first)
        done[name] = waiting.pop(name)
    return list(done.values())


def _is_ready(
    schema: Schema, here: Mapping[str, Schema], done: Mapping[str, Schema]
) -> bool:
    return all(name in done for name in schema_references(schema) if name in here)


def _shortened(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The circles; as one those that are, or lead to, the end of too long a chain.

    Ends that nothing leads to at once stay apart: neither of them refers to the other.
    """
    found: list[list[str]] = []
    chain: list[int] = []
    place: dict[str, int] = {}
    for circle in _circles(edges):
        used = {place[to] for group in circle for to in edges[group] if to in place}
        ends = sorted(at for at in used if chain[at] == _LONGEST_CHAIN)
        if not ends:
            chain.append(1 + max((chain[at] for at in used), default=0))
            found.append([])
        at = ends[0] if ends else len(found) - 1
        found[at] += circle
        for other in ends[1:]:
            found[at] += found[other]
            found[other] = []
        place |= dict.fromkeys(found[at] if len(ends) > 1 else circle, at)
    return [circle for circle in found if circle]


def _circles(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The strongly connected components (Tarjan), without recursion; dependencies first."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    on_stack: set[str] = set()
    path: list[str] = []
    found: list[list[str]] = []
    for start in edges:
        if start in index:
            continue
        work = [(start, iter(edges[start]))]
        index[start] = low[start] = len(index)
        path.append(start)
        on_stack.add(start)
        while work:
            node, following = work[-1]
            target = next(following, None)
            if target is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = path.index(node)
                    found.append(path[at:])
                    on_stack.difference_update(path[at:])
                    del path[at:]
            elif target not in index:
                index[target] = low[target] = len(index)
                path.append(target)
                on_stack.add(target)
                work.append((target, iter(edges[target])))
            elif target in on_stack:
                low[node] = min(low[node], index[target])
    return found
