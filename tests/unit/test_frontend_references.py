"""What stands beside a reference: words on its use, or more of what fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ir import Alias, Default, List, Model, Nullable, Ref, Type

from .descriptions import PATHS, built, fields, schemas

NOVEL = (
    "Novel: {properties: {title: {type: string}}, default: {}, example: {title: Old}}\n"
)
TO_NOVEL = "{$ref: '#/components/schemas/Novel'}"
DESCRIBED = "{description: A gift., readOnly: true, default: {title: New}}"


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        (f"allOf: [{TO_NOVEL}, {{description: A gift.}}]", Ref("Novel")),
        (f"allOf: [{{title: Gift}}, {TO_NOVEL}, true, {{}}]", Ref("Novel")),
        (f"allOf: [{TO_NOVEL}, {TO_NOVEL}]", Ref("Novel")),
        (f"allOf: [{{allOf: [{TO_NOVEL}]}}, {DESCRIBED}]", Ref("Novel")),
        (f"allOf: [{TO_NOVEL}, {{nullable: true}}]", Nullable(Ref("Novel"))),
        (f"allOf: [{TO_NOVEL}, {{required: [title]}}]", Ref("AA")),
        (f"allOf: [{TO_NOVEL}, {{if: {{}}, then: {{}}}}]", Ref("AA")),
        (f"allOf: [{TO_NOVEL}, {{$ref: '#/components/schemas/A'}}]", Ref("AA")),
    ],
)
def test_words_on_a_reference_make_no_second_class(
    tmp_path: Path, schema: str, type_: Type
) -> None:
    found = schemas(tmp_path, f"{NOVEL}A: {{properties: {{a: {{{schema}}}}}}}", "3.0.3")
    assert fields(found["A"])["a"].type == type_


def test_what_is_said_of_the_use_goes_before_what_is_used(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        f"""\
{NOVEL}
A:
  properties:
    a: {{allOf: [{TO_NOVEL}, {DESCRIBED}, {{example: {{title: X}}, deprecated: true}}]}}
""",
    )
    field = fields(found["A"])["a"]
    assert (field.doc, field.read_only, field.deprecated) == ("A gift.", True, True)
    assert field.default == Default({"title": "New"})
    assert field.examples == ({"title": "X"},)


def test_an_inherited_reference_of_which_more_is_said_stays_one(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        f"""\
{NOVEL}
Base: {{properties: {{a: {TO_NOVEL}, b: {TO_NOVEL}}}}}
A:
  allOf: [{{$ref: '#/components/schemas/Base'}}]
  properties: {{a: {{description: A gift.}}, b: {TO_NOVEL}}}
""",
    )
    assert list(found) == ["Novel", "Base", "A"]
    merged = fields(found["A"])
    assert (merged["a"].type, merged["a"].doc) == (Ref("Novel"), "A gift.")
    assert merged["b"].type == Ref("Novel")


def test_words_on_a_polymorphic_base_keep_its_subtypes(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Animal: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {lives: {}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Animal'}, {description: A dog.}]}
Pup: {allOf: [{$ref: '#/components/schemas/Dog'}, {description: A young dog.}]}
Zoo:
  properties:
    pet: {allOf: [{$ref: '#/components/schemas/Animal'}, {description: Its pet.}]}
""",
    )
    assert fields(found["Zoo"])["pet"].type == Ref("Animal")
    assert isinstance(found["Dog"], Model)
    assert isinstance(found["Pup"], Model)


def test_a_component_that_only_describes_another_is_an_alias(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        f"""\
{NOVEL}
Gift: {{allOf: [{TO_NOVEL}, {{type: object, description: A gift.}}]}}
Maybe: {{$ref: '#/components/schemas/Novel', nullable: true}}
User: {{properties: {{maybe: {{$ref: '#/components/schemas/Maybe'}}}}}}
""",
        "3.0.3",
    )
    for name in ("Gift", "Maybe"):
        schema = found[name]
        assert isinstance(schema, Alias)
        assert schema.type == Ref("Novel")
    assert found["Gift"].doc == "A gift."
    assert fields(found["User"])["maybe"].type == Nullable(Ref("Maybe"))


@pytest.mark.parametrize(
    "text",
    [
        "A: {$ref: '#/components/schemas/A', nullable: true}",
        "A: {$ref: '#/components/schemas/B', nullable: true}\n"
        "B: {$ref: '#/components/schemas/A', nullable: true}",
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {description: More.}]}",
        "A: {allOf: [{$ref: '#/components/schemas/Nowhere'}, {description: More.}]}",
    ],
)
def test_references_that_lead_nowhere_are_no_aliases(tmp_path: Path, text: str) -> None:
    assert "A" in schemas(tmp_path, text, "3.0.3")


def test_what_is_said_of_items_and_variants_is_told(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        f"""\
{NOVEL}
A:
  properties:
    a: {{items: {{allOf: [{TO_NOVEL}, {{description: One.}}]}}}}
    b: {{oneOf: [{{allOf: [{TO_NOVEL}, {{description: In full.}}]}}, {{type: string, description: By title.}}]}}
    c: {{items: {TO_NOVEL}}}
""",
    )
    assert found.keys() == {"Novel", "A"}
    told = fields(found["A"])
    assert (told["a"].type, told["a"].doc) == (List(Ref("Novel")), "Each: One.")
    assert told["b"].doc == "One of these:\n\n- In full.\n- By title."
    assert told["c"].doc == ""


def test_an_alias_that_differs_in_case_alone_is_that_schema(tmp_path: Path) -> None:
    text = """\
Audit: {$ref: '#/components/schemas/audit'}
audit: {properties: {id: {}}}
Log: {properties: {a: {$ref: '#/components/schemas/Audit'}, b: {$ref: '#/components/schemas/audit'}}}
"""
    found = schemas(tmp_path, text)
    assert list(found) == ["Audit", "Log"]
    assert isinstance(found["Audit"], Model)
    types = [field.type for field in fields(found["Log"]).values()]
    assert types == [Ref("Audit"), Ref("Audit")]
    indented = "".join(f"    {line}\n" for line in text.splitlines())
    made = built(tmp_path, f"{PATHS}components:\n  schemas:\n{indented}")
    assert made.count().schemas.left_out == ()


def test_an_alias_with_words_of_its_own_keeps_its_name(tmp_path: Path) -> None:
    text = """\
Audit: {$ref: '#/components/schemas/audit', description: What was done.}
audit: {properties: {id: {}}}
"""
    assert schemas(tmp_path, text).keys() == {"Audit", "Audit2"}
