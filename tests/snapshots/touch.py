"""Uses all that a package does only when it is asked to: late loading, whole answers.

Run by its path in an interpreter of its own: `touch.py FOLDER PACKAGE`. Prints what
fails, and ends with 1 if anything does.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from types import FunctionType, ModuleType
from typing import Any

from pydantic import BaseModel, TypeAdapter

Use = tuple[str, Callable[[], object]]


def modules(package: str) -> Iterator[ModuleType]:
    """The package and all that is in it but for runtimes, which are tested on their own."""
    module = importlib.import_module(package)
    yield module
    for found in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{package}."):
        if not found.name.endswith("._runtime"):
            yield from modules(found.name)


def uses(module: ModuleType) -> Iterator[Use]:
    """What a module does late: it loads names, completes models, decodes and gives answers."""
    for name in dir(module):
        yield name, partial(getattr, module, name)
    for name, value in vars(module).copy().items():
        if isinstance(value, type) and issubclass(value, BaseModel):
            yield f"{name}: model", value.model_rebuild
        elif type(value).__name__ == "Operation":
            for what, late in _late_types(value):
                yield f"{name}: {what}", partial(_adapt, late)
        elif isinstance(value, type) and value.__module__ == module.__name__:
            for method in _methods(value):
                yield f"{name}.{method}: raw", partial(_ask_raw, value, method)


def _late_types(operation: Any) -> Iterator[tuple[str, Callable[[], Any]]]:
    """The types of an operation, which are functions until an answer comes."""
    if operation.returns is not None:
        yield "returns", operation.returns
    for status, (_, late) in (operation.responses or {}).items():
        if late is not None:
            yield status, late
    yield from (operation.errors or {}).items()


def _adapt(late: Callable[[], Any]) -> TypeAdapter[Any]:
    return TypeAdapter(late())


class _Answers:
    """An engine that gives itself for every whole answer."""

    def __init__(self, *, asynchronous: bool) -> None:
        self._engine = self
        self._asynchronous = asynchronous
        self.options = self
        self.strict = False

    def respond(self, *_: object) -> object:
        return self._later() if self._asynchronous else self

    async def _later(self) -> object:
        return self


def _methods(resource: type) -> list[str]:
    """The methods that make one call; those that poll have no single answer."""
    if not any(base.__name__.endswith("Resource") for base in resource.__bases__):
        return []
    return [
        name
        for name, method in vars(resource).items()
        if isinstance(method, FunctionType) and "_poll" not in method.__code__.co_names
    ]


def _ask_raw(resource: type, name: str) -> None:
    asynchronous = resource.__name__.startswith("Async")
    answers = _Answers(asynchronous=asynchronous)
    method = getattr(resource(answers, raw=True), name)
    given: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for parameter in inspect.signature(method).parameters.values():
        if parameter.default is parameter.empty:
            is_keyword = parameter.kind is parameter.KEYWORD_ONLY
            given[is_keyword][parameter.name] = "x"
    answer = method(*given[False].values(), **given[True])
    if asynchronous:
        answer = asyncio.run(answer)
    if answer is not answers:
        raise AssertionError(f"gives {answer!r} where the whole answer is wanted")


def main(folder: str, package: str) -> int:
    sys.path.insert(0, folder)
    failed = operations = 0
    for module in modules(package):
        for what, use in uses(module):
            operations += what.endswith(": returns")
            try:
                use()
            except Exception:
                failed += 1
                print(f"{module.__name__}: {what}\n{traceback.format_exc()}")
    print(f"{operations} operations, {failed} failures")
    return 1 if failed or not operations else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
