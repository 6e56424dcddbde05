"""Schemas to `ir` types: refs stay refs, inline objects get names, the rest is structure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ...document import BrokenReference, Node
from ...ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    Schema,
    Source,
    Type,
)
from ..context import Context
from ..shapes.flattening import Shape
from ..shapes.limits import limits_of
from ..shapes.nulls import Nulls
from ..shapes.saying import model_doc, titled, value_docs
from ..shapes.siblings import has_structure, single_reference
from ..shapes.values import SCALARS, is_text, literal_of, string_of
from .combining import deserves_a_name, merge_union, nullable
from .containers import extra_of, list_of, map_of
from .converter import Converter
from .fields import fields_of_shape
from .inheritance import union_of_subtypes
from .unions import union_of

_Identity: TypeAlias = tuple[tuple[tuple[str, str], ...], frozenset[str]]
"""The places of schemas that must all hold, and of the unions left aside in them."""


class SchemaConverter(Converter):
    """The conversion as a whole: what any schema comes to."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._inline: dict[_Identity, Type] = {}
        self._open: dict[_Identity, str] = {}
        """Inline schemas that are being converted, with what each is to be called."""
        self._nulls = Nulls(context.flattener)

    def _schema(
        self, name: str, nodes: Sequence[Node], without: frozenset[str]
    ) -> Schema:
        shape = self.context.flattener.flatten(nodes, without)
        source = Source(nodes[0].file.name, nodes[0].pointer)
        parent = self._parents[name]
        type_ = self._special(nodes) or self.structure(shape, nodes, name, without)
        if isinstance(type_, Nullable) and self._adds_null(nodes, without):
            type_ = type_.type
        if type_ is None:
            return Model(
                name,
                fields_of_shape(self, shape, name, nodes),
                source,
                extra_of(self, shape, name),
                model_doc(shape, name, self.context.flattener),
                shape.examples,
                shape.deprecated,
                parent,
                limits_of(shape, Map(Any()), self.context.flattener),
            )
        if isinstance(type_, Literal) and type_.values != (None,):
            return EnumModel(
                name,
                type_,
                source,
                titled(shape, name),
                shape.examples,
                value_docs(shape),
                shape.deprecated,
                parent,
            )
        return Alias(
            name,
            type_,
            source,
            self.context.doc_of(shape, type_, name=name),
            limits_of(shape, type_, self.context.flattener),
            shape.examples,
            shape.deprecated,
            parent,
        )

    def _special(self, nodes: Sequence[Node]) -> Type | None:
        """The type of a schema that is another by a second name, or stands for its subtypes."""
        if len(nodes) > 1:
            return None
        other = self.context.renamed(nodes[0])
        if other is not None:
            return self._reference(other, "", None)
        return union_of_subtypes(self, nodes[0])

    def _adds_null(self, nodes: Sequence[Node], without: frozenset[str]) -> bool:
        """Whether all that use a schema add null to it, so that it need not do so itself."""
        inline = (tuple(node.key for node in nodes), without) in self._inline
        return inline or (len(nodes) == 1 and self._nulls.may_pass(nodes[0]))

    def base_model(self, node: Node) -> Ref:
        """The fields that every subtype of a polymorphic schema has, as a model beside it."""
        owner = self.add_named(node)
        name = self.context.name_inline((node,), f"{owner}Base")
        self._parents[name] = owner
        shape = self.context.flattener.flatten((node,))
        source = Source(node.file.name, node.pointer)
        self.schemas[name] = Model(
            name,
            fields_of_shape(self, shape, name, (node,)),
            source,
            extra_of(self, shape, name),
            shape.doc,
            parent=owner,
        )
        return Ref(name)

    def type_of_all(
        self,
        nodes: Sequence[Node],
        hint: str,
        owner: str | None = None,
        without: frozenset[str] = frozenset(),
    ) -> Type:
        """The type of a value that fits every one of the schemas."""
        if len(nodes) == 1 and not without:
            node = nodes[0]
            if node.ref is not None and not has_structure(node):
                return self._reference(node, hint, owner)
        single = None if without else single_reference(nodes)
        if single is not None:
            inner = self._reference(single, hint, owner)
            shape = self.context.flattener.flatten(nodes)
            return nullable(inner) if shape.nullable else inner
        identity = (tuple(node.key for node in nodes), without)
        if identity in self._inline:
            return self._inline[identity]
        shape = self.context.flattener.flatten(nodes, without)
        if identity in self._open:
            # A list or a mapping that holds itself, which only a name can end.
            null = self._nulls.may_pass_shape(shape)
            return self._named(nodes, self._open[identity], owner, without, null)
        self._open[identity] = hint
        type_ = self.structure(shape, nodes, hint, without, owner)
        del self._open[identity]
        if identity in self._inline:
            return self._inline[identity]
        null = shape.nullable or isinstance(type_, Nullable)
        if type_ is None or deserves_a_name(type_):
            return self._named(nodes, hint, owner, without, null)
        return nullable(type_) if null else type_

    def _named(
        self,
        nodes: Sequence[Node],
        hint: str,
        owner: str | None,
        without: frozenset[str],
        null: bool,
    ) -> Type:
        """The name for what stands inline, or null; the same for the same schemas."""
        # Something may have referred deep into the schema that this one stands in.
        known = self.context.named(nodes[0]) if len(nodes) == 1 else None
        if known is not None and not without:
            return nullable(Ref(known)) if null else Ref(known)
        name = self.context.name_inline(nodes, hint)
        self._ask(name, nodes, without, owner)
        identity = (tuple(node.key for node in nodes), without)
        self._inline[identity] = nullable(Ref(name)) if null else Ref(name)
        return self._inline[identity]

    def _reference(self, node: Node, hint: str, owner: str | None) -> Type:
        try:
            target = node.target()
            target.deref()
        except BrokenReference as error:
            self.context.problems.add(error.problem)
            return Any()
        if not self.context.has_key(target):
            return self.type_of(target, hint, owner)
        type_ = Ref(self.add_named(target))
        return Nullable(type_) if self._nulls.may_pass(target) else type_

    def structure(
        self,
        shape: Shape,
        nodes: Sequence[Node],
        hint: str,
        without: frozenset[str],
        owner: str | None = None,
    ) -> Type | None:
        """The type that a shape spells out; `None` for an object with named fields."""
        # Whatever is inline below a named schema shares that one's module.
        owner = owner or (
            hint if self._parents.get(hint, "") is None else self._parents.get(hint)
        )
        if shape.never:
            return Never()
        if shape.enum is not None:
            return literal_of(shape)
        if shape.unions:
            return union_of(self, shape, nodes, hint, owner, without)
        if shape.types == ():
            return Literal((None,)) if shape.nullable else Any()
        if shape.types is not None and len(shape.types) > 1:
            parts = [self._one(kind, shape, hint, owner) for kind in shape.types]
            if any(part is None for part in parts):
                # An object with fields beside other types: the fields are not told apart.
                parts = [part or Map(Any()) for part in parts]
            return merge_union([part for part in parts if part is not None])
        kind = shape.types[0] if shape.types else self._kind(shape)
        return self._one(kind, shape, hint, owner)

    @staticmethod
    def _kind(shape: Shape) -> str:
        if shape.is_object:
            return "object"
        if shape.items or shape.prefix:
            return "array"
        return "string" if is_text(shape) else ""

    def _one(
        self, kind: str, shape: Shape, hint: str, owner: str | None
    ) -> Type | None:
        match kind:
            case "object":
                return map_of(self, shape, hint, owner)
            case "array":
                return list_of(self, shape, hint, owner)
            case "string":
                return string_of(shape)
            case "integer" | "number" | "boolean":
                return Scalar(SCALARS[kind])
            case "file":
                return Binary()
            case _:
                return Any()
