"""What a method is called: its operationId, less what others say of it already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...names import snake, words
from ...paths import filled, own_steps, placeholders
from ..operations.endpoints import Endpoint

_SEPARATOR = re.compile(r"[\W_]+")
# What NestJS and others call the classes that answer.
_CONTROLLER = re.compile(r"(?:.*\W)?[A-Z][A-Za-z0-9]*Controller")
# Begins with a letter, and is more than a version.
_NAME = re.compile(r"(?![vV]\d+\Z)[^\W\d_]")
_PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "of", "on", "to", "with"})


def method_names(
    endpoint: Endpoint, resources: Iterable[str], *, is_alone: bool
) -> tuple[str, ...]:
    """The names that a method may have, best first.

    Whoever calls `client.virtual_machines.get()` has said already what `resources` are
    names of, and Azure's `VirtualMachines_Get` says again: the call still reads as the id.
    Of an id without its route that is so only if it stands alone among them.
    """
    if endpoint.is_named:
        stem = endpoint.short if is_alone else endpoint.id
        wanted = [_without_resource(stem, resources), stem, endpoint.id]
    else:
        paths = ("/".join(own_steps(endpoint.path)), endpoint.path)
        wanted = [f"{endpoint.method}_{_path_words(path)}" for path in paths]
    return tuple(dict.fromkeys(snake(each, "operation") for each in wanted))


def _without_resource(stem: str, resources: Iterable[str]) -> str:
    """What stands behind the name of a resource, or of the class that answers for it."""
    said = {_meant(words(resource)) for resource in resources}
    for before, after in _splits(stem):
        # Google and Connexion name an operation by way of the packages that it is in.
        places = _meant(words(before)), _meant(words(before.rpartition(".")[2]))
        is_said = not said.isdisjoint(places) or _CONTROLLER.fullmatch(before)
        if is_said and _NAME.match(after):
            return after
    return stem


def _splits(stem: str) -> Iterator[tuple[str, str]]:
    """An id at each of its separators; where it has none, between its words."""
    separators = list(_SEPARATOR.finditer(stem))
    for separator in separators:
        before, after = stem[: separator.start()], stem[separator.end() :]
        if separator[0] == "." or not _goes_on(words(after)):
            yield before, after
    if not separators:
        found = words(stem)
        for end in range(1, len(found)):
            if not _goes_on(found[end:]):
                yield "_".join(found[:end]), "_".join(found[end:])


def _goes_on(found: tuple[str, ...]) -> bool:
    """Whether words go on with a phrase: `createUserInGroup` in `Create User` is no `in_group`."""
    return found[:1] != () and found[0].lower() in _PREPOSITIONS


def _meant(found: tuple[str, ...]) -> tuple[str, ...]:
    plain = tuple(word.lower() for word in found)
    # Spring names resources after the class that answers for them.
    return plain[:-1] if plain[-1:] == ("controller",) else plain


def _path_words(path: str) -> str:
    words_of = {name: f"_by_{name}_" for name in placeholders(path)}
    return filled(path, words_of).strip("/") or "root"
