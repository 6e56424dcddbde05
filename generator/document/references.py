"""Where a `$ref` leads within the files of a description."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote, urldefrag

from ..errors import clip
from ..pointers import Json, child, join, split
from .files import File
from .library import Library, Unresolved

_MOST_PASSED = 100


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
        self._depth = 0

    def resolve(self, file: File, ref: str) -> Target:
        """What `ref`, standing in `file`, leads to.

        Raises:
            Unresolved: It leads nowhere, or where it may not.
        """
        key = (file.name, ref)
        if key not in self._targets:
            # Whoever asks for it on the way to itself finds that it is not there yet.
            self._targets[key] = Unresolved(
                f"the reference {clip(ref)} leads in a circle",
                "refer to the value itself",
            )
            self._targets[key] = self._outcome(file, ref)
        known = self._targets[key]
        if isinstance(known, Unresolved):
            # A second raise of one exception would add to its traceback each time.
            raise Unresolved(known.fact, known.remedy)
        return known

    def _outcome(self, file: File, ref: str) -> Target | Unresolved:
        self._depth += 1
        try:
            if self._depth > _MOST_PASSED:
                raise Unresolved(
                    f"the reference {clip(ref)} passes through more than "
                    f"{_MOST_PASSED} others",
                    "refer to the value itself",
                )
            return self._find(file, ref)
        except Unresolved as error:
            return error
        finally:
            self._depth -= 1

    def _find(self, file: File, ref: str) -> Target:
        location, fragment = urldefrag(ref.strip())
        target_file = self.library.file(file, location) if location else file
        pointer = unquote(fragment)
        if pointer and not pointer.startswith("/"):
            pointer = self._anchored(target_file, pointer, ref)
        here = Target(target_file, "", target_file.data)
        for step in split(pointer):
            here = self._through(here, step)
            try:
                value = child(here.value, step)
            except KeyError:
                name = "" if here.file is file else here.file.name
                within = f"{name}#{here.pointer}" if here.pointer else name
                raise Unresolved(
                    f"the reference {clip(ref)} leads nowhere: "
                    f"{within or 'the file'} has no {clip(step)!r}",
                    _advice(step, here.value),
                ) from None
            here = Target(here.file, join(here.pointer, step), value)
        return here

    def _through(self, here: Target, step: str) -> Target:
        """Where a step begins: beyond the references that a pointer passes."""
        passed = 0
        while isinstance(here.value, dict) and step not in here.value:
            ref = here.value.get("$ref")
            if not isinstance(ref, str) or passed > _MOST_PASSED:
                break
            here = self.resolve(here.file, ref)
            passed += 1
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
