"""Objects without a field that they need, or with a value that means nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Node, methods_in
from ..document.grammar import Kind, method_of
from ..errors import Problem, Severity, clip
from ..headers import is_header_name
from . import servers

_NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.DOCUMENT: ("info",),
    Kind.SERVER: ("url",),
    Kind.PARAMETER: ("in",),
    Kind.REQUEST_BODY: ("content",),
    Kind.SECURITY_SCHEME: ("type",),
}
_NEEDED_BY_SCHEME: dict[str, tuple[str, ...]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
}
_TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")
_LOCATIONS = ("path", "query", "header", "cookie", "querystring")
_STATUS = re.compile(r"[1-5]([0-9]{2}|XX)|default")


def faults(node: Node, kind: Kind) -> Iterator[Problem]:
    """What an object of this kind lacks or says wrongly."""
    for name in _NEEDED.get(kind, ()):
        yield from _missing(node, name)
    match kind:
        case Kind.DOCUMENT:
            yield from _document(node)
        case Kind.PATHS:
            yield from _paths(node)
        case Kind.PATH_ITEM:
            yield from _methods(node)
        case Kind.RESPONSES:
            yield from _responses(node)
        case Kind.SERVER:
            yield from servers.faults(node)
        case Kind.PARAMETER:
            yield from _parameter(node)
        case Kind.SECURITY_SCHEME:
            yield from _security_scheme(node)
        case Kind.SCHEMA:
            yield from _schema(node)
        case _:
            pass


def _missing(
    node: Node, name: str, severity: Severity = Severity.ERROR
) -> Iterator[Problem]:
    if node.get(name) is None:
        yield node.problem(f"{name} is missing", "add it", severity)


def _document(node: Node) -> Iterator[Problem]:
    if node.document.version == "3.0":
        yield from _missing(node, "paths")
    elif not any(node.get(name) for name in ("paths", "webhooks", "components")):
        yield node.problem(
            "paths, webhooks and components are all missing", "add at least one of them"
        )


def _paths(node: Node) -> Iterator[Problem]:
    for path, item in node.items():
        if not path.startswith(("/", "x-")):
            yield item.problem(
                f"the path {clip(path)!r} does not begin with /", "add the slash"
            )


def _methods(node: Node) -> Iterator[Problem]:
    for key, operation in node.items():
        method = method_of(key)
        if method is None or method == key:
            continue
        if methods_in(node)[method].key == operation.key:
            remedy = f"write {method}, in lower case; it is read as that"
            yield operation.problem(f"{key} is no method", remedy, Severity.WARNING)
        else:
            yield operation.problem(
                f"the path has {method} already, and {key} is no method",
                "remove one of the two; this one is left out",
            )
    for key, operation in node.items("additionalOperations"):
        method = method_of(key)
        if method is None:
            continue
        if methods_in(node)[method].key == operation.key:
            yield operation.problem(
                f"{key} has a place of its own",
                f"write {method} beside additionalOperations; it is read as that",
                Severity.WARNING,
            )
        else:
            yield operation.problem(
                f"the path has {method} already, and {key} among additionalOperations "
                "is the same method",
                "remove one of the two; this one is left out",
            )


def _responses(node: Node) -> Iterator[Problem]:
    for status, response in node.items():
        if status.startswith("x-") or _STATUS.fullmatch(status):
            continue
        if _STATUS.fullmatch(status.upper()):
            remedy = f"write {status.upper()}"
            yield response.problem(
                f"{status} is no range of statuses", remedy, Severity.WARNING
            )
        else:
            yield response.problem(
                f"{clip(status, 40)!r} is no status",
                "write a number, a range such as 4XX, or default",
            )


def _parameter(node: Node) -> Iterator[Problem]:
    location = node.get("in")
    # A whole query string is sent without its name.
    is_unnamed = location is not None and location.value == "querystring"
    yield from _missing(
        node, "name", Severity.WARNING if is_unnamed else Severity.ERROR
    )
    if location is not None and location.value not in _LOCATIONS:
        if location.value in ("body", "formData"):
            remedy = "move it to requestBody; body and formData ended with Swagger 2.0"
        else:
            remedy = f"use one of {', '.join(_LOCATIONS)}"
        yield location.problem("a parameter cannot stand there", remedy)
    yield from _header_name(
        node, "use letters, digits and -; the parameter is left out", Severity.ERROR
    )
    if node.get("schema") is None and node.get("content") is None:
        fact = "the parameter has no schema, so anything goes"
        yield node.problem(fact, "add a schema", Severity.WARNING)


def _header_name(node: Node, remedy: str, severity: Severity) -> Iterator[Problem]:
    location, name = node.get("in"), node.get("name")
    if location is None or location.value != "header" or name is None:
        return
    if isinstance(name.value, str) and not is_header_name(name.value):
        fact = f"no HTTP header can be called {clip(name.value)!r}"
        yield name.problem(fact, remedy, severity)


def _security_scheme(node: Node) -> Iterator[Problem]:
    remedy = "correct the name; as it is, the header cannot be sent"
    yield from _header_name(node, remedy, Severity.WARNING)
    kind = node.get("type")
    if kind is not None and isinstance(kind.value, str):
        for name in _NEEDED_BY_SCHEME.get(kind.value, ()):
            yield from _missing(node, name)


def _schema(node: Node) -> Iterator[Problem]:
    kind = node.get("type")
    if kind is None:
        return
    for each in kind.elements() if kind.is_list else [kind]:
        if isinstance(each.value, str) and each.value not in _TYPES:
            is_file = each.value == "file"
            remedy = (
                "write type: string with format: binary"
                if is_file
                else (f"use one of {', '.join(_TYPES)}")
            )
            yield each.problem(f"there is no type {clip(each.value, 40)!r}", remedy)
