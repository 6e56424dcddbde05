"""Values that are one of several types, told apart by a tag or by what they look like.

Tool: TypeAlias = Annotated[
    CodeTool | FunctionTool | Unknown,
    Tagged("type", {"code": CodeTool, "function": FunctionTool}),
]
Filter: TypeAlias = Annotated[ById | ByName | list[str] | Unknown, Untagged()]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    NoReturn,
    TypeAlias,
    Union,
    cast,
    final,
    get_args,
    get_origin,
)

from pydantic_core import PydanticCustomError, SchemaSerializer

from .choices import choice
from .fixed import one
from .model import is_model_type
from .paths import dig
from .scalars import ENCODED, STRICT, Schema
from .tolerance import UNKNOWN_MEMBER, in_order, known_and_rest, member, total

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from .tolerance import Resolve

Tag: TypeAlias = str | int | bool


@final
class Unknown:
    """A member of a union that this version of the package does not know.

    Its fields are attributes, by their wire names, so that a loop which looks at one
    that all members have goes on when the API grows. Two are equal if their values are.

    Attributes:
        value: The JSON as it came, as plain data.
        tag: What should have told which member it is; `None` where there is no tag.
    """

    __slots__ = ("tag", "value")
    __match_args__ = ("value", "tag")

    value: Any
    tag: Tag | None

    def __init__(self, value: Any, tag: Tag | None = None) -> None:
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "tag", tag)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Unknown):
            return NotImplemented
        return bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(value={self.value!r}, tag={self.tag!r})"

    def __reduce__(self) -> tuple[type[Unknown], tuple[Any, Tag | None]]:
        return Unknown, (self.value, self.tag)

    __pydantic_serializer__: ClassVar[SchemaSerializer] = SchemaSerializer(
        {
            "type": "any",
            "serialization": {
                "type": "function-plain",
                "function": lambda unknown: unknown.value,
            },
        }
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return cast("CoreSchema", _unknown(""))

    def __getattr__(self, name: str) -> Any:
        # Copying and pickling ask for much before there is a value.
        fields: Any = None if name in ("value", "tag") else self.value
        if isinstance(fields, dict) and name in fields:
            return cast("dict[str, Any]", fields)[name]
        raise AttributeError(f"{type(self).__name__} has no field {name!r}")


class Tagged:
    """Marks a union whose members are told apart by the value of one field.

    A member may have several tags. One that is defined further down in its module, in a
    circle of models, is given by its name in quotes. Members without a tag are tried
    after the others, and so are those that may leave it out, for objects which do;
    `Unknown`, if it is a member, takes what is left.

    Args:
        tag: The wire name of the field.
        mapping: The members by their tags.
        default: The member to use where the tag is missing or is none of these.
    """

    __slots__ = ("_default", "_mapping", "tag")

    def __init__(
        self, tag: str, mapping: Mapping[Any, object], *, default: object = None
    ) -> None:
        self.tag = tag
        self._mapping = mapping
        self._default = default

    def variants(self, source: object) -> dict[Tag, Any]:
        """The members by their tags, names replaced by what they stand for."""
        by_name = {getattr(m, "__name__", None): m for m in members(source)}
        return {
            tag: by_name[variant] if isinstance(variant, str) else variant
            for tag, variant in self._mapping.items()
        }

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        variants = self.variants(source)
        tagged: Schema = {
            "type": "tagged-union",
            "discriminator": _discriminator(self.tag, variants.values()),
            "choices": {
                tag: handler.generate_schema(variant)
                for tag, variant in variants.items()
            },
        }
        found = list(members(source))
        others = [
            member(_schema(each, handler), _resolve(handler))
            for each in found
            if each is not Unknown and each not in variants.values()
        ]
        unsaid = [
            each
            for each in dict.fromkeys(variants.values())
            if is_model_type(each) and not _insists_on(each, self.tag)
        ]
        if self._default is not None:
            others.append(_schema(self._default, handler))
        elif unsaid:
            others.append(_tagless(self.tag, unsaid))
        known = in_order([tagged, *others])
        if Unknown in found:
            known = total(known, _unknown(self.tag))
        return cast("CoreSchema", known)


class Untagged:
    """Marks a union whose members are told apart by what they look like.

    The first member that fits in every part is taken. If there is none, an object
    becomes the model that has most of its fields, provided that it has one of them and
    that no field contradicts that has one fixed value only.
    """

    __slots__ = ()

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        resolve = _resolve(handler)
        found = list(members(source, tagged=False))
        models = [each for each in found if is_model_type(each)]
        plain: list[Schema] = []
        tagged: list[Schema] = []
        maps: list[Schema] = []
        for each in found:
            if each is Unknown or each in models:
                continue
            schema = _schema(each, handler)
            items = get_args(each)
            if get_origin(each) is list and is_model_type(items[0]):
                schema = {**schema, "items_schema": one(schema["items_schema"])}
            known, _ = known_and_rest(schema, resolve)
            if known is not None:
                tagged.append(known)
                continue
            schema = member(schema, resolve)
            # One that is still being made may take much that is meant for others.
            last = schema["type"] in ("any", "dict") or _is_tagged(each)
            (maps if last else plain).append(schema)
        if len(plain) > 1:
            union = {"type": "union", "choices": plain, "serialization": ENCODED}
            plain = [union]
        parts = [*plain, *tagged]
        if len(models) == 1:
            parts.append(one(_schema(models[0], handler)))
        elif models:
            parts.append(choice(models))
        known = in_order([*parts, *maps])
        if Unknown in found:
            known = total(known, _unknown(""))
        return cast("CoreSchema", known)


def members(type_: Any, *, tagged: bool = True) -> Iterator[Any]:
    """The members of a union, and of the unions among them.

    Unions whose members a tag tells apart stay whole if `tagged` is false.
    """
    meant = type_
    while tagged or not _is_tagged(meant):
        if get_origin(meant) is Annotated:
            meant = get_args(meant)[0]
        elif hasattr(meant, "__value__"):
            meant = meant.__value__
        else:
            break
    if get_origin(meant) in (Union, UnionType):
        for each in get_args(meant):
            yield from members(each, tagged=tagged)
    else:
        yield type_


def _is_tagged(type_: Any) -> bool:
    return variants(type_)[0] is not None


def variants(type_: Any) -> tuple[str | None, dict[Tag, Any]]:
    """The wire name of a union's tag, and its members by their tags, if it has one."""
    while hasattr(type_, "__value__"):
        type_ = type_.__value__
    for mark in getattr(type_, "__metadata__", ()):
        if isinstance(mark, Tagged):
            return mark.tag, mark.variants(type_)
    return None, {}


def _discriminator(tag: str, models: Iterable[Any]) -> str | list[list[str]]:
    """Where the tag stands: in JSON under its wire name, in a model under its own."""
    names = {
        name: None
        for model in models
        if is_model_type(model)
        for name, about in model.__pydantic_fields__.items()
        if about.alias == tag and name != tag
    }
    return [[tag], *[[name] for name in names]] if names else tag


def _insists_on(model: Any, tag: str) -> bool:
    """Whether the model's objects have to say what they are."""
    fields = model.__pydantic_fields__.items()
    about = [field for name, field in fields if tag in (name, field.alias)]
    return any(
        field.is_required() and type(None) not in members(field.annotation)
        for field in about
    )


def _tagless(tag: str, models: list[Any]) -> Schema:
    """A schema for what does not say which of these models it is."""

    def untold(value: object) -> object:
        if _says(value, tag):
            raise PydanticCustomError(UNKNOWN_MEMBER, "Input says that it is another")
        return value

    return {
        "type": "function-before",
        "function": {"type": "no-info", "function": untold},
        "schema": choice(models),
    }


def _says(value: object, tag: str) -> bool:
    fields = cast("dict[str, object]", value) if isinstance(value, dict) else {}
    return fields.get(tag) is not None


def _schema(type_: Any, handler: GetCoreSchemaHandler) -> Schema:
    return cast("Schema", handler.generate_schema(type_))


def _resolve(handler: GetCoreSchemaHandler) -> Resolve:
    return cast("Resolve", handler.resolve_ref_schema)


def _unknown(tag: str) -> Schema:
    def keep(value: Any) -> Unknown:
        if isinstance(value, Unknown):
            return value
        found = dig(value, (tag,)) if tag else None
        return Unknown(value, found if isinstance(found, (str, int)) else None)

    def refuse(value: Any) -> Unknown:
        if isinstance(value, Unknown):
            return value
        raise PydanticCustomError(
            UNKNOWN_MEMBER, "Input is none of the members that are known"
        )

    return {
        "type": "function-plain",
        "function": {"type": "no-info", "function": keep},
        "json_schema_input_schema": {"type": "any"},
        "metadata": {
            STRICT: {
                "type": "function-plain",
                "function": {"type": "no-info", "function": refuse},
            }
        },
    }
