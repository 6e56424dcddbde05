"""What a description lacks, and an overlay to fill it in: `sdkgen docs gaps`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .ir import Api, Constraints, Field, Model, Operation, Parameter, Source
from .pointers import escape, split

# Limits that people write down in words: `between 1 and 100`, `at most 64 characters`.
_LIMIT = re.compile(
    r"\b(between|at most|at least|maximum|minimum|up to|no more than)\b[^.]{0,30}?\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is not said: where, what, and the text that an overlay can add."""

    source: Source
    fact: str
    missing: str = ""


def gaps(api: Api) -> list[Gap]:
    """Everything that the reference pages would say if the description did."""
    found: list[Gap] = []
    for operation in api.operations():
        if not operation.variant:
            found += _of_operation(operation)
    for schema in api.schemas.values():
        if schema.parent is None and not schema.doc:
            fact = f"{schema.name} has no description"
            found.append(Gap(schema.source, fact, "description"))
        if isinstance(schema, Model):
            found += [
                gap for field in schema.fields for gap in _of_field(field, schema)
            ]
    return found


def gaps_page(api: Api) -> str:
    """The gaps as Markdown, with the overlay that fills in the texts."""
    found = gaps(api)
    if not found:
        return "# Gaps\n\nNothing is missing.\n"
    lines = [
        "# Gaps",
        "",
        f"{len(found)} things that the description does not say.",
        "",
    ]
    for gap in found:
        lines.append(f"* `{gap.source.file}#{gap.source.pointer}`: {gap.fact}")
    texts = [gap for gap in found if gap.missing]
    if texts:
        lines += ["", "## Overlay", ""]
        lines += ["Fill in the texts, and name the file in `overlays:`.", "", "```yaml"]
        lines += [
            "overlay: 1.0.0",
            "info: {title: Descriptions, version: 1.0.0}",
            "actions:",
        ]
        for gap in texts:
            lines.append(f"  - target: {json.dumps(_path(gap.source))}")
            lines.append(f"    update: {{{gap.missing}: ''}}")
        lines.append("```")
    return "\n".join([*lines, ""])


def _of_operation(operation: Operation) -> Iterator[Gap]:
    source = operation.source
    if not operation.summary:
        yield Gap(source, f"{operation.id} has no summary", "summary")
    if not operation.doc:
        yield Gap(source, f"{operation.id} has no description", "description")
    if not any(content.type for e in operation.errors for content in e.contents):
        yield Gap(source, f"{operation.id} describes the body of no error")
    for parameter in operation.parameters:
        if not parameter.doc:
            yield Gap(source, f"parameter {parameter.wire_name} has no description")
        yield from _in_words(parameter, source)


def _of_field(field: Field, model: Model) -> Iterator[Gap]:
    if not field.doc:
        pointer = f"{model.source.pointer}/properties/{escape(field.wire_name)}"
        place = Source(model.source.file, pointer)
        yield Gap(
            place, f"{model.name}.{field.wire_name} has no description", "description"
        )
    yield from _in_words(field, model.source)


def _in_words(thing: Field | Parameter, source: Source) -> Iterator[Gap]:
    match = _LIMIT.search(thing.doc)
    if match is not None and thing.constraints == Constraints():
        yield Gap(source, f"{thing.wire_name} has a limit in words alone: {match[0]!r}")


def _path(source: Source) -> str:
    """A JSON pointer as a JSONPath."""
    return "$" + "".join(
        f"[{step}]" if step.isdigit() else f"[{_quoted(step)}]"
        for step in split(source.pointer)
    )


def _quoted(step: str) -> str:
    escaped = step.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
