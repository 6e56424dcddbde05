"""What a call returns: its annotation, and how the runtime is told."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Operation, ResponseContent, ResponseKind
from .annotations import Speller, joined
from .literals import mapped, string

_KINDS = {
    ResponseKind.JSON: "json",
    ResponseKind.TEXT: "text",
    ResponseKind.BINARY: "bytes",
    ResponseKind.NONE: "none",
    ResponseKind.SSE: "bytes",
    ResponseKind.JSON_LINES: "bytes",
}


@dataclass(frozen=True, slots=True)
class Returned:
    """The annotation of the result and the arguments of the runtime's `Operation`."""

    annotation: str
    arguments: tuple[str, ...]


def returned(operation: Operation, speller: Speller) -> Returned:
    """The result of an operation that does not stream."""
    outcomes: dict[str, tuple[str, str]] = {}
    parts: list[str] = []
    accepted: list[str] = []
    for response in operation.responses:
        content = response.content
        kind = _KINDS[content.kind] if content else "none"
        members = _parts(content, speller)
        parts += members
        outcomes[response.status] = (kind, joined(members))
        if content is not None and content.media_type not in accepted:
            accepted.append(content.media_type)
    if not outcomes:
        return Returned("None", ())
    if all(status.startswith("3") for status in outcomes):
        # What a redirect leads to is not described; most lead to a file.
        parts.append(speller.names.use("bytes"))
        outcomes["2XX"] = ("bytes", parts[-1])
    distinct = list(dict.fromkeys(outcomes.values()))
    arguments = []
    if len(distinct) == 1:
        kind, spelled = distinct[0]
        arguments += _single(kind, spelled)
    else:
        table = mapped(
            (status, f'("{kind}", {_late(spelled) if kind == "json" else "None"})')
            for status, (kind, spelled) in outcomes.items()
        )
        arguments.append(f"responses={table}")
    if accepted and (len(distinct) > 1 or accepted != ["application/json"]):
        arguments.append(f"accept={string(', '.join(accepted))}")
    return Returned(joined(parts), tuple(arguments))


def _single(kind: str, spelled: str) -> list[str]:
    if kind == "json":
        return [f"returns={_late(spelled)}"]
    return [] if kind == "none" else [f'kind="{kind}"']


def _late(spelled: str) -> str:
    """The type as the runtime looks it up: when it is first needed."""
    return f"lambda: {spelled}"


def _parts(content: ResponseContent | None, speller: Speller) -> list[str]:
    """The members of the annotation of one answer."""
    if content is None:
        return ["None"]
    match content.kind:
        case ResponseKind.JSON:
            return speller.response_parts(content.type) if content.type else ["object"]
        case ResponseKind.TEXT:
            return [speller.names.use("str")]
        case ResponseKind.NONE:
            return ["None"]
        case ResponseKind.BINARY | ResponseKind.SSE | ResponseKind.JSON_LINES:
            return [speller.names.use("bytes")]
