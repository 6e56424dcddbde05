"""What does not fit a description, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .tolerance import UNKNOWN_MEMBER

if TYPE_CHECKING:
    from pydantic import ValidationError


class Problem(NamedTuple):
    """A place where a response is not what the API promises."""

    path: tuple[str | int, ...]
    """The wire names and list positions that lead there."""

    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.message}"


def problems(data: Any, error: ValidationError) -> list[Problem]:
    """The places that an error is about, by wire names, in the data that it is about."""
    found: dict[tuple[str | int, ...], list[str]] = {}
    for line in error.errors(
        include_url=False, include_context=False, include_input=False
    ):
        # Said as well, and better, by the errors of the members that are known.
        if line["type"] != UNKNOWN_MEMBER:
            path = _path(data, line["loc"], line["type"] == "missing")
            messages = found.setdefault(path, [])
            if line["msg"] not in messages:
                messages.append(line["msg"])
    return [Problem(path, " or ".join(found[path])) for path in found]


def _path(
    place: Any, location: tuple[str | int, ...], missing: bool
) -> tuple[str | int, ...]:
    """A location without the names that pydantic gives to the members of unions."""
    # From here and from there on, the best way is always the same.
    known: dict[tuple[int, int], tuple[str | int, ...]] = {}

    def best(place: Any, start: int) -> tuple[str | int, ...]:
        if start == len(location):
            return ()
        if (id(place), start) not in known:
            head, ways = location[start], [best(place, start + 1)]
            if _holds(place, head):
                ways.append((head, *best(place[head], start + 1)))
            elif missing and start + 1 == len(location):
                ways.append((head,))
            known[id(place), start] = max(
                ways, key=lambda way: (way[-1:] == location[-1:], len(way))
            )
        return known[id(place), start]

    return best(place, 0)


def _holds(place: Any, name: str | int) -> bool:
    if isinstance(place, list):
        return isinstance(name, int) and name < len(cast("list[object]", place))
    return isinstance(place, dict) and name in place
