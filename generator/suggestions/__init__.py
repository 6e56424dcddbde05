"""`sdkgen init`: a first `sdkgen.yaml`, with what the description lets infer and suspect."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from .document import Document, Node
from .frontend import Built
from .ir import Api, BodyKind, Operation, Paging, Resource, Scalar, ScalarKind
from .names import words

_WORD = re.compile(r"[A-Za-z]{5,}")


def first_config(document: Document, built: Built, spec: str) -> str:
    """The text of a commented `sdkgen.yaml` for a description that stands at `spec`."""
    api = built.api
    sections = [
        _head(api, spec),
        _auth(api),
        _grouping(api),
        _operations(document, api),
        _paging(api),
        _streaming(api),
        _polling(),
    ]
    return "\n".join(section for section in sections if section)


def _head(api: Api, spec: str) -> str:
    package = api.package
    return f"""\
# What {spec} cannot say. Everything is optional; the README explains every key.
spec: {_text(spec)}
out: generated

package:
  name: {_text(package.distribution)}
  module: {package.module}
  version: {package.version}
  licence: {_text(package.licence or "MIT")}
  description: {_text(package.description)}
  base_url_variable: {package.base_url_variable}
"""


def _auth(api: Api) -> str:
    lines = []
    for scheme in api.schemes:
        if not scheme.arguments:
            continue
        names = ", ".join(name for name, _ in scheme.arguments)
        variables = ", ".join(variable or "" for _, variable in scheme.arguments)
        lines += [
            f"  {_text(scheme.wire_name)}:  # {scheme.kind.value}",
            f"    arguments: [{names}]",
            f"    variables: [{variables}]",
        ]
    if not lines:
        return ""
    return "\n".join(
        ["# The client's arguments for each security scheme.", "auth:", *lines, ""]
    )


def _grouping(api: Api) -> str:
    lines = [
        "# client.<resource>.<operation>: grouped by `tags`, by `paths`, or `flat`.",
        "grouping: tags",
    ]
    tags = [resource.title for resource in api.resources]
    if tags:
        lines += ["# A tag can stand elsewhere; a dot nests.", "# resources:"]
        lines += [f"#   {_text(r.title)}: {r.name}" for r in api.resources[:20]]
    for tag, other in _stray_tags(tags):
        lines.append(
            f"# {tag!r} may be a stray form of {other!r}: put both under one resource."
        )
    return "\n".join([*lines, ""])


def _stray_tags(tags: list[str]) -> Iterator[tuple[str, str]]:
    """Tags that differ from another only by case, plural or a slip."""
    for index, tag in enumerate(tags):
        folded = {other.casefold(): other for other in tags[:index]}
        close = get_close_matches(tag.casefold(), folded, n=1, cutoff=0.88)
        if close:
            yield tag, folded[close[0]]


def _operations(document: Document, api: Api) -> str:
    lines = ["# Other names for operations, by operationId."]
    slips = dict(_slips(document.root, api))
    lines.append("operations:" if slips else "# operations:")
    for operation_id, name in slips.items():
        lines += [
            "  # Looks like a slip; the wire is not affected.",
            f"  {_text(operation_id)}:",
            f"    name: {name}",
        ]
    if not slips:
        lines += ["#   getThing:", "#     name: get_thing"]
    return "\n".join([*lines, ""])


def _slips(root: Node, api: Api) -> Iterator[tuple[str, str]]:
    """OperationIds with a word that is found nowhere else, beside one that is found often."""
    common = Counter(
        word.lower() for text in _texts(root) for word in _WORD.findall(text)
    )
    operations = list(_all(api.resources))
    taken = {operation.name for operation in operations}
    for operation in operations:
        found = {}
        for word in words(operation.id):
            plain = word.lower()
            # A number at the end tells things apart, and is no slip.
            if len(plain) < 5 or common[plain] or not plain.isalpha():
                continue
            close = get_close_matches(
                plain, [w for w, n in common.items() if n > 1], 1, 0.85
            )
            if close and abs(len(close[0]) - len(plain)) <= 2:
                found[plain] = close[0]
        name = operation.name
        for wrong, right in found.items():
            name = name.replace(wrong, right)
        if name not in taken:
            yield operation.id, name


def _texts(root: Node) -> Iterator[str]:
    """Descriptions, summaries, paths and the keys of schemas."""
    yield from (path for path, _ in root.items("paths"))
    queue: list[object] = [root.value]
    while queue:
        value = queue.pop()
        if isinstance(value, dict):
            for key, child in value.items():
                if key in ("description", "summary", "title") and isinstance(
                    child, str
                ):
                    yield child
                elif key == "properties" and isinstance(child, dict):
                    yield " ".join(name.replace("_", " ") for name in child)
                queue.append(child)
        elif isinstance(value, list):
            queue.extend(value)


def _paging(api: Api) -> str:
    schemes: dict[str, list[str]] = {}
    for operation in _all(api.resources):
        if operation.paging is not None:
            schemes.setdefault(_paging_lines(operation.paging), []).append(operation.id)
    if not schemes:
        return (
            "# Lists that come in pages: cursor, offset, page, link or next_url.\n"
            "# paging:\n#   - {style: cursor, items: data, parameter: after, next: last_id}\n"
        )
    lines = [
        "# Inferred; iterating over such a list walks all of its pages.",
        "paging:",
    ]
    for text, ids in schemes.items():
        count = "One operation" if len(ids) == 1 else f"{len(ids)} operations"
        lines += [f"  # {count}: {', '.join(ids[:3])}{' ...' * (len(ids) > 3)}", text]
    return "\n".join([*lines, ""])


def _paging_lines(paging: Paging) -> str:
    pairs = [
        f"style: {paging.style.value}",
        f"items: {_text('.'.join(paging.items) or '.')}",
    ]
    for key, value in (
        ("parameter", paging.parameter),
        ("next", ".".join(paging.next)),
        ("more", ".".join(paging.more)),
        ("total", ".".join(paging.total)),
        ("size", paging.size),
    ):
        if value:
            pairs.append(f"{key}: {_text(value)}")
    return "  - " + "\n    ".join(pairs)


def _streaming(api: Api) -> str:
    """Operations that ask for a stream by a flag and do not say what then comes."""
    suspects = [
        operation.id
        for operation in _all(api.resources)
        if operation.streaming is None and _has_stream_flag(operation)
    ]
    if not suspects:
        return ""
    ids = ", ".join(suspects[:10])
    return (
        "# These have a boolean field `stream`, and no media type for what it makes them send.\n"
        f"# streaming:\n#   - operations: [{ids}]\n"
        "#     event: NameOfTheEventSchema\n#     flag: stream\n"
    )


def _has_stream_flag(operation: Operation) -> bool:
    if operation.body is None or operation.body.contents[0].kind is not BodyKind.JSON:
        return False
    fields = operation.body.contents[0].fields
    boolean = Scalar(ScalarKind.BOOLEAN)
    return any(
        field.wire_name == "stream"
        and boolean in (field.type, getattr(field.type, "type", None))
        for field in fields
    )


def _polling() -> str:
    return (
        "# Operations to repeat until a field settles, and what starts them.\n"
        "# polling:\n#   job:\n#     read: getJob\n#     terminal: [done, failed]\n"
        "#     arguments: {job_id: id}\n#     starts: [createJob]\n"
    )


def _all(resources: tuple[Resource, ...]) -> Iterator[Operation]:
    for resource in resources:
        yield from resource.operations
        yield from _all(resource.children)


def _text(value: str) -> str:
    """A YAML scalar that is read back as this very string."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_./-]*", value) and value.lower() not in (
        "null",
        "true",
        "false",
    ):
        return value
    return json.dumps(value, ensure_ascii=False)
