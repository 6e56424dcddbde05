"""What of an operation's parameters and answer tells of pages, whoever wrote the names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...ir import (
    Field,
    Header,
    List,
    Location,
    Never,
    Operation,
    Parameter,
    Scalar,
    ScalarKind,
    Schema,
    Type,
    bare,
)
from .answer_paths import body_type, fields_of

TEXT = Scalar(ScalarKind.STRING)
INTEGER = Scalar(ScalarKind.INTEGER)
BOOLEAN = Scalar(ScalarKind.BOOLEAN)
COUNTS = (INTEGER, Scalar(ScalarKind.NUMBER))
"""Types of numbers that count; some tools know of no integers."""

_HOLDERS = frozenset(
    "cursors link links meta metadata next nextpage page pageinfo pages pagination"
    " paginginfo paging responsemetadata".split()
)
"""Objects in an answer that tell where it stands among the pages."""
_DEEPEST = 3
_LISTS = frozenset(
    "content data entries items list records resources results rows value values".split()
)
_OTHER_LISTS = frozenset("errors included links messages unreachable warnings".split())
"""Lists that may stand beside the one that comes in pages."""
_SIZES = frozenset(
    "count limit maxresults pagelimit pagesize perpage size take top".split()
)


def plain(name: str) -> str:
    """A name in small letters without separators: `next_page` is the same as `nextPage`."""
    return re.sub(r"[\W_]", "", name).lower()


def first_number(asked: Parameter | Field) -> int | None:
    """Whether a count begins with 0 or with 1, by its default or else its minimum."""
    default = asked.default
    for said in (default.value if default else None, asked.constraints.minimum):
        if said in (0, 1) and not isinstance(said, bool):
            return int(said)
    return None


@dataclass(frozen=True, slots=True)
class Sign:
    """A field of an answer, the path to it, and its steps as `plain` has them."""

    path: str
    steps: tuple[str, ...]
    field: Field


class Signs:
    """The parameters of an operation and the fields of its answer, by their plain names.

    Args:
        operation: What may come in pages.
        schemas: All schemas by name.
        in_body: Whether a field of the request's body may ask for a page as well.
    """

    items: str | None
    """The path to the list; `None` where there is none, or several could be meant."""
    size: str | None
    """The parameter for the items of a page."""
    link: Header | None
    """The header with links to other pages."""

    def __init__(
        self,
        operation: Operation,
        schemas: Mapping[str, Schema],
        *,
        in_body: bool = False,
    ) -> None:
        self._schemas = schemas
        self._asking: list[Parameter | Field] = [
            each for each in operation.parameters if each.location is Location.QUERY
        ]
        if in_body and operation.body is not None:
            self._asking += operation.body.contents[0].fields
        self._body = bare(body_type(operation) or Never(), schemas)
        self.all = list(self._within(self._body))
        self.items = "." if isinstance(self._body, List) else self._list()
        self.size = next((each.wire_name for each in self.asking(_SIZES)), None)
        headers = (it for each in operation.responses for it in each.headers)
        self.link = next((it for it in headers if plain(it.wire_name) == "link"), None)

    def asking(self, names: Collection[str]) -> list[Parameter | Field]:
        """The parameters that have one of these names."""
        return [each for each in self._asking if plain(each.wire_name) in names]

    def counting(self, names: Collection[str]) -> Parameter | Field | None:
        """The one parameter with one of these names, if it is a number."""
        found = self.asking(names)
        is_one = len(found) == 1 and self.type_of(found[0]) in COUNTS
        return found[0] if is_one else None

    def field(self, names: Collection[str], types: Collection[Type]) -> Sign | None:
        """The first field with one of these names and types."""
        found = (
            sign
            for sign in self.all
            if sign.steps[-1] in names and self.type_of(sign.field) in types
        )
        return next(found, None)

    def type_of(self, thing: Parameter | Field) -> Type:
        """The type of a parameter or field, without its name and whether it may be null."""
        return self.bare(thing.type)

    def bare(self, type_: Type) -> Type:
        """A type without its name and whether it may be null."""
        return bare(type_, self._schemas)

    def fields(self, type_: Type) -> tuple[Field, ...]:
        """The fields of an object."""
        return fields_of(type_, self._schemas)

    def _within(self, type_: Type, above: Sign | None = None) -> Iterator[Sign]:
        path, steps = (f"{above.path}.", above.steps) if above else ("", ())
        found = [
            Sign(path + each.wire_name, (*steps, plain(each.wire_name)), each)
            for each in self.fields(type_)
        ]
        yield from found
        for sign in found:
            if sign.steps[-1] in _HOLDERS and len(sign.steps) < _DEEPEST:
                yield from self._within(sign.field.type, sign)

    def _list(self) -> str | None:
        fields = self.fields(self._body)
        embedded = next((f for f in fields if f.wire_name == "_embedded"), None)
        prefix = ""
        if embedded is not None:
            prefix, fields = "_embedded.", self.fields(embedded.type)
        lists = {
            each.wire_name
            for each in fields
            if isinstance(self.type_of(each), List)
            and plain(each.wire_name) not in _OTHER_LISTS
        }
        usual = {each for each in lists if plain(each) in _LISTS}
        for some in (lists, usual):
            if len(some) == 1:
                return prefix + some.pop()
        return None
