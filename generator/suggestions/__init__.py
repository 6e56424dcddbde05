"""`sdkgen init`: a first `sdkgen.yaml`, with what the description lets infer and suspect."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Document
from ..frontend import Built
from ..ir import Api
from .pages import paging
from .raw import first_tags
from .streams import streaming
from .words import Vocabulary, slips, stray
from .writing import scalar


def first_config(
    document: Document, built: Built, spec: str, overlays: Sequence[str] = ()
) -> str:
    """The text of a commented `sdkgen.yaml` for a description that stands at `spec`.

    The paths are those that lead there from its folder.
    """
    api = built.api
    vocabulary = Vocabulary(document, api.operations())
    sections = [
        _head(api, spec, overlays),
        _auth(api),
        _grouping(document, api, vocabulary),
        _operations(vocabulary),
        paging(api),
        streaming(document, api),
        _polling(),
    ]
    return "\n".join(section for section in sections if section)


def _head(api: Api, spec: str, overlays: Sequence[str]) -> str:
    package = api.package
    licensed = "" if package.licence else "# "
    return f"""\
# What {scalar(spec)} cannot say. Everything is optional; the README explains every key.
spec: {scalar(spec)}
out: generated
{_overlays(overlays)}
package:
  name: {scalar(package.distribution)}
  module: {package.module}
  version: {package.version}
  {licensed}licence: {scalar(package.licence or "MIT")}
  description: {scalar(package.description)}
  base_url_variable: {package.base_url_variable}
"""


def _overlays(paths: Sequence[str]) -> str:
    if not paths:
        return ""
    return "\n".join(["overlays:", *(f"  - {scalar(path)}" for path in paths), ""])


def _auth(api: Api) -> str:
    lines = []
    for scheme in api.schemes:
        if not scheme.arguments:
            continue
        names = ", ".join(name for name, _ in scheme.arguments)
        variables = ", ".join(variable or "" for _, variable in scheme.arguments)
        lines += [
            f"  {scalar(scheme.wire_name)}:  # {scheme.kind.value}",
            f"    arguments: [{names}]",
            f"    variables: [{variables}]",
        ]
    if not lines:
        return ""
    return "\n".join(
        ["# The client's arguments for each security scheme.", "auth:", *lines, ""]
    )


def _grouping(document: Document, api: Api, vocabulary: Vocabulary) -> str:
    lines = [
        "# client.<resource>.<operation>: grouped by `tags`, by `paths`, or `flat`.",
        "grouping: tags",
    ]
    tags = _resources_of_tags(document, api)
    if tags:
        lines += ["# A tag can stand elsewhere; a dot nests.", "# resources:"]
        lines += [f"#   {scalar(tag)}: {name}" for tag, name in tags.items()]
    for tag, other in stray(vocabulary):
        lines.append(
            f"# {scalar(tag)} may be a stray form of {scalar(other)}:"
            " put both under one resource."
        )
    return "\n".join([*lines, ""])


def _resources_of_tags(document: Document, api: Api) -> dict[str, str]:
    """The resource of each tag, in the order of the resources."""
    tags = first_tags(document.root)
    found: dict[str, str] = {}
    for path, resource in api.walk():
        for operation in resource.operations:
            tag = tags.get((operation.method, operation.path))
            if tag is not None:
                found.setdefault(tag, ".".join(path))
    return found


def _operations(vocabulary: Vocabulary) -> str:
    lines = ["# Other names for operations, by operationId; the wire is not affected."]
    names = dict(slips(vocabulary))
    if names:
        lines.append("# These have a word that may be a slip of the pen.")
    lines.append("# operations:")
    for operation_id, name in (names or {"getThing": "get_thing"}).items():
        lines += [f"#   {scalar(operation_id)}:", f"#     name: {name}"]
    return "\n".join([*lines, ""])


def _polling() -> str:
    return (
        "# Operations to repeat until a field settles, and what starts them.\n"
        "# polling:\n#   job:\n#     read: getJob\n#     terminal: [done, failed]\n"
        "#     arguments: {job_id: id}\n#     starts: [createJob]\n"
    )
