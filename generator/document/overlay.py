"""OpenAPI Overlays (1.0, and what 1.1 adds): edits to a description, in a file of their own."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem, Problems, Severity, UnusableInput, clip
from ..pointers import Json, join
from . import limits
from .extent import extent_of
from .files import File, read_file
from .origins import Container, Origins

# The format of marshal that writes shared values out, each time anew.
_UNSHARED = 2
_OF_ACTIONS = ("target", "description", "update", "remove", "copy")


def read_overlay(path: Path) -> File:
    """The overlay in `path`.

    Raises:
        UnusableInput: It is no overlay, or an action is not one; every such place is named.
    """
    file = read_file(path, str(path), str(path))
    problems = [*file.duplicate_keys(), *_faults(file)]
    if problems:
        raise UnusableInput(problems)
    return file


def apply_overlay(root: File, overlay: File, problems: Problems) -> None:
    """Edits the root's data by an overlay's actions, in order.

    Raises:
        UnusableInput: The edits make the description too large.
    """
    if root.origins is None:
        if root.contents.has_aliases:
            # An edit in one place must not show in all that share an alias.
            root.data = marshal.loads(marshal.dumps(root.data, _UNSHARED))
        root.origins = Origins()
        root.origins.adopt(root.data, root, "")
    _Editor(root, root.origins, overlay, problems).run()
    extent = extent_of(root.data)
    if extent.is_too_deep:
        raise _too_deep(overlay, "/actions")
    if extent.long_pointer is not None:
        most = limits.POINTER_CHARACTERS
        fact = f"keys that stand in each other have more than {most:,} characters"
        raise _too_far(overlay, "/actions", fact)


def _too_deep(overlay: File, pointer: str) -> UnusableInput:
    fact = f"the description is nested too deeply, more than {limits.DEPTH} levels"
    return _too_far(overlay, pointer, fact)


def _too_far(overlay: File, pointer: str, fact: str) -> UnusableInput:
    fact = f"with this edit {fact}"
    return UnusableInput([overlay.problem(pointer, fact, "narrow the targets")])


def _faults(file: File) -> Iterator[Problem]:
    data = file.data
    if not isinstance(data, dict) or "overlay" not in data:
        yield file.problem(
            "", "there is no overlay key, so this is no overlay", "add overlay: 1.0.0"
        )
        return
    version = data["overlay"]
    if not str(version).startswith("1."):
        fact = f"Overlay version {clip(str(version), 40)} is not supported"
        yield file.problem("/overlay", fact, "use 1.0.0 or 1.1.0")
    actions = data.get("actions")
    if not isinstance(actions, list) or not actions:
        fact = "actions is empty" if actions == [] else "actions is not a list"
        yield file.problem("/actions", fact, "list at least one action")
        return
    for index, action in enumerate(actions):
        pointer = join("/actions", index)
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            yield file.problem(
                pointer, "the action has no target", "give a JSONPath as its target"
            )
        if isinstance(action, dict):
            yield from _action_faults(file, action, pointer)


def _action_faults(
    file: File, action: dict[str, Json], pointer: str
) -> Iterator[Problem]:
    for key in action:
        if key not in _OF_ACTIONS and not key.startswith("x-"):
            known = ", ".join(_OF_ACTIONS)
            fact = f"an action has no {clip(key, 40)!r}"
            yield file.problem(join(pointer, key), fact, f"use one of {known}")
    for key in ("target", "copy"):
        path = action.get(key)
        if isinstance(path, str) and (fault := _path_fault(path)):
            remedy = "write it as RFC 9535 has it, as in $.paths['/pets'].get"
            yield file.problem(join(pointer, key), f"not a JSONPath: {fault}", remedy)
        elif key == "copy" and key in action and not isinstance(path, str):
            yield file.problem(
                join(pointer, key), "copy is not a text", "give a JSONPath"
            )
    removes = action.get("remove", False)
    if not isinstance(removes, bool):
        fact, remedy = "remove is neither true nor false", "write true"
        yield file.problem(join(pointer, "remove"), fact, remedy)
    elif not removes and not {"update", "copy"} & action.keys():
        remedy = "add update: with what to merge, or remove: true"
        yield file.problem(pointer, "the action does nothing", remedy)


def _path_fault(path: str) -> str | None:
    """Why a text is no JSONPath."""
    # Few runs have an overlay, and the import takes longer than reading most files.
    from jsonpath import JSONPathEnvironment, JSONPathError

    try:
        JSONPathEnvironment(strict=True).compile(path)
    except (JSONPathError, RecursionError) as error:
        return _first_line(error)
    return None


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A match of a JSONPath: what it is, and where it can be replaced (not so the root)."""

    container: Container | None
    key: object
    value: Json

    @property
    def index(self) -> int:
        """The place in a list; of a mapping's key, before them all."""
        return self.key if isinstance(self.key, int) else -1


class _Editor:
    """One overlay at work on one description."""

    def __init__(
        self, root: File, origins: Origins[File], overlay: File, problems: Problems
    ) -> None:
        self._root = root
        self._origins = origins
        self._overlay = overlay
        self._problems = problems
        self._added = 0

    def run(self) -> None:
        data = self._overlay.data
        actions = data.get("actions") if isinstance(data, dict) else None
        for index, action in enumerate(actions if isinstance(actions, list) else ()):
            if isinstance(action, dict):
                self._act(action, join("/actions", index))

    def _act(self, action: dict[str, Json], pointer: str) -> None:
        places = self._select(action.get("target"), join(pointer, "target"))
        if not places:
            self._report(
                join(pointer, "target"),
                f"the target {clip(str(action.get('target')))} matches nothing",
                "correct the JSONPath, or remove the action",
                Severity.WARNING,
            )
        elif action.get("remove") is True:
            self._remove(places, pointer)
        elif "copy" in action:
            self._copy(places, action["copy"], join(pointer, "copy"))
        elif "update" in action:
            for place in places:
                self._update(place, action["update"], join(pointer, "update"))

    def _select(self, path: Json, pointer: str) -> list[Place]:
        """The places that a JSONPath matches, each once, with the container that holds it."""
        from jsonpath import JSONPathEnvironment, JSONPathError

        try:
            matches = list(
                JSONPathEnvironment(strict=True).finditer(str(path), self._root.data)
            )
        except (JSONPathError, RecursionError) as error:
            fact = f"the JSONPath cannot be followed: {_first_line(error)}"
            problem = self._overlay.problem(pointer, fact, "simplify it")
            raise UnusableInput([problem]) from None
        found: dict[tuple[int, object], Place] = {}
        for match in matches:
            place = self._place(match.parts)
            found.setdefault((id(place.container), place.key), place)
        return list(found.values())

    def _place(self, steps: tuple[object, ...]) -> Place:
        container: Container | None = None
        value = self._root.data
        for step in steps:
            match value, step:
                case dict() as mapping, str() as key:
                    container, value = mapping, mapping[key]
                case list() as elements, int() as index:
                    container, value = elements, elements[index]
                case _:
                    pass
        return Place(container, steps[-1] if steps else None, value)

    def _remove(self, places: list[Place], pointer: str) -> None:
        # A list is emptied from its end, so that the other indices hold.
        for place in sorted(places, key=lambda one: one.index, reverse=True):
            if isinstance(place.container, dict) and isinstance(place.key, str):
                place.container.pop(place.key, None)
            elif isinstance(place.container, list):
                del self._origins.of_elements(place.container)[place.index]
                del place.container[place.index]
            else:
                fact, remedy = (
                    "the whole description cannot be removed",
                    "narrow the target",
                )
                self._report(join(pointer, "target"), fact, remedy)

    def _copy(self, places: list[Place], path: Json, pointer: str) -> None:
        sources = self._select(path, pointer)
        if len(sources) != 1:
            fact = f"the source of the copy matches {len(sources)} places, not one"
            self._report(pointer, fact, "correct the JSONPath")
            return
        # The target may stand in its source, or be it.
        source = self._duplicate(sources[0].value, pointer)
        for place in places:
            self._update(place, source, pointer)

    def _update(self, place: Place, update: Json, pointer: str) -> None:
        target = place.value
        if isinstance(target, dict) and isinstance(update, dict):
            self._merge(target, update, pointer)
        elif isinstance(target, list):
            self._extend(target, update, pointer)
        elif isinstance(target, dict) or isinstance(update, dict | list):
            self._report(
                pointer,
                "the update and its target are of different kinds, and cannot be merged",
                "remove the target first, or update the mapping that it stands in",
            )
        elif isinstance(place.container, dict) and isinstance(place.key, str):
            self._set(place.container, place.key, update, pointer)
        elif isinstance(place.container, list):
            origin = self._overlay, pointer
            self._origins.of_elements(place.container)[place.index] = origin
            place.container[place.index] = update

    def _extend(self, target: list[Json], update: Json, pointer: str) -> None:
        origins = self._origins.of_elements(target)
        entries = (
            [(entry, join(pointer, index)) for index, entry in enumerate(update)]
            if isinstance(update, list)
            else [(update, pointer)]
        )
        for entry, at in entries:
            origins.append((self._overlay, at))
            target.append(self._new(entry, at))

    def _merge(
        self, target: dict[str, Json], update: dict[str, Json], pointer: str
    ) -> None:
        for key, value in update.items():
            old, at = target.get(key), join(pointer, key)
            if isinstance(old, dict) and isinstance(value, dict):
                self._merge(old, value, at)
            elif isinstance(old, list) and isinstance(value, list):
                self._extend(old, value, at)
            else:
                self._set(target, key, value, at)

    def _set(
        self, mapping: dict[str, Json], key: str, value: Json, pointer: str
    ) -> None:
        mapping[key] = self._new(value, pointer)
        self._origins.edit(mapping, key, self._overlay, pointer)

    def _new(self, value: Json, pointer: str) -> Json:
        """A copy of a value of the overlay's, which may be wanted in many places."""
        copy = self._duplicate(value, pointer)
        self._added += self._origins.adopt(copy, self._overlay, pointer)
        if self._added > limits.ALIASED_NODES:
            fact = f"the overlay adds more than {limits.ALIASED_NODES:,} values"
            problem = self._overlay.problem(pointer, fact, "narrow its targets")
            raise UnusableInput([problem])
        return copy

    def _duplicate(self, value: Json, pointer: str) -> Json:
        try:
            copy: Json = marshal.loads(marshal.dumps(value, _UNSHARED))
        except ValueError:
            # What marshal takes is deeper than what a description may be.
            raise _too_deep(self._overlay, pointer) from None
        return copy

    def _report(
        self, pointer: str, fact: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> None:
        self._problems.add(self._overlay.problem(pointer, fact, remedy, severity))
