"""What a description lacks, and an overlay to fill it in: `sdkgen docs gaps`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .document import Document, Json
from .ir import Api, Constraints, Field, Model, Operation, Parameter, Source
from .pointers import child, split
from .spelling.markdown import code, text

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
    # What many share, a parameter or an inherited property, lacks its text once.
    found: dict[tuple[Source, str], Gap] = {}
    for gap in _gaps(api):
        found.setdefault((gap.source, gap.missing or gap.fact), gap)
    return list(found.values())


def gaps_page(document: Document, api: Api) -> str:
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
        lines.append(f"* {_place(gap.source)}: {text(gap.fact)}")
    targets, others = _targets(document, [gap for gap in found if gap.missing])
    if targets:
        lines += ["", "## Overlay", ""]
        lines += ["Fill in the texts, and name the file in `overlays:`.", "", "```yaml"]
        lines += [
            "overlay: 1.0.0",
            "info: {title: Descriptions, version: 1.0.0}",
            "actions:",
        ]
        for path, keys in targets.items():
            quoted = path.replace("'", "''")
            texts = ", ".join(f"{key}: ''" for key in keys)
            lines += [f"  - target: '{quoted}'", f"    update: {{{texts}}}"]
        lines.append("```")
    if others:
        lines += ["", "## Beyond an overlay", ""]
        lines += [
            "An overlay edits the mappings of the description's first file. These texts"
            " belong elsewhere:",
            "",
        ]
        for gap in others:
            lines.append(f"* `{gap.missing}` at {_place(gap.source)}")
    return "\n".join([*lines, ""])


def _place(source: Source) -> str:
    return code(f"{source.file}#{source.pointer}")


def _gaps(api: Api) -> Iterator[Gap]:
    for operation in api.operations():
        if not operation.variant:
            yield from _of_operation(operation)
    for schema in api.schemas.values():
        if schema.parent is None and not schema.doc:
            fact = f"{schema.name} has no description"
            yield Gap(schema.source, fact, "description")
        if isinstance(schema, Model):
            for field in schema.fields:
                name = f"{schema.name}.{field.wire_name}"
                yield from _of_part(field, name, schema.source)


def _of_operation(operation: Operation) -> Iterator[Gap]:
    source = operation.source
    if not operation.summary:
        yield Gap(source, f"{operation.id} has no summary", "summary")
    if not operation.doc:
        yield Gap(source, f"{operation.id} has no description", "description")
    if not any(content.type for e in operation.errors for content in e.contents):
        yield Gap(source, f"{operation.id} describes the body of no error")
    for parameter in operation.parameters:
        yield from _of_part(parameter, f"parameter {parameter.wire_name}", source)


def _of_part(part: Field | Parameter, name: str, around: Source) -> Iterator[Gap]:
    """What a field or parameter lacks; it stands `around` where it has no place of its own."""
    source = part.source or around
    if not part.doc:
        missing = "description" if part.source else ""
        yield Gap(source, f"{name} has no description", missing)
    match = _LIMIT.search(part.doc)
    if match is not None and part.constraints == Constraints():
        yield Gap(source, f"{part.wire_name} has a limit in words alone: {match[0]!r}")


def _targets(
    document: Document, found: list[Gap]
) -> tuple[dict[str, list[str]], list[Gap]]:
    """The mappings of the root as JSONPaths, with the texts to add; and gaps that are in none."""
    targets: dict[str, list[str]] = {}
    others: list[Gap] = []
    root = document.root
    for gap in found:
        is_root = gap.source.file == root.file.name
        path = _path(root.value, gap.source.pointer) if is_root else None
        if path is None:
            others.append(gap)
        else:
            targets.setdefault(path, []).append(gap.missing)
    return targets, others


def _path(value: Json, pointer: str) -> str | None:
    """The JSONPath of a mapping; `None` where a pointer leads to none."""
    path = "$"
    for step in split(pointer):
        try:
            inner = child(value, step)
        except KeyError:
            return None
        path += f"[{step}]" if isinstance(value, list) else f"[{_quoted(step)}]"
        value = inner
    return path if isinstance(value, dict) else None


def _quoted(key: str) -> str:
    quoted = json.dumps(key, ensure_ascii=not key.isprintable())
    # The one character that JSON takes as it is and YAML does not.
    return quoted.replace("\x7f", "\\u007f")
