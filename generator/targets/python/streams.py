"""The module of streams whose events add up to whole things."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...ir import Accumulation, Api, Operation, Ref, Slot, Streaming
from ...names import Scope
from .annotations import Names, Speller
from .docstrings import docstring
from .imports import grouped, runtime_imports, standard_imports
from .literals import mapped, scalars, string, tupled


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
    plan: str
    asynchronous: bool
    texts_doc: str
    finals: tuple[FinalView, ...]


@dataclass(frozen=True, slots=True)
class StreamModule:
    """Imports, constants for what is built up, and the classes."""

    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
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
    return _Builder(api, [*found.values()]).module()


class _Builder:
    def __init__(self, api: Api, found: list[tuple[Accumulation, Streaming]]) -> None:
        self._found = found
        # What runs, and what only type checkers read.
        self._late, self._checked = Names(), Names()
        self._runtime = Speller(api.schemas, self._late, "models.")
        self._typing = Speller(api.schemas, self._checked, "models.")
        self._constants = Scope()
        self._plans = {
            each.name: self._constants.claim(each.name, _constant(each.name))
            for each, _ in found
        }

    def module(self) -> StreamModule:
        """The view; names are gathered on the way, so imports come last."""
        constants = []
        classes = []
        for accumulation, streaming in self._found:
            constants += [self._slot(accumulation, each) for each in accumulation.slots]
            constants.append(self._plan(accumulation))
            event, alias = self._event(accumulation, streaming)
            constants += alias
            for asynchronous in (False, True):
                classes.append(self._class(accumulation, event, asynchronous))
        checked = self._imports(self._checked, self._late)
        if checked:
            self._late.used.add("TYPE_CHECKING")
        return StreamModule(
            tuple(self._imports(self._late, Names())),
            tuple(checked),
            tuple(constants),
            tuple(classes),
        )

    def _imports(self, names: Names, known: Names) -> list[str]:
        used = names.used - known.used
        own = ["from . import models"] if names.models and not known.models else []
        return grouped([standard_imports(used), [*own, *runtime_imports(used, ".")]])

    def _name(self, accumulation: Accumulation, slot: Slot) -> str:
        """The constant of a slot, which no other stream's is called."""
        wanted = f"{self._plans[accumulation.name]}_{slot.name.upper()}"
        return self._constants.claim(f"{accumulation.name}.{slot.name}", wanted)

    def _slot(self, accumulation: Accumulation, slot: Slot) -> str:
        spelled = self._runtime.response(slot.type)
        options = [string(slot.name), f"lambda: {spelled}"]
        if slot.replace:
            options.append(f"replace={scalars(slot.replace)}")
        if slot.merge:
            options.append(f"merge={_paths(slot.merge)}")
        if slot.key:
            options.append(f"key={scalars(slot.key)}")
        kind = self._late.use("Slot")
        name = self._name(accumulation, slot)
        return f"{name}: {kind}[{spelled}] = {kind}({', '.join(options)})"

    def _plan(self, accumulation: Accumulation) -> str:
        slots = tupled(self._name(accumulation, each) for each in accumulation.slots)
        options = [slots, f"texts={_paths(accumulation.texts)}"]
        if accumulation.tag:
            options.append(f"tag={scalars(accumulation.tag)}")
        plan = f"{self._late.use('Accumulation')}({', '.join(options)})"
        return f"{self._plans[accumulation.name]} = {plan}"

    def _event(
        self, accumulation: Accumulation, streaming: Streaming
    ) -> tuple[str, list[str]]:
        """What stands for an event in a base, and the alias that this may need.

        A base runs, where an annotation does not; in quotes it waits as well. Names in
        these but for the models count as used in an alias alone.
        """
        type_ = streaming.content.type
        if type_ is None:
            return "object", []
        spelled = string(self._typing.response(type_))
        if isinstance(type_, Ref):
            return spelled, []
        name = accumulation.name
        alias = self._constants.claim(f"{name}:event", f"_{name}Event")
        return alias, [f"{alias}: {self._checked.use('TypeAlias')} = {spelled}"]

    def _class(
        self, accumulation: Accumulation, event: str, asynchronous: bool
    ) -> StreamClass:
        prefix = "Async" if asynchronous else ""
        finals = tuple(
            self._final(accumulation, slot, asynchronous) for slot in accumulation.slots
        )
        if accumulation.texts:
            self._checked.use(f"{prefix}Iterator")
        texts = "Yield the pieces of text as they arrive." if accumulation.texts else ""
        return StreamClass(
            f"{prefix}{accumulation.name}",
            f"{self._late.use(f'{prefix}Stream')}[{event}]",
            self._plans[accumulation.name],
            asynchronous,
            docstring(texts, 8),
            finals,
        )

    def _final(
        self, accumulation: Accumulation, slot: Slot, asynchronous: bool
    ) -> FinalView:
        spelled = self._typing.response(slot.type)
        wait = "await " if asynchronous else ""
        words = slot.name.replace("_", " ")
        is_many = bool(slot.key)
        return FinalView(
            f"get_final_{slot.name}",
            f"list[{spelled}]" if is_many else spelled,
            f"{wait}self._final{'s' if is_many else ''}({self._name(accumulation, slot)})",
            docstring(
                f"Read to the end, and give the {words} that there"
                f" {'are' if is_many else 'is'} then.",
                8,
            ),
        )


def _paths(by_tag: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    return mapped((tag, scalars(path)) for tag, path in by_tag)


def _constant(name: str) -> str:
    """`RunStream` is told by `_RUN_STREAM`."""
    return (
        "_"
        + "".join(
            f"_{c}" if c.isupper() and i else c for i, c in enumerate(name)
        ).upper()
    )
