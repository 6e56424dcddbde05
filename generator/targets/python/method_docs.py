"""Docstrings of the methods that make calls."""

from __future__ import annotations

from ...ir import Operation, Polling
from .arguments import Argument, Call
from .docstrings import argument, assembled, sentence, wrap

_WIDTH = 88 - 8


def operation_doc(operation: Operation, call: Call, *, asynchronous: bool) -> str:
    """What the method that makes the call says."""
    lines = _opening(operation)
    if asynchronous:
        # The arguments are those of the other class, which says what they mean.
        return assembled(lines[:1] if operation.summary else lines, 8)
    lines += _arguments_section(call.arguments)
    lines += _raises_section(operation)
    return assembled(lines, 8)


def variant_doc(operation: Operation, text: str, raises: str = "") -> str:
    """What a method says that does the same in another way."""
    summary = sentence(operation.summary) or f"Call `{operation.name}`."
    lines = wrap(summary, _WIDTH)
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
        if doc and doc.rstrip(".") != summary.rstrip("."):
            lines += ["", *wrap(sentence(doc), _WIDTH)]
    if operation.deprecated:
        lines += ["", "Deprecated."]
    return lines


def _arguments_section(arguments: tuple[Argument, ...]) -> list[str]:
    documented = [argument for argument in arguments if argument.doc]
    if not documented:
        return []
    lines = ["", "Args:"]
    for each in documented:
        lines += _indented(argument(each.name, each.doc, 12))
    return lines


def _raises_section(operation: Operation) -> list[str]:
    """The errors whose description says more than their status does."""
    entries = [
        (name, response.doc)
        for response in operation.errors
        if not response.shared
        and response.doc
        and (name := _ERROR_CLASSES.get(response.status))
    ]
    if not entries:
        return []
    lines = ["", "Raises:"]
    for name, text in entries:
        lines += _indented(argument(name, sentence(text), 12))
    return lines


_ERROR_CLASSES = {
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
}


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def either(values: tuple[str, ...]) -> str:
    """The values in words: `a`, `b` or `c`."""
    quoted = [f"`{value}`" for value in values]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
