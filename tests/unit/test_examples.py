"""Example values: the description's own where they fit, else built to fit."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from generator.examples import UPLOAD, Direction, Examples, misfit
from generator.examples.fitting import Fitter
from generator.examples.misfits import Misfit
from generator.ir import (
    Any,
    Binary,
    BodyKind,
    Constraints,
    Content,
    Default,
    Discriminator,
    Field,
    Json,
    List,
    Literal,
    Map,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Tuple,
    Type,
    Union,
)

from .apis import (
    FLAG,
    NUMBER,
    PET,
    PET_REF,
    TEXT,
    WHOLE,
    alias,
    answer,
    api,
    enum,
    field,
    json_body,
    model,
    operation,
    path_parameter,
)

_KINDS = [Scalar(kind) for kind in ScalarKind]


def value(type_: Type, name: str = "thing", *schemas: Schema, **limits: object) -> Json:
    """An example for a field of this type."""
    constraints = replace(Constraints(), **limits)  # type: ignore[arg-type]
    each = Field(name, name, type_, True, constraints=constraints)
    return Examples(api(schemas=schemas)).field(each, Direction.REQUEST)


@pytest.mark.parametrize(
    "type_",
    [
        *_KINDS,
        Literal(("a", "b")),
        Literal((None, 2)),
        List(TEXT),
        Map(NUMBER),
        Tuple((TEXT, WHOLE), FLAG),
        Nullable(TEXT),
        Union((WHOLE, TEXT)),
        Any(),
        PET_REF,
        List(PET_REF),
    ],
)
def test_an_example_fits_its_type(type_: Type) -> None:
    assert Fitter({"Pet": PET}).fits(value(type_, "thing", PET), type_)


@pytest.mark.parametrize(
    ("type_", "limits"),
    [
        (WHOLE, {"minimum": 10, "maximum": 20}),
        (WHOLE, {"minimum": 7, "multiple_of": 5}),
        (WHOLE, {"exclusive_minimum": 0, "exclusive_maximum": 2}),
        (NUMBER, {"exclusive_minimum": 0, "exclusive_maximum": 0.5}),
        (NUMBER, {"maximum": -3.5}),
        (NUMBER, {"multiple_of": 0.1, "minimum": 0.25}),
        (TEXT, {"min_length": 40}),
        (TEXT, {"max_length": 2}),
        (TEXT, {"pattern": "^[A-Z]{3}-\\d{4}$"}),
        (TEXT, {"pattern": "^[a-z]+$", "min_length": 300}),
        (TEXT, {"pattern": "^(?:sk|pk)_[A-Za-z0-9]{24}$"}),
        (List(TEXT), {"min_items": 3, "unique_items": True}),
        (List(WHOLE), {"min_items": 2, "unique_items": True}),
        (List(Literal(("a", "b", "c"))), {"min_items": 2, "unique_items": True}),
        (List(TEXT), {"max_items": 0}),
        (Map(TEXT), {"min_properties": 2}),
    ],
)
def test_an_example_keeps_to_its_limits(type_: Type, limits: dict[str, object]) -> None:
    constraints = replace(Constraints(), **limits)  # type: ignore[arg-type]
    assert Fitter({}).fits(value(type_, "thing", **limits), type_, constraints)


def test_a_name_tells_what_a_value_looks_like() -> None:
    assert value(TEXT, "email") == "ada@example.com"
    assert value(TEXT, "callback_url") == "https://example.com"
    assert value(TEXT, "orderId") == "order_123"
    assert value(WHOLE, "created_at") == 1769860800


def test_a_valid_example_of_the_description_is_taken() -> None:
    each = replace(field("size", WHOLE), examples=("big", 400, 12))
    limited = replace(each, constraints=Constraints(maximum=100))
    assert Examples(api()).field(limited, Direction.REQUEST) == 12


def test_a_default_shows_what_a_value_can_be() -> None:
    each = replace(field("order"), default=Default("desc"))
    assert Examples(api()).field(each, Direction.REQUEST) == "desc"


def test_what_a_union_lists_is_shown_rather_than_any_text() -> None:
    colors = enum("Colors", "red", "blue")
    assert value(Union((TEXT, Literal(("red", "blue")))), "color") == "red"
    assert value(Union((TEXT, Ref("Colors"))), "color", colors) == "red"
    assert value(Union((WHOLE, TEXT, Literal(("red",)))), "size") == 20
    open_ = field("color", Union((TEXT, Ref("Colors"))))
    asked = replace(open_, default=Default("blue"))
    examples = Examples(api(schemas=(colors,)))
    assert examples.field(asked, Direction.REQUEST) == "blue"


def test_an_example_of_one_operation_serves_others() -> None:
    shown: Json = {"id": "pet_7", "name": "Rex", "age": 3}
    first = operation(
        "get_pet", "GET", "/pets/{pet_id}", path_parameter("pet_id", "", "pet_7")
    )
    first = replace(first, responses=(answer(PET_REF, example=shown),))
    examples = Examples(
        api(first, schemas=(PET, model("Page", field("data", List(PET_REF)))))
    )
    assert examples.schema("Page") == {"data": [shown]}
    assert examples.field(field("pet_id"), Direction.REQUEST) == "pet_7"


def test_a_request_has_no_room_for_what_its_schema_does_not_name() -> None:
    read_only = replace(field("id"), read_only=True)
    pet = model("Pet", read_only, field("name"))
    shown: Json = {"id": "pet_7", "name": "Rex", "colour": "brown"}
    create = operation(
        "create_pet", "POST", "/pets", body=json_body(PET_REF, example=shown)
    )
    assert create.body is not None
    examples = Examples(api(create, schemas=(pet,)))
    assert examples.body(create.body.contents[0]) == {"name": "Rex"}
    assert examples.schema("Pet") == shown


def test_a_variant_gets_the_tag_that_its_schema_leaves_open() -> None:
    cat, dog = model("Cat", field("kind"), field("lives", WHOLE)), model(
        "Dog", field("kind")
    )
    union = Union(
        (Ref("Cat"), Ref("Dog")),
        Discriminator("kind", (("cat", Ref("Cat")), ("dog", Ref("Dog")))),
    )
    assert value(union, "animal", cat, dog) == {"kind": "cat", "lives": 1}


def test_a_variant_alone_has_its_tag_and_not_that_of_another() -> None:
    kind = Literal(("cat", "dog"))
    cat, dog = (model(name, field("kind", kind)) for name in ("Cat", "Dog"))
    tags = Discriminator("kind", (("cat", Ref("Cat")), ("dog", Ref("Dog"))))
    union = alias("Pet", Union((Ref("Cat"), Ref("Dog")), tags))
    examples = Examples(api(schemas=(cat, dog, union)))
    assert examples.schema("Cat") == {"kind": "cat"}
    assert examples.schema("Dog") == {"kind": "dog"}


def test_a_schema_that_holds_itself_has_a_finite_example() -> None:
    node = model(
        "Node",
        field("name"),
        field("children", List(Ref("Node"))),
        field("parent", Nullable(Ref("Node"))),
        field("twin", Ref("Node"), required=False),
    )
    assert value(Ref("Node"), "node", node) == {
        "name": "Example",
        "children": [],
        "parent": None,
    }


def test_where_no_value_is_finite_the_example_is_null() -> None:
    endless = model("Endless", field("next", Ref("Other")))
    other = model("Other", field("next", Ref("Endless")))
    assert value(Ref("Endless"), "x", endless, other) is None
    assert value(Never()) is None


def test_of_a_circle_of_unions_the_way_out_is_taken() -> None:
    expression = alias("Expression", Union((Ref("Sum"), WHOLE)))
    total = model(
        "Sum", field("left", Ref("Expression")), field("right", Ref("Expression"))
    )
    assert value(Ref("Sum"), "sum", total, expression) == {"left": 1, "right": 1}


def test_a_deep_value_of_many_variants_is_judged_once() -> None:
    """Every variant has the field, so that trying them anew doubles the work at each depth."""
    first = model("First", field("next", Ref("Node")), field("a", required=False))
    second = model("Second", field("next", Ref("Node")), field("b", required=False))
    node = alias("Node", Union((Ref("First"), Ref("Second"), WHOLE)))
    fitter = Fitter({each.name: each for each in (first, second, node)})
    for end, fits in ((1, True), ("neither", False)):
        shown: Json = end
        for _ in range(100):
            shown = {"next": shown}
        assert fitter.fits(shown, Ref("Node")) is fits


def test_names_that_go_in_circles_are_judged() -> None:
    names = [f"A{number}" for number in range(12)]
    circle = [
        alias(name, Union(tuple(Ref(other) for other in names if other != name)))
        for name in names
    ]
    way_out = alias("A0", Union((*(Ref(name) for name in names[1:]), WHOLE)))
    closed = Fitter({each.name: each for each in circle})
    opened = Fitter({each.name: each for each in (*circle, way_out)})
    for name in names:
        assert not closed.fits(5, Ref(name))
        assert opened.fits(5, Ref(name))
        assert not opened.fits("five", Ref(name))


def test_a_schema_that_doubles_at_every_step_is_left_out() -> None:
    last = model("M40", field("name"))
    chain = [
        model(f"M{n}", field("a", Ref(f"M{n + 1}")), field("b", Ref(f"M{n + 1}")))
        for n in range(40)
    ]
    assert value(Ref("M0"), "x", *chain, last) is None
    assert value(Ref("M38"), "x", *chain, last) == {
        "a": {"a": {"name": "Example"}, "b": {"name": "Example"}},
        "b": {"a": {"name": "Example"}, "b": {"name": "Example"}},
    }


def test_optional_fields_stand_in_an_example_as_long_as_there_is_room() -> None:
    large = model("Large", *(field(f"f{n}") for n in range(400)))
    owner = model(
        "Owner",
        *(field(f"large{n}", Ref("Large"), required=False) for n in range(50)),
        field("name"),
        field("note", required=False),
    )
    shown = Examples(api(schemas=(large, owner))).schema("Owner")
    assert isinstance(shown, dict)
    assert list(shown) == ["large0", "large1", "name", "note"]


def test_what_multiplies_has_no_example() -> None:
    large = model("Large", *(field(f"f{n}") for n in range(400)))
    owner = model("Owner", *(field(f"large{n}", Ref("Large")) for n in range(50)))
    assert Examples(api(schemas=(large, owner))).schema("Owner") is None
    cube = Constraints(min_items=20)
    lists: Type = TEXT
    for _ in range(6):
        lists, cube = List(lists), Constraints(min_items=20, each=cube)
    each = Field("cube", "cube", lists, True, constraints=cube)
    assert Examples(api()).field(each, Direction.REQUEST) is None


def test_a_chain_of_thousands_of_schemas_has_an_example() -> None:
    chain = [
        model(f"M{n}", field("next", Ref(f"M{n + 1}"), required=False))
        for n in range(3_000)
    ]
    assert Examples(api(schemas=tuple(chain))).schema("M0") == {"next": {}}


@pytest.mark.parametrize(
    "pattern", ["^(a+)+$", "(a|a)*$", "^(?=(a+)+$)b", "((()+)+)+", "(" * 3_000]
)
def test_a_hostile_pattern_is_not_tried(pattern: str) -> None:
    shown = "a" * 200 + "!"
    each = replace(
        field("code"), examples=(shown,), constraints=Constraints(pattern=pattern)
    )
    assert Examples(api()).field(each, Direction.REQUEST) == shown


def test_a_text_that_would_be_too_long_is_never_made() -> None:
    began = process_time()
    for number in range(20):
        pattern = f"^{'(' * number}(a{{300}}){{300}}{')' * number}$"
        assert value(TEXT, "code", pattern=pattern) == "print('Hello!')"
    assert process_time() - began < 1


def test_a_file_is_an_upload_in_requests_whatever_the_description_shows() -> None:
    each = replace(field("photo", Binary()), examples=("@/etc/passwd",))
    assert Examples(api()).field(each, Direction.REQUEST) is UPLOAD


def test_a_part_that_its_schema_has_no_type_for_is_an_upload() -> None:
    fields = (field("name"), field("photo", Any()))
    parts = (fields[0], replace(fields[1], type=Union((Binary(), TEXT))))
    content = Content("multipart/form-data", BodyKind.MULTIPART, Ref("New"), parts)
    found = Examples(api(schemas=(model("New", *fields),))).body(content)
    assert isinstance(found, dict)
    assert found["photo"] is UPLOAD


def test_an_enumeration_is_shown_by_its_first_value() -> None:
    assert value(Ref("Colour"), "colour", enum("Colour", "red", "green")) == "red"


_TAGGED = Union(
    (Ref("Pet"), Ref("Item")), Discriminator("kind", (("pet", Ref("Pet")),), None)
)


@pytest.mark.parametrize(
    ("wrong", "type_", "path", "reason"),
    [
        (None, TEXT, (), "null stands where a string belongs"),
        (1, Nullable(Literal(("a", "b"))), (), "1 is not among 'a', 'b'"),
        ([1], Map(Any()), (), "a list stands where a mapping belongs"),
        (
            {"a": [1, "b"]},
            Map(List(WHOLE)),
            ("a", 1),
            "'b' stands where an integer belongs",
        ),
        (
            [1, 2],
            Tuple((Any(),), None),
            (),
            "a list of more than 1 elements stands here",
        ),
        (1, Never(), (), "no value fits here"),
        (1, Ref("Circle"), (), "no value fits here"),
        (1, Union((TEXT, List(Any()))), (), "a number fits none of the alternatives"),
        (
            [{}],
            Union((TEXT, List(TEXT))),
            (0,),
            "a mapping stands where a string belongs",
        ),
        (
            {"kind": "x"},
            _TAGGED,
            (),
            "a mapping 'x' in 'kind' is none of the alternatives",
        ),
        ({}, _TAGGED, (), "a mapping without 'kind' is none of the alternatives"),
    ],
)
def test_what_does_not_fit_has_a_place_and_a_reason(
    wrong: Json, type_: Type, path: tuple[str | int, ...], reason: str
) -> None:
    schemas = {"Pet": PET, "Circle": alias("Circle", Ref("Circle"))}
    assert misfit(Fitter(schemas), wrong, type_) == Misfit(path, reason)


def test_an_object_without_required_fields_shows_those_of_named_texts() -> None:
    thing = model(
        "Thing",
        field("arn", Ref("Arn"), required=False),
        field("colour", Nullable(Ref("Colour")), required=False),
        field("pet", PET_REF, required=False),
    )
    arn = alias("Arn", Ref("Text"), Constraints(min_length=3))
    schemas = (thing, arn, alias("Text", TEXT), enum("Colour", "red"), PET)
    shown = value(Ref("Thing"), "thing", *schemas)
    assert isinstance(shown, dict)
    assert list(shown) == ["arn", "colour"]
    assert shown["colour"] == "red"


def test_a_named_text_is_shown_as_its_default() -> None:
    each = replace(field("order", Ref("Order")), default=Default("desc"))
    examples = Examples(api(schemas=(enum("Order", "asc", "desc"),)))
    assert examples.field(each, Direction.REQUEST) == "desc"


def test_names_that_only_stand_for_one_another_have_no_example() -> None:
    thing = model("Thing", field("a", Ref("A"), required=False))
    circle = (alias("A", Ref("B")), alias("B", Ref("A")))
    assert value(Ref("Thing"), "thing", thing, *circle) == {}
