"""Where a `$ref` leads within the files of a description."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urldefrag

from ..errors import clip
from .files import File
from .library import Library, Unresolved
from .pointers import Json, child, join, split

_MOST_HOPS = 100


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to."""

    file: File
    pointer: str
    value: Json


class References:
    """Resolves references, each distinct one once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._targets: dict[tuple[str, str], Target | Unresolved] = {}
        self._anchors: dict[str, dict[str, str]] = {}

    def resolve(self, file: File, ref: str) -> Target:
        """What `ref`, standing in `file`, leads to.

        Raises:
            Unresolved: It leads nowhere, or where it may not.
        """
        known = self._targets.get((file.name, ref))
        if known is None:
            try:
                known = self._resolve(file, ref, _MOST_HOPS)
            except Unresolved as error:
                known = error
            self._targets[(file.name, ref)] = known
        if isinstance(known, Unresolved):
            # A second raise of one exception would add to its traceback each time.
            raise Unresolved(known.fact, known.remedy)
        return known

    def _resolve(self, file: File, ref: str, hops: int) -> Target:
        location, fragment = urldefrag(ref.strip())
        target_file = self.library.file(file, location) if location else file
        pointer = unquote(fragment)
        if pointer and not pointer.startswith("/"):
            pointer = self._anchored(target_file, pointer, ref)
        return self._walk(target_file, pointer, ref, hops)

    def _walk(self, file: File, pointer: str, ref: str, hops: int) -> Target:
        """Follows a pointer; where it passes a `$ref`, through what that leads to."""
        here = Target(file, "", file.data)
        for step in split(pointer):
            while isinstance(here.value, dict) and step not in here.value:
                inner = here.value.get("$ref")
                if not isinstance(inner, str):
                    break
                if hops == 0:
                    raise Unresolved(
                        f"the reference {clip(ref)} leads in a circle",
                        "refer to the value itself",
                    )
                hops -= 1
                here = self._resolve(here.file, inner, hops)
            try:
                here = Target(
                    here.file, join(here.pointer, step), child(here.value, step)
                )
            except KeyError:
                name = "" if here.file is file else here.file.name
                within = (
                    f"{name}#{here.pointer}" if here.pointer else name or "the file"
                )
                raise Unresolved(
                    f"the reference {clip(ref)} leads nowhere: {within} has no {clip(step)!r}",
                    _advice(step, here.value),
                ) from None
        return here

    def _anchored(self, file: File, anchor: str, ref: str) -> str:
        """The pointer of the schema with this `$anchor`."""
        if file.name not in self._anchors:
            self._anchors[file.name] = _anchors(file.data)
        try:
            return self._anchors[file.name][anchor]
        except KeyError:
            raise Unresolved(
                f"the reference {clip(ref)} leads nowhere: no schema has this $anchor",
                "write a pointer, which begins with #/",
            ) from None


def _advice(step: str, value: Json) -> str:
    close = get_close_matches(step, value, 1) if isinstance(value, dict) else []
    return (
        f"did you mean {close[0]!r}?"
        if close
        else "define it, or correct the reference"
    )


def _anchors(data: Json) -> dict[str, str]:
    found: dict[str, str] = {}
    stack: list[tuple[str, Json]] = [("", data)]
    while stack:
        pointer, value = stack.pop()
        if isinstance(value, dict):
            for keyword in ("$anchor", "$dynamicAnchor"):
                name = value.get(keyword)
                if isinstance(name, str):
                    found[name] = pointer
            stack.extend((join(pointer, key), each) for key, each in value.items())
        elif isinstance(value, list):
            stack.extend(
                (join(pointer, index), each) for index, each in enumerate(value)
            )
    return found
