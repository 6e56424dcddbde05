"""What lets a caller in: the schemes that operations ask for, and how that is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath

from ...ir import Api, Operation, SecurityRequirement, SecurityScheme
from ...spelling.lists import listed
from ...spelling.markdown import code, link
from .guide import Guide
from .pages import path


def schemes_for(operation: Operation, api: Api) -> tuple[SecurityScheme, ...]:
    """The schemes of the first alternative that the client has arguments for."""
    return next(iter(_ways(operation, api)), ())


def schemes_of(operations: Iterable[Operation], api: Api) -> tuple[SecurityScheme, ...]:
    """What is enough for all of these operations, the most useful first."""
    waiting = [ways for each in operations if (ways := _ways(each, api))]
    found: dict[SecurityScheme, None] = {}
    while waiting:
        [(best, _)] = Counter(chain.from_iterable(waiting)).most_common(1)
        found.update(dict.fromkeys(best))
        waiting = [ways for ways in waiting if best not in ways]
    return tuple(found)


def choices(operations: Iterable[Operation], api: Api) -> Iterator[str]:
    """The ways in that operations give a choice of, in words, the most frequent first."""
    counted = Counter(ways for each in operations if len(ways := _ways(each, api)) > 1)
    for ways, count in counted.most_common():
        told = (" and ".join(code(one.wire_name) for one in way) for way in ways)
        times = "1 operation" if count == 1 else f"{count} operations"
        yield f"{', else '.join(told)} ({times})"


def _ways(operation: Operation, api: Api) -> tuple[tuple[SecurityScheme, ...], ...]:
    """The alternatives that the client has arguments for, each with its schemes."""
    found: dict[tuple[SecurityScheme, ...], None] = {}
    for alternative in api.security_of(operation):
        names = {name for name, _ in alternative.schemes}
        schemes = tuple(each for each in api.schemes if each.wire_name in names)
        if any(each.arguments for each in schemes):
            found[schemes] = None
    return tuple(found)


def needed(operation: Operation, api: Api, start: PurePosixPath) -> str:
    """What an operation asks for, where that is not the same all over the API."""
    asked = tuple(dict.fromkeys(api.security_of(operation)))
    if not api.schemes or (asked == api.security and len(api.schemes) == 1):
        return ""
    ways = [_all_of(each) for each in asked if each.schemes]
    if not ways:
        return "Needs no credentials."
    optional = len(ways) < len(asked)
    page = link("Authentication", path(Guide.path_of("authentication"), start))
    said = _one_of([*ways, "none"] if optional else ways)
    return f"Credentials: {said}. See {page}."


def _all_of(requirement: SecurityRequirement) -> str:
    return " and ".join(_scheme(*each) for each in requirement.schemes)


def _scheme(name: str, scopes: tuple[str, ...]) -> str:
    if not scopes:
        return code(name)
    word = "scope" if len(scopes) == 1 else "scopes"
    return f"{code(name)} ({word} {', '.join(map(code, scopes))})"


def _one_of(ways: list[str]) -> str:
    if any(" and " in way for way in ways):
        return ", or ".join(ways)
    return listed(ways, "or")
