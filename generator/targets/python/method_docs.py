"""Docstrings of the methods that make calls."""

from __future__ import annotations

from ...ir import Header, Operation, Polling
from ...spelling.exceptions import BY_STATUS, exception
from ...spelling.lists import listed
from .arguments import Argument, Call
from .docstrings import argument, assembled, sentence, wrap
from .limits import told

_WIDTH = 88 - 8


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
        return assembled([*lines, *_deprecation(operation), *sections], 8)
    summary = sentence(operation.summary)
    see = f"See `{twin}`."
    if not summary:
        lines += ["", see] if sections else []
    elif sections or "" in lines:
        lines = wrap(f"{summary} {see}", _WIDTH)
    return assembled([*lines, *_deprecation(operation)], 8)


def variant_doc(
    operation: Operation, difference: str, text: str, raises: str = ""
) -> str:
    """What a method says that does the same in another way."""
    summary = sentence(operation.summary) or f"Call `{operation.name}`."
    lines = wrap(f"{summary} {difference}", _WIDTH)
    lines += _deprecation(operation)
    lines += ["", *wrap(f"{text} Takes what `{operation.name}` takes.", _WIDTH)]
    if raises:
        lines += ["", "Raises:", *_indented(argument("PollTimeoutError", raises, 12))]
    return assembled(lines, 8)


def poller_doc(reader: Operation, polling: Polling, *, asynchronous: bool) -> str:
    """What a method says that reads until something is settled."""
    field = ".".join(polling.field)
    lines = wrap(
        f"Call `{reader.name}` until `{field}` is {either(polling.terminal)}.", _WIDTH
    )
    if asynchronous:
        return assembled(lines, 8)
    entries = [
        ("interval", f"Seconds between two reads, {polling.interval:g} when left out."),
        (
            "deadline",
            f"Seconds after which to give up, {polling.deadline:g} when left out.",
        ),
        ("on_progress", "Called with what each read gave."),
    ]
    lines += ["", "Args:"]
    for name, text in entries:
        lines += _indented(argument(name, text, 12))
    lines += ["", "Raises:"]
    lines += _indented(argument("PollTimeoutError", "The deadline has passed.", 12))
    return assembled(lines, 8)


def _opening(operation: Operation) -> list[str]:
    summary = sentence(operation.summary)
    doc = operation.doc
    if not summary:
        lines = wrap(
            sentence(doc) or f"Call `{operation.method} {operation.path}`.", _WIDTH
        )
    else:
        lines = wrap(summary, _WIDTH)
        said = sentence(doc)
        if said and doc.rstrip(".") != summary.rstrip("."):
            lines += ["", *wrap(said, _WIDTH)]
    return lines


def _deprecation(operation: Operation) -> list[str]:
    return ["", "Deprecated."] if operation.deprecated else []


def _arguments_section(arguments: tuple[Argument, ...]) -> list[str]:
    documented = [argument for argument in arguments if argument.doc]
    if not documented:
        return []
    lines = ["", "Args:"]
    for each in documented:
        lines += _indented(argument(each.name, each.doc, 12))
    return lines


def _raises_section(operation: Operation) -> list[str]:
    """The errors that are described for this operation, rather than for many."""
    lines = []
    for response in operation.errors:
        if response.shared or not response.doc or response.status == "default":
            continue
        text = sentence(response.doc)
        if response.status not in BY_STATUS:
            # The class stands for other statuses as well.
            text = f"{response.status}: {text}"
        lines += _indented(argument(exception(response.status), text, 12))
    return ["", "Raises:", *lines] if lines else []


def _headers_section(operation: Operation) -> list[str]:
    """The headers that are described for this operation, rather than for many."""
    found: dict[str, str] = {}
    for response in operation.responses:
        for header in () if response.shared else response.headers:
            text = told(header.doc, header.constraints, deprecated=header.deprecated)
            if header.doc and not header.shared and not _is_for_browsers(header):
                found.setdefault(header.wire_name, text)
    lines = [line for each in found.items() for line in _indented(argument(*each, 12))]
    return ["", "The answer's headers, which `raw` gives:", *lines] if lines else []


def _is_for_browsers(header: Header) -> bool:
    return header.wire_name.lower().startswith("access-control-")


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def either(values: tuple[str | int | bool, ...]) -> str:
    """The values in words: `a`, `b` or `c`."""
    return listed([f"`{value}`" for value in values], "or")
