"""What stands above the classes of a resource: its operations, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...ir import Operation, Paging, Polling, Resource, Schema
from .annotations import Speller
from .literals import literal, scalars, string
from .operations import (
    ErrorTypes,
    are_of_one,
    constant_name,
    error_table,
    errors_of,
    operation_constant,
    stream_constant,
)

_ERROR_TABLE = "Mapping[str, Callable[[], object]]"


@dataclass(frozen=True, slots=True)
class Environment:
    """What all resources of a package have in common."""

    schemas: Mapping[str, Schema]
    common_headers: Mapping[str, str]
    operations: Mapping[str, Operation]


class Constants:
    """The constants of one resource. `speller` is for what runs, as they do."""

    def __init__(
        self, resource: Resource, environment: Environment, speller: Speller
    ) -> None:
        self._resource = resource
        self._environment = environment
        self._speller = speller
        self._operations = (*resource.operations, *self._readers_elsewhere())
        self._errors = self._name_errors()
        self._pagings = self._name_pagings()
        self._pollings = self._name_pollings()

    @property
    def annotations(self) -> frozenset[str]:
        """The names that the types of what is shared are written with."""
        needed = {"Any"} if self._pagings else set()
        if not all(map(are_of_one, self._errors)):
            needed |= {"Callable", "Mapping"}
        return frozenset(needed)

    def paging(self, operation: Operation) -> str:
        """The name of the constant for an operation's paging."""
        assert operation.paging is not None, "called for operations with pages"
        return self._pagings[_paging_source(operation.paging)]

    def polling(self, polling: Polling) -> str:
        """The name of the constant for a way of polling."""
        return self._pollings[_polling_source(polling)]

    def statements(self) -> tuple[str, ...]:
        """All constants: first what operations refer to."""
        used = self._speller.names.used
        used |= {"Operation"} if self._resource.operations else set()
        used |= {"Paging"} if self._pagings else set()
        used |= {"Polling"} if self._pollings else set()
        return tuple(self._statements())

    def _statements(self) -> Iterator[str]:
        known: dict[ErrorTypes, str] = {}
        for types, name in self._errors.items():
            # Of several classes mypy does not always find what they have in common.
            annotation = "" if are_of_one(types) else f": {_ERROR_TABLE}"
            yield f"{name}{annotation} = {error_table(types, known)}"
            known[types] = name
        for source, name in self._pagings.items():
            yield f"{name}: Paging[Any, Any] = {source}"
        for operation in self._operations:
            yield from self._of(operation)
        for source, name in self._pollings.items():
            yield f"{name} = {source}"

    def _of(self, operation: Operation) -> Iterator[str]:
        errors = error_table(errors_of(operation, self._speller), self._errors)
        headers, streaming = self._environment.common_headers, operation.streaming
        if streaming is None or not streaming.only:
            yield operation_constant(operation, self._speller, errors, headers)
        if streaming is not None:
            yield stream_constant(operation, streaming, self._speller, errors, headers)

    def _readers_elsewhere(self) -> list[Operation]:
        """Operations of other resources that this one's operations wait for."""
        own = {operation.id for operation in self._resource.operations}
        wanted = {
            operation.polling.operation: None
            for operation in self._resource.operations
            if operation.polling is not None
        }
        known = self._environment.operations
        return [known[id_] for id_ in wanted if id_ in known and id_ not in own]

    def _name_errors(self) -> dict[ErrorTypes, str]:
        """Types to name, for each table of errors that several operations have."""
        counted = Counter(errors_of(op, self._speller) for op in self._operations)
        shared = [types for types, count in counted.items() if types and count > 1]
        return {
            types: self._shared(f"_ERRORS_{index + 1}" if index else "_ERRORS")
            for index, types in enumerate(shared)
        }

    def _name_pagings(self) -> dict[str, str]:
        """Source to name, for each way of paging that the resource's operations have."""
        first: dict[str, Operation] = {}
        for operation in self._resource.operations:
            if operation.paging is not None:
                first.setdefault(_paging_source(operation.paging), operation)
        if len(first) == 1:
            return {source: self._shared("_PAGING") for source in first}
        return {
            source: self._shared(f"{constant_name(operation.name)}_PAGING")
            for source, operation in first.items()
        }

    def _name_pollings(self) -> dict[str, str]:
        """The same for polling."""
        started = [operation.polling for operation in self._resource.operations]
        offered = [poller.polling for poller in self._resource.pollers]
        sources = dict.fromkeys(
            _polling_source(polling) for polling in (*started, *offered) if polling
        )
        return {
            source: self._shared(_polling_name(index, len(sources)))
            for index, source in enumerate(sources)
        }

    def _shared(self, wanted: str) -> str:
        """A name for what several constants share, which is no operation's constant."""
        taken = {constant_name(operation.name) for operation in self._operations}
        taken |= {
            constant_name(operation.streaming.name)
            for operation in self._operations
            if operation.streaming
        }
        while wanted in taken:
            wanted += "_"
        return wanted


def _paging_source(paging: Paging) -> str:
    options = [string(paging.style.value), f"items={scalars(paging.items)}"]
    if paging.parameter is not None:
        options.append(f"parameter={string(paging.parameter)}")
    if paging.parameter_in_body:
        options.append("parameter_in_body=True")
    for name, steps in (
        ("next", paging.next),
        ("more", paging.more),
        ("total", paging.total),
        ("pages", paging.pages),
    ):
        if steps:
            options.append(f"{name}={scalars(steps)}")
    if paging.start is not None:
        options.append(f"start={literal(paging.start)}")
    return f"Paging({', '.join(options)})"


def _polling_name(index: int, count: int) -> str:
    return "_POLLING" if count == 1 else f"_POLLING_{index + 1}"


def _polling_source(polling: Polling) -> str:
    options = [
        f"field={scalars(polling.field)}",
        f"terminal={scalars(polling.terminal)}",
        f"interval={literal(polling.interval)}",
        f"deadline={literal(polling.deadline)}",
    ]
    if polling.hint_header is not None:
        options.append(f"hint_header={string(polling.hint_header)}")
    return f"Polling({', '.join(options)})"
