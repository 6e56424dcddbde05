"""What the configuration names within operations, and what no operation has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...config import Config, PagingSection, PollingSection, suggestion
from ...errors import Problem, Severity
from ...ir import (
    Any,
    Api,
    EnumModel,
    Literal,
    Never,
    Operation,
    Ref,
    Scalar,
    ScalarKind,
    Type,
    Union,
    bare,
)
from ...paths import placeholders
from ..operations.streaming import steps
from ..sequels.answer_paths import answered
from ..sequels.paging import applied
from .configured import Location

_STATES: dict[Type, set[type]] = {
    Scalar(ScalarKind.BOOLEAN): {bool},
    Scalar(ScalarKind.INTEGER): {int},
    Scalar(ScalarKind.STRING): {str},
}


class Unmet:
    """Holds the sections for paging, polling and streaming against the operations."""

    def __init__(self, api: Api, config: Config) -> None:
        self._operations = api.by_id()
        self._schemas = api.schemas
        self._config = config

    def problems(self) -> Iterator[Problem]:
        """A warning for each name that is ignored."""
        for index, paging in enumerate(self._config.paging):
            yield from self._paging(("paging", index), paging)
        for name, polling in self._config.polling.items():
            if polling.read in self._operations:
                yield from self._polling(("polling", name), polling)
        for index, stream in enumerate(self._config.streaming):
            if stream.accumulation is not None:
                yield from self._events(index, stream.operations)

    def _paging(self, at: Location, section: PagingSection) -> Iterator[Problem]:
        of = section.operations
        every = self._operations
        asked = (
            every.values() if of is None else [every[id_] for id_ in of if id_ in every]
        )
        found = [it for each in asked if (it := applied(section, each, self._schemas))]
        if of is None and not found:
            fact = "no operation has all that this names"
            yield self._config.unknown(at, fact, "correct the names, or remove it")
        elif section.size and found and not any(it.size for it in found):
            fact = f"no operation that this is for has a parameter {section.size!r}"
            yield self._config.unknown((*at, "size"), fact, "correct it, or remove it")

    def _polling(self, at: Location, section: PollingSection) -> Iterator[Problem]:
        reader = self._operations[section.read]
        known = placeholders(reader.path)
        for wire in section.arguments:
            if wire not in known:
                fact = f"the path of {reader.id!r} has no parameter {wire!r}"
                remedy = suggestion(wire, known) or "correct it, or remove it"
                yield self._config.unknown((*at, "arguments", wire), fact, remedy)
        yield from self._field((*at, "field"), reader, section.field)
        state = self._answer(reader, section.field)
        values = self._values(state)
        kinds: set[type] = {type(value) for value in values}
        kinds = kinds or _STATES.get(state, {str, int, bool})
        for index, value in enumerate(section.terminal):
            place = (*at, "terminal", index)
            fact = f"{section.field!r} is never {value!r}"
            if type(value) not in kinds:
                remedy = "write it as the answer has it, in quotes only if it is a text"
                yield self._config.unknown(place, fact, remedy)
            elif values and value not in values:
                close = suggestion(str(value), map(str, values))
                remedy = close or "correct it, or remove it"
                yield self._config.unknown(place, fact, remedy)

    def _field(
        self, at: Location, operation: Operation, path: str
    ) -> Iterator[Problem]:
        if self._answer(operation, path) != Never():
            return
        fact = f"the answer of {operation.id!r} has no {path!r} in the description"
        yield self._config.problem(
            at, fact, "name a field that it has", Severity.WARNING
        )

    def _answer(self, operation: Operation, path: str) -> Type:
        """What the description has at a path: `Never` for nothing, `Any` where it is silent."""
        found = answered(operation, steps(path), self._schemas)
        return Any() if found is None else bare(found.type, self._schemas)

    def _events(self, index: int, operations: Sequence[str]) -> Iterator[Problem]:
        section = self._config.streaming[index].accumulation
        known = self._tags(operations)
        if section is None or not known:
            return
        at: Location = ("streaming", index, "accumulation")
        named = [((*at, "texts", tag), tag) for tag in section.texts]
        for name, slot in section.slots.items():
            place = (*at, "slots", name)
            named += [((*place, "merge", tag), tag) for tag in slot.merge]
            named += [
                ((*place, "replace", number), tag)
                for number, tag in enumerate(slot.replace)
            ]
        for location, tag in named:
            if tag not in known:
                remedy = suggestion(tag, known) or "correct it, or remove it"
                yield self._config.unknown(
                    location, f"there is no event {tag!r}", remedy
                )

    def _tags(self, operations: Sequence[str]) -> list[str]:
        """The names of all events; none where the description does not tell them all."""
        found: list[str] = []
        for id_ in operations:
            operation = self._operations.get(id_)
            streaming = operation.streaming if operation is not None else None
            type_ = streaming.content.type if streaming is not None else None
            meant = bare(type_, self._schemas) if type_ is not None else None
            if not isinstance(meant, Union) or meant.discriminator is None:
                return []
            found += [str(tag) for tag, _ in meant.discriminator.mapping]
        return found

    def _values(self, type_: Type) -> list[str | float | bool]:
        """The values that a type has; none where there may be others."""
        schema = self._schemas.get(type_.name) if isinstance(type_, Ref) else None
        meant = schema.type if isinstance(schema, EnumModel) else type_
        values = meant.values if isinstance(meant, Literal) else ()
        return [value for value in values if value is not None]
