"""Modules of resources: a class for each kind of client, and the constants they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ...ir import Model, Operation, Poller, Polling, Ref, Resource, Response, Schema
from .annotations import Names, Speller
from .arguments import Argument, Call, call_of
from .docstrings import argument, docstring, sentence, wrap
from .imports import resource_imports, typing_imports
from .literals import literal, string, strings
from .operations import (
    Constant,
    constant_name,
    errors_of,
    operation_constant,
    stream_constant,
)
from .responses import content_of, returned

_WIDTH = 88


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method: `def` line, docstring and statements."""

    signature: str
    doc: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below this one."""

    name: str
    class_name: str
    module: str
    doc: str


@dataclass(frozen=True, slots=True)
class ClassView:
    name: str
    base: str
    doc: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """One module: imports, constants, the class of each kind of client."""

    doc: str
    imports: tuple[str, ...]
    checked_imports: tuple[str, ...]
    constants: tuple[str, ...]
    classes: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True)
class Environment:
    """What all resources of a package have in common."""

    schemas: Mapping[str, Schema]
    common_headers: Mapping[str, str]
    operations: Mapping[str, Operation]


def module_name(resource_path: tuple[str, ...]) -> str:
    """Nested resources stand beside their parents: `threads_runs`."""
    return "_".join(resource_path)


def resource_module(
    resource: Resource, path: tuple[str, ...], environment: Environment
) -> ResourceModule:
    """The view of one resource."""
    return _Builder(resource, path, environment).module()


class _Builder:
    def __init__(
        self, resource: Resource, path: tuple[str, ...], environment: Environment
    ) -> None:
        self._resource = resource
        self._path = path
        self._environment = environment
        # What runs at import or on first use, and what only type checkers read.
        self._late = Names()
        self._checked = Names(shadowed=_method_names(resource))
        self._runtime = Speller(environment.schemas, self._late, "models.", "params.")
        self._typing = Speller(environment.schemas, self._checked, "models.", "params.")
        errors = [errors_of(op, self._runtime) for op in resource.operations]
        counted = Counter(source for source in errors if source)
        self._errors = next((source for source, n in counted.most_common(1) if n > 1), "")

    def module(self) -> ResourceModule:
        constants = self._constants()
        classes = (self._class(asynchronous=False), self._class(asynchronous=True))
        module = ResourceModule(
            docstring(self._title(), 0),
            tuple(resource_imports(self._late, self._checked, has_models=True)),
            tuple(typing_imports(self._late, self._checked)),
            tuple(constants),
            classes,
        )
        return module

    def _title(self) -> str:
        doc = sentence(self._resource.doc)
        return doc or f"The operations of `{'.'.join(self._path)}`."

    # Constants ---------------------------------------------------------------------

    def _constants(self) -> list[str]:
        lines = [f"_ERRORS = {self._errors}"] if self._errors else []
        pollings: dict[str, None] = {}
        for operation in self._resource.operations:
            lines += [constant.statement for constant in self._of(operation)]
            if operation.paging is not None:
                lines.append(self._paging(operation))
            if operation.polling is not None:
                pollings[_polling_constant(operation.polling)] = None
        for poller in self._resource.pollers:
            pollings[_polling_constant(poller.polling)] = None
        if pollings:
            self._late.used.add("Polling")
        lines += [
            f"{_polling_name(index, len(pollings))} = {source}"
            for index, source in enumerate(pollings)
        ]
        self._pollings = {
            source: _polling_name(index, len(pollings)) for index, source in enumerate(pollings)
        }
        return lines

    def _of(self, operation: Operation) -> list[Constant]:
        self._late.used.add("Operation")
        errors = errors_of(operation, self._runtime)
        errors = "_ERRORS" if errors and errors == self._errors else errors
        headers = self._environment.common_headers
        constants = []
        if operation.streaming is None or not operation.streaming.only:
            constants.append(operation_constant(operation, self._runtime, errors, headers))
        if operation.streaming is not None:
            constant, _ = stream_constant(
                operation, operation.streaming, self._runtime, errors, headers
            )
            constants.append(constant)
        return constants

    def _paging(self, operation: Operation) -> str:
        paging = operation.paging
        assert paging is not None, "called for operations with pages"
        self._late.used.add("Paging")
        body = returned(operation, self._typing).annotation
        item = self._typing.response(paging.item_type)
        options = [string(paging.style.value), f"items={strings(paging.items)}"]
        if paging.parameter is not None:
            options.append(f"parameter={string(paging.parameter)}")
        if paging.parameter_in_body:
            options.append("parameter_in_body=True")
        for name, steps in (
            ("next", paging.next),
            ("more", paging.more),
            ("total", paging.total),
        ):
            if steps:
                options.append(f"{name}={strings(steps)}")
        if paging.size is not None:
            options.append(f"size={string(paging.size)}")
        name = f"{constant_name(operation.name)}_PAGING"
        return f"{name}: Paging[{body}, {item}] = Paging({', '.join(options)})"

    # Classes -----------------------------------------------------------------------

    def _class(self, *, asynchronous: bool) -> ClassView:
        prefix = "Async" if asynchronous else ""
        self._late.used.add(f"{prefix}Resource")
        methods = [
            method
            for operation in self._resource.operations
            for method in self._methods(operation, asynchronous)
        ]
        methods += [self._poller(poller, asynchronous) for poller in self._resource.pollers]
        children = tuple(
            ChildView(
                child.name,
                f"{prefix}{child.class_name}",
                module_name((*self._path, child.name)),
                docstring(sentence(child.doc) or f"The operations of `{child.name}`.", 8),
            )
            for child in self._resource.children
        )
        doc = self._title() if not asynchronous else f"The same as `{self._resource.class_name}`, to be awaited."
        return ClassView(
            f"{prefix}{self._resource.class_name}",
            f"{prefix}Resource",
            docstring(doc, 4),
            children,
            tuple(methods),
        )

    def _methods(self, operation: Operation, asynchronous: bool) -> list[MethodView]:
        methods = []
        streaming = operation.streaming
        if streaming is None or not streaming.only:
            methods.append(self._plain(operation, asynchronous))
        if streaming is not None:
            methods.append(self._streaming(operation, asynchronous))
        if operation.polling is not None and operation.polling.operation in self._environment.operations:
            methods.append(self._polling(operation, operation.polling, asynchronous))
        return methods

    def _plain(self, operation: Operation, asynchronous: bool) -> MethodView:
        call = call_of(operation, self._typing)
        result = returned(operation, self._typing).annotation
        name = constant_name(operation.name)
        doc = self._doc(operation, call, asynchronous)
        if operation.paging is not None:
            kind = self._checked.use("AsyncPager" if asynchronous else "Page")
            item = self._typing.response(operation.paging.item_type)
            signature = _signature(operation.name, call.signature, f"{kind}[{item}, {result}]")
            arguments = ", ".join([name, f"{name}_PAGING", *call.passed])
            return MethodView(signature, doc, (f"return self._page({arguments})",))
        signature = _signature(operation.name, call.signature, result, asynchronous)
        wait = "await " if asynchronous else ""
        statement = f"{wait}self._send({', '.join([name, *call.passed])})"
        return MethodView(
            signature, doc, (statement if result == "None" else f"return {statement}",)
        )

    def _streaming(self, operation: Operation, asynchronous: bool) -> MethodView:
        streaming = operation.streaming
        assert streaming is not None, "called for operations that stream"
        call = call_of(operation, self._typing, stream=True)
        _, event = stream_constant(operation, streaming, self._typing, "", {})
        kind = self._checked.use("AsyncStream" if asynchronous else "Stream")
        suffix = "" if streaming.only else "_stream"
        name = f"{operation.name}{suffix}"
        signature = _signature(name, call.signature, f"{kind}[{event}]")
        arguments = ", ".join([constant_name(name), *call.passed])
        if streaming.only:
            doc = self._doc(operation, call, asynchronous)
        else:
            verb = "async with" if asynchronous else "with"
            doc = self._variant(
                operation,
                f"Use the result in `{verb}`: its events arrive one by one as they happen.",
            )
        return MethodView(signature, doc, (f"return self._stream({arguments})",))

    def _polling(
        self, operation: Operation, polling: Polling, asynchronous: bool
    ) -> MethodView:
        call = call_of(operation, self._typing)
        result = returned(operation, self._typing).annotation
        signature = _signature(
            f"{operation.name}_and_poll", call.signature, result, asynchronous
        )
        wait = "await " if asynchronous else ""
        started = ", ".join([constant_name(operation.name), *call.passed])
        reader = self._environment.operations[polling.operation]
        model = self._environment.schemas.get(result.removeprefix("models."))
        values = ", ".join(
            f"started.{_attribute(path, model, self._environment.schemas)}" for _, path in polling.arguments
        )
        comma = "," if len(polling.arguments) == 1 else ""
        read = [constant_name(reader.name), self._pollings[_polling_constant(polling)], "started"]
        body = (
            f"started = {wait}self._send({started})",
            f"return {wait}self._poll({', '.join(read)}, path=({values}{comma}))",
        )
        doc = self._variant(
            operation,
            f"Returns when `{'.'.join(polling.field)}` is {_either(polling.terminal)}.",
            raises=f"It took longer than {polling.deadline:g} seconds.",
        )
        return MethodView(signature, doc, body)

    def _poller(self, poller: Poller, asynchronous: bool) -> MethodView:
        polling = poller.polling
        reader = self._environment.operations[polling.operation]
        call = call_of(reader, self._typing)
        result = returned(reader, self._typing).annotation
        callback = self._checked.use("Callable")
        extra = (
            "interval: float | None = None, deadline: float | None = None, "
            f"on_progress: {callback}[[{result}], object] | None = None"
        )
        given = call.signature
        joint = ", " if "*" in given else ", *, "
        signature = _signature(poller.name, f"{given}{joint}{extra}", result, asynchronous)
        names = [argument.name for argument in call.arguments if argument.positional]
        comma = "," if len(names) == 1 else ""
        arguments = ", ".join(
            [
                constant_name(reader.name),
                self._pollings[_polling_constant(polling)],
                "None",
                f"path=({', '.join(names)}{comma})",
                "interval=interval",
                "deadline=deadline",
                "on_progress=on_progress",
            ]
        )
        wait = "await " if asynchronous else ""
        doc = self._poller_doc(reader, polling, asynchronous)
        return MethodView(signature, doc, (f"return {wait}self._poll({arguments})",))

    # Docstrings --------------------------------------------------------------------

    def _doc(self, operation: Operation, call: Call, asynchronous: bool) -> str:
        lines = _opening(operation)
        if asynchronous:
            return docstring("\n".join(lines), 8)
        lines += _arguments_section(call.arguments)
        lines += _raises_section(operation)
        return _assembled(lines)

    def _variant(self, operation: Operation, text: str, raises: str = "") -> str:
        summary = sentence(operation.summary) or f"Call `{operation.name}`."
        lines = wrap(summary, _WIDTH - 8)
        lines += ["", *wrap(f"{text} Takes what `{operation.name}` takes.", _WIDTH - 8)]
        if raises:
            lines += ["", "Raises:", *_indented(argument("PollTimeoutError", raises, 12))]
        return _assembled(lines)

    def _poller_doc(self, reader: Operation, polling: Polling, asynchronous: bool) -> str:
        field = ".".join(polling.field)
        lines = wrap(f"Call `{reader.name}` until `{field}` is {_either(polling.terminal)}.", _WIDTH - 8)
        if asynchronous:
            return _assembled(lines)
        entries = [
            ("interval", f"Seconds between two reads, {polling.interval:g} when left out."),
            ("deadline", f"Seconds after which to give up, {polling.deadline:g} when left out."),
            ("on_progress", "Called with what each read gave."),
        ]
        lines += ["", "Args:"]
        for name, text in entries:
            lines += _indented(argument(name, text, 12))
        lines += ["", "Raises:"]
        lines += _indented(argument("PollTimeoutError", "The deadline has passed.", 12))
        return _assembled(lines)


def _opening(operation: Operation) -> list[str]:
    summary = sentence(operation.summary)
    doc = operation.doc
    if not summary:
        lines = wrap(sentence(doc) or f"{operation.method} {operation.path}.", _WIDTH - 8)
    else:
        lines = wrap(summary, _WIDTH - 11)
        if doc and doc.rstrip(".") != summary.rstrip("."):
            lines += ["", *wrap(sentence(doc), _WIDTH - 8)]
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
        if response.doc and (name := _ERROR_CLASSES.get(response.status)) and _is_own(response)
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


def _is_own(response: Response) -> bool:
    """Whether the text is about this operation: common phrases for a status are not."""
    return response.doc.strip(".").lower() not in (
        "not found",
        "conflict",
        "unprocessable entity",
        "validation error",
    )


def _assembled(lines: list[str]) -> str:
    if len(lines) == 1:
        return docstring(lines[0], 8)
    pad = " " * 8
    escaped = [line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') for line in lines]
    rest = [f"{pad}{line}" if line else "" for line in escaped[1:]]
    return "\n".join([f'"""{escaped[0]}', *rest, f'{pad}"""'])


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _signature(name: str, arguments: str, result: str, asynchronous: bool = False) -> str:
    head = "async def" if asynchronous else "def"
    given = f"self, {arguments}" if arguments else "self"
    return f"{head} {name}({given}) -> {result}:"


def _method_names(resource: Resource) -> frozenset[str]:
    names = {operation.name for operation in resource.operations}
    return frozenset(names | {child.name for child in resource.children})


def _polling_name(index: int, count: int) -> str:
    return "_POLLING" if count == 1 else f"_POLLING_{index + 1}"


def _polling_constant(polling: Polling) -> str:
    options = [
        f"field={strings(polling.field)}",
        f"terminal={strings(polling.terminal)}",
        f"interval={literal(polling.interval)}",
        f"deadline={literal(polling.deadline)}",
    ]
    if polling.hint_header is not None:
        options.append(f"hint_header={string(polling.hint_header)}")
    return f"Polling({', '.join(options)})"


def _attribute(path: tuple[str, ...], model: Schema | None, schemas: Mapping[str, Schema]) -> str:
    """The attributes that a path of wire names leads through."""
    names = []
    for step in path:
        fields = model.fields if isinstance(model, Model) else ()
        field = next((f for f in fields if f.wire_name == step), None)
        names.append(field.name if field else step)
        model = schemas.get(field.type.name) if field and isinstance(field.type, Ref) else None
    return ".".join(names)


def _either(values: tuple[str, ...]) -> str:
    quoted = [f"`{value}`" for value in values]
    if len(quoted) == 1:
        return quoted[0]
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
