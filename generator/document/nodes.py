"""A description as the rest of the program sees it: a document and cursors into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem, Problems, Severity
from ..pointers import Json, child, join
from .files import File
from .library import Library, Unresolved
from .references import MOST_PASSED, References


class BrokenReference(Exception):
    """A `$ref` that leads nowhere, in a circle, or where it may not."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class Document:
    """One description: its root file, and the files that it refers to, read when asked for."""

    def __init__(
        self,
        library: Library,
        version: str,
        overlays: tuple[File, ...],
        problems: Problems,
    ) -> None:
        self.library = library
        self.references = References(library)
        self.path: Path = library.root.path
        self.version = ".".join(version.split(".")[:2])
        self.ends: dict[tuple[str, str], Node | Problem] = {}
        """Where the references at places that were asked for lead in the end."""
        self._problems = problems
        self._overlays = overlays

    @property
    def problems(self) -> Problems:
        """What reading has found: in the root, its overlays and the files read so far."""
        duplicates = (file.duplicate_keys() for file in self.library.files[1:])
        return Problems(
            [
                *self._problems,
                *(one for found in duplicates for one in found),
                *self.references.repeated_ids(),
            ]
        )

    @property
    def root(self) -> Node:
        return Node(self, self.library.root, "", self.library.root.data)

    def components(self, section: str) -> dict[str, Node]:
        """What is kept for use elsewhere: the schemas, say, by their keys."""
        components = self.root.section("components")
        return dict(components.items(section)) if components is not None else {}

    @property
    def files(self) -> tuple[File, ...]:
        """All files read so far: the root, overlays, and those referred to."""
        root, *others = self.library.files
        return (root, *self._overlays, *others)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files are that it was read from."""
        return tuple(file.path for file in self.files)

    @property
    def sources(self) -> dict[Path, str | None] | None:
        """All paths that decide what has been read, each with the digest of what was there.

        `None` where the network does as well, or what could not be read.
        """
        if self.library.has_asked_network or self.library.unreadable:
            return None
        return {file.path: file.digest for file in self.files} | self.library.tried


# Nothing changes a node. It is not frozen because that triples the time to make one, and
# a run makes half a million.
@dataclass(slots=True, eq=False)
class Node:
    """A place in a document, and the value there. Made on the way; nothing is copied."""

    document: Document
    file: File
    pointer: str
    value: Json

    # Around ------------------------------------------------------------------------

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the place."""
        return self.file.name, self.pointer

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        return isinstance(self.value, list)

    # Inwards -----------------------------------------------------------------------

    def get(self, key: str) -> Node | None:
        """What stands under a key of a mapping; `None` where nothing does."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return Node(self.document, self.file, join(self.pointer, key), value[key])
        return None

    def __getitem__(self, key: str | int) -> Node:
        """What stands under a key or at an index.

        Raises:
            KeyError: Nothing stands there.
        """
        return Node(
            self.document,
            self.file,
            join(self.pointer, key),
            child(self.value, str(key)),
        )

    def items(self, key: str | None = None) -> Iterator[tuple[str, Node]]:
        """The keys and values of a mapping, or of that under `key`; none of anything else."""
        node = self if key is None else self.get(key)
        if key is not None and node is not None and node.ref is not None:
            yield from self._shared_items(key, node)
        elif node is not None and isinstance(node.value, dict):
            document, file, pointer = node.document, node.file, node.pointer
            for name, value in node.value.items():
                yield name, Node(document, file, join(pointer, name), value)

    def _shared_items(self, key: str, node: Node) -> Iterator[tuple[str, Node]]:
        """What a reference under a key leads to, and what stands beside that."""
        own = dict(node.items())
        shared = self.section(key)
        for name, entry in shared.items() if shared is not None else ():
            if name not in own:
                yield name, entry
        yield from ((name, entry) for name, entry in own.items() if name != "$ref")

    def elements(self, key: str | None = None) -> Iterator[Node]:
        """The elements of a list, or of that under `key`; none of anything else."""
        node = self if key is None else self.section(key)
        if node is not None and isinstance(node.value, list):
            document, file, pointer = node.document, node.file, node.pointer
            for index, value in enumerate(node.value):
                yield Node(document, file, join(pointer, index), value)

    def section(self, *keys: str) -> Node | None:
        """What stands under keys, also where a file with all of it is referred to.

        OpenAPI has no references in place of `info`, `paths`, `components` and the like, but
        descriptions in several files do.
        """
        node: Node | None = self
        for key in keys:
            node = node.get(key) if node is not None else None
            if node is not None and node.ref is not None:
                try:
                    node = node.deref()
                except BrokenReference:
                    return None
        return node

    # Along references --------------------------------------------------------------

    @property
    def ref(self) -> str | None:
        """The mapping's `$ref`."""
        if isinstance(self.value, dict):
            ref = self.value.get("$ref")
            if isinstance(ref, str):
                return ref
        return None

    def follow(self, ref: str) -> Node:
        """What a reference that stands here leads to, in one hop.

        Raises:
            BrokenReference: It leads nowhere, or where it may not.
        """
        try:
            target = self.document.references.follow(self.file, self.pointer, ref)
        except Unresolved as error:
            raise BrokenReference(self.problem(error.fact, error.remedy)) from None
        return Node(self.document, target.file, target.pointer, target.value)

    def target(self) -> Node:
        """What the mapping's `$ref` leads to, in one hop; the node itself without one."""
        ref = self.ref
        return self if ref is None else self.follow(ref)

    def deref(self) -> Node:
        """The first value on the way that is no reference; the node itself without `$ref`.

        Raises:
            BrokenReference: There is none.
        """
        if self.ref is None:
            return self
        ends = self.document.ends
        if self.key not in ends:
            try:
                *_, ends[self.key] = self.hops()
            except BrokenReference as error:
                ends[self.key] = error.problem
        end = ends[self.key]
        if isinstance(end, Problem):
            raise BrokenReference(end)
        return end

    def hops(self) -> Iterator[Node]:
        """The node, and what each `$ref` on the way leads to; the last has none.

        Raises:
            BrokenReference: A reference leads nowhere, in a circle, or through too many others.
        """
        node = self
        seen: dict[tuple[str, str], None] = {}
        while node.ref is not None:
            if node.key in seen:
                passed = [pointer for _, pointer in (*seen, node.key)]
                circle = " -> ".join(f"#{pointer}" for pointer in passed[:8])
                raise BrokenReference(
                    self.problem(
                        f"the reference leads in a circle: {circle}",
                        "let one of them stand for a value of its own",
                    )
                )
            if len(seen) == MOST_PASSED:
                raise BrokenReference(
                    self.problem(
                        f"the reference passes through more than {MOST_PASSED} others",
                        "refer to the value itself",
                    )
                )
            seen[node.key] = None
            yield node
            node = node.target()
        yield node

    # Outwards ----------------------------------------------------------------------

    @property
    def written(self) -> str:
        """A scalar as the file spells it: `1.10` where the value is 1.1."""
        if isinstance(self.value, str):
            return self.value
        return self.file.written(self.pointer) or str(self.value)

    @property
    def text(self) -> Json:
        """The value where a string belongs: a number, true or false as the file spells it."""
        return self.written if isinstance(self.value, int | float) else self.value

    def problem(
        self, fact: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem at this place; its line is looked up only now."""
        return self.file.problem(self.pointer, fact, remedy, severity)
