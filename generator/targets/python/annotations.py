"""IR types as Python annotations, and the imports that they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ...ir import (
    Alias,
    Any,
    Binary,
    EnumModel,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Tuple,
    Type,
    Union,
)
from .literals import literal, string

_SCALARS = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.DATETIME: "dt.datetime",
    ScalarKind.DATE: "dt.date",
    ScalarKind.TIME: "dt.time",
    ScalarKind.DURATION: "dt.timedelta",
    ScalarKind.UUID: "UUID",
    ScalarKind.DECIMAL: "Decimal",
    ScalarKind.BASE64: "bytes",
}
_WIDEST = 2**63 - 1
_BUILTINS = frozenset({"str", "int", "float", "bool", "bytes", "list", "dict", "tuple"})


@dataclass
class Names:
    """What the annotations of one module refer to, gathered while they are spelled."""

    used: set[str] = field(default_factory=set)
    models: set[str] = field(default_factory=set)
    params: set[str] = field(default_factory=set)
    shadowed: frozenset[str] = frozenset()
    """Names that mean something else where the annotation stands (a field called `list`)."""

    def use(self, name: str) -> str:
        """The name, qualified where it is hidden by another of the same spelling."""
        root = name.partition(".")[0]
        if root in _BUILTINS and root in self.shadowed:
            self.used.add("builtins")
            return f"builtins.{name}"
        if root not in _BUILTINS:
            self.used.add(root)
        return name


@dataclass(frozen=True)
class Speller:
    """Spells types; `models` and `params` stand before the names of the two packages."""

    schemas: Mapping[str, Schema]
    names: Names
    models: str = ""
    params: str = "params."
    binary: str = "FileInput"

    # What comes from the server ----------------------------------------------------

    def response(self, type_: Type) -> str:
        """The annotation of a value that the server sends."""
        return joined(self.response_parts(type_))

    def response_parts(self, type_: Type) -> list[str]:
        """The members of the annotation, to be joined by `|`."""
        use = self.names.use
        match type_:
            case Scalar(kind):
                return [use(_SCALARS[kind])]
            case Literal(values, open_):
                return self._literal(values, open_=open_)
            case List(item):
                return [f"{use('list')}[{self.response(item)}]"]
            case Map(value):
                return [f"{use('dict')}[{use('str')}, {self.response(value)}]"]
            case Tuple(items, rest):
                return [self._tuple(items, rest)]
            case Ref(name):
                return self._model(name)
            case Nullable(inner):
                return [*self.response_parts(inner), "None"]
            case Union():
                return self._union(type_)
            case Binary():
                return [use("str")]
            case Any() | Never():
                # Should the server send what nothing fits, it is kept as it is.
                return [use("Any")]
            case _:
                assert_never(type_)

    def _model(self, name: str) -> list[str]:
        schema = self.schemas.get(name)
        if isinstance(schema, Alias) and schema.type == Literal((None,)):
            # `None | None`, as an optional field would have it, is no type.
            return ["None"]
        self.names.models.add(name)
        spelled = f"{self.models}{name}"
        if isinstance(schema, EnumModel):
            return [spelled, *self._open(schema.type)]
        return [spelled]

    def _open(self, type_: Literal) -> list[str]:
        """The types of the values that a later server may send beside the known ones."""
        if not type_.open or len(type_.values) < 2:
            return []
        kinds = [type(value) for value in type_.values if value is not None]
        # Where one is a float, all numbers are spelled so.
        open_kinds = (str,) if float in kinds else (str, int)
        found = [kind for kind in open_kinds if kind in kinds]
        return [self.names.use(kind.__name__) for kind in found]

    def _literal(self, values: tuple[object, ...], *, open_: bool) -> list[str]:
        type_ = Literal(
            tuple(v for v in values if isinstance(v, str | int | float | None))
        )
        if type_.values == (None,):
            return ["None"]
        shown = list(type_.values)
        numbers = []
        if any(isinstance(value, float) for value in shown):
            # Python's `Literal` takes no floats.
            shown = [v for v in shown if isinstance(v, str | bool | None)]
            numbers = [self.names.use("float")]
        elif any(_is_wide(value) for value in shown):
            shown = [v for v in shown if not _is_wide(v)]
            numbers = [self.names.use("int")]
        inner = ", ".join(literal(value) for value in shown)
        spelled = [f"{self.names.use('Literal')}[{inner}]"] if shown else []
        return [*spelled, *numbers, *(self._open(type_) if open_ else [])]

    def closed_literal(self, type_: Literal) -> str:
        """The known values alone, for the name that stands for them."""
        return joined(self._literal(type_.values, open_=False))

    def _tuple(self, items: tuple[Type, ...], rest: Type | None) -> str:
        use = self.names.use
        if rest is None:
            inner = ", ".join(self.response(item) for item in items)
            return f"{use('tuple')}[{inner}]"
        if _takes_all((*items, rest)):
            return f"{use('list')}[{use('Any')}]"
        parts = [part for item in (*items, rest) for part in self.response_parts(item)]
        return f"{use('list')}[{joined(parts)}]"

    def _union(self, union: Union) -> list[str]:
        parts = [
            part for variant in union.variants for part in self.response_parts(variant)
        ]
        if self._grows(union):
            parts.append(self.names.use("Unknown"))
        if union.discriminator is not None:
            # A discriminator makes an object of the union, whatever stands beside it.
            how = self._tagged(union)
        elif self._grows(union):
            how = f"{self.names.use('Untagged')}()"
        else:
            return parts
        return [f"{self.names.use('Annotated')}[{joined(parts)}, {how}]"]

    def _grows(self, union: Union) -> bool:
        """Whether the server may send a member that is not known here."""
        if union.discriminator is not None:
            return union.discriminator.default is None
        return sum(self._is_object(variant) for variant in union.variants) > 1

    def _tagged(self, union: Union) -> str:
        discriminator = union.discriminator
        assert discriminator is not None, "only a union with a discriminator is tagged"
        pairs = []
        for tag, variant in discriminator.mapping:
            pairs.append(f"{literal(tag)}: {self.response(variant)}")
        extra = ""
        if discriminator.default is not None:
            extra = f", default={self.response(discriminator.default)}"
        use = self.names.use("Tagged")
        return (
            f"{use}({string(discriminator.wire_name)}, {{{', '.join(pairs)}}}{extra})"
        )

    def _is_object(self, type_: Type, depth: int = 0) -> bool:
        match type_:
            case Ref(name):
                schema = self.schemas.get(name)
                if isinstance(schema, Alias) and depth < 8:
                    return self._is_object(schema.type, depth + 1)
                return isinstance(schema, Model | Alias)
            case Nullable(inner):
                return self._is_object(inner, depth)
            case Union(variants):
                return any(self._is_object(variant, depth + 1) for variant in variants)
            case List(item) | Map(item):
                return self._is_object(item, depth) or isinstance(type_, Map)
            case _:
                return False

    # What goes to the server -------------------------------------------------------

    def request(self, type_: Type) -> str:
        """The annotation of a value that the caller gives."""
        return joined(self.request_parts(type_))

    def request_parts(self, type_: Type) -> list[str]:
        """The members of the annotation, to be joined by `|`."""
        use = self.names.use
        match type_:
            case Scalar(ScalarKind.NUMBER):
                return [use("float")]
            case Scalar(kind):
                spelled = use(_SCALARS[kind])
                textual = kind not in (
                    ScalarKind.STRING,
                    ScalarKind.INTEGER,
                    ScalarKind.BOOLEAN,
                )
                # Whatever has a textual form may be given as that text.
                return [spelled, use("str")] if textual else [spelled]
            case Literal(values):
                return self._literal(values, open_=False)
            case List(item):
                return [f"{use('Sequence')}[{self.request(item)}]"]
            case Map(value):
                return [f"{use('Mapping')}[{use('str')}, {self.request(value)}]"]
            case Tuple(items, rest):
                places = (*items, rest) if rest else items
                if _takes_all(places):
                    return [f"{use('Sequence')}[{use('object')}]"]
                parts = [p for item in places for p in self.request_parts(item)]
                return [f"{use('Sequence')}[{joined(parts)}]"]
            case Ref(name):
                return [self._param(name)]
            case Nullable(inner):
                return [*self.request_parts(inner), "None"]
            case Union(variants):
                parts = [p for each in variants for p in self.request_parts(each)]
                # What the server sent can be sent back.
                return [*parts, use("Unknown")] if self._grows(type_) else parts
            case Binary():
                return [use(self.binary)]
            case Any():
                return [use("object")]
            case Never():
                return [use("Never")]
            case _:
                assert_never(type_)

    def _param(self, name: str) -> str:
        if isinstance(self.schemas.get(name), EnumModel):
            self.names.models.add(name)
            return f"{self.models}{name}"
        self.names.params.add(name)
        return f"{self.params}{name}"


def _takes_all(types: tuple[Type, ...]) -> bool:
    """Whether one of the types stands for all of them, so that none need be named."""
    return any(isinstance(type_, Any | Never) for type_ in types)


def _is_wide(value: object) -> bool:
    """Whether an integer has more than 64 bits, which mypy and pydantic take in no `Literal`."""
    return isinstance(value, int) and abs(value) > _WIDEST


def joined(parts: list[str]) -> str:
    """Members without duplicates, `None` last; `Any` swallows the rest."""
    unique = list(dict.fromkeys(parts))
    if "Any" in unique or "object" in unique:
        return "Any" if "Any" in unique else "object"
    if "None" in unique:
        unique.remove("None")
        unique.append("None")
    return " | ".join(unique)
