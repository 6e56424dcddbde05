"""How to call every operation through the SDK, read off the description.

Names of parameters and properties are keyword arguments as they stand: in this API
they are snake_case and no keywords of Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from .decoding import kinds
from .description import Description, Node, Operation
from .samples import Samples, examples

SPEC: Final = Path(__file__).parents[2] / "spec" / "assistants.yaml"
DESCRIPTION: Final = Description(SPEC)
OPERATIONS: Final = DESCRIPTION.operations
SAMPLES: Final = Samples(DESCRIPTION)

JSON: Final = "application/json"
EVENTS: Final = "text/event-stream"

# The switch between the two answers of an operation. The SDK has a method for each.
STREAM: Final = "stream"

# The upstream's misspelling, which `spec/sdkgen.yaml` keeps out of the SDK.
_RENAMED: Final = {"submitToolOuputsToRun": "submit_tool_outputs_to_run"}


@dataclass(frozen=True)
class Call:
    """One call of a method, and what has to come out of it."""

    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return method(self.operation)

    def changed(self, **keywords: Any) -> Call:
        """The same call with other arguments by keyword."""
        names = {parameter.name for parameter in self.operation.parameters}
        query = {name: v for name, v in keywords.items() if name in names}
        body = {name: v for name, v in keywords.items() if name not in names}
        return replace(self, query={**self.query, **query}, body={**self.body, **body})

    def at(self, **path: str) -> Call:
        """The same call with other arguments in the path."""
        return replace(self, path={**self.path, **path})

    @property
    def arguments(self) -> tuple[str, ...]:
        return tuple(self.path.values())

    @property
    def keywords(self) -> dict[str, Any]:
        return {**self.query, **self.body}


def method(operation: Operation) -> str:
    """The name of an operation in the SDK."""
    snake = re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", operation.id).lower()
    return _RENAMED.get(operation.id, snake)


def streamed(operation: Operation) -> bool:
    """Whether an operation can answer with events."""
    return EVENTS in operation.responses["200"].plain("content", {})


STREAMED: Final = [o for o in OPERATIONS.values() if streamed(o)]


def required(operation: Operation) -> Call:
    """The call that gives what has to be given, and nothing else."""
    needed = _body(operation).plain("required", []) if _has_body(operation) else []
    return _call(
        operation, [p.name for p in operation.parameters if p.required], needed
    )


def everything(operation: Operation) -> Call:
    """The call that gives every parameter and every property of the body."""
    return _call(
        operation,
        [parameter.name for parameter in operation.parameters],
        [name for name, _ in properties(operation)],
    )


def example(operation: Operation) -> Call:
    """The call that sends the description's own example."""
    call = everything(operation)
    if not _has_body(operation):
        return call
    assert operation.body is not None
    named = examples(operation.body["content"][JSON])
    return Call(operation, call.path, call.query, next(iter(named.values())))


def properties(operation: Operation) -> Iterator[tuple[str, Node]]:
    """What a body may consist of, as far as it is for the caller to say."""
    if _has_body(operation):
        for name, node in _body(operation).items("properties"):
            if not (name == STREAM and streamed(operation)):
                yield name, node


def nullable(schema: Node) -> bool:
    return "null" in kinds(schema)


def may_be_empty(schema: Node) -> bool:
    """Whether a list or map without anything in it is a value of its own."""
    collection = bool(kinds(schema) & {"array", "object"})
    return collection and not schema.plain("minItems")


def constant(schema: Node) -> bool:
    """Whether there is one value only, which the SDK fills in by itself."""
    return "const" in schema or len(schema.plain("enum", [])) == 1


def success(operation: Operation, media_type: str = JSON) -> Node:
    """What a success carries: its schema and examples."""
    return operation.responses["200"]["content"][media_type]


def _has_body(operation: Operation) -> bool:
    return operation.body is not None


def _body(operation: Operation) -> Node:
    assert operation.body is not None
    return operation.body["content"][JSON]["schema"]


def _call(operation: Operation, names: list[str], fields: list[str]) -> Call:
    given: dict[str, dict[str, Any]] = {"path": {}, "query": {}, "header": {}}
    for parameter in operation.parameters:
        if parameter.name in names and not constant(parameter.schema):
            value = next(iter(examples(parameter.node).values()))
            given[parameter.location][parameter.name] = value
    assert not given["header"], "this API has no headers to choose"
    values = dict(properties(operation))
    body = {name: SAMPLES.property(values[name]) for name in fields}
    return Call(operation, given["path"], given["query"], body)
