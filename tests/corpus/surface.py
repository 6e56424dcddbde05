"""What an emitted package offers, read off its source: nothing of it is run.

For each method: where it hangs below the client, which constant it sends, and which of
its arguments becomes which parameter, header or field. What is sent in the end is for
the judge to see.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_SENDERS: Final = frozenset({"_send", "_page", "_stream"})
_PLACES: Final = ("query", "headers", "cookies")
FURTHER: Final = "**"
"""Stands for the wire names of all fields that have no argument of their own."""

_OPTIONS: Final = frozenset(
    {"self", "base_url", "http_client", "options", "server", "server_variables"}
)


@dataclass(frozen=True)
class Value:
    """What a method sends under a wire name: an argument, or always the same."""

    argument: str | None
    constant: object = None


@dataclass(frozen=True)
class Method:
    """A method that makes one call, found at `path` below the client."""

    path: tuple[str, ...]
    sender: str
    method: str
    template: str
    media_type: str | None
    positional: tuple[str, ...] = ()
    named: dict[str, dict[str, Value]] = field(default_factory=dict)
    body: dict[str, Value] | str | None = None
    """Fields by wire name, or the one argument that is the whole."""

    arguments: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.template

    def __str__(self) -> str:
        return ".".join(self.path)


@dataclass(frozen=True)
class Surface:
    """The client's arguments for credentials, and all methods."""

    credentials: tuple[str, ...]
    methods: tuple[Method, ...]


def surface(package: Path) -> Surface:
    """The surface of the package in a folder."""
    client = _class(ast.parse((package / "_client.py").read_text()), "Client")
    start = next(_functions(client, "__init__"))
    names = [a.arg for a in start.args.kwonlyargs if a.arg not in _OPTIONS]
    methods = [
        method
        for attribute, class_name, module in _children(client)
        for method in _resource(package / "resources", module, class_name, (attribute,))
    ]
    return Surface(tuple(names), tuple(methods))


def _resource(
    folder: Path, module: str, class_name: str, path: tuple[str, ...]
) -> Iterator[Method]:
    tree = ast.parse((folder / f"{module}.py").read_text())
    operations = dict(_operations(tree))
    class_ = _class(tree, class_name)
    for function in _functions(class_):
        made = _method(function, operations, path)
        if made is not None:
            yield made
    for attribute, child, child_module in _children(class_):
        yield from _resource(folder, child_module, child, (*path, attribute))


def _class(tree: ast.Module, name: str) -> ast.ClassDef:
    found = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name]
    return found[0]


def _functions(
    class_: ast.ClassDef, name: str | None = None
) -> Iterator[ast.FunctionDef]:
    for node in class_.body:
        if isinstance(node, ast.FunctionDef) and name in (None, node.name):
            yield node


def _children(class_: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """The resources below: attribute, class and module."""
    for function in _functions(class_):
        for node in function.body:
            if isinstance(node, ast.ImportFrom) and function.decorator_list:
                module = (node.module or "").rsplit(".", 1)[-1]
                yield function.name, node.names[0].name, module


def _operations(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            call = node.value
            if isinstance(call, ast.Call) and _name(call.func) == "Operation":
                yield node.target.id, call


def _method(
    function: ast.FunctionDef, operations: dict[str, ast.Call], path: tuple[str, ...]
) -> Method | None:
    calls = [n for n in ast.walk(function) if isinstance(n, ast.Call)]
    sends = [
        (n.func.attr, n)
        for n in calls
        if isinstance(n.func, ast.Attribute) and _name(n.func.value) == "self"
    ]
    # One that also polls makes several calls, each of which another method makes too.
    if len(sends) != 1 or sends[0][0] not in _SENDERS:
        return None
    sender, send = sends[0]
    operation = operations[_name(send.args[0])]
    given = {keyword.arg: keyword.value for keyword in send.keywords}
    positional = given.get("path")
    body = given.get("body")
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)][1:]
    return Method(
        (*path, function.name),
        sender,
        _text(operation.args[1]),
        _text(operation.args[2]),
        _media_type(operation),
        tuple(map(_name, positional.elts)) if isinstance(positional, ast.Tuple) else (),
        {place: _values(given[place]) for place in _PLACES if place in given},
        None if body is None else _values(body) if _is_dict(body) else _name(body),
        frozenset([*names, *(a.arg for a in arguments.kwonlyargs)]),
        frozenset(
            [*names]
            + [
                a.arg
                for a, default in zip(
                    arguments.kwonlyargs, arguments.kw_defaults, strict=True
                )
                if default is None
            ]
        ),
    )


def _media_type(operation: ast.Call) -> str | None:
    for keyword in operation.keywords:
        if keyword.arg == "body" and isinstance(keyword.value, ast.Call):
            return _text(keyword.value.args[0])
    return None


def _values(node: ast.expr) -> dict[str, Value]:
    assert isinstance(node, ast.Dict), ast.dump(node)
    found = {}
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None:
            # `**(fields or {})`: what has no argument of its own.
            assert isinstance(value, ast.BoolOp)
            found[FURTHER] = Value(_name(value.values[0]))
        elif isinstance(value, ast.Name):
            found[_text(key)] = Value(value.id)
        else:
            found[_text(key)] = Value(None, ast.literal_eval(value))
    return found


def _is_dict(node: ast.expr) -> bool:
    return isinstance(node, ast.Dict)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant)
    return str(node.value)
