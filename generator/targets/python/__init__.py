"""The Python target: an `Api` becomes a package and the project around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...files import File
from ...ir import Api, EnumModel, Location, Operation, Schema, Type
from ...rendering import Templates
from .arguments import constants_of
from .client import client_module
from .constants import Environment
from .layout import plan, reachable
from .models import model_module
from .package import lazy_package, package_view, top_package
from .params import dictionary_names, param_module
from .resources import module_name, resource_module
from .secrets import holders
from .streams import stream_module
from .webhooks import webhook_module


def emit(api: Api, templates: Templates) -> list[File]:
    """The package's modules, the runtime, and the project's own files."""
    return list(_Emitter(api, templates).files())


class _Emitter:
    def __init__(self, api: Api, templates: Templates) -> None:
        self._api = api
        self._templates = templates
        self._root = PurePosixPath(api.package.module)
        self._plans = plan(api.schemas)
        self._all = list(api.operations())
        # The preferred variant of each stands for its operation where one is named.
        self._operations = api.by_id()
        self._headers = _common_headers(self._all)
        self._imports: set[str] = set()

    def files(self) -> Iterator[File]:
        api, root = self._api, self._root
        view = client_module(api, self._headers)
        yield self._file(root / "_client.py", "client.py", module=view)
        yield from self._models()
        params = list(self._params())
        yield from params
        yield from self._resources()
        streams = stream_module(api, self._all)
        if streams is not None:
            yield self._file(root / "streams.py", "streams.py", module=streams)
        if api.webhooks:
            yield self._file(
                root / "webhooks.py", "webhooks.py", module=webhook_module(api)
            )
        top = top_package(api, streams, has_params=bool(params))
        yield self._file(root / "__init__.py", "lazy.py", package=top)
        package = package_view(api, self._imports)
        yield self._file(root / "_version.py", "version.py", package=package)
        yield self._file(
            PurePosixPath("pyproject.toml"), "pyproject.toml", package=package
        )
        for path, content in self._templates.plain_files("python"):
            yield File(root / path, content)

    def _file(self, path: PurePosixPath, template: str, **context: object) -> File:
        return File(path, self._templates.render(f"python/{template}.jinja", **context))

    def _models(self) -> Iterator[File]:
        folder = self._root / "models"
        module_of = {s.name: part.name for part in self._plans for s in part.schemas}
        table = []
        secret = holders(self._api.schemas)
        for part in self._plans:
            view = model_module(part, self._api.schemas, module_of, secret)
            self._imports.update(view.imports)
            yield self._file(folder / f"{part.name}.py", "models.py", module=view)
            table.append((part.name, sorted(schema.name for schema in part.schemas)))
        package = lazy_package(
            "What the API sends, and takes beside dictionaries.", table
        )
        yield self._file(folder / "__init__.py", "lazy.py", package=package)

    def _params(self) -> Iterator[File]:
        folder, schemas = self._root / "params", self._api.schemas
        types = [t for operation in self._all for t in _request_types(operation)]
        needed = [
            n
            for n in reachable(types, schemas)
            if not isinstance(schemas[n], EnumModel)
        ]
        if not needed:
            return
        dictionaries = dictionary_names(needed, schemas)
        wanted = set(needed)
        groups: dict[str, list[Schema]] = {}
        subjects = {part.name: part.subject for part in self._plans}
        for part in self._plans:
            members = [schema for schema in part.schemas if schema.name in wanted]
            if members:
                groups[part.name] = members
        module_of = {s.name: name for name, members in groups.items() for s in members}
        table = []
        for name, members in groups.items():
            view = param_module(
                subjects[name], members, schemas, dictionaries, module_of
            )
            yield self._file(folder / f"{name}.py", "params.py", module=view)
            names = [schema.name for schema in members]
            names += [dictionaries[n] for n in names if n in dictionaries]
            table.append((name, sorted(names)))
        package = lazy_package(
            "What requests take: models, or dictionaries like them.", table
        )
        yield self._file(folder / "__init__.py", "lazy.py", package=package)

    def _resources(self) -> Iterator[File]:
        folder = self._root / "resources"
        environment = Environment(self._api.schemas, self._headers, self._operations)
        yield self._file(folder / "__init__.py", "resources.py")
        for path, resource in self._api.walk():
            view = resource_module(resource, path, environment)
            self._imports.update(view.imports)
            name = f"{module_name(path)}.py"
            yield self._file(folder / name, "resource.py", module=view)


def _common_headers(operations: list[Operation]) -> dict[str, str]:
    """The constant headers that every operation sends: the client's own."""
    common: dict[str, str] | None = None
    for operation in operations:
        found = dict(constants_of(operation, Location.HEADER))
        common = found if common is None else dict(common.items() & found.items())
    return dict(sorted((common or {}).items()))


def _request_types(operation: Operation) -> Iterator[Type]:
    for parameter in operation.parameters:
        yield parameter.type
    if operation.body is not None:
        content = operation.body.contents[0]
        if not content.fields:
            yield content.type
        for field in content.fields:
            yield field.type
        if content.further is not None:
            yield content.further.type
