"""What every part of the conversion asks of the whole: names, a queue, and types."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Sequence

from ..document import Node
from ..ir import Alias, Discriminator, Ref, Schema, Type
from .context import Context
from .shapes import Shape


class Converter(ABC):
    """Turns schemas into types, and the named ones among them into `schemas`.

    Objects are converted from a queue, so that neither recursion nor depth in the
    description becomes recursion here.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._parents: dict[str, str | None] = {}
        self._queue: deque[tuple[str, Sequence[Node], frozenset[str]]] = deque()
        self.schemas: dict[str, Schema] = {}
        self.discriminators: dict[tuple[str, str], Discriminator | None] = {}
        """Those of unions that were still in the queue when they were asked for."""

    def add_named(self, node: Node) -> str:
        """The name of a schema that stands under a key; converted when the queue is."""
        node = self.context.keyed(node)
        known = self.context.named(node)
        if known is None:
            name = self.context.name_schema(node)
            self._parents[name] = None
            self._queue.append((name, (node,), frozenset()))
            return name
        return known

    def owner_of(self, name: str) -> str:
        """The named schema that a schema stands in, if not under a key itself."""
        return self._parents.get(name) or name

    def drain(self) -> dict[str, Schema]:
        """Every schema asked for so far and those that they need."""
        while self._queue:
            name, nodes, without = self._queue.popleft()
            self.schemas[name] = self._schema(name, nodes, without)
        return self.schemas

    def meant(self, type_: Type) -> Type:
        """What a type stands for where it is a name for another one."""
        while isinstance(type_, Ref):
            schema = self.drain().get(type_.name)
            if not isinstance(schema, Alias):
                break
            type_ = schema.type
        return type_

    def type_of(self, node: Node, hint: str, owner: str | None = None) -> Type:
        """The type of one schema; `hint` names it if it is inline and needs a name."""
        return self.type_of_all((node,), hint, owner)

    @abstractmethod
    def type_of_all(
        self,
        nodes: Sequence[Node],
        hint: str,
        owner: str | None = None,
        without: frozenset[str] = frozenset(),
    ) -> Type:
        """The type of a value that fits every one of the schemas."""

    @abstractmethod
    def structure(
        self,
        shape: Shape,
        nodes: Sequence[Node],
        hint: str,
        without: frozenset[str],
        owner: str | None = None,
    ) -> Type | None:
        """The type that a shape spells out; `None` for an object with named fields."""

    @abstractmethod
    def base_model(self, node: Node) -> Ref:
        """The fields that every subtype of a polymorphic schema has, as a model beside it."""

    @abstractmethod
    def _schema(
        self, name: str, nodes: Sequence[Node], without: frozenset[str]
    ) -> Schema:
        """What a named schema is."""
