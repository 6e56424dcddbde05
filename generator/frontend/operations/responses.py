"""Responses: what a call returns and which errors it can raise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...document import Node
from ...ir import Any, Binary, Header, Response, ResponseContent, ResponseKind, Type
from ...names import pascal
from ..context import Context
from ..shapes.limits import limits_of
from ..texts import says, sections, text, told
from ..types.converter import Converter
from .answers import contents_of, tell_others
from .endpoints import Endpoint
from .media import captions, carried, examples_of

WITHOUT_BODY = frozenset({"204", "205", "304"})
"""Statuses whose answers have no body, whatever a description says (RFC 9110)."""

# What is answered to them, beside a status, is nothing that is worth its name.
_UNANSWERED = frozenset({"delete", "head"})
_ANYTHING = ResponseContent("*/*", ResponseKind.JSON, Any())
_AS_IT_COMES = "the method gives what comes, or None"

# A 304 leads nowhere: it is what a caller's own condition comes to.
_FOLLOWED = frozenset({"301", "302", "303", "307", "308", "3XX"})


def responses_of(
    endpoint: Endpoint, operation: str, converter: Converter
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """The successful responses, and the others.

    A `default` is the success of an operation that names no other, else an error.
    """
    context = converter.context
    found: list[Response] = []
    earlier: list[tuple[Node, Type]] = []
    statuses = [status for status, _ in endpoint.node.items("responses")]
    names_success = any(status.startswith(("2", "3")) for status in statuses)
    for status, entry in endpoint.node.items("responses"):
        if status.startswith("x-"):
            continue
        to_head = endpoint.method == "head"
        node = context.follow(entry)
        if node is None:
            is_error = names_success and not status.startswith(("2", "3"))
            found.append(_unknown(_spelled(status), has_body=not (is_error or to_head)))
            continue
        made = _response(
            _spelled(status), node, operation, converter, earlier, to_head=to_head
        )
        is_shared = entry.ref is not None and not _has_own_words(entry)
        found.append(replace(made, shared=is_shared))
    success = _successes(found)
    others = [response for response in found if response not in success]
    success = _with_bodies(success, endpoint, context)
    errors = [one for one in others if not _is_passing(one.status)]
    _tell_passing(endpoint, (one for one in others if one not in errors), context)
    return tuple(success), tuple(errors)


def _successes(found: list[Response]) -> list[Response]:
    """Those with the best statuses that there are."""
    for begin in ("2", "3", "default"):
        if success := [one for one in found if one.status.startswith(begin)]:
            return success
    return []


def _is_passing(status: str) -> bool:
    """Whether the answer comes on the way to another, or is that other one."""
    return status.startswith(("1", "2")) or status in _FOLLOWED


def _tell_passing(
    endpoint: Endpoint, passing: Iterable[Response], context: Context
) -> None:
    """Counts the answers that no call returns, as they come on the way to another."""
    statuses = {one.status for one in passing if one.contents}
    for status, entry in endpoint.node.items("responses"):
        if _spelled(status) in statuses:
            context.tally.note(
                "the content of a 1xx or 3xx answer beside others",
                entry,
                "no method returns it",
            )


def _with_bodies(
    success: list[Response], endpoint: Endpoint, context: Context
) -> list[Response]:
    """The answers, with whatever may come where not one of them says what its body is."""
    # What is declared to stream is nothing else.
    streams = any(endpoint.id in each.operations for each in context.config.streaming)
    is_answered = endpoint.method not in _UNANSWERED and not streams
    if not success:
        context.tally.note(
            "an operation without a word about a successful answer",
            endpoint.node,
            _AS_IT_COMES,
            "add a 2xx response",
        )
        return [Response("2XX", (_ANYTHING,))] if is_answered else []
    if not is_answered or any(one.contents for one in success):
        return success
    silent = dict(_silent(endpoint, context))
    for entry in silent.values():
        context.tally.note(
            "a successful answer without a word about its body",
            entry,
            _AS_IT_COMES,
            "describe its `content`, or say 204 where nothing comes",
        )
    return [
        replace(one, contents=(_ANYTHING,)) if one.status in silent else one
        for one in success
    ]


def _silent(endpoint: Endpoint, context: Context) -> Iterator[tuple[str, Node]]:
    """The successful answers that may have a body, and do not say that they have none."""
    for status, entry in endpoint.node.items("responses"):
        spelled, response = _spelled(status), context.try_follow(entry)
        may_have = spelled.startswith("2") and spelled not in WITHOUT_BODY
        if response is not None and response.get("content") is None:
            if may_have or spelled == "default":
                yield spelled, entry


def _spelled(status: str) -> str:
    return "default" if status.lower() == "default" else status.upper()


def _unknown(status: str, *, has_body: bool) -> Response:
    """An answer of which nothing can be read: whatever comes is handed over as it is."""
    is_success = status.startswith(("2", "3")) or status == "default"
    if status in WITHOUT_BODY or not is_success or not has_body:
        return Response(status, ())
    return Response(status, (ResponseContent("*/*", ResponseKind.BINARY, Binary()),))


def _has_own_words(entry: Node) -> bool:
    return isinstance(entry.value, dict) and bool(entry.value.get("description"))


def _response(
    status: str,
    node: Node,
    operation: str,
    converter: Converter,
    earlier: list[tuple[Node, Type]],
    *,
    to_head: bool,
) -> Response:
    context = converter.context
    ok = status.startswith("2") or status.startswith("3")
    hint = f"{pascal(operation)}{'Response' if ok else 'Error'}"
    if status not in ("200", "201", "2XX", "default") or (
        not ok and status != "default"
    ):
        hint += status.capitalize()
    offered: dict[str, Node] = {}
    for media_type, entry in node.items("content"):
        content = context.follow(entry)
        if to_head or status in WITHOUT_BODY:
            answer = "to HEAD" if to_head else f"with status {status}"
            context.warn_once(
                entry,
                "body",
                f"an answer {answer} has no body, and here one is described",
                "remove the content; it is ignored",
            )
        else:
            # What is not even there to read may still come.
            offered[media_type] = content or entry
    is_success = ok or status == "default"
    name = _stem(node, hint)
    # An error is named after its status.
    before = earlier if ok else []
    contents = contents_of(offered, name, converter, before, is_success=is_success)
    if is_success:
        tell_others(node, contents, offered, context)
    headers = tuple(_headers(node, hint, converter))
    return Response(status, tuple(contents), headers, told(node))


def _stem(node: Node, hint: str) -> str:
    """A shared response's inline types are named after its key, not its first user."""
    steps = node.pointer.split("/")
    is_shared = steps[-2:-1] == ["responses"] and "components" in steps[:2]
    return pascal(steps[-1]) if is_shared else hint


def _headers(node: Node, hint: str, converter: Converter) -> Iterator[Header]:
    for wire, entry in node.items("headers"):
        header = converter.context.follow(entry)
        if header is not None:
            made = _header(wire, header, hint, converter)
            yield replace(made, shared=entry.ref is not None)


def _header(wire: str, node: Node, hint: str, converter: Converter) -> Header:
    context, (_, holder) = converter.context, carried(node)
    schema = holder.get("schema")
    type_: Type = Any()
    if schema is not None:
        type_ = converter.type_of(schema, hint + pascal(wire, "Header"))
    shape = context.flattener.flatten((schema,) if schema is not None else ())
    doc = context.doc_of(shape, type_, text(node, "description"), wire)
    examples = examples_of(holder, context)
    return Header(
        wire,
        type_,
        sections(doc, captions(examples)),
        says(node, "required"),
        shape.default,
        limits_of(shape, type_, context.flattener),
        tuple(example.value for example in examples) or shape.examples,
        says(node, "deprecated") or shape.deprecated,
    )
