"""What an example program does with what a call gives it."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ....ir import (
    EnumModel,
    Field,
    List,
    Literal,
    Model,
    Operation,
    Polling,
    Ref,
    ResponseKind,
    Scalar,
    ScalarKind,
    Schema,
    Type,
    bare,
    named,
)
from ....names import snake
from .answers import answer, answers
from .source import Brackets, fits, flat, lines

# What the programs around the calls use themselves.
_TAKEN = frozenset(
    {
        "answer",
        "asyncio",
        "client",
        "error",
        "event",
        "events",
        "main",
        "models",
        "page",
        "quick",
        "raw",
        "response",
        "transport",
    }
)

# Longer names, and those that say where a thing comes from, say little of what it is.
_LONGEST_NAME = 24
_TECHNICAL = ("_response", "_request", "_item", "_object", "_result")

# Fields that say most about a thing, after it was made and when it is looked up.
_TELLING = ("id", "name", "title", "status", "state", "url")
_TELLING_LATER = (
    "status",
    "state",
    "name",
    "title",
    "email",
    "content",
    "text",
    "created_at",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Statements around a call: `before` and `after` it on its line, and what follows.

    With `block` what follows is indented below the line, and an asynchronous call is not
    awaited: the block is asynchronous itself.
    """

    before: str = ""
    after: str = ""
    follow: tuple[str, ...] = ()
    block: bool = False

    def statements(
        self, call: Brackets, *, asynchronous: bool, indent: int = 0
    ) -> Iterator[str]:
        """The lines of the statements."""
        margin = " " * (indent + (4 if self.block else 0))
        keyword = "async " if asynchronous and self.block else ""
        wait = "await " if asynchronous and not self.block else ""
        before = f"{keyword}{self.before}{wait}"
        head = call.opening if call.entries else f"{flat(call)}{self.after}"
        if self.block and not fits(f"{' ' * indent}{before}{head}"):
            # What black makes of a long head of a block is hard to read.
            yield from lines("answer = ", call, "", indent)
            yield from lines(before, "answer", self.after, indent)
        else:
            yield from lines(before, call, self.after, indent)
        for line in self.follow:
            nested = asynchronous and line.startswith("for ")
            yield f"{margin}{'async ' if nested else ''}{line}"


def outcome(operation: Operation, schemas: Mapping[str, Schema]) -> Outcome:
    """What becomes of the answer of an operation's own method."""
    if operation.streaming is not None and operation.streaming.only:
        return events()
    if operation.paging is not None:
        return _items(operation.paging.item_type, schemas)
    forms = answers(operation)
    if not forms or all(form.kind is ResponseKind.NONE for form in forms):
        return Outcome()
    form = answer(operation)
    if form is None:
        return _printed("result", "result")
    match form.kind:
        case ResponseKind.JSON:
            return _value(form.type, operation.method, schemas)
        case ResponseKind.TEXT:
            return _printed("text", "text")
        case ResponseKind.BINARY | ResponseKind.SSE | ResponseKind.JSON_LINES:
            return _printed("content", "len(content)")
        case ResponseKind.NONE:
            return Outcome()


def events() -> Outcome:
    """What becomes of a stream."""
    follow = ("for event in events:", "    print(event)")
    return Outcome("with ", " as events:", follow, block=True)


def pages() -> Outcome:
    """What becomes of a list that is gone through page by page."""
    follow = ("print(len(page.items))",)
    return Outcome("for page in ", ".pages():", follow, block=True)


def settled(
    operation: Operation, polling: Polling, schemas: Mapping[str, Schema]
) -> Outcome:
    """What becomes of a thing that was waited for: its state is told."""
    form = answer(operation)
    type_ = form.type if form else None
    name = variable(type_)
    model = _model(type_, schemas)
    field = (
        _field(model, polling.field[0]) if model and len(polling.field) == 1 else None
    )
    return _printed(name, f"{name}.{field.name}" if field else name)


def variable(type_: Type | None) -> str:
    """A name for a value of this type."""
    if not isinstance(type_, Ref):
        return "result"
    name = snake(type_.name, "result")
    if len(name) > _LONGEST_NAME or name.endswith(_TECHNICAL):
        return "result"
    return f"{name}_" if name in _TAKEN or hasattr(builtins, name) else name


def _value(type_: Type | None, method: str, schemas: Mapping[str, Schema]) -> Outcome:
    if isinstance(type_, List):
        return _printed("results", "len(results)")
    name = variable(type_)
    return _printed(name, _shown(name, type_, method, schemas))


def _items(type_: Type, schemas: Mapping[str, Schema]) -> Outcome:
    name = "item" if variable(type_) == "result" else variable(type_)
    follow = (f"print({_shown(name, type_, 'POST', schemas)})",)
    return Outcome(f"for {name} in ", ":", follow, block=True)


def _printed(name: str, shown: str) -> Outcome:
    return Outcome(f"{name} = ", "", (f"print({shown})",))


def _shown(
    name: str, type_: Type | None, method: str, schemas: Mapping[str, Schema]
) -> str:
    """The variable, or the attribute of it that says most."""
    model = _model(type_, schemas)
    field = _telling_field(model, method, schemas) if model else None
    return f"{name}.{field.name}" if field else name


def _telling_field(
    model: Model, method: str, schemas: Mapping[str, Schema]
) -> Field | None:
    sent = (each for each in model.fields if not each.write_only)
    plain = [each for each in sent if _is_plain(each.type, schemas)]
    if method == "DELETE":
        flags = (each for each in plain if each.type == Scalar(ScalarKind.BOOLEAN))
        if (flag := next(flags, None)) is not None:
            return flag
    order = (*_TELLING_LATER, *_TELLING) if method == "GET" else _TELLING
    by_name = {each.name: each for each in plain}
    known = next((by_name[name] for name in order if name in by_name), None)
    return known or next((each for each in plain if each.name.endswith("_id")), None)


def _field(model: Model, wire_name: str) -> Field | None:
    return next((each for each in model.fields if each.wire_name == wire_name), None)


def _model(type_: Type | None, schemas: Mapping[str, Schema]) -> Model | None:
    schema = named(type_, schemas)
    return schema if isinstance(schema, Model) else None


def _is_plain(type_: Type, schemas: Mapping[str, Schema]) -> bool:
    """Whether a value of the type is a single one, which says something when printed."""
    inner = bare(type_, schemas)
    is_enum = isinstance(named(inner, schemas), EnumModel)
    return is_enum or isinstance(inner, Scalar | Literal)
