"""Variants of a union have their own tags, as far as these are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ir import Literal, Nullable, Scalar, ScalarKind, Type

from .descriptions import built, fields, operations

STRING = Scalar(ScalarKind.STRING)

INHERITED = """\
paths:
  /dogs:
    post:
      operationId: addCat
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}
      responses: {'204': {description: done}}
components:
  schemas:
    Pet:
      required: [kind]
      properties: {kind: KIND}
      discriminator: {propertyName: kind, mapping: {kitty: Cat, tom: Cat}}
    Cat:
      allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]
    Dog:
      allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {tricks: {type: integer}}}]
    Puppy:
      allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {weeks: {type: integer}}}]
    Kind: {type: string, enum: [kitty, tom, Dog, Puppy, Snake]}
"""


def kinds(folder: Path, kind: str) -> dict[str, Type]:
    """The type of `kind` in each schema that has it."""
    found = built(folder, INHERITED.replace("KIND", kind)).api.schemas
    return {
        name: fields(found[name])["kind"].type
        for name in ("PetBase", "Cat", "Dog", "Puppy")
    }


def test_a_variant_has_its_own_tags(tmp_path: Path) -> None:
    found = kinds(tmp_path, "{type: string}")
    assert found["Cat"] == Literal(("kitty", "tom"))
    assert found["Puppy"] == Literal(("Puppy",))


def test_a_base_may_have_the_tags_of_what_is_built_on_it(tmp_path: Path) -> None:
    found = kinds(tmp_path, "{type: string}")
    assert found["Dog"] == STRING
    assert found["PetBase"] == STRING


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("{$ref: '#/components/schemas/Kind'}", Literal(("kitty", "tom"))),
        ("{enum: [kitty, tom, Dog]}", Literal(("kitty", "tom"))),
        ("{type: string, nullable: true}", Nullable(Literal(("kitty", "tom")))),
        # What does not allow the tags is left as it is described.
        ("{type: integer}", Scalar(ScalarKind.INTEGER)),
        ("{enum: [kitty, Dog]}", Literal(("kitty", "Dog"))),
        ("{type: string, default: Snake}", STRING),
    ],
)
def test_what_a_base_says_of_its_tags_is_narrowed(
    tmp_path: Path, kind: str, type_: Type
) -> None:
    text = INHERITED.replace("KIND", kind)
    found = built(tmp_path, f"openapi: 3.0.3\ninfo: {{title: a, version: '1'}}\n{text}")
    assert fields(found.api.schemas["Cat"])["kind"].type == type_


def test_an_argument_has_the_tags_of_its_variant(tmp_path: Path) -> None:
    api = built(tmp_path, INHERITED.replace("KIND", "{type: string}")).api
    body = operations(api)["addCat"].body
    assert body is not None
    assert [field.type for field in body.contents[0].fields] == [
        Literal(("kitty", "tom")),
        Scalar(ScalarKind.INTEGER),
    ]


def test_the_variants_of_a_declared_union_have_their_tags(tmp_path: Path) -> None:
    text = """\
paths: {}
components:
  schemas:
    A: {required: [n], properties: {n: {type: integer, examples: [1, 2]}}}
    B: {required: [n], properties: {n: {type: integer}}}
    Either:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator: {propertyName: n, mapping: {'1': A, '2': B}}
"""
    found = built(tmp_path, text).api.schemas
    field = fields(found["A"])["n"]
    assert (field.type, field.examples) == (Literal((1,)), (1,))
