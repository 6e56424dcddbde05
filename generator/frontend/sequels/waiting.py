"""What an operation starts can be waited for where its answer gives what reading takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...ir import (
    Api,
    Location,
    Operation,
    Polling,
    Resource,
    ResponseKind,
    attributes,
)
from ..context import Context
from .answer_paths import answered


class Waiting:
    """Holds operations that start something against those that report on it."""

    def __init__(self, api: Api, context: Context) -> None:
        self._api = api
        self._context = context
        self._readers = api.by_id()

    def api(self) -> Api:
        """The API without the waiting that cannot be."""
        resources = tuple(map(self._resource, self._api.resources))
        return replace(self._api, resources=resources)

    def _resource(self, resource: Resource) -> Resource:
        return replace(
            resource,
            operations=tuple(map(self._operation, resource.operations)),
            pollers=tuple(
                replace(poller, polling=self._settled(poller.polling))
                for poller in resource.pollers
            ),
            children=tuple(map(self._resource, resource.children)),
        )

    def _operation(self, operation: Operation) -> Operation:
        polling = operation.polling
        if polling is None or polling.operation not in self._readers:
            return operation
        faults = [*self._unknown(operation, polling), *self._needed(polling)]
        for fact, remedy in faults:
            self._tell(operation, fact, remedy)
        return replace(operation, polling=None if faults else self._settled(polling))

    def _settled(self, polling: Polling) -> Polling:
        """The polling with its field as the answer has it, whose names may have dots."""
        reader = self._readers.get(polling.operation)
        if reader is None:
            return polling
        found = answered(reader, polling.field, self._api.schemas)
        return polling if found is None else replace(polling, field=found.steps)

    def _unknown(
        self, operation: Operation, polling: Polling
    ) -> Iterator[tuple[str, str]]:
        contents = [response.content for response in operation.responses]
        types = [
            content.type if content and content.kind is ResponseKind.JSON else None
            for content in contents
        ]
        for wire, path in polling.arguments:
            ways = {attributes(type_, path, self._api.schemas) for type_ in types}
            if None in ways or len(ways) != 1:
                fact = f"not every answer of {operation.id!r} has {'.'.join(path)!r}"
                remedy = f"name a field that all have for {wire!r} (`arguments:`)"
                yield f"{fact} in the description", remedy

    def _needed(self, polling: Polling) -> Iterator[tuple[str, str]]:
        reader = self._readers[polling.operation]
        needed = [
            each.wire_name
            for each in reader.parameters
            if each.required
            and each.location is not Location.PATH
            and each.constant is None
        ]
        if reader.body is not None and reader.body.required:
            needed.append("body")
        for name in needed:
            yield (
                f"{reader.id!r} needs {name!r} beside its path, which nothing gives here",
                "let callers poll by themselves",
            )

    def _tell(self, operation: Operation, fact: str, remedy: str) -> None:
        for name, section in self._context.config.polling.items():
            if operation.id in section.starts:
                place = ("polling", name, "starts", section.starts.index(operation.id))
                remedy = f"{remedy}, or remove it; nothing waits for it then"
                self._context.reject(place, fact, remedy)
                return
