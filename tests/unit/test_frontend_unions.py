"""Which property tells the variants of a union apart."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
import yaml

from generator.ir import (
    Alias,
    Any,
    Discriminator,
    EnumModel,
    Map,
    Model,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Union,
)

from .descriptions import PATHS, built, fields, problems, schemas

CAT = "Cat: {required: [kind], properties: {kind: {const: cat}, lives: {}}}\n"
DOG = "Dog: {required: [kind], properties: {kind: {const: dog}, barks: {}}}\n"
BOTH = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]"


def told(folder: Path, text: str, name: str = "Pet") -> Discriminator | None:
    """How the variants of a union are told apart; `None` where they are tried in turn."""
    schema = schemas(folder, text)[name]
    assert isinstance(schema, Alias), schema
    assert isinstance(schema.type, Union), schema
    return schema.type.discriminator


def mapping(folder: Path, text: str, name: str = "Pet") -> dict[object, str]:
    discriminator = told(folder, text, name)
    assert discriminator is not None
    return {
        tag: type_.name
        for tag, type_ in discriminator.mapping
        if isinstance(type_, Ref)
    }


def test_a_declared_discriminator_uses_the_values_of_its_property(
    tmp_path: Path,
) -> None:
    text = f"{CAT}{DOG}Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}"
    assert mapping(tmp_path, text) == {"cat": "Cat", "dog": "Dog"}


def test_without_values_and_mapping_the_key_is_the_tag(tmp_path: Path) -> None:
    text = f"""\
Cat: {{properties: {{kind: {{type: string}}}}}}
Dog: {{properties: {{kind: {{type: string}}}}}}
Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}"""
    assert mapping(tmp_path, text) == {"Cat": "Cat", "Dog": "Dog"}


def test_a_mapping_names_by_key_and_by_reference(tmp_path: Path) -> None:
    text = f"""\
Cat: {{properties: {{kind: {{type: string}}}}}}
Dog: {{properties: {{kind: {{type: string}}}}}}
Pet:
  {BOTH}
  discriminator:
    propertyName: kind
    mapping: {{c: Cat, kitten: Cat, d: '#/components/schemas/Dog'}}"""
    assert mapping(tmp_path, text) == {"c": "Cat", "kitten": "Cat", "d": "Dog"}


def test_a_mapping_to_numbers_has_numbers_for_tags(tmp_path: Path) -> None:
    text = f"""\
Cat: {{required: [kind], properties: {{kind: {{type: integer}}}}}}
Dog: {{required: [kind], properties: {{kind: {{type: integer}}}}}}
Pet:
  {BOTH}
  discriminator: {{propertyName: kind, mapping: {{'1': Cat, '2': Dog}}}}"""
    assert mapping(tmp_path, text) == {1: "Cat", 2: "Dog"}


def test_a_mapping_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    text = f"""\
  schemas:
    Cat: {{properties: {{kind: {{}}}}}}
    Dog: {{properties: {{kind: {{}}}}}}
    Pet: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{a: '#/components/schemas/Fish'}}}}}}
"""
    made = built(tmp_path, f"{PATHS}components:\n{text}")
    assert any(
        "#/components/schemas/Fish leads nowhere" in line for line in problems(made)
    )


def variant(name: str, kind: str) -> str:
    return f"{name}: {{required: [kind], properties: {{kind: {kind}}}}}\n"


ANY_KIND = "{enum: [cat, kitten, dog, fish]}"


@pytest.mark.parametrize(
    ("cat", "dog", "tags", "contradicted"),
    [
        (
            "{const: feline}",
            "{const: canine}",
            "{cat: Cat, dog: Dog, feline: Cat, canine: Dog}",
            ["cat", "dog"],
        ),
        (
            "{enum: [cat, kitten]}",
            "{enum: [dog]}",
            "{cat: Cat, dog: Dog, kitten: Cat}",
            [],
        ),
        (
            "{const: feline}",
            "{type: string}",
            "{cat: Cat, dog: Dog, feline: Cat}",
            ["cat"],
        ),
        # What both may have, or one of them beside what may have anything, tells neither.
        (ANY_KIND, ANY_KIND, "{cat: Cat, dog: Dog}", []),
        (ANY_KIND, "{type: string}", "{cat: Cat, dog: Dog}", []),
    ],
)
def test_values_that_a_mapping_leaves_out_tell_their_variant_too(
    tmp_path: Path, cat: str, dog: str, tags: str, contradicted: list[str]
) -> None:
    text = f"""\
{variant("Cat", cat)}{variant("Dog", dog)}\
Pet: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: Dog}}}}}}"""
    assert mapping(tmp_path, text) == yaml.safe_load(tags)
    made = built(
        tmp_path,
        f"{PATHS}components:\n  schemas:\n{textwrap.indent(text, '    ')}",
    )
    assert problems(made) == [
        f"warning /components/schemas/Pet/discriminator/mapping/{tag}: the mapping says"
        f" {tag!r} for {tag.title()}, whose 'kind' cannot be that"
        for tag in contradicted
    ]


def test_the_constant_of_a_subtype_counts_though_its_base_does_not_list_it(
    tmp_path: Path,
) -> None:
    text = """\
Pet: {properties: {kind: {enum: [cat]}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {const: cat}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {const: dog}}}]}
"""
    assert mapping(tmp_path, text) == {"cat": "Cat", "dog": "Dog"}


def test_what_a_mapping_names_beside_the_variants_is_told(tmp_path: Path) -> None:
    tags = "mapping: {cat: Cat, dog: Dog, fish: Fish}"
    text = f"""\
{CAT}{DOG}{variant("Fish", "{const: fish}")}\
Pet: {{{BOTH}, discriminator: {{propertyName: kind, {tags}}}}}
Any: {{oneOf: [{{$ref: '#/components/schemas/Pet'}}, {{$ref: '#/components/schemas/Fish'}}],
  discriminator: {{propertyName: kind, {tags}}}}}
Base: {{properties: {{kind: {{}}}}, discriminator: {{propertyName: kind, mapping: {{fish: Fish}}}}}}
"""
    text = textwrap.indent(text, "    ")
    made = built(tmp_path, f"{PATHS}components:\n  schemas:\n{text}")
    assert problems(made) == [
        "warning /components/schemas/Pet/discriminator/mapping/fish: the mapping says"
        " 'fish' for what is none of the variants",
        "warning /components/schemas/Base/discriminator/mapping/fish: the mapping says"
        " 'fish' for Fish, whose allOf does not lead to this schema",
    ]
    assert isinstance(made.api.schemas["Base"], Model)


def test_values_that_a_base_has_as_well_tell_no_subtype(tmp_path: Path) -> None:
    text = """\
Pet:
  properties: {kind: {enum: [cat, fish]}}
  discriminator: {propertyName: kind, mapping: {cat: Cat}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {}}}]}
"""
    assert mapping(tmp_path, text) == {"cat": "Cat"}
    own = text.replace("{lives: {}}", "{kind: {enum: [cat, kitten]}}")
    free = own.replace("{enum: [cat, fish]}", "{type: string}")
    assert mapping(tmp_path, free) == {"cat": "Cat", "kitten": "Cat"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}", None),
        (f"Pet: {{{BOTH}, discriminator: {{propertyName: sort}}}}", "Pet"),
        (
            f"Pet: {{properties: {{sort: {{}}}}, {BOTH}, discriminator: {{propertyName: sort}}}}",
            None,
        ),
        (
            "Base: {discriminator: {propertyName: sort}}\n"
            "Sub: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {}}}]}",
            "Base",
        ),
        (
            "Base: {discriminator: {propertyName: sort}}\n"
            "Sub: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {sort: {}}}]}",
            None,
        ),
    ],
)
def test_a_discriminator_that_no_variant_has_is_told(
    tmp_path: Path, text: str, place: str | None
) -> None:
    schemas = textwrap.indent(f"{CAT}{DOG}{text}\n", "    ")
    made = built(tmp_path, f"{PATHS}components:\n  schemas:\n{schemas}")
    told = [problem for problem in problems(made) if "no variant has" in problem]
    pointer = f"/components/schemas/{place}/discriminator"
    fact = "no variant has the property 'sort', which is to tell them apart"
    assert told == ([f"warning {pointer}: {fact}"] if place else [])


@pytest.mark.parametrize("gone", ["{$ref: '#/gone'}", "{$ref: gone.yaml}"])
def test_without_a_variant_that_is_broken_the_others_stay(
    tmp_path: Path, gone: str
) -> None:
    both = BOTH.removesuffix("]")
    made = built(
        tmp_path,
        f"{PATHS}components:\n  schemas:\n    {CAT}    {DOG}"
        f"    Pet: {{{both}, {gone}]}}\n    One: {{anyOf: [{{type: string}}, {gone}]}}\n",
    )
    pet, one = made.api.schemas["Pet"], made.api.schemas["One"]
    assert isinstance(pet, Alias) and isinstance(one, Alias)
    assert pet.type == Union(
        (Ref("Cat"), Ref("Dog")),
        Discriminator("kind", (("cat", Ref("Cat")), ("dog", Ref("Dog")))),
    )
    assert one.type == Any()
    told = [problem for problem in problems(made) if "variant" in problem]
    assert told == [
        f"warning /components/schemas/{name}: a variant of the union is broken"
        for name in ("Pet", "One")
    ]


def test_a_discriminator_is_found_where_none_is_declared(tmp_path: Path) -> None:
    assert mapping(tmp_path, f"{CAT}{DOG}Pet: {{{BOTH}}}") == {
        "cat": "Cat",
        "dog": "Dog",
    }


def test_of_several_that_would_do_the_habitual_one_is_taken(tmp_path: Path) -> None:
    text = f"""\
Cat: {{required: [sound, type], properties: {{sound: {{const: meow}}, type: {{const: cat}}}}}}
Dog: {{required: [sound, type], properties: {{sound: {{const: woof}}, type: {{const: dog}}}}}}
Pet: {{{BOTH}}}"""
    discriminator = told(tmp_path, text)
    assert discriminator is not None
    assert discriminator.wire_name == "type"


@pytest.mark.parametrize(
    "dog",
    [
        "{properties: {kind: {enum: [dog, puppy]}}}",
        "{required: [kind], properties: {kind: {const: cat}}}",
        "{required: [kind], properties: {kind: {type: string}}}",
        "{required: [other], properties: {other: {const: dog}}}",
    ],
    ids=["not always there", "the same value", "any value", "another property"],
)
def test_what_does_not_tell_is_not_taken(tmp_path: Path, dog: str) -> None:
    assert told(tmp_path, f"{CAT}Dog: {dog}\nPet: {{{BOTH}}}") is None


def test_one_value_tells_a_variant_even_where_it_may_be_left_out(
    tmp_path: Path,
) -> None:
    # So pydantic writes `kind: Literal["dog"] = "dog"`.
    dog = "{properties: {kind: {const: dog, default: dog}, sound: {const: woof}}}"
    found = told(tmp_path, f"{CAT}Dog: {dog}\nPet: {{{BOTH}}}")
    assert found is not None
    assert found.mapping == (("cat", Ref("Cat")), ("dog", Ref("Dog")))


def test_what_is_always_there_tells_better(tmp_path: Path) -> None:
    text = f"""\
Cat: {{required: [sound], properties: {{sound: {{const: meow}}, type: {{const: cat}}}}}}
Dog: {{required: [sound], properties: {{sound: {{const: woof}}, type: {{const: dog}}}}}}
Pet: {{{BOTH}}}"""
    found = told(tmp_path, text)
    assert found is not None
    assert found.wire_name == "sound"


def test_a_declared_discriminator_that_does_not_tell_is_reported(
    tmp_path: Path,
) -> None:
    text = f"""\
components:
  schemas:
    {CAT.strip()}
    Dog: {{required: [kind], properties: {{kind: {{const: cat}}}}}}
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
        - properties: {{kind: {{type: integer}}}}
      discriminator: {{propertyName: kind}}
"""
    made = built(tmp_path, PATHS + text)
    assert any(
        "'kind' does not tell every variant apart" in line for line in problems(made)
    )


def test_variants_with_several_values_have_several_tags(tmp_path: Path) -> None:
    text = f"""\
Cat: {{required: [kind], properties: {{kind: {{enum: [cat, lion]}}}}}}
{DOG}Pet: {{{BOTH}}}"""
    assert mapping(tmp_path, text) == {"cat": "Cat", "lion": "Cat", "dog": "Dog"}


def test_a_union_in_a_union_lends_its_tags(tmp_path: Path) -> None:
    text = f"""\
{CAT}{DOG}Pet: {{{BOTH}}}
Fish: {{required: [kind], properties: {{kind: {{const: fish}}}}}}
Animal: {{oneOf: [{{$ref: '#/components/schemas/Pet'}}, {{$ref: '#/components/schemas/Fish'}}]}}"""
    assert mapping(tmp_path, text, "Animal") == {
        "cat": "Cat",
        "dog": "Dog",
        "fish": "Fish",
    }


@pytest.mark.parametrize(
    ("animal", "variants"),
    [
        (
            "{oneOf: [{$ref: '#/components/schemas/Named'}, {$ref: '#/components/schemas/Fish'}]}",
            {"cat": "NamedCat", "dog": "NamedDog", "fish": "Fish"},
        ),
        (
            "{properties: {name: {}}, oneOf: [{$ref: '#/components/schemas/Pet'},"
            " {$ref: '#/components/schemas/Fish'}]}",
            {"cat": "AnimalPetCat", "dog": "AnimalPetDog", "fish": "AnimalFish"},
        ),
    ],
)
def test_the_variants_of_a_union_in_a_union_have_what_stands_beside_it(
    tmp_path: Path, animal: str, variants: dict[str, str]
) -> None:
    text = f"""\
{CAT}{DOG}Animal: {animal}
Fish: {{required: [kind], properties: {{kind: {{const: fish}}}}}}
Named: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{name: {{}}}}}}]}}
Pet: {{{BOTH}}}"""
    assert mapping(tmp_path, text, "Animal") == variants
    assert "name" in fields(schemas(tmp_path, text)[variants["cat"]])


def test_a_default_mapping_is_the_variant_of_unknown_tags(tmp_path: Path) -> None:
    text = f"""\
{CAT}{DOG}Other: {{properties: {{kind: {{type: string}}}}}}
Pet:
  oneOf:
    - $ref: '#/components/schemas/Cat'
    - $ref: '#/components/schemas/Dog'
    - $ref: '#/components/schemas/Other'
  discriminator: {{propertyName: kind, defaultMapping: Other}}"""
    discriminator = told(tmp_path, text)
    assert discriminator is not None
    assert discriminator.default == Ref("Other")


INHERITED = """\
Pet:
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {cat: Cat}}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {weeks: {}}}]}
"""


def test_a_base_with_a_discriminator_stands_for_its_subtypes(tmp_path: Path) -> None:
    assert mapping(tmp_path, INHERITED) == {
        "cat": "Cat",
        "Dog": "Dog",
        "Puppy": "Puppy",
    }


PET = """\
Pet:
  required: [kind]
  properties: {kind: {type: string, enum: %s}}
  discriminator: {propertyName: kind}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {}}}]%s}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {barks: {}}}]}
"""


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("[Cat, Dog]", {"Cat": "Cat", "Dog": "Dog"}),
        ("[Dog, Cat]", {"Cat": "Cat", "Dog": "Dog"}),
        ("[cat, DOG, fish]", {"cat": "Cat", "DOG": "Dog"}),
    ],
)
def test_values_that_all_subtypes_share_tell_none_from_the_others(
    tmp_path: Path, values: str, expected: dict[str, str]
) -> None:
    text = PET % (values, "")
    assert mapping(tmp_path, text) == expected
    other = f"{text}Other: {{{BOTH}, discriminator: {{propertyName: kind}}}}"
    assert mapping(tmp_path, other, "Other") == expected


def test_a_subtype_may_say_its_tag_as_autorest_wants_it(tmp_path: Path) -> None:
    text = PET % ("[feline, Dog]", ", x-ms-discriminator-value: feline")
    assert mapping(tmp_path, text) == {"feline": "Cat", "Dog": "Dog"}


def test_a_value_that_a_base_has_alone_is_not_that_of_what_lies_between(
    tmp_path: Path,
) -> None:
    text = """\
Pet:
  properties: {kind: {type: string, enum: [cat]}}
  discriminator: {propertyName: kind}
Mammal: {allOf: [{$ref: '#/components/schemas/Pet'}]}
Lion:
  allOf: [{$ref: '#/components/schemas/Mammal'}, {properties: {roars: {}}}]
  x-ms-discriminator-value: cat
"""
    assert mapping(tmp_path, text) == {"Mammal": "Mammal", "cat": "Lion"}


def test_what_lies_between_lends_its_values_to_what_is_built_on_it(
    tmp_path: Path,
) -> None:
    text = """\
Pet: {properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
Cat:
  allOf: [{$ref: '#/components/schemas/Pet'}]
  properties: {kind: {enum: [cat, lion, tiger]}}
Lion: {allOf: [{$ref: '#/components/schemas/Cat'}], x-ms-discriminator-value: lion}
"""
    assert mapping(tmp_path, text) == {"cat": "Cat", "lion": "Lion", "tiger": "Cat"}


@pytest.mark.parametrize(
    ("one", "other"), [("{const: 1}", "{const: true}"), ("{const: a}", "{const: a}")]
)
def test_subtypes_that_share_a_value_are_told(
    tmp_path: Path, one: str, other: str
) -> None:
    text = f"""\
    Pet: {{properties: {{kind: {{}}}}, discriminator: {{propertyName: kind}}}}
    Cat: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{kind: {one}}}}}]}}
    Dog: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{kind: {other}}}}}]}}
"""
    (said,) = problems(built(tmp_path, f"{PATHS}components:\n  schemas:\n{text}"))
    assert said.endswith(" stands for Dog and for another schema")


@pytest.mark.parametrize("other", ["true", "1.0", "'1'"])
def test_values_that_python_does_not_tell_apart_are_no_tags(
    tmp_path: Path, other: str
) -> None:
    text = f"""\
{variant("Cat", "{const: 1}")}{variant("Dog", f"{{const: {other}}}")}\
Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}"""
    assert told(tmp_path, text) is None


def test_a_subtype_whose_name_is_no_allowed_tag_is_told(tmp_path: Path) -> None:
    text = textwrap.indent(PET % ("[feline, Dog]", ""), "    ")
    made = built(tmp_path, f"{PATHS}components:\n  schemas:\n{text}")
    (said,) = problems(made)
    assert said.startswith("warning /components/schemas/Cat: nothing says which 'kind'")


def test_what_is_no_known_subtype_is_read_as_the_base(tmp_path: Path) -> None:
    discriminator = told(tmp_path, INHERITED)
    assert discriminator is not None
    assert discriminator.default == Ref("PetBase")


def test_subtypes_in_files_of_their_own_are_found(tmp_path: Path) -> None:
    (tmp_path / "pet.yaml").write_text(
        "required: [kind]\nproperties: {kind: {type: string}}\n"
        "discriminator: {propertyName: kind}\n"
    )
    (tmp_path / "cat.yaml").write_text(
        "allOf: [{$ref: pet.yaml}, {properties: {lives: {}}}]\n"
    )
    text = "Pet: {$ref: pet.yaml}\nCat: {$ref: cat.yaml}"
    assert mapping(tmp_path, text) == {"Cat": "Cat"}


def test_a_base_without_subtypes_is_an_object_like_any_other(tmp_path: Path) -> None:
    text = "Pet: {properties: {kind: {}}, discriminator: {propertyName: kind}}"
    assert not isinstance(schemas(tmp_path, text)["Pet"], Alias | EnumModel)


def test_unions_in_unions_are_looked_at_once_each(tmp_path: Path) -> None:
    """Looking again at every level, for every property that may tell, would take years."""
    depth = 40
    variant = "{{required: [kind], properties: {{kind: {{const: v{}}}}}}}"
    lines = [f"V{n}: {variant.format(n)}" for n in range(depth + 1)]
    lines += [
        f"U{n}: {{oneOf: [{{$ref: '#/components/schemas/{'U' if n > 1 else 'V'}{n - 1}'}},"
        f" {{$ref: '#/components/schemas/V{n}'}}]}}"
        for n in range(depth, 0, -1)
    ]
    found = mapping(tmp_path, "\n".join(lines), f"U{depth}")
    assert found == {f"v{n}": f"V{n}" for n in range(depth + 1)}


def test_members_that_are_no_objects_need_no_tag(tmp_path: Path) -> None:
    text = f"""\
{CAT}{DOG}Size: {{enum: [small, large]}}
Names: {{type: array, items: {{type: string}}}}
Pet:
  anyOf:
    - $ref: '#/components/schemas/Size'
    - $ref: '#/components/schemas/Cat'
    - $ref: '#/components/schemas/Names'
    - $ref: '#/components/schemas/Dog'
"""
    pet = schemas(tmp_path, text)["Pet"]
    assert isinstance(pet, Alias)
    assert isinstance(pet.type, Union)
    told, *others = pet.type.variants
    assert isinstance(told, Union)
    assert told.discriminator == Discriminator(
        "kind", (("cat", Ref("Cat")), ("dog", Ref("Dog")))
    )
    assert others == [Ref("Size"), Ref("Names")]


@pytest.mark.parametrize("null", ["nullable: true", "type: object, nullable: true"])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_variant_that_is_only_nullable_is_null(
    tmp_path: Path, version: str, null: str
) -> None:
    text = f"{CAT}Owner: {{properties: {{pet: {{anyOf: [{{{null}}}, {{$ref: '#/components/schemas/Cat'}}]}}}}}}"
    (pet,) = fields(schemas(tmp_path, text, version)["Owner"]).values()
    assert pet.type == Nullable(Ref("Cat"))


def test_an_object_that_may_be_null_is_one_beside_what_has_no_name(
    tmp_path: Path,
) -> None:
    null = "{type: object, nullable: true}"
    text = f"Owner: {{properties: {{pet: {{anyOf: [{null}, {{type: string}}]}}}}}}"
    (pet,) = fields(schemas(tmp_path, text, "3.0.3")["Owner"]).values()
    assert pet.type == Nullable(Union((Map(Any()), Scalar(ScalarKind.STRING))))


def test_a_variant_that_has_the_fields_beside_the_union_is_itself(
    tmp_path: Path,
) -> None:
    beside = "required: [kind], properties: {kind: {type: string}}"
    text = f"{CAT}{DOG}Pet: {{{beside}, {BOTH}, discriminator: {{propertyName: kind}}}}"
    assert mapping(tmp_path, text) == {"cat": "Cat", "dog": "Dog"}
    tags = "mapping: {cat: Cat, dog: Dog}"
    text = f"""\
{CAT}{DOG}Pet: {{{BOTH}, discriminator: {{propertyName: kind, {tags}}}}}
Owned: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{owner: {{}}}}}}]}}"""
    assert list(mapping(tmp_path, text, "Owned")) == ["cat", "dog"]
    more = "required: [age], properties: {age: {type: integer}}"
    other = f"{CAT}{DOG}Pet: {{{more}, {BOTH}, discriminator: {{propertyName: kind}}}}"
    assert "Cat" not in mapping(tmp_path, other).values()


@pytest.mark.parametrize(
    ("kind", "keys", "tags"),
    [
        ("boolean", "true: Cat, 'false': Dog", [True, False]),
        ("number", "'1': Cat, 2.5: Dog", [1, 2.5]),
        ("integer", "'1': Cat, 2.5: Dog", [1, "2.5"]),
        ("string", "'1': Cat, 'true': Dog", ["1", "true"]),
    ],
)
def test_the_tags_of_a_mapping_are_what_is_sent(
    tmp_path: Path, kind: str, keys: str, tags: list[object]
) -> None:
    text = f"""\
Cat: {{properties: {{kind: {{type: {kind}}}}}}}
Dog: {{properties: {{kind: {{type: {kind}}}}}}}
Pet: {{{BOTH}, discriminator: {{propertyName: kind, mapping: {{{keys}}}}}}}"""
    found = list(mapping(tmp_path, text))
    assert found == tags
    assert list(map(type, found)) == list(map(type, tags))


def test_a_union_in_a_union_has_the_constants_of_its_own_variants(
    tmp_path: Path,
) -> None:
    text = f"""\
Tabby: {{properties: {{kind: {{const: cat}}, coat: {{const: tabby}}}}, required: [kind, coat]}}
Ginger: {{properties: {{kind: {{const: cat}}, coat: {{const: ginger}}}}, required: [kind, coat]}}
Cat: {{oneOf: [{{$ref: '#/components/schemas/Tabby'}}, {{$ref: '#/components/schemas/Ginger'}}]}}
{DOG}
Pet: {{{BOTH}, discriminator: {{propertyName: kind}}}}"""
    assert mapping(tmp_path, text) == {"cat": "Cat", "dog": "Dog"}
    assert mapping(tmp_path, text, "Cat") == {"tabby": "Tabby", "ginger": "Ginger"}


@pytest.mark.parametrize(
    ("keyword", "rest"),
    [
        ("additionalProperties", "{type: integer}"),
        (
            "patternProperties",
            "{^x: {type: integer}}\n      additionalProperties: false",
        ),
    ],
)
def test_variants_have_the_further_properties_that_stand_beside_the_union(
    tmp_path: Path, keyword: str, rest: str
) -> None:
    text = """\
components:
  schemas:
    A: {type: object, required: [a], properties: {a: {type: string}}}
    Inline:
      oneOf: [{type: object, properties: {k: {}}}, {type: string}, {type: object}]
      REST
    Named:
      anyOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {l: {}}}]
      REST
""".replace("REST", f"{keyword}: {rest}")
    made = built(tmp_path, PATHS + text)
    inline = made.api.schemas["Inline"]
    assert isinstance(inline, Alias)
    number = Scalar(ScalarKind.INTEGER)
    string = Scalar(ScalarKind.STRING)
    assert inline.type == Union((Ref("InlineK"), string, Map(number)))
    extras = {
        name: schema.extra
        for name, schema in made.api.schemas.items()
        if isinstance(schema, Model)
    }
    assert extras == {"A": Any(), "InlineK": number, "NamedL": number}
    assert problems(made) == [
        f"warning /components/schemas/Named: what {keyword} says beside a union is left"
        " out for variants by reference, whose further properties may be anything"
    ]
