"""The pages of models: fields, variants, values, and who uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import black
import pytest

from generator.ir import (
    Discriminator,
    Field,
    List,
    Map,
    Nullable,
    Ref,
    Type,
    Union,
)

from .apis import (
    GET_PET,
    PET,
    PET_REF,
    TEXT,
    alias,
    answer,
    api,
    enum,
    field,
    json_body,
    model,
    operation,
    page,
    pages,
)
from .markdown_judge import dead_links, fences, row, section, shown


def test_a_model_page_tells_when_a_field_is_there() -> None:
    odd = Field("from", "from_", Nullable(TEXT), False, "Where from.", write_only=True)
    found = page(api(schemas=(model("Letter", field("id"), odd),)), "models/Letter.md")
    assert "from pet_shop.models import Letter" in found
    assert row(found, "id")[2] == "always"
    assert "| `from_`, in JSON `from` |" in found
    assert "optional, may be `None`, only in requests" in found


def test_a_union_is_a_table_from_tag_to_model() -> None:
    cat, dog = model("Cat", field("kind"), doc="Meows."), model("Dog", field("kind"))
    union = Union(
        (Ref("Cat"), Ref("Dog")),
        Discriminator("kind", (("cat", Ref("Cat")), (2, Ref("Dog")))),
    )
    found = page(api(schemas=(cat, dog, alias("Animal", union))), "models/Animal.md")
    assert '| `"cat"` | [Cat](Cat.md) | Meows. |' in found
    assert "| `2` | [Dog](Dog.md) | An object with `kind`. |" in found
    assert json.loads(next(fences(found, "json"))) == {"kind": "cat"}


def _choice(name: str, *others: str) -> str:
    """The page of a union, whose variants are `Cat` by two names and these by their own."""
    tags = (("cat", "Cat"), ("kitten", "Cat"), *((each, each) for each in others))
    union = Union(
        tuple(Ref(each) for each in ("Cat", *others)),
        Discriminator("kind", tuple((tag, Ref(each)) for tag, each in tags)),
    )
    models = (model(each, field("kind")) for each in ("Cat", *others))
    return page(api(schemas=(*models, alias(name, union))), f"models/{name}.md")


def test_a_union_is_told_apart_by_class() -> None:
    *_, program = fences(_choice("Animal", "Dog", "Cow", "Hen"), "python")
    assert program == (
        "from pet_shop import models\n\n\n"
        "def handle(animal: models.Animal) -> None:\n"
        "    match animal:\n"
        "        case models.Cat():\n"
        '            print("Cat", animal)\n'
        "        case models.Dog():\n"
        '            print("Dog", animal)\n'
        "        case models.Cow():\n"
        '            print("Cow", animal)\n'
        "        case _:\n"
        '            print("something else", animal)\n'
    )
    assert "its class tells" not in _choice("Animal")


@pytest.mark.parametrize("length", [60, 61, 62, 80, 120])
def test_programs_with_long_names_of_models_are_as_black_leaves_them(
    length: int,
) -> None:
    names = (f"{start}{'o' * length}" for start in "BDF")
    for program in fences(_choice(*names), "python"):
        assert black.format_str(program, mode=black.Mode()) == program


def test_an_enumeration_lists_its_values() -> None:
    colour = replace(
        enum("Colour", "red", "gre|en"), value_docs=(("red", "Like fire."),)
    )
    found = page(api(schemas=(colour,)), "models/Colour.md")
    assert '| `"red"` | Like fire. |' in found
    assert shown(found).count("gre|en") == 1


def test_a_model_knows_who_uses_it() -> None:
    create = operation(
        "create_pet", "POST", "/pets", body=json_body(PET_REF, *PET.fields)
    )
    failing = replace(GET_PET, errors=(answer(Ref("Problem"), "404"),))
    litter = model("Litter", field("pets", List(PET_REF)))
    source = api(create, failing, schemas=(PET, litter, model("Problem")))
    uses = section(page(source, "models/Pet.md"), "## Used by")
    assert uses.strip().splitlines() == [
        "* Sent by [create_pet](../sdks/pets/README.md#create_pet)",
        "* Returned by [get_pet](../sdks/pets/README.md#get_pet)",
        "* Part of [Litter](Litter.md)",
    ]
    assert "* In errors of [get_pet]" in page(source, "models/Problem.md")


@pytest.mark.parametrize("name", ["Index", "README", "Readme"])
def test_a_model_never_takes_the_place_of_a_front_page(name: str) -> None:
    found = pages(api(schemas=(model(name), model("Holder", field("it", Ref(name))))))
    assert f"models/{name}_.md" in found
    assert not dead_links(found)


@pytest.mark.parametrize("kind", [List, Map])
def test_the_limits_of_what_holds_itself_or_null_have_an_end(
    kind: Callable[[Type], Type],
) -> None:
    tree = alias("Tree", kind(Nullable(Ref("Tree"))))
    made = pages(api(operation("get", returns=Ref("Tree")), schemas=(tree,)))
    assert "[Tree](Tree.md) or `None`" in made["models/Tree.md"]
