"""The module of streams whose events add up to whole things."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Accumulation, Api, Operation, Slot, Streaming
from .annotations import Names, Speller
from .docstrings import docstring
from .literals import string, strings


@dataclass(frozen=True, slots=True)
class FinalView:
    """A method that reads to the end and gives what there is then."""

    name: str
    annotation: str
    call: str
    doc: str


@dataclass(frozen=True, slots=True)
class StreamClass:
    """One stream, for one kind of client."""

    name: str
    base: str
    event: str
    plan: str
    asynchronous: bool
    texts_doc: str
    finals: tuple[FinalView, ...]


@dataclass(frozen=True, slots=True)
class StreamModule:
    """Constants for what is built up, and the classes."""

    constants: tuple[str, ...]
    classes: tuple[StreamClass, ...]


def stream_module(api: Api, operations: list[Operation]) -> StreamModule | None:
    """The view of the module; `None` where no stream accumulates."""
    found: dict[str, tuple[Accumulation, Streaming]] = {}
    for operation in operations:
        streaming = operation.streaming
        if streaming is not None and streaming.accumulation is not None:
            found.setdefault(
                streaming.accumulation.name, (streaming.accumulation, streaming)
            )
    if not found:
        return None
    speller = Speller(api.schemas, Names(), "models.")
    constants = []
    classes = []
    for accumulation, streaming in found.values():
        prefix = _constant(accumulation.name)
        constants += [_slot(prefix, slot, speller) for slot in accumulation.slots]
        constants.append(_plan(prefix, accumulation))
        event = (
            speller.response(streaming.content.type)
            if streaming.content.type
            else "object"
        )
        classes += [
            _class(accumulation, event, speller, asynchronous=asynchronous)
            for asynchronous in (False, True)
        ]
    return StreamModule(tuple(constants), tuple(classes))


def _constant(name: str) -> str:
    return (
        "_"
        + "".join(
            f"_{c}" if c.isupper() and i else c for i, c in enumerate(name)
        ).upper()
    )


def _slot(prefix: str, slot: Slot, speller: Speller) -> str:
    spelled = speller.response(slot.type)
    options = [string(slot.name), f"lambda: {spelled}"]
    if slot.replace:
        options.append(f"replace={strings(slot.replace)}")
    if slot.merge:
        pairs = ", ".join(f"{string(tag)}: {strings(path)}" for tag, path in slot.merge)
        options.append(f"merge={{{pairs}}}")
    if slot.key:
        options.append(f"key={strings(slot.key)}")
    name = f"{prefix}_{slot.name.upper()}"
    return f"{name}: Slot[{spelled}] = Slot({', '.join(options)})"


def _plan(prefix: str, accumulation: Accumulation) -> str:
    slots = ", ".join(f"{prefix}_{slot.name.upper()}" for slot in accumulation.slots)
    texts = ", ".join(
        f"{string(tag)}: {strings(path)}" for tag, path in accumulation.texts
    )
    tag = f", tag={strings(accumulation.tag)}" if accumulation.tag else ""
    return f"{prefix} = Accumulation(({slots},), texts={{{texts}}}{tag})"


def _class(
    accumulation: Accumulation, event: str, speller: Speller, *, asynchronous: bool
) -> StreamClass:
    prefix = "Async" if asynchronous else ""
    finals = tuple(
        _final(accumulation, slot, speller, asynchronous=asynchronous)
        for slot in accumulation.slots
    )
    texts = "Yield the pieces of text as they arrive." if accumulation.texts else ""
    return StreamClass(
        f"{prefix}{accumulation.name}",
        f"{prefix}Stream",
        event,
        _constant(accumulation.name),
        asynchronous,
        docstring(texts, 8),
        finals,
    )


def _final(
    accumulation: Accumulation, slot: Slot, speller: Speller, *, asynchronous: bool
) -> FinalView:
    spelled = speller.response(slot.type)
    constant = f"{_constant(accumulation.name)}_{slot.name.upper()}"
    wait = "await " if asynchronous else ""
    words = slot.name.replace("_", " ")
    return FinalView(
        f"get_final_{slot.name}",
        f"list[{spelled}]" if slot.key else spelled,
        f"{wait}self._final{'s' if slot.key else ''}({constant})",
        docstring(
            f"Read to the end, and give the {words} that there {'are' if slot.key else 'is'} then.",
            8,
        ),
    )
