"""A description in several files as one file: what is referred to moves under components."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote

from ..errors import UnusableInput
from ..pointers import Json, join, split
from . import limits
from .component_names import SECTIONS, Key
from .files import File
from .grammar import Kind, Leaf, ListOf, OneOrMore, Shape
from .homes import Homes, Moving, is_only_reference
from .nodes import BrokenReference, Document, Node
from .unquoted import is_unquoted, shape_within
from .walk import (
    Reference,
    has_own_names,
    is_mapped_reference,
    is_scheme_reference,
    walk,
)

_POINTER_SAFE = "/~!$&'()*+,;=:@-._?"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One description in one file, and where its parts came from.

    Values that needed no change are shared with the document, not copied.
    """

    document: Document
    data: dict[str, Json]
    origins: dict[str, Node] = field(default_factory=dict[str, Node])

    def locate(self, pointer: str) -> Node:
        """The place in the document's own files that a pointer into `data` stands for."""
        node, at = self.document.root, ""
        for step in split(pointer):
            at = join(at, step)
            try:
                node = self.origins.get(at) or node[step]
            except KeyError:
                continue
        return node


def bundle(document: Document) -> dict[str, Json]:
    """The whole description as one mapping, with references only to itself.

    What stands in another file comes under `components`, once, named after its key or its
    file; what components cannot hold (an operation, say) comes in place of the reference.
    Where a string belongs, what YAML takes for a number is the text that is written.
    References that lead nowhere, or in a circle, stay as they are.

    Raises:
        UnusableInput: What comes in place of references goes beyond the limits.
    """
    return bundled(document).data


def bundled(document: Document) -> Bundle:
    """As `bundle`, and where everything came from."""
    moving: Moving = {}
    root = document.root.file
    visits = list(walk(document))
    is_alone = not any(is_unquoted(visit) for visit in visits)
    for visit in visits:
        if not isinstance(visit, Reference) or not isinstance(visit.target, Node):
            continue
        is_alone = is_alone and _is_within(visit, root)
        if visit.target.file is not root:
            if isinstance(visit.shape, Kind) and _has_section(
                visit.shape, document.version
            ):
                moving.setdefault(visit.target.key, (visit.target, visit.shape))
    data = document.root.value
    if is_alone and isinstance(data, dict):
        return Bundle(document, data)
    return _Bundler(document, Homes(document, moving, visits)).run()


def _is_within(reference: Reference, root: File) -> bool:
    """Whether a reference leads to the root without naming it."""
    target, node = reference.target, reference.node
    if not isinstance(target, Node) or target.file is not root:
        return False
    ref = node.value if node.ref is None else node.ref
    return isinstance(ref, str) and ref.startswith("#")


def _has_section(kind: Kind, version: str) -> bool:
    since = {Kind.PATH_ITEM: "3.1", Kind.MEDIA_TYPE: "3.2"}.get(kind, "3.0")
    return kind in SECTIONS and version >= since


@dataclass(frozen=True, slots=True)
class _Task:
    """A value to be copied, and the place of the copy."""

    node: Node
    shape: Shape
    into: dict[str, Json] | list[Json]
    key: str | int
    pointer: str
    inlined: frozenset[Key]


class _Bundler:
    """Copies what is reached, with a stack of its own."""

    def __init__(self, document: Document, homes: Homes) -> None:
        self._document = document
        self._root = document.root.file
        self._homes = homes
        self._origins: dict[str, Node] = {}
        self._tasks: list[_Task] = []
        self._inlined = 0

    def run(self) -> Bundle:
        data: dict[str, Json] = {}
        holder: dict[str, Json] = {"": data}
        self._copy(
            _Task(self._document.root, Kind.DOCUMENT, holder, "", "", frozenset())
        )
        data = _mapping_in(holder, "")
        for section, name, node, kind in self._homes.new:
            pointer = join(join("/components", section), name)
            self._origins[pointer] = node
            into = _mapping_in(_mapping_in(data, "components"), section)
            self._copy(_Task(node, kind, into, name, pointer, frozenset()))
        return Bundle(self._document, data, self._origins)

    def _copy(self, task: _Task) -> None:
        self._tasks.append(task)
        while self._tasks:
            self._do(self._tasks.pop())

    def _do(self, task: _Task) -> None:
        node, value = task.node, task.node.value
        if task.inlined:
            self._limit(task)
        if isinstance(value, list):
            shape = task.shape
            inner = shape.shape if isinstance(shape, ListOf | OneOrMore) else Leaf.DATA
            children = list(node.elements())
            new = [_scalar(child, inner) for child in children]
            _put(task, new)
            for index, child in enumerate(children):
                self._later(task, child, inner, new, index)
        elif not isinstance(value, dict):
            _put(task, value)
        elif node.ref is None or has_own_names(task.shape):
            mapping: dict[str, Json] = {}
            _put(task, mapping)
            self._entries(task, node, mapping)
        else:
            self._reference(task, node.ref)

    def _entries(
        self,
        task: _Task,
        node: Node,
        new: dict[str, Json],
        without: Collection[str] = (),
    ) -> None:
        shape = task.shape
        for key, child in node.items():
            if key in without:
                continue
            inner = shape_within(node, key, shape)
            if shape is Kind.SECURITY_REQUIREMENT:
                new[self._scheme(key, child)] = child.value
            elif shape is Kind.DISCRIMINATOR and key == "mapping":
                new[key] = {name: self._mapped(entry) for name, entry in child.items()}
            else:
                # Keeps the order of the keys, whatever order they are copied in.
                new[key] = _scalar(child, inner)
                self._later(task, child, inner, new, key)

    def _later(
        self,
        task: _Task,
        child: Node,
        shape: Shape,
        into: dict[str, Json] | list[Json],
        key: str | int,
    ) -> None:
        if isinstance(child.value, dict | list):
            at = join(task.pointer, key)
            self._tasks.append(_Task(child, shape, into, key, at, task.inlined))

    def _reference(self, task: _Task, ref: str) -> None:
        node, found = task.node, self._resolved(task, ref)
        if found == f"#{quote(task.pointer, safe=_POINTER_SAFE)}":
            # The component that the target is known by holds it itself.
            target = node.target()
            found = found if target.key in task.inlined else target
        new: dict[str, Json] = {}
        if isinstance(found, str):
            _put(task, new)
            self._entries(task, node, new)
            new["$ref"] = found
            return
        self._origins[task.pointer] = found
        inlined = replace(task, node=found, inlined=task.inlined | {found.key})
        if (
            isinstance(node.value, dict)
            and len(node.value) > 1
            and isinstance(found.value, dict)
        ):
            _put(task, new)
            # What stands beside the reference counts.
            self._entries(inlined, found, new, without=node.value.keys())
            self._entries(task, node, new, without={"$ref"})
        else:
            self._tasks.append(inlined)

    def _limit(self, task: _Task) -> None:
        """Refuses what grows with every reference to itself, or nests without end."""
        self._inlined += 1
        if self._inlined > limits.INLINED_NODES:
            fact = f"references stand for more than {limits.INLINED_NODES:,} values"
        elif task.pointer.count("/") > limits.DEPTH:
            fact = f"references nest more than {limits.DEPTH} levels"
        else:
            return
        remedy = "keep what they lead to under components, or in the description itself"
        problem = task.node.problem(f"{fact} that no component can hold", remedy)
        raise UnusableInput([problem])

    def _resolved(self, task: _Task, ref: str) -> str | Node:
        """How the bundle spells a reference, or what comes in its place."""
        node = task.node
        try:
            target = node.target()
        except BrokenReference:
            return ref
        if task.shape is Leaf.DATA:
            # Within examples and extensions `$ref` means nothing, but many tools follow it,
            # and what stands in another file would be lost.
            is_data = target.file is self._root or not is_only_reference(node)
            return ref if is_data or target.key in task.inlined else target
        spelled = self._reference_to(target, node, ref)
        if spelled is None and target.key not in task.inlined:
            return target
        return spelled or ref

    def _reference_to(self, target: Node, node: Node, ref: str) -> str | None:
        """How the bundle spells a reference; `None` for what has to come in its place."""
        if target.file is self._root:
            if node.file is self._root and ref.startswith("#"):
                return ref
            return "#" + quote(target.pointer, safe=_POINTER_SAFE)
        home = self._homes.pointer(target.key)
        return None if home is None else f"#{quote(home, safe=_POINTER_SAFE)}"

    def _scheme(self, key: str, entry: Node) -> str:
        """The name of the scheme that a requirement names, perhaps by address."""
        if not is_scheme_reference(key, self._document):
            return key
        try:
            spelled = self._reference_to(entry.follow(key), entry, key)
        except BrokenReference:
            return key
        *section, name = split(unquote(spelled or key).removeprefix("#")) or [key]
        is_component = section == ["components", SECTIONS[Kind.SECURITY_SCHEME]]
        return name if is_component else spelled or key

    def _mapped(self, entry: Node) -> Json:
        ref = entry.value
        if not isinstance(ref, str) or not is_mapped_reference(ref):
            return ref
        try:
            return self._reference_to(entry.follow(ref), entry, ref) or ref
        except BrokenReference:
            return ref


def _scalar(node: Node, shape: Shape) -> Json:
    return node.text if shape is Leaf.TEXT else node.value


def _put(task: _Task, value: Json) -> None:
    match task.into, task.key:
        case list() as elements, int() as index:
            elements[index] = value
        case dict() as mapping, str() as key:
            mapping[key] = value
        case into, key:
            raise TypeError(f"{key!r} is no place in a {type(into).__name__}")


def _mapping_in(holder: dict[str, Json], key: str) -> dict[str, Json]:
    """The mapping under a key, made where there is none."""
    value = holder.get(key)
    if not isinstance(value, dict):
        value = {}
        holder[key] = value
    return value
