"""What every part of the conversion asks of the whole: names, a queue, and types."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...document import Node
from ...ir import Alias, Any, Discriminator, Nullable, Ref, Schema, Type, Union
from ..context import Context
from ..shapes.flattening import Identity, identity_of


@dataclass(frozen=True, slots=True)
class Asked:
    """Schemas that must all hold, and what to call what they come to.

    `owner` is the schema under a key whose module has what stands inline in them. `without`
    names the places of unions that are left aside, because one of their branches is here.
    """

    nodes: Sequence[Node]
    hint: str
    owner: str | None = None
    without: frozenset[str] = frozenset()

    @property
    def identity(self) -> Identity:
        """What is the same wherever the same is asked for."""
        return identity_of(self.nodes, self.without)


class Converter(ABC):
    """Turns schemas into types, and the named ones among them into `schemas`.

    Objects are converted from a queue, so that neither recursion nor depth in the
    description becomes recursion here.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._parents: dict[str, str | None] = {}
        self._asked: dict[str, Asked] = {}
        self._queue: deque[str] = deque()
        self.schemas: dict[str, Schema] = {}
        self._discriminators: dict[str, Discriminator | None] = {}
        """Those of unions that were still in the queue when they were asked for."""

    def add_named(self, node: Node) -> str:
        """The name of a schema that stands under a key; converted when the queue is."""
        node = self.context.keyed(node)
        known = self.context.named(node)
        if known is None:
            name = self.context.name_schema(node)
            self._ask(name, Asked((node,), name))
            return name
        return known

    def _ask(self, name: str, asked: Asked) -> None:
        self._parents[name] = asked.owner
        self._asked[name] = replace(asked, hint=name, owner=asked.owner or name)
        self._queue.append(name)

    def owner_of(self, name: str) -> str:
        """The named schema that a schema stands in, if not under a key itself."""
        return self._parents.get(name) or name

    def drain(self) -> dict[str, Schema]:
        """Every schema asked for so far and those that they need."""
        while self._queue:
            name = self._queue.popleft()
            self.schemas[name] = self._schema(name, self._asked[name])
        return self.schemas

    def meant(self, type_: Type) -> Type:
        """What a type stands for where it is a name for another one."""
        while isinstance(type_, Ref):
            schema = self.drain().get(type_.name)
            if not isinstance(schema, Alias):
                break
            type_ = schema.type
        return type_

    def discriminator_of(self, type_: Type) -> Discriminator | None:
        """What tells the variants of a named union apart, though it may be in the queue.

        Found out once: unions in unions ask for it at every level, for every property.
        """
        if isinstance(type_, Nullable):
            return self.discriminator_of(type_.type)
        if isinstance(type_, Union):
            return type_.discriminator
        if not isinstance(type_, Ref) or type_.name not in self._asked:
            return None
        name, asked = type_.name, self._asked[type_.name]
        if not self.context.flattener.flatten(asked.nodes, asked.without).unions:
            return None
        schema = self.schemas.get(name)
        if isinstance(schema, Alias):
            return self.discriminator_of(schema.type)
        if name not in self._discriminators:
            # For one that leads back to itself there is none.
            self._discriminators[name] = None
            found = self.structure(asked)
            self._discriminators[name] = self.discriminator_of(found or Any())
        return self._discriminators[name]

    def type_of(self, node: Node, hint: str, owner: str | None = None) -> Type:
        """The type of one schema; `hint` names it if it is inline and needs a name."""
        return self.type_of_all(Asked((node,), hint, owner))

    @abstractmethod
    def type_of_all(self, asked: Asked) -> Type:
        """The type of a value that fits every one of the schemas."""

    @abstractmethod
    def structure(self, asked: Asked) -> Type | None:
        """The type that schemas spell out; `None` for an object with named fields."""

    @abstractmethod
    def base_model(self, node: Node) -> Ref:
        """The fields that every subtype of a polymorphic schema has, as a model beside it."""

    @abstractmethod
    def _schema(self, name: str, asked: Asked) -> Schema:
        """What a named schema is."""
