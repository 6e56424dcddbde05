"""Types in words, for tables and sentences, with links to the pages of models."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import assert_never

from ...ir import (
    Any,
    Binary,
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
from ...spelling.lists import listed
from .pages import Pages

_SCALARS = {
    ScalarKind.STRING: "`str`",
    ScalarKind.INTEGER: "`int`",
    ScalarKind.NUMBER: "`float`",
    ScalarKind.BOOLEAN: "`bool`",
    ScalarKind.DATETIME: "`datetime`",
    ScalarKind.DATE: "`date`",
    ScalarKind.TIME: "`time`",
    ScalarKind.DURATION: "`timedelta`",
    ScalarKind.UUID: "`UUID`",
    ScalarKind.DECIMAL: "`Decimal`",
    ScalarKind.BASE64: "`bytes`",
}

_MOST_VARIANTS = 12


@dataclass(frozen=True, slots=True)
class TypeText:
    """Spells types for one page."""

    pages: Pages
    start: PurePosixPath

    def of(self, type_: Type) -> str:
        """The type as Markdown on one line, fit for a table's cell.

        "list of [Run](../models/Run.md) or `None`", say.
        """
        return self._joined(self._members(type_))

    def _members(self, type_: Type) -> list[str]:
        match type_:
            case Scalar(kind):
                return [_SCALARS[kind]]
            case Literal(values):
                kinds = dict.fromkeys(type(value) for value in values)
                return [
                    "`None`" if k is type(None) else f"`{k.__name__}`" for k in kinds
                ]
            case List(item):
                return [f"list of {self._inner(item)}"]
            case Map(item):
                return [f"dict of `str` to {self._inner(item)}"]
            case Tuple(items, rest):
                inner = ", ".join(self._inner(item) for item in items)
                more = f", then any number of {self._inner(rest)}" if rest else ""
                return [f"list of {inner or 'nothing'}{more}"]
            case Ref(name):
                return [self.pages.model_link(name, self.start)]
            case Nullable(inner_type):
                return [*self._members(inner_type), "`None`"]
            case Union(variants):
                return [part for one in variants for part in self._members(one)]
            case Binary():
                return ["file"]
            case Any():
                return ["any JSON value"]
            case Never():
                return ["no value"]
            case _:
                assert_never(type_)

    def _inner(self, type_: Type) -> str:
        members = list(dict.fromkeys(self._members(type_)))
        spelled = self._joined(members)
        return spelled if len(members) == 1 else f"({spelled})"

    def _joined(self, members: list[str]) -> str:
        members = list(dict.fromkeys(members))
        if "`None`" in members:
            members.remove("`None`")
            members.append("`None`")
        if len(members) > _MOST_VARIANTS:
            left = len(members) - _MOST_VARIANTS
            members = [*members[:_MOST_VARIANTS], f"one of {left} more"]
        return listed(members, "or")
