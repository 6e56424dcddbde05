"""What the whole frontend shares: the description, the configuration, names and problems."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..config import Config
from ..document import BrokenReference, Document, Json, Node
from ..errors import Problem, Problems, Severity
from ..ir import Ref, SecurityRequirement, Type, but_null
from ..names import RESERVED_CLASSES, Memory, Scope, pascal, plain, snake
from ..pointers import parent, split
from .shapes.flattening import Flattener, Shape
from .shapes.place_names import name_of_place, shared_place, telling
from .shapes.saying import doc_of
from .shapes.siblings import definition, has_structure, single_reference
from .shapes.subtypes import Subtypes
from .tally import Tally
from .texts import text


class Context:
    """One run of the frontend. Names are given here and nowhere else."""

    def __init__(self, document: Document, config: Config, memory: Memory) -> None:
        self.document = document
        self.config = config
        self.problems = Problems()
        self._old = memory
        self._scopes: list[tuple[str, Scope]] = []
        self._classes = self.scope("schemas", RESERVED_CLASSES)
        self._places: dict[tuple[str, str], str] = {}
        self._circles: dict[tuple[str, str], bool] = {}
        self._keyed: dict[tuple[str, str], Node] = {}
        self._hints: dict[str, int] = {}
        self._warned: dict[tuple[str, str], tuple[Problem, set[tuple[str, str]]]] = {}
        self.tally = Tally()
        self.fields: set[tuple[str, str]] = set()
        """The places of all properties that became fields."""
        self.passed_over: dict[tuple[str, str], str] = {}
        """Places below which nothing is emitted on its own, and what of each."""
        self.held: dict[tuple[str, str], Node] = {}
        """What the texts at some places hold, where they are decoded."""
        self.untyped: dict[tuple[str, str], dict[tuple[str, str], Node]] = {}
        """Schemas of bodies that are given as they come, by media type and how."""
        self.flattener = Flattener(self.problems.add)
        self.schemes = document.components("securitySchemes")
        """The security schemes by their names, also those that only an address leads to."""
        self.requirements: dict[
            tuple[str, str], tuple[SecurityRequirement, ...] | None
        ] = {}
        """What places ask for, once it was worked out."""
        self.components = document.components("schemas")
        self._claim_components()
        self.subtypes = Subtypes(self.components)

    def _claim_components(self) -> None:
        """Names for all keyed schemas first, so that no inline one takes a key's name."""
        wanted = []
        keys = {node.key: key for key, node in self.components.items()}
        for key, node in self.components.items():
            explicit = self.config.schemas.get(key)
            meant = self._spelled_otherwise(key, node, keys)
            if meant is not None:
                self._keyed[node.key] = meant
            elif explicit:
                name = self._classes.claim(key, explicit, explicit=True)
                self._places[node.key] = name
                self.check_given(("schemas", key), explicit, name)
            else:
                wanted.append((key, pascal(key)))
        names = self._classes.claim_all(wanted)
        for node in self.components.values():
            known = keys[self.keyed(node).key]
            self._places.setdefault(node.key, names.get(known, known))
        for node in self.components.values():
            target = definition(node)
            if target.key not in self._places:
                # The schema stands in another file, and is known by this key.
                self._places[target.key] = self._places[node.key]
                self._keyed[target.key] = node
        self._converted: set[tuple[str, str]] = set()

    def _spelled_otherwise(
        self, key: str, node: Node, keys: Mapping[tuple[str, str], str]
    ) -> Node | None:
        """The schema that another refers to and would share its name with (`Pet`, `pet`)."""
        if not isinstance(node.value, dict) or node.value.keys() != {"$ref"}:
            return None
        target = definition(node)
        other = keys.get(target.key, key)
        given = {key, other} & self.config.schemas.keys()
        same = other != key and pascal(other) == pascal(key)
        return target if same and not given else None

    # Names -------------------------------------------------------------------------

    def named(self, node: Node) -> str | None:
        """The name of a schema that has been asked for before."""
        return self._places[node.key] if node.key in self._converted else None

    @property
    def converted(self) -> set[tuple[str, str]]:
        """The places of all schemas that were asked for by name."""
        also = (key for key, node in self._keyed.items() if node.key in self._converted)
        return {*self._converted, *also}

    def keyed(self, node: Node) -> Node:
        """The schema under a key of the root file that a schema elsewhere is known by."""
        return self._keyed.get(node.key, node)

    def renamed(self, node: Node) -> Node | None:
        """The reference to another named schema, where a schema is nothing but that."""
        bare = node.ref is not None and not has_structure(node)
        reference = node if bare else single_reference((node,))
        if reference is None:
            return None
        try:
            target = reference.target()
            target.deref()
        except BrokenReference:
            return None
        if not self.has_key(target) or self.keyed(target).key == node.key:
            return None
        # What is derived from a base stands beside it, as one of its subtypes.
        derived = not bare and self.subtypes.is_polymorphic(target)
        return None if derived or self._leads_back(target, node) else reference

    def _leads_back(self, target: Node, node: Node) -> bool:
        """Whether a chain of schemas that only wrap each other leads into a circle."""
        passed = {node.key}
        found: bool | None = None
        while found is None:
            target = definition(target)
            following = single_reference((target,))
            if following is None or target.key in passed:
                found = following is not None
            else:
                found = self._circles.get(target.key)
                passed.add(target.key)
                target = following.target()
        self._circles.update(dict.fromkeys(passed, found))
        return found

    def name_schema(self, node: Node) -> str:
        """The name for a schema under a key, in a file of its own, or deep in a pointer."""
        self._converted.add(node.key)
        if node.key not in self._places:
            identity = f"{node.file.name}#{node.pointer}"
            wanted = name_of_place(self._steps_to(node), node.file.name)
            self._places[node.key] = self._classes.claim(identity, wanted)
        return self._places[node.key]

    def _steps_to(self, node: Node) -> list[str]:
        """The way to a schema, from the component that a schema around it is known by."""
        around = node.pointer
        while around:
            around = parent(around)
            component = self._keyed.get((node.file.name, around))
            if component is not None:
                return split(component.pointer + node.pointer[len(around) :])
        return split(node.pointer)

    def name_inline(self, nodes: Sequence[Node], hint: str) -> str:
        """A new name for a schema without a key; `hint` says what it is in its place."""
        wanted = pascal(hint)
        last = nodes[-1]
        # Not by its pointer: what is inserted before it changes the numbers in that.
        place = f"{''.join(telling(split(last.pointer))[-1:])}#{wanted}"
        if place not in self._classes.remembered:
            place = shared_place(last, self.document.root.file) or place
        identity = place
        while identity in self._hints:
            self._hints[place] += 1
            identity = f"{place}#{self._hints[place]}"
        self._hints[identity] = 1
        name = self._classes.claim(identity, wanted)
        if len(nodes) == 1 and nodes[0].key not in self._places:
            # What refers deep into another schema means this one.
            self._places[nodes[0].key] = name
            self._converted.add(nodes[0].key)
        return name

    def scope(self, kind: str, reserved: frozenset[str] = frozenset()) -> Scope:
        """A namespace that knows the names of the last generation and is kept for the next."""
        scope = Scope(reserved, self._old.get(kind, {}))
        self._scopes.append((kind, scope))
        return scope

    @property
    def memory(self) -> Memory:
        """What the next generation has to know to give the same names."""
        memory: Memory = {}
        for kind, scope in self._scopes:
            if scope.given:
                memory.setdefault(kind, {}).update(scope.given)
        return memory

    @staticmethod
    def key_of(node: Node) -> str:
        """The key that a discriminator names a schema by when it has no mapping."""
        try:
            target = node.target() if node.ref is not None else node
        except BrokenReference:
            target = node
        last = split(target.pointer)[-1:]
        return (
            "".join(last) or posixpath.splitext(posixpath.basename(target.file.name))[0]
        )

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
        is_key = "/" not in name and "#" not in name
        keyed = self.components.get(name) if is_key else None
        return declared.follow(name) if keyed is None else keyed

    @property
    def module(self) -> str:
        """The import name of the emitted package."""
        explicit = self.config.package.module
        title = snake(text(self.document.root, "info", "title"), "api")
        return explicit or f"{title.removeprefix('the_').removesuffix('_api')}_sdk"

    @property
    def plain_module(self) -> str:
        """The same in ASCII, for names that are more than Python's."""
        return plain(self.module, "api_sdk")

    # References --------------------------------------------------------------------

    def follow(self, node: Node) -> Node | None:
        """The mapping that a place holds or refers to; what is broken is noted, and `None`."""
        try:
            target = _meant(node)
        except BrokenReference as error:
            self.add(error.problem)
            return None
        return target if target.is_mapping else None

    @staticmethod
    def try_follow(node: Node) -> Node | None:
        """The same for what the SDK can do without (examples): nothing is noted."""
        try:
            return _meant(node)
        except BrokenReference:
            return None

    def check_given(
        self, location: Sequence[int | str], wanted: str, given: str
    ) -> None:
        """Notes that a name of the configuration could not be given."""
        if given != wanted:
            self.tell_taken(location, wanted)

    def tell_taken(self, location: Sequence[int | str], name: str) -> None:
        """Notes that a name of the configuration is another thing's."""
        self.reject(location, f"the name {name!r} is taken", "choose another name")

    # Problems ----------------------------------------------------------------------

    def warn(self, node: Node, fact: str, remedy: str) -> None:
        """Notes what breaks a rule but leaves the emitted code right."""
        self.problems.add(node.problem(fact, remedy, Severity.WARNING))

    def fail(self, node: Node, fact: str, remedy: str) -> None:
        """Notes what cannot be emitted rightly."""
        self.problems.add(node.problem(fact, remedy, Severity.ERROR))

    def reject(
        self,
        location: Sequence[int | str],
        fact: str,
        remedy: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Notes what is wrong with a place in the configuration."""
        self.add(self.config.problem(location, fact, remedy, severity))

    def add(self, problem: Problem) -> None:
        self.problems.add(problem)

    def warn_once(self, node: Node, kind: str, fact: str, remedy: str) -> None:
        """Notes a thing once a kind, however often it occurs; see `warned_once`."""
        if (kind, fact) not in self._warned:
            problem = node.problem(fact, remedy, Severity.WARNING)
            self._warned[kind, fact] = problem, set()
        self._warned[kind, fact][1].add(node.key)

    def warned_once(self) -> Iterator[Problem]:
        """Those things, each where it was met first, with the number of further places."""
        for problem, places in self._warned.values():
            more = len(places) - 1
            further = f", here and at {more} more place{'s' if more > 1 else ''}"
            yield replace(problem, fact=problem.fact + further) if more else problem

    def pass_over(self, node: Node, reason: str) -> None:
        """Keeps for the ledger why what stands below a place is not emitted."""
        self.passed_over[node.key] = reason

    def doc_of(self, shape: Shape, type_: Type, said: str = "", name: str = "") -> str:
        """What stands at a use of a schema; `said` is what is said of the use itself."""
        return doc_of(shape, type_, self.flattener, said, name)

    def unnamed(self, shape: Shape, type_: Type, name: str) -> str:
        """What is said of a schema where no class or alias of its own says it."""
        return "" if self.is_named(type_) else self.doc_of(shape, type_, name=name)

    @staticmethod
    def is_named(type_: Type) -> bool:
        """Whether a class or an alias says what the type is, beside null."""
        return isinstance(but_null(type_), Ref)


def _meant(node: Node) -> Node:
    """What a place holds or refers to, in the words that stand beside the reference."""
    if node.ref is None:
        return node
    *hops, target = node.hops()
    words: dict[str, Json] = {}
    for hop in hops:
        words = {**_words(hop), **words}
    if not words or not isinstance(target.value, dict):
        return target
    value = {**target.value, **words}
    return Node(target.document, target.file, target.pointer, value)


def _words(node: Node) -> dict[str, Json]:
    own = node.value if isinstance(node.value, dict) else {}
    found = {key: own.get(key) for key in ("summary", "description")}
    return {k: said for k, said in found.items() if isinstance(said, str) and said}
