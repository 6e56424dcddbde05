"""Where a `$ref` leads within the files of a description."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote

from ..errors import Problem, Severity, clip
from ..pointers import Json, child, join, split
from .files import File
from .library import Library, Unresolved, joined

MOST_PASSED = 100
"""References that one may pass through."""

# What an example calls itself is nobody's address.
_DATA = frozenset({"const", "default", "enum", "example", "examples"})
# A close name is looked for among all that there are: for few short ones, and not among
# too many.
_MOST_ADVISED = 20
_MOST_NAMES = 1000
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to."""

    file: File
    pointer: str
    value: Json


@dataclass(frozen=True, slots=True)
class _Names:
    """The pointers of schemas in one file that have a name of their own.

    An anchor is one of the schema around it that has an `$id`: those pointers are its keys.
    """

    anchors: dict[str, dict[str, str]]
    ids: dict[str, str]
    holders: list[tuple[str, str]]
    """Each whole URI with the pointer of a schema that calls itself so."""

    def anchor(self, name: str, resource: str) -> str | None:
        """The schema that has an anchor, where it is clear which one is meant."""
        found = self.anchors.get(name, {})
        if resource not in found and len(found) == 1:
            # Most who write an `$id` go on to name what stands elsewhere in the file.
            return next(iter(found.values()))
        return found.get(resource)


class References:
    """Resolves references, each distinct one once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._targets: dict[tuple[str, str], Target | Unresolved] = {}
        self._names: dict[str, _Names] = {}
        self._with_ids: dict[str, bool] = {}
        self._depth = 0
        self._advised = 0

    def follow(self, file: File, place: str, ref: str) -> Target:
        """What `ref`, standing at a pointer in `file`, leads to.

        Raises:
            Unresolved: It leads nowhere, or where it may not.
        """
        location = ref.strip().partition("#")[0]
        if location and self._has_ids(file):
            absolute = joined(_resource(file, place)[1], ref.strip())
            if absolute.partition("#")[0] in self._names_in(file).ids:
                return self.resolve(file, absolute)
        name = ref.strip().removeprefix("#")
        if not location and not name.startswith("/") and self._has_ids(file):
            start, _ = _resource(file, place)
            names = self._names_in(file)
            around = names.anchor(unquote(name), start) if name else start
            if around is not None:
                # What stands after `#` is decoded as part of an address.
                return self.resolve(file, f"#{around.replace('%', '%25')}")
        try:
            return self.resolve(file, ref)
        except Unresolved:
            # Rightly a pointer starts at the schema around it that has an identifier; most
            # who write one go on to count from the root.
            start, _ = _resource(file, place)
            if not start or not ref.startswith("#/"):
                raise
            inner = self._target(file, f"#{start}{ref[1:]}")
            if isinstance(inner, Unresolved):
                raise
            return inner

    def resolve(self, file: File, ref: str) -> Target:
        """What `ref`, standing in `file`, leads to.

        Raises:
            Unresolved: It leads nowhere, or where it may not.
        """
        known = self._target(file, ref)
        if isinstance(known, Unresolved):
            # A second raise of one exception would add to its traceback each time.
            raise Unresolved(known.fact, known.remedy)
        return known

    def _target(self, file: File, ref: str) -> Target | Unresolved:
        key = (file.name, ref)
        if key not in self._targets:
            # Whoever asks for it on the way to itself finds that it is not there yet.
            self._targets[key] = Unresolved(
                f"the reference {clip(ref)} leads in a circle",
                "refer to the value itself",
            )
            self._targets[key] = self._outcome(file, ref)
        return self._targets[key]

    def _outcome(self, file: File, ref: str) -> Target | Unresolved:
        self._depth += 1
        try:
            if self._depth > MOST_PASSED:
                raise Unresolved(
                    f"the reference {clip(ref)} passes through more than "
                    f"{MOST_PASSED} others",
                    "refer to the value itself",
                )
            return self._find(file, ref)
        except Unresolved as error:
            meant = _meant(file.data, ref.strip())
            if meant is None:
                return error
            return Unresolved(error.fact, f"did you mean {clip(meant)!r}?")
        finally:
            self._depth -= 1

    def _find(self, file: File, ref: str) -> Target:
        location, _, fragment = ref.strip().partition("#")
        pointer = unquote(fragment)
        holder, inner = self._named(file, location) if location else (file, None)
        if inner is not None:
            # A schema's own identifier goes before files and the network.
            pointer = inner + pointer if pointer[:1] in ("", "/") else pointer
            location = ""
        target_file = self.library.file(file, location) if location else holder
        if pointer and not pointer.startswith("/"):
            pointer = self._anchored(target_file, inner or "", pointer, ref)
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
                    self._advice(step, here.value),
                ) from None
            here = Target(here.file, join(here.pointer, step), value)
        return here

    def _advice(self, step: str, value: Json) -> str:
        is_short = len(step) <= _LONGEST_NAME
        if is_short and isinstance(value, dict) and len(value) <= _MOST_NAMES:
            self._advised += 1
            if self._advised <= _MOST_ADVISED:
                for close in get_close_matches(step, value, 1):
                    return f"did you mean {close!r}?"
        return "define it, or correct the reference"

    def _named(self, file: File, location: str) -> tuple[File, str | None]:
        """The schema that calls itself so, in this file or, by a whole URI, in another."""
        others: tuple[File, ...] = ()
        if "://" in location and location not in self._ids_in(file):
            self.library.read_all()
            others = self.library.files
        for holder in (file, *others):
            pointer = self._ids_in(holder).get(location)
            if pointer is not None:
                return holder, pointer
        return file, None

    def _through(self, here: Target, step: str) -> Target:
        """Where a step begins: beyond the references that a pointer passes."""
        passed = 0
        while isinstance(here.value, dict) and step not in here.value:
            ref = here.value.get("$ref")
            if not isinstance(ref, str) or passed > MOST_PASSED:
                break
            here = self.resolve(here.file, ref)
            passed += 1
        return here

    def _anchored(self, file: File, resource: str, anchor: str, ref: str) -> str:
        """The pointer of the schema with this `$anchor`."""
        names = self._names_in(file)
        found = names.anchor(anchor, resource)
        if found is not None:
            return found
        if anchor in names.anchors:
            raise Unresolved(
                f"the reference {clip(ref)} leads nowhere: several schemas have this $anchor, "
                "each within another that has an $id",
                "put that $id before the #",
            )
        raise Unresolved(
            f"the reference {clip(ref)} leads nowhere: no schema has this $anchor",
            "write a pointer, which begins with #/",
        )

    def repeated_ids(self) -> Iterator[Problem]:
        """A warning for each schema that has the `$id` of another, in the files read so far."""
        first: dict[str, tuple[File, str]] = {}
        for file in filter(self._has_ids, self.library.files):
            for uri, pointer in self._names_in(file).holders:
                known, at = first.setdefault(uri, (file, pointer))
                if (known, at) != (file, pointer):
                    place = clip(f"{'' if known is file else known.name}#{at}")
                    yield file.problem(
                        join(pointer, "$id"),
                        f"the $id {clip(uri)} is that of {place} already",
                        "give each schema its own; references to it lead to that one",
                        Severity.WARNING,
                    )

    def _has_ids(self, file: File) -> bool:
        """Whether names may stand in a file at all: few have them, and to look takes long."""
        if file.name not in self._with_ids:
            self._with_ids[file.name] = file.mentions("$id")
        return self._with_ids[file.name]

    def _ids_in(self, file: File) -> dict[str, str]:
        return self._names_in(file).ids if self._has_ids(file) else {}

    def _names_in(self, file: File) -> _Names:
        if file.name not in self._names:
            self._names[file.name] = _gathered(file.data)
        return self._names[file.name]


def _meant(data: Json, ref: str) -> str | None:
    """The place in this file that is meant by a reference without its `#`, of Swagger 2, or a bare name."""
    name = ref.lstrip("#/").removeprefix("definitions/")
    for start in ("#/", "#/components/", "#/components/schemas/"):
        value = data
        with suppress(KeyError):
            for step in split(unquote(f"{start}{name}"[1:])):
                value = child(value, step)
            return f"{start}{name}" if f"{start}{name}" != ref else None
    return None


def _resource(file: File, pointer: str) -> tuple[str, str]:
    """The nearest schema around a place that has an `$id`, and the address that makes.

    Both are empty where there is none.
    """
    value, here, found, base = file.data, "", "", _own_name(file.data)
    for step in split(pointer):
        value, here = child(value, step), join(here, step)
        identifier = value.get("$id") if isinstance(value, dict) else None
        if isinstance(identifier, str):
            found, base = here, joined(base, identifier)
    return found, base


def _own_name(data: Json) -> str:
    """The address that a file gives itself."""
    named = data if isinstance(data, dict) else {}
    own = named.get("$self") or named.get("$id")
    return own if isinstance(own, str) else ""


def _gathered(data: Json) -> _Names:
    found = _Names({}, {}, [])
    stack: list[tuple[str, Json, str, str]] = [("", data, "", _own_name(data))]
    while stack:
        pointer, value, resource, base = stack.pop()
        inner: list[tuple[str | int, Json]] = []
        if isinstance(value, dict):
            identifier = value.get("$id")
            if isinstance(identifier, str) and pointer:
                resource, base = pointer, joined(base, identifier)
                for name in (identifier, base):
                    found.ids.setdefault(name.removesuffix("#"), pointer)
                if "://" in base and _DATA.isdisjoint(split(pointer)):
                    found.holders.append((base.removesuffix("#"), pointer))
            for keyword in ("$anchor", "$dynamicAnchor"):
                anchor = value.get(keyword)
                if isinstance(anchor, str):
                    found.anchors.setdefault(anchor, {}).setdefault(resource, pointer)
            inner.extend(value.items())
        elif isinstance(value, list):
            inner.extend(enumerate(value))
        # The first of two that have one name counts.
        stack.extend(
            (join(pointer, key), each, resource, base) for key, each in reversed(inner)
        )
    return found
