"""Where values came from, once overlays have edited the data that they stand in."""

from __future__ import annotations

from typing import Generic, TypeVar

from ..pointers import Json, child, join, split

Container = dict[str, Json] | list[Json]
F = TypeVar("F")


class Origins(Generic[F]):
    """The file and pointer that each mapping and list, and each edited value, was read from.

    Goes by identity: elements of a list keep their origin when those before them go.
    """

    def __init__(self) -> None:
        self.files: list[F] = []
        """All that the data came from."""
        self._containers: dict[int, tuple[F, str]] = {}
        self._edits: dict[tuple[int, str], tuple[F, str]] = {}
        self._elements: dict[int, list[tuple[F, str]]] = {}
        # An identity holds only as long as its owner lives.
        self._alive: list[Container] = []

    def adopt(self, value: Json, file: F, pointer: str) -> int:
        """Notes the origin of everything in `value`; returns how many values it has."""
        if file not in self.files:
            self.files.append(file)
        count = 0
        pending: list[tuple[Json, str]] = [(value, pointer)]
        while pending:
            inner, at = pending.pop()
            count += 1
            if isinstance(inner, dict):
                pending.extend((each, join(at, key)) for key, each in inner.items())
            elif isinstance(inner, list):
                pending.extend(
                    (each, join(at, index)) for index, each in enumerate(inner)
                )
            else:
                continue
            self._containers[id(inner)] = (file, at)
            self._alive.append(inner)
        return count

    def edit(self, mapping: dict[str, Json], key: str, file: F, pointer: str) -> None:
        """Notes that a key now has the value that stands at `pointer`."""
        self._edits[(id(mapping), key)] = (file, pointer)

    def of_elements(self, elements: list[Json]) -> list[tuple[F, str]]:
        """The origins of a list's elements, to be changed together with these."""
        if id(elements) not in self._elements:
            file, at = self._containers[id(elements)]
            own = [(file, join(at, index)) for index in range(len(elements))]
            self._elements[id(elements)] = own
        return self._elements[id(elements)]

    def find(self, root: Json, pointer: str) -> tuple[F, str]:
        """The origin of what stands at `pointer` in the edited data."""
        file, at = self._containers[id(root)]
        value: Json = root
        for step in split(pointer):
            try:
                inner = child(value, step)
            except KeyError:
                break
            if id(value) in self._elements:
                file, at = self._elements[id(value)][int(step)]
            else:
                file, at = self._edits.get((id(value), step), (file, join(at, step)))
            file, at = self._containers.get(id(inner), (file, at))
            value = inner
        return file, at
