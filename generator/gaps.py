"""What a description lacks, and an overlay to fill it in: `sdkgen docs gaps`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .ir import Api, Constraints, Field, Model, Operation, Parameter, Resource, Source

# Limits that people write down in words: `between 1 and 100`, `at most 64 characters`.
_LIMIT = re.compile(
    r"\b(between|from|at most|at least|maximum|minimum|up to|no more than)\b[^.]{0,30}\d",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not said: where, what, and what an overlay would set."""

    source: Source
    fact: str
    update: str


def gaps(api: Api) -> list[Gap]:
    """Everything that the reference pages would say if the description did."""
    found: list[Gap] = []
    for operation in _operations(api.resources):
        found += _of_operation(operation)
    for schema in api.schemas.values():
        if schema.parent is None and not schema.doc:
            found.append(
                Gap(schema.source, f"{schema.name} has no description", "description")
            )
        if isinstance(schema, Model):
            found += [
                gap for field in schema.fields for gap in _of_field(field, schema)
            ]
    return found


def gaps_page(api: Api) -> str:
    """The gaps as Markdown, with the overlay that fills them in."""
    found = gaps(api)
    if not found:
        return "# Gaps\n\nNothing is missing.\n"
    lines = [
        "# Gaps",
        "",
        f"{len(found)} things that the description does not say.",
        "",
    ]
    lines += [
        f"* `{gap.source.file}#{gap.source.pointer}`: {gap.fact}" for gap in found
    ]
    lines += [
        "",
        "## Overlay",
        "",
        "Fill in the texts, and name the file in `overlays:`.",
        "",
    ]
    lines += [
        "```yaml",
        "overlay: 1.0.0",
        "info: {title: Descriptions, version: 1.0.0}",
        "actions:",
    ]
    for target, update in dict.fromkeys(
        (_path(gap.source), gap.update) for gap in found
    ):
        lines += [f"  - target: {json.dumps(target)}", f"    update: {{{update}: ''}}"]
    return "\n".join([*lines, "```", ""])


def _of_operation(operation: Operation) -> Iterator[Gap]:
    source = operation.source
    if not operation.summary:
        yield Gap(source, f"{operation.id} has no summary", "summary")
    if not operation.doc:
        yield Gap(source, f"{operation.id} has no description", "description")
    if not any(content.type for e in operation.errors for content in e.contents):
        yield Gap(source, f"{operation.id} describes the body of no error", "responses")
    for parameter in operation.parameters:
        if not parameter.doc:
            yield Gap(
                source,
                f"parameter {parameter.wire_name} has no description",
                "parameters",
            )
        yield from _in_words(parameter, source, "parameters")


def _of_field(field: Field, model: Model) -> Iterator[Gap]:
    if not field.doc:
        place = Source(
            model.source.file, f"{model.source.pointer}/properties/{_step(field)}"
        )
        yield Gap(
            place, f"{model.name}.{field.wire_name} has no description", "description"
        )
    yield from _in_words(field, model.source, "properties")


def _in_words(thing: Field | Parameter, source: Source, update: str) -> Iterator[Gap]:
    match = _LIMIT.search(thing.doc)
    if match is not None and thing.constraints == Constraints():
        text = match[0].strip()
        yield Gap(
            source, f"{thing.wire_name} has a limit in words alone: {text!r}", update
        )


def _step(field: Field) -> str:
    return field.wire_name.replace("~", "~0").replace("/", "~1")


def _path(source: Source) -> str:
    """A JSON pointer as a JSONPath."""
    steps = [
        step.replace("~1", "/").replace("~0", "~")
        for step in source.pointer.split("/")[1:]
    ]
    return "$" + "".join(
        f"[{int(s)}]" if s.isdigit() else f"[{_quoted(s)}]" for s in steps
    )


def _quoted(step: str) -> str:
    escaped = step.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _operations(resources: tuple[Resource, ...]) -> Iterator[Operation]:
    for resource in resources:
        yield from (
            operation for operation in resource.operations if not operation.variant
        )
        yield from _operations(resource.children)
