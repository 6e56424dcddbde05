"""What all pages are made from: the API, where things are, and examples of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import assert_never

from ...examples import Examples
from ...ir import (
    Alias,
    Any,
    Api,
    Binary,
    Constraints,
    Json,
    List,
    Literal,
    Map,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Tuple,
    Type,
    Union,
)
from .backlinks import Backlinks, backlinks
from .calls import Given, given
from .limits import limits
from .markdown import cell_code
from .pages import Pages
from .prose import cell, line, prose, summary
from .snippets import Client, client_of
from .source import flat, value
from .typetext import TypeText

_SCALARS = {
    ScalarKind.STRING: "A text.",
    ScalarKind.INTEGER: "A whole number.",
    ScalarKind.NUMBER: "A number.",
    ScalarKind.BOOLEAN: "True or false.",
    ScalarKind.DATETIME: "A date and time, as ISO 8601 writes it.",
    ScalarKind.DATE: "A date, as ISO 8601 writes it.",
    ScalarKind.TIME: "A time of day, as ISO 8601 writes it.",
    ScalarKind.DURATION: "A span of time, as ISO 8601 writes it.",
    ScalarKind.UUID: "A UUID.",
    ScalarKind.DECIMAL: "A decimal number.",
    ScalarKind.BASE64: "Bytes, encoded as Base64 on the way.",
}
_LONGEST_EXAMPLE = 60
_MOST_HOPS = 100


@dataclass(frozen=True)
class Book:
    """The material of an API's documentation."""

    api: Api

    @cached_property
    def pages(self) -> Pages:
        return Pages(self.api)

    @cached_property
    def examples(self) -> Examples:
        return Examples(self.api)

    @cached_property
    def client(self) -> Client:
        return client_of(self.api)

    @cached_property
    def backlinks(self) -> Backlinks:
        return backlinks(self.api, self.pages.places)

    @cached_property
    def given(self) -> dict[str, Given]:
        """The values of every operation's example call, by `Place.key`."""
        return {
            place.key: given(place.operation, self.examples)
            for place in self.pages.places
        }

    def types(self, start: PurePosixPath) -> TypeText:
        return TypeText(self.pages, start)

    # Texts of the description ------------------------------------------------------

    def prose(self, source: str) -> str:
        return prose(source, self.api.link_base)

    def line(self, source: str) -> str:
        return line(source, self.api.link_base)

    def described(self, doc: str, type_: Type) -> str:
        """A description for a table's cell; where there is none, what the type says."""
        text = doc or summary(self._type_doc(type_)) or _in_words(type_)
        return cell(text, self.api.link_base)

    def limits(self, type_: Type, constraints: Constraints) -> str:
        return "; ".join(limits(type_, constraints, self.api.schemas))

    def _type_doc(self, type_: Type) -> str:
        for _ in range(_MOST_HOPS):
            if isinstance(type_, Nullable):
                type_ = type_.type
            elif isinstance(type_, Ref) and type_.name in self.api.schemas:
                schema = self.api.schemas[type_.name]
                if schema.doc or not isinstance(schema, Alias):
                    return schema.doc
                type_ = schema.type
            else:
                break
        return ""


def _in_words(type_: Type) -> str:
    match type_:
        case Scalar(kind):
            return _SCALARS[kind]
        case Literal(values):
            return (
                "A fixed value." if len(values) == 1 else "One of a few fixed values."
            )
        case List() | Tuple():
            return "A list."
        case Map():
            return "An object with any keys."
        case Ref():
            return "An object or value of its own type."
        case Nullable(inner):
            return f"{_in_words(inner).removesuffix('.')}, or `None`."
        case Union():
            return "A value of one of several types."
        case Binary():
            return "The content of a file."
        case Any():
            return "Any JSON value."
        case Never():
            return "Never given."
        case _:
            assert_never(type_)


def example_cell(json: Json) -> str:
    """A value as Python has it, in a table's cell; nothing where it is too long for one."""
    source = flat(value(json))
    return cell_code(source) if len(source) <= _LONGEST_EXAMPLE else ""
