"""The lines of the emitted models."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator.ir import Model
from generator.rendering import Templates
from generator.targets.python import emit
from generator.targets.python.layout import plan
from generator.targets.python.models import model_module

from .descriptions import built, schemas

SCHEMAS = """\
Key: {type: string, format: password}
Second: {$ref: '#/components/schemas/Key'}
Name: {type: string}
A:
  properties:
    x: PROPERTY
"""


def line_of(folder: Path, schema: str) -> str:
    """The line of a field with this schema."""
    found = schemas(folder, SCHEMAS.replace("PROPERTY", schema))
    modules = (
        model_module(part, found, {})
        for part in plan(found)
        if isinstance(found[part.subject], Model)
    )
    (member,) = next(modules).members
    assert member.model is not None
    return member.model.fields[0].line


@pytest.mark.parametrize(
    ("schema", "line"),
    [
        ("{type: string}", "x: str | None = None"),
        ("{$ref: '#/components/schemas/Name'}", "x: Name | None = None"),
        ("{const: a | None | b}", 'x: Literal["a | None | b"] | None = None'),
        ("{type: [string, 'null']}", "x: str | None = None"),
        ("{}", "x: Any = None"),
        (
            "{type: string, format: password}",
            "x: Annotated[str | None, Field(repr=False)] = None",
        ),
        (
            "{type: [string, 'null'], format: password}",
            "x: Annotated[str | None, Field(repr=False)] = None",
        ),
        (
            "{$ref: '#/components/schemas/Key'}",
            "x: Annotated[Key | None, Field(repr=False)] = None",
        ),
        (
            "{anyOf: [{$ref: '#/components/schemas/Second'}, {type: 'null'}]}",
            "x: Annotated[Second | None, Field(repr=False)] = None",
        ),
        (
            "{type: array, items: {type: string, format: password}}",
            "x: Annotated[list[str] | None, Field(repr=False)] = None",
        ),
    ],
)
def test_what_is_a_password_is_not_in_reprs(
    tmp_path: Path, schema: str, line: str
) -> None:
    assert line_of(tmp_path, schema) == line


def test_a_password_may_have_another_name_on_the_wire(tmp_path: Path) -> None:
    found = schemas(tmp_path, "A:\n  properties: {API-Key: {format: password}}")
    (member,) = model_module(plan(found)[0], found, {}).members
    assert member.model is not None
    line = member.model.fields[0].line
    assert line.endswith(', Field(alias="API-Key", repr=False)] = None')


HOLDERS = """\
User: {properties: {key: {$ref: '#/components/schemas/Key'}}}
Key: {type: string, format: password}
Login: {properties: {users: {type: array, items: {$ref: '#/components/schemas/User'}}}}
Logins: {properties: {last: {$ref: '#/components/schemas/Last'}}}
Last: {anyOf: [{$ref: '#/components/schemas/Login'}, {type: 'null'}]}
Keys: {properties: {a: {type: string}}, additionalProperties: {type: string, format: password}}
Book: {properties: {a: {type: string}}}
"""


def test_what_holds_a_password_does_not_quote_it_in_errors(tmp_path: Path) -> None:
    """Errors quote what surrounds a fault, as far up as what was made by hand."""
    text = "".join(f"    {line}\n" for line in HOLDERS.splitlines())
    api = built(tmp_path, f"paths: {{}}\ncomponents:\n  schemas:\n{text}").api
    source = "\n".join(
        str(file.content)
        for file in emit(api, Templates())
        if file.path.parent.name == "models"
    )
    classes = re.findall(r"class (\w+)\(Model(, hide_input_in_errors=True)?\):", source)
    hidden = {name for name, hides in classes if hides}
    assert hidden == {"User", "Login", "Logins", "Keys"}
    assert {name for name, _ in classes} == {*hidden, "Book"}


@pytest.mark.parametrize(
    ("item", "deprecated", "needed"),
    [("A", False, True), ("B", True, True), ("B", False, False)],
)
def test_a_project_asks_for_what_its_modules_import(
    tmp_path: Path, item: str, deprecated: bool, needed: bool
) -> None:
    text = f"""\
paths:
  /a:
    get: {{deprecated: {str(deprecated).lower()}, responses: {{'204': {{description: Done}}}}}}
components:
  schemas:
    A: {{type: array, items: {{$ref: '#/components/schemas/{item}'}}}}
    B: {{type: string}}
"""
    files = emit(built(tmp_path, text).api, Templates())
    texts = {str(file.path): file.content for file in files}
    project = tomllib.loads(str(texts["pyproject.toml"]))
    asked = [line.partition(">")[0] for line in project["project"]["dependencies"]]
    assert ("typing-extensions" in asked) == needed
    imported = [p for p, text in texts.items() if "typing_extensions" in str(text)]
    assert bool(imported) == needed
