"""Docstrings of the methods that make calls."""

from __future__ import annotations

from ...ir import Header, Operation, Polling
from ...spelling.deprecation import says_deprecated
from ...spelling.exceptions import BY_STATUS, exception
from ...spelling.lists import listed
from .arguments import Argument, Call
from .docstrings import assembled, opening, paragraphs, section, sentence
from .limits import told

_INDENT = 8


def operation_doc(operation: Operation, call: Call, twin: str = "") -> str:
    """What the method that makes the call says.

    `twin` is the method of the other class that says what the arguments mean, where
    this one need not.
    """
    lines = _opening(operation)
    sections = [
        *_arguments_section(call.arguments),
        *_raises_section(operation),
        *_headers_section(operation),
    ]
    if not twin:
        return assembled([*lines, *_deprecation(operation, lines), *sections], _INDENT)
    summary = sentence(operation.summary)
    see = f"See `{twin}`."
    if not summary:
        lines += ["", see] if sections else []
    elif sections or "" in lines:
        lines = opening(f"{summary} {see}", _INDENT)
    return assembled([*lines, *_deprecation(operation, lines)], _INDENT)


def variant_doc(
    operation: Operation, difference: str, text: str, raises: str = ""
) -> str:
    """What a method says that does the same in another way."""
    summary = sentence(operation.summary) or f"Call `{operation.name}`."
    lines = opening(f"{summary} {difference}", _INDENT)
    lines += _deprecation(operation, lines)
    takes = f"{text} Takes what `{operation.name}` takes."
    lines += ["", *paragraphs(takes, _INDENT)]
    if raises:
        lines += section("Raises", [("PollTimeoutError", raises)], _INDENT)
    return assembled(lines, _INDENT)


def poller_doc(reader: Operation, polling: Polling, *, asynchronous: bool) -> str:
    """What a method says that reads until something is settled."""
    field = ".".join(polling.field)
    until = f"until `{field}` is {either(polling.terminal)}"
    lines = opening(f"Call `{reader.name}` {until}.", _INDENT)
    if asynchronous:
        return assembled(lines, _INDENT)
    entries = [
        ("interval", f"Seconds between two reads, {polling.interval:g} when left out."),
        (
            "deadline",
            f"Seconds after which to give up, {polling.deadline:g} when left out.",
        ),
        ("on_progress", "Called with what each read gave."),
    ]
    lines += section("Args", entries, _INDENT)
    late = ("PollTimeoutError", "The deadline has passed.")
    return assembled([*lines, *section("Raises", [late], _INDENT)], _INDENT)


def _opening(operation: Operation) -> list[str]:
    summary = sentence(operation.summary)
    said = sentence(operation.doc)
    if not summary:
        called = f"Call `{operation.method} {operation.path}`."
        return opening(said or called, _INDENT)
    lines = opening(summary, _INDENT)
    further = paragraphs(_beyond(summary, said), _INDENT)
    return [*lines, "", *further] if further else lines


def _beyond(summary: str, said: str) -> str:
    """What a description says that its summary, with which it may begin, does not."""
    begun, rest = said[: len(summary)], said[len(summary) :]
    is_same = begun.casefold() == summary.casefold() and not rest[:1].strip()
    return rest.strip() if is_same else said


def _deprecation(operation: Operation, lines: list[str]) -> list[str]:
    """What has to be said of it beside these lines."""
    said = any(says_deprecated(part) for part in "\n".join(lines).split("\n\n"))
    return ["", "Deprecated."] if operation.deprecated and not said else []


def _arguments_section(arguments: tuple[Argument, ...]) -> list[str]:
    told = [(argument.name, argument.doc) for argument in arguments if argument.doc]
    return section("Args", told, _INDENT)


def _raises_section(operation: Operation) -> list[str]:
    """The errors that are described for this operation, rather than for many."""
    entries = []
    for response in operation.errors:
        if response.shared or not response.doc or response.status == "default":
            continue
        text = sentence(response.doc)
        if response.status not in BY_STATUS:
            # The class stands for other statuses as well.
            text = f"{response.status}: {text}"
        entries.append((exception(response.status), text))
    return section("Raises", entries, _INDENT)


def _headers_section(operation: Operation) -> list[str]:
    """The headers that are described for this operation, rather than for many."""
    found: dict[str, str] = {}
    for response in operation.responses:
        for header in () if response.shared else response.headers:
            text = told(header.doc, header.constraints, deprecated=header.deprecated)
            if header.doc and not header.shared and not _is_for_browsers(header):
                found.setdefault(header.wire_name, text)
    return section("The answer's headers, which `raw` gives", found.items(), _INDENT)


def _is_for_browsers(header: Header) -> bool:
    return header.wire_name.lower().startswith("access-control-")


def either(values: tuple[str | int | bool, ...]) -> str:
    """The values in words: `a`, `b` or `c`."""
    return listed([f"`{value}`" for value in values], "or")
