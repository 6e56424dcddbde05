"""What a method is called: its operationId, less what others say of it already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..names import snake, words
from ..paths import filled, placeholders
from .endpoints import Endpoint

_SEPARATOR = re.compile(r"[\W_]+")


def method_names(endpoint: Endpoint, resources: Iterable[str]) -> tuple[str, ...]:
    """The names that a method may have, best first.

    Whoever calls `client.virtual_machines.get()` has said already what `resources` are
    names of, and Azure's `VirtualMachines_Get` says again.
    """
    if not endpoint.is_named:
        return (snake(f"{endpoint.method}_{_path_words(endpoint.path)}", "operation"),)
    wanted = (_without_resource(endpoint.stem, resources), endpoint.stem, endpoint.id)
    return tuple(dict.fromkeys(snake(each, "operation") for each in wanted))


def _without_resource(stem: str, resources: Iterable[str]) -> str:
    """What stands behind the name of a resource; a name that is Python's stays whole."""
    if snake(stem, "operation") == stem:
        return stem
    said = {_meant(resource) for resource in resources}
    for separator in _SEPARATOR.finditer(stem):
        before, after = stem[: separator.start()], stem[separator.end() :]
        if after[:1].isalpha() and _meant(before) in said:
            return after
    return stem


def _meant(resource: str) -> tuple[str, ...]:
    found = tuple(word.lower() for word in words(resource))
    # NestJS names operations after the class that answers them.
    return found[:-1] if found[-1:] == ("controller",) else found


def _path_words(path: str) -> str:
    words_of = {name: f"_by_{name}_" for name in placeholders(path)}
    return filled(path, words_of).strip("/") or "root"
