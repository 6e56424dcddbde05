"""Modules of resources: a class for each kind of client, and the constants they share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...ir import Operation, Poller, Polling, Resource, Type, attributes
from .annotations import Names, Speller
from .arguments import call_of, constants_passed
from .constants import Constants, Environment
from .docstrings import docstring, sentence
from .imports import (
    grouped,
    neighbour_imports,
    runtime_imports,
    standard_imports,
)
from .literals import string
from .method_docs import either, operation_doc, poller_doc, variant_doc
from .operations import constant_name, event_annotation
from .responses import returned


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method: `def` line, docstring and statements.

    `deprecation` is the literal of what a call of it warns of; empty for most.
    """

    signature: str
    doc: str
    body: tuple[str, ...]
    deprecation: str = ""


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


def module_name(resource_path: tuple[str, ...]) -> str:
    """Nested resources stand beside their parents: `orders_lines`."""
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
        self._constants = Constants(resource, environment, self._runtime)
        self._streams: set[str] = set()
        self._is_deprecated = False

    def module(self) -> ResourceModule:
        # Names are gathered on the way, so imports come last.
        constants = self._constants.statements()
        classes = (self._class(asynchronous=False), self._class(asynchronous=True))
        checked = self._checked_imports()
        return ResourceModule(
            docstring(self._title(), 0),
            tuple(self._imports({"TYPE_CHECKING"} if checked else set())),
            tuple(checked),
            constants,
            classes,
        )

    def _imports(self, needed: set[str]) -> list[str]:
        """What the module needs when it runs."""
        # Defaults of arguments are made when the class is.
        used = self._late.used | needed | self._checked.used & {"OMIT"}
        own = ["from .. import models"] if self._late.models else []
        streams = [f"from ..streams import {', '.join(sorted(self._streams))}"]
        late = streams if self._streams else []
        # By its whole name, which no method hides.
        third = ["import typing_extensions"] if self._is_deprecated else []
        own += [*runtime_imports(used), *late]
        return grouped([standard_imports(used), third, own])

    def _checked_imports(self) -> list[str]:
        """What only type checkers need: annotations are never looked at."""
        annotations = self._constants.annotations
        used = (self._checked.used | annotations) - self._late.used - {"OMIT"}
        packages = []
        if self._checked.models and not self._late.models:
            packages.append("models")
        if self._checked.params:
            packages.append("params")
        own = [f"from .. import {', '.join(packages)}"] if packages else []
        modules = {}
        for child in self._resource.children:
            module = module_name((*self._path, child.name))
            modules.update(
                {child.class_name: module, f"Async{child.class_name}": module}
            )
        children = neighbour_imports(modules)
        return grouped(
            [standard_imports(used), [*own, *runtime_imports(used), *children]]
        )

    def _title(self) -> str:
        doc = sentence(self._resource.doc)
        return doc or f"The operations of `{'.'.join(self._path)}`."

    # Classes -----------------------------------------------------------------------

    def _class(self, *, asynchronous: bool) -> ClassView:
        prefix = "Async" if asynchronous else ""
        self._late.used.add(f"{prefix}Resource")
        methods = [
            method
            for operation in self._resource.operations
            for method in self._methods(operation, asynchronous)
        ]
        for poller in self._resource.pollers:
            reader = self._environment.operations[poller.polling.operation]
            methods.append(self._marked(self._poller(poller, asynchronous), reader))
        children = tuple(
            ChildView(
                child.name,
                f"{prefix}{child.class_name}",
                module_name((*self._path, child.name)),
                docstring(
                    sentence(child.doc) or f"The operations of `{child.name}`.", 8
                ),
            )
            for child in self._resource.children
        )
        doc = (
            self._title()
            if not asynchronous
            else f"The same as `{self._resource.class_name}`, to be awaited."
        )
        return ClassView(
            f"{prefix}{self._resource.class_name}",
            f"{prefix}Resource",
            docstring(doc, 4),
            children,
            tuple(methods),
        )

    def _twin(self, method: str, asynchronous: bool) -> str:
        """What an asynchronous method is the same as; empty for the others."""
        return f"{self._resource.class_name}.{method}" if asynchronous else ""

    def _methods(self, operation: Operation, asynchronous: bool) -> list[MethodView]:
        methods = []
        streaming = operation.streaming
        if streaming is None or not streaming.only:
            methods.append(self._plain(operation, asynchronous))
        if streaming is not None:
            methods.append(self._streaming(operation, asynchronous))
        if (
            operation.polling is not None
            and operation.polling.operation in self._environment.operations
        ):
            methods.append(self._polling(operation, operation.polling, asynchronous))
        return [self._marked(method, operation) for method in methods]

    def _marked(self, method: MethodView, operation: Operation) -> MethodView:
        """The method with a warning, where it calls what is deprecated."""
        if not operation.deprecated:
            return method
        self._is_deprecated = True
        text = f"{operation.method} {operation.path} is deprecated"
        return replace(method, deprecation=string(text))

    def _plain(self, operation: Operation, asynchronous: bool) -> MethodView:
        call = call_of(operation, self._typing)
        result = returned(operation, self._typing).annotation
        name = constant_name(operation.name)
        doc = operation_doc(operation, call, self._twin(operation.name, asynchronous))
        if operation.paging is not None:
            kind = self._checked.use("AsyncPager" if asynchronous else "Page")
            item = self._typing.response(operation.paging.item_type)
            signature = _signature(
                operation.name, call.signature, f"{kind}[{item}, {result}]"
            )
            arguments = ", ".join(
                [name, self._constants.paging(operation), *call.passed]
            )
            return MethodView(signature, doc, (f"return self._page({arguments})",))
        signature = _signature(operation.name, call.signature, result, asynchronous)
        wait = "await " if asynchronous else ""
        # Also where the result is `None`: with `raw` it is the answer.
        statement = f"return {wait}self._send({', '.join([name, *call.passed])})"
        return MethodView(signature, doc, (statement,))

    def _streaming(self, operation: Operation, asynchronous: bool) -> MethodView:
        streaming = operation.streaming
        assert streaming is not None, "called for operations that stream"
        call = call_of(operation, self._typing, stream=True)
        event = event_annotation(streaming, self._typing)
        name = streaming.name
        passed = [constant_name(name), *call.passed]
        prefix = "Async" if asynchronous else ""
        if streaming.accumulation is None:
            result = f"{self._checked.use(f'{prefix}Stream')}[{event}]"
        else:
            result = f"{prefix}{streaming.accumulation.name}"
            self._streams.add(result)
            passed.insert(1, result)
        signature = _signature(name, call.signature, result)
        arguments = ", ".join(passed)
        if streaming.only:
            doc = operation_doc(operation, call, self._twin(name, asynchronous))
        else:
            verb = "async with" if asynchronous else "with"
            doc = variant_doc(
                operation,
                "Streams the events.",
                f"Use the result in `{verb}`: its events arrive one by one as they happen.",
            )
        return MethodView(signature, doc, (f"return self._stream({arguments})",))

    def _polling(
        self, operation: Operation, polling: Polling, asynchronous: bool
    ) -> MethodView:
        call = call_of(operation, self._typing)
        result = returned(operation, self._typing).annotation
        signature = _signature(
            operation.poll_name, call.signature, result, asynchronous
        )
        wait = "await " if asynchronous else ""
        started = ", ".join([constant_name(operation.name), *call.passed])
        reader = self._environment.operations[polling.operation]
        contents = (response.content for response in operation.responses)
        answered = next((each.type for each in contents if each), None)
        values = ", ".join(
            self._started(answered, path) for _, path in polling.arguments
        )
        comma = "," if len(polling.arguments) == 1 else ""
        read = [
            constant_name(reader.name),
            self._constants.polling(polling),
            "started",
            f"path=({values}{comma})",
            *constants_passed(reader, self._typing),
        ]
        body = (
            f"started = {wait}self._start({started})",
            f"return {wait}self._poll({', '.join(read)})",
        )
        doc = variant_doc(
            operation,
            "Waits until it is settled.",
            f"Returns when `{'.'.join(polling.field)}` is {either(polling.terminal)}.",
            raises="It took longer than `poll_deadline`,"
            f" {polling.deadline:g} s by default.",
        )
        return MethodView(signature, doc, body)

    def _started(self, type_: Type | None, path: tuple[str, ...]) -> str:
        """The attribute of what was started that a path of wire names leads to."""
        names = attributes(type_, path, self._environment.schemas)
        assert names is not None, "the frontend lets nothing else through"
        return ".".join(("started", *names))

    def _poller(self, poller: Poller, asynchronous: bool) -> MethodView:
        polling = poller.polling
        reader = self._environment.operations[polling.operation]
        call = call_of(reader, self._typing)
        result = returned(reader, self._typing).annotation
        callback = self._checked.use("Callable")
        number = self._checked.use("float")
        extra = (
            f"interval: {number} | None = None, deadline: {number} | None = None, "
            f"on_progress: {callback}[[{result}], object] | None = None"
        )
        given = call.signature
        has_keywords = any(not argument.positional for argument in call.arguments)
        keyword = [] if has_keywords else ["*"]
        parts = [part for part in (given, *keyword, extra) if part]
        signature = _signature(poller.name, ", ".join(parts), result, asynchronous)
        arguments = ", ".join(
            [
                constant_name(reader.name),
                self._constants.polling(polling),
                "None",
                *call.passed,
                "interval=interval",
                "deadline=deadline",
                "on_progress=on_progress",
            ]
        )
        wait = "await " if asynchronous else ""
        doc = poller_doc(reader, polling, asynchronous=asynchronous)
        return MethodView(signature, doc, (f"return {wait}self._poll({arguments})",))


def _signature(
    name: str, arguments: str, result: str, asynchronous: bool = False
) -> str:
    head = "async def" if asynchronous else "def"
    given = f"self, {arguments}" if arguments else "self"
    return f"{head} {name}({given}) -> {result}:"


def _method_names(resource: Resource) -> frozenset[str]:
    names = {operation.name for operation in resource.operations}
    return frozenset(names | {child.name for child in resource.children})
