"""Schemas to `ir` types: refs stay refs, inline objects get names, the rest is structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from ..shapes.flattening import Identity, Shape
from ..shapes.limits import limits_of
from ..shapes.nulls import Nulls
from ..shapes.saying import model_doc, titled, value_docs
from ..shapes.siblings import has_structure, single_reference
from ..shapes.values import SCALARS, is_text, literal_of, string_of
from .combining import deserves_a_name, merge_union, nullable
from .containers import extra_of, list_of, map_of
from .converter import Asked, Converter
from .fields import fields_of_shape
from .inheritance import union_of_subtypes
from .unions import union_of


class SchemaConverter(Converter):
    """The conversion as a whole: what any schema comes to."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._inline: dict[Identity, Type] = {}
        self._open: dict[Identity, str] = {}
        """Inline schemas that are being converted, with what each is to be called."""
        self._nulls = Nulls(context.flattener)

    def _schema(self, name: str, asked: Asked) -> Schema:
        shape = self.context.flattener.flatten(asked.nodes, asked.without)
        source = Source(*asked.nodes[0].key)
        parent = self._parents[name]
        type_ = self._special(asked.nodes) or self.structure(asked)
        if isinstance(type_, Nullable) and self._adds_null(asked):
            type_ = type_.type
        if type_ is None:
            return Model(
                name,
                fields_of_shape(self, shape, name, asked.nodes),
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
            return self._reference(other, Asked((other,), ""))
        return union_of_subtypes(self, nodes[0])

    def _adds_null(self, asked: Asked) -> bool:
        """Whether all that use a schema add null to it, so that it need not do so itself."""
        is_one = len(asked.nodes) == 1
        return asked.identity in self._inline or (
            is_one and self._nulls.may_pass(asked.nodes[0])
        )

    def base_model(self, node: Node) -> Ref:
        """The fields that every subtype of a polymorphic schema has, as a model beside it."""
        owner = self.add_named(node)
        name = self.context.name_inline((node,), f"{owner}Base")
        self._parents[name] = owner
        shape = self.context.flattener.flatten((node,))
        self.schemas[name] = Model(
            name,
            fields_of_shape(self, shape, name, (node,)),
            Source(*node.key),
            extra_of(self, shape, name),
            shape.doc,
            parent=owner,
        )
        return Ref(name)

    def type_of_all(self, asked: Asked) -> Type:
        """The type of a value that fits every one of the schemas."""
        nodes, without = asked.nodes, asked.without
        if len(nodes) == 1 and not without:
            node = nodes[0]
            if node.ref is not None and not has_structure(node):
                return self._reference(node, asked)
        single = None if without else single_reference(nodes)
        if single is not None:
            inner = self._reference(single, asked)
            shape = self.context.flattener.flatten(nodes)
            return nullable(inner) if shape.nullable else inner
        identity = asked.identity
        if identity in self._inline:
            return self._inline[identity]
        shape = self.context.flattener.flatten(nodes, without)
        if identity in self._open:
            # A list or a mapping that holds itself, which only a name can end.
            null = self._nulls.may_pass_shape(shape)
            return self._named(replace(asked, hint=self._open[identity]), null)
        self._open[identity] = asked.hint
        type_ = self.structure(asked)
        del self._open[identity]
        if identity in self._inline:
            return self._inline[identity]
        null = shape.nullable or isinstance(type_, Nullable)
        if type_ is None or deserves_a_name(type_):
            return self._named(asked, null)
        return nullable(type_) if null else type_

    def _named(self, asked: Asked, null: bool) -> Type:
        """The name for what stands inline, or null; the same for the same schemas."""
        # Something may have referred deep into the schema that this one stands in.
        is_whole = len(asked.nodes) == 1 and not asked.without
        known = self.context.named(asked.nodes[0]) if is_whole else None
        if known is not None:
            return nullable(Ref(known)) if null else Ref(known)
        name = self.context.name_inline(asked.nodes, asked.hint)
        self._ask(name, asked)
        found = self._inline[asked.identity] = (
            nullable(Ref(name)) if null else Ref(name)
        )
        return found

    def _reference(self, node: Node, asked: Asked) -> Type:
        """What a reference means, which is all that is asked for."""
        try:
            target = node.target()
            target.deref()
        except BrokenReference as error:
            self.context.add(error.problem)
            return Any()
        if not self.context.has_key(target):
            return self.type_of(target, asked.hint, asked.owner)
        type_ = Ref(self.add_named(target))
        return Nullable(type_) if self._nulls.may_pass(target) else type_

    def structure(self, asked: Asked) -> Type | None:
        """The type that schemas spell out; `None` for an object with named fields."""
        shape = self.context.flattener.flatten(asked.nodes, asked.without)
        if shape.never:
            return Never()
        if shape.enum is not None:
            return literal_of(shape)
        if shape.unions:
            return union_of(self, shape, asked)
        if shape.types == ():
            return Literal((None,)) if shape.nullable else Any()
        if shape.types is not None and len(shape.types) > 1:
            parts = (self._one(kind, shape, asked) for kind in shape.types)
            # An object with fields beside other types: the fields are not told apart.
            return merge_union([part or Map(Any()) for part in parts])
        kind = shape.types[0] if shape.types else self._kind(shape)
        return self._one(kind, shape, asked)

    @staticmethod
    def _kind(shape: Shape) -> str:
        if shape.is_object:
            return "object"
        if shape.items or shape.prefix:
            return "array"
        return "string" if is_text(shape) else ""

    def _one(self, kind: str, shape: Shape, asked: Asked) -> Type | None:
        match kind:
            case "object":
                return map_of(self, shape, asked.hint, asked.owner)
            case "array":
                return list_of(self, shape, asked.hint, asked.owner)
            case "string":
                return string_of(shape)
            case "integer" | "number" | "boolean":
                return Scalar(SCALARS[kind])
            case "file":
                return Binary()
            case _:
                return Any()
