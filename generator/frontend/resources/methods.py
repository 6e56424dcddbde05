"""The methods of one endpoint, with all that the configuration adds to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...ir import Operation
from ...names import Scope
from ..operations.building import operations_of
from ..operations.endpoints import Endpoint
from ..operations.streaming import streaming_of
from ..sequels.paging import paging_of
from ..sequels.polling import polling_of, started_by
from ..types.converter import Converter


class Methods:
    """Makes operations out of endpoints, which are to be all that the SDK has."""

    def __init__(self, endpoints: Sequence[Endpoint], converter: Converter) -> None:
        self._converter = converter
        self._by_id = {endpoint.id: endpoint for endpoint in endpoints}

    def of(self, endpoint: Endpoint, name: str, scope: Scope) -> tuple[Operation, ...]:
        """One operation for each kind of body, the first of them called `name`."""
        made = operations_of(endpoint, name, scope, self._converter)
        return tuple(self._complete(operation, scope) for operation in made)

    def _complete(self, operation: Operation, scope: Scope) -> Operation:
        """An operation with its pages, its stream and what waits for it to be done."""
        converter, context = self._converter, self._converter.context
        schemas = converter.drain()
        operation = replace(
            operation,
            paging=paging_of(operation, schemas, context),
            streaming=streaming_of(operation, scope, converter),
        )
        section = started_by(operation, context)
        if section is None or section.read not in self._by_id:
            return operation
        name = scope.claim(f"{operation.name}:poll", f"{operation.name}_and_poll")
        polling = polling_of(section, self._by_id[section.read])
        return replace(operation, polling=polling, poll_name=name)
