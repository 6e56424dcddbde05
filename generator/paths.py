"""Path templates: the names in their braces."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# Up to the first of `?` and `#` that stands in no braces.
_PATH = re.compile(r"(?:[^{}]*+\}|[^{}?#]*+\{)*+[^{}?#]*+")
# Express and Rails write `:id` where OpenAPI writes `{id}`.
_COLON = re.compile(r"(?<=[/.-]):(\w+)")
# RFC 6570 writes a parameter's style into the template, where OpenAPI declares it.
_OPERATORS = ".;?&/#+"
_COMMON = re.compile(r"api|rest|v?\d[\d.-]*", re.I)


def placeholders(path: str) -> list[str]:
    """The names in a path's braces, in order."""
    return _PLACEHOLDER.findall(path)


def without_query(path: str) -> str:
    """The path as far as it is one: some descriptions tell operations apart by a query.

    >>> without_query("/agents?beta=true"), without_query("/agents{?beta}")
    ('/agents', '/agents{?beta}')
    """
    found = _PATH.match(path)
    return found[0] if found is not None else path


def own_steps(path: str) -> list[str]:
    """The steps of a path behind those that many APIs begin all of theirs with.

    >>> own_steps("/api/v1/users/{id}"), own_steps("/api"), own_steps("/")
    (['users', '{id}'], ['api'], [])
    """
    steps = [step for step in path.split("/") if step]
    own = (at for at, step in enumerate(steps) if not _COMMON.fullmatch(step))
    return steps[next(own, 0) :]


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with values in place of those names that have one.

    >>> filled("https://{region}.example.com:{port}", {"region": "eu"})
    'https://eu.example.com:{port}'
    """
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)


def declared_as(written: str, names: Collection[str]) -> str:
    """The one of the declared names that is meant in braces.

    >>> declared_as("id", ["id"]), declared_as(";id*", ["id"]), declared_as(";id*", [])
    ('id', 'id', ';id*')
    """
    bare = written.lstrip(_OPERATORS).removesuffix("*")
    return bare if written not in names and bare in names else written


def colons(path: str) -> list[str]:
    """The names that a path has behind colons, where a parameter may be meant.

    >>> colons("/users/:id"), colons("/users/{id}:undelete")
    (['id'], [])
    """
    return _COLON.findall(path)


def with_colons(path: str, names: Collection[str]) -> list[str]:
    """The declared names that a path has behind colons instead of in braces.

    >>> with_colons("/users/:id", ["id"]), with_colons("/users/{id}:undelete", ["id"])
    (['id'], [])
    """
    written = {declared_as(name, names) for name in placeholders(path)}
    return [name for name in colons(path) if name in names and name not in written]


def with_declared_names(path: str, names: Collection[str]) -> str:
    """The template with the declared names in its braces.

    >>> with_declared_names("/users/{;id*}", ["id"]), with_declared_names("/users/:id", ["id"])
    ('/users/{id}', '/users/{id}')
    """
    meant = frozenset(with_colons(path, names))
    path = _PLACEHOLDER.sub(lambda match: f"{{{declared_as(match[1], names)}}}", path)
    return _COLON.sub(
        lambda match: f"{{{match[1]}}}" if match[1] in meant else match[0], path
    )
