"""Small descriptions as the frontend sees them."""

from __future__ import annotations

from pathlib import Path

from generator.config_reading import config_of
from generator.document import Json
from generator.frontend import Built, build
from generator.ir import Api, Field, Model, Operation, Resource, Schema, Type

from .documents import HEAD, opened

PATHS = "paths: {}\n"


def built(folder: Path, text: str, config: Json = None) -> Built:
    """What the frontend makes of a description's text, which may leave out its head."""
    document = opened(folder, text if text.startswith("openapi") else HEAD + text)
    return build(document, config_of(config or {}), {})


def schemas(folder: Path, text: str, version: str = "3.1.0") -> dict[str, Schema]:
    """The schemas of a description, of which only those are given."""
    indented = "".join(f"    {line}\n" for line in text.splitlines())
    head = HEAD.replace("3.1.0", version)
    api = built(folder, f"{head}{PATHS}components:\n  schemas:\n{indented}").api
    return dict(api.schemas)


def schema_types(folder: Path, text: str, version: str = "3.1.0") -> dict[str, Type]:
    """The fields' types of a model `A`, of which the properties are given."""
    properties = "".join(f"    {line}\n" for line in text.splitlines())
    model = schemas(folder, f"A:\n  properties:\n{properties}", version)["A"]
    assert isinstance(model, Model)
    return {field.wire_name: field.type for field in model.fields}


def fields(schema: Schema) -> dict[str, Field]:
    """The fields of a model by wire name."""
    assert isinstance(schema, Model), schema
    return {field.wire_name: field for field in schema.fields}


def operations(api: Api) -> dict[str, Operation]:
    """Every operation, by id and variant (`addBook`, `addBook:text`)."""
    found: dict[str, Operation] = {}

    def gather(resources: tuple[Resource, ...]) -> None:
        for resource in resources:
            for operation in resource.operations:
                variant = f":{operation.variant}" if operation.variant else ""
                found[f"{operation.id}{variant}"] = operation
            gather(resource.children)

    gather(api.resources)
    return found


def operation(
    folder: Path, text: str, path: str = "/a", config: Json = None
) -> Operation:
    """The one operation (`GET`, id `a`) whose body is given."""
    indented = "".join(f"      {line}\n" for line in text.splitlines())
    responses = (
        "" if "responses:" in text else "      responses: {'204': {description: ok}}\n"
    )
    paths = f"paths:\n  {path}:\n    get:\n      operationId: a\n{indented}{responses}"
    return operations(built(folder, paths, config).api)["a"]


def problems(made: Built) -> list[str]:
    """`severity pointer: fact` of every finding."""
    return [f"{p.severity} {p.pointer}: {p.fact}" for p in made.problems]
