"""What the whole frontend shares: the description, the configuration, names and problems."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ..config import Config
from ..document import BrokenReference, Document, Node
from ..errors import Problem, Problems, Severity
from ..names import RESERVED_CLASSES, Memory, Scope, pascal, snake
from .shapes import Flattener, Shape, has_structure
from .unions import Subtypes

# Steps of a pointer that say where a schema stands, not what it is.
_STEPS = frozenset(
    "components schemas properties items paths content schema responses allOf oneOf anyOf"
    " additionalProperties parameters requestBody $defs definitions patternProperties"
    " application/json".split()
)


class Context:
    """One run of the frontend. Names are given here and nowhere else."""

    def __init__(self, document: Document, config: Config, memory: Memory) -> None:
        self.document = document
        self.config = config
        self.problems = Problems()
        self.memory: Memory = {}
        self._old = memory
        self._classes = Scope(RESERVED_CLASSES, memory.get("schemas", {}))
        self._places: dict[tuple[str, str], str] = {}
        self._warned: set[tuple[str, str]] = set()
        self.fields: set[tuple[str, str]] = set()
        """The places of all properties that became fields."""
        self.flattener = Flattener(self.problems.add)
        self.components = list(_schemas(document.root))
        self._claim_components()
        self.subtypes = Subtypes(self.components)

    def _claim_components(self) -> None:
        """Names for all keyed schemas first, so that no inline one takes a key's name."""
        wanted = []
        for key, node in self.components:
            explicit = self.config.schemas.get(key)
            if explicit:
                self._places[node.key] = self._classes.claim(
                    key, explicit, explicit=True
                )
            else:
                wanted.append((key, pascal(key)))
        names = self._classes.claim_all(wanted)
        self.remember("schemas", names)
        for key, node in self.components:
            self._places.setdefault(node.key, names.get(key, key))
        self._converted: set[tuple[str, str]] = set()

    # Names -------------------------------------------------------------------------

    def named(self, node: Node) -> str | None:
        """The name of a schema that has been asked for before."""
        return self._places[node.key] if node.key in self._converted else None

    @property
    def converted(self) -> set[tuple[str, str]]:
        """The places of all schemas that were asked for by name."""
        return self._converted

    def name_schema(self, node: Node) -> str:
        """The name for a schema under a key, in a file of its own, or deep in a pointer."""
        self._converted.add(node.key)
        if node.key not in self._places:
            identity = f"{node.file.name}#{node.pointer}"
            self._places[node.key] = self._claim(identity, _name_of_place(node))
        return self._places[node.key]

    def name_inline(self, node: Node, hint: str, owner: str | None) -> str:
        """The name for a schema without a key; `hint` says what it is in its place."""
        identity = f"{node.file.name}#{node.pointer}:{hint}"
        return self._claim(identity, pascal(hint))

    def _claim(self, identity: str, wanted: str) -> str:
        name = self._classes.claim(identity, wanted)
        if name != wanted:
            self.memory.setdefault("schemas", {})[identity] = name
        return name

    @staticmethod
    def join(model: str, wire: str) -> str:
        """The name of what stands inline in a model's property."""
        return model + pascal(wire, "Field")

    def remembered(self, scope: str) -> Mapping[str, str]:
        """The names that the last generation gave in a scope."""
        return self._old.get(scope, {})

    def remember(self, scope: str, names: Mapping[str, str]) -> None:
        """Keeps for the next generation whatever is not simply its wire name."""
        kept = {wire: name for wire, name in names.items() if wire != name}
        if kept:
            self.memory.setdefault(scope, {}).update(kept)

    @staticmethod
    def key_of(node: Node) -> str:
        """The key that a discriminator names a schema by when it has no mapping."""
        try:
            target = node.target() if node.ref is not None else node
        except BrokenReference:
            target = node
        last = target.pointer.rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")
        return last or posixpath.splitext(posixpath.basename(target.file.name))[0]

    @staticmethod
    def has_key(target: Node) -> bool:
        """Whether the target of a `$ref` is a schema that people know by a name."""
        steps = target.pointer.split("/")
        if len(steps) >= 3 and steps[-2] in ("schemas", "$defs", "definitions"):
            return True
        value = target.value
        if not isinstance(value, dict):
            return False
        keywords = {"properties", "allOf", "oneOf", "anyOf", "enum", "items"}
        return has_structure(target) and not keywords.isdisjoint(value)

    def mapping_target(self, declared: Node, name: str) -> Node:
        """The schema that a discriminator's mapping names, by key or by reference."""
        if "/" not in name and "#" not in name:
            for key, node in self.components:
                if key == name:
                    return node
        return declared.follow(name)

    @property
    def module(self) -> str:
        """The import name of the emitted package."""
        explicit = self.config.package.module
        title = text(self.document.root, "info", "title")
        return explicit or f"{snake(title, 'api').removesuffix('_api')}_sdk"

    def has_scheme(self, wire: str) -> bool:
        """Whether a security scheme of this name is declared."""
        components = self.document.root.get("components")
        schemes = components.get("securitySchemes") if components else None
        return schemes is not None and schemes.get(wire) is not None

    # References --------------------------------------------------------------------

    def follow(self, node: Node) -> Node | None:
        """The mapping that a place holds or refers to; what is broken is noted, and `None`."""
        try:
            target = node.deref() if node.ref is not None else node
        except BrokenReference as error:
            self.add(error.problem)
            return None
        return target if target.is_mapping else None

    @staticmethod
    def try_follow(node: Node) -> Node | None:
        """The same for what the SDK can do without (examples): nothing is noted."""
        try:
            return node.deref() if node.ref is not None else node
        except BrokenReference:
            return None

    # Problems ----------------------------------------------------------------------

    def warn(self, node: Node, fact: str, remedy: str) -> None:
        """Notes what breaks a rule but leaves the emitted code right."""
        self.problems.add(node.problem(fact, remedy, Severity.WARNING))

    def fail(self, node: Node, fact: str, remedy: str) -> None:
        """Notes what cannot be emitted rightly."""
        self.problems.add(node.problem(fact, remedy, Severity.ERROR))

    def add(self, problem: Problem) -> None:
        self.problems.add(problem)

    def warn_once(self, node: Node, kind: str, fact: str, remedy: str) -> None:
        """Notes a thing once a kind, however often it occurs."""
        if (kind, fact) not in self._warned:
            self._warned.add((kind, fact))
            self.warn(node, fact, remedy)

    @staticmethod
    def value_docs(shape: Shape) -> tuple[tuple[str, str], ...]:
        """What the description says of single values of an enum (`oneOf` of constants)."""
        docs = []
        for branch in (branch for union in shape.unions for branch in union.branches):
            value = branch.value
            if isinstance(value, dict) and "const" in value:
                text = value.get("description") or value.get("title")
                if isinstance(text, str):
                    docs.append((str(value["const"]), text.strip()))
        return tuple(docs)


def text(node: Node, *keys: str) -> str:
    """The text at a path of keys; empty where there is none."""
    value = node.value
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _schemas(root: Node) -> list[tuple[str, Node]]:
    components = root.get("components")
    schemas = components.get("schemas") if components else None
    return list(schemas.items()) if schemas else []


def _name_of_place(node: Node) -> str:
    steps = [
        step.replace("~1", "/").replace("~0", "~")
        for step in node.pointer.split("/")[1:]
    ]
    telling = [step for step in steps if step not in _STEPS and not step.isdigit()]
    if not telling:
        stem = posixpath.splitext(posixpath.basename(node.file.name))[0]
        return pascal(stem)
    if steps[-2:-1] and steps[-2] in ("schemas", "$defs", "definitions"):
        return pascal(steps[-1])
    return "".join(pascal(step) for step in telling[-3:])
