"""Unions: the right class, or `Unknown`; never the wrong class."""

import copy
import json
import pickle
from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias, Union

import pytest
from pydantic import Field, ValidationError
from typing_extensions import TypeAliasType

from templates.python._runtime.decoding import (
    strict_validator,
    validator,
)
from templates.python._runtime.encoding import encode_json, jsonable
from templates.python._runtime.model import Model
from templates.python._runtime.unions import (
    Tagged,
    Unknown,
    Untagged,
    members,
    variants,
)


class Cat(Model):
    kind: Literal["cat", "kitten"]
    lives: int


class Dog(Model):
    kind: Literal["dog"]
    name: str
    tail: bool | None = None


Pet: TypeAlias = Annotated[
    Cat | Dog | Unknown, Tagged("kind", {"cat": Cat, "kitten": Cat, "dog": Dog})
]


class Car(Model):
    kind: Literal["car"]
    pet: Pet | None = None


# A union of a union, as descriptions nest them.
Thing: TypeAlias = Annotated[
    Pet | Car | Unknown,
    Tagged("kind", {"cat": Cat, "kitten": Cat, "dog": Dog, "car": Car}),
]


class Owner(Model):
    pets: list[Pet]
    best: Pet | None = None


class VersionOne(Model):
    version: Literal[1]
    a: str


class VersionTwo(Model):
    version: Literal[2]
    b: str


Versioned: TypeAlias = Annotated[
    VersionOne | VersionTwo | Unknown, Tagged("version", {1: VersionOne, 2: VersionTwo})
]


class Yes(Model):
    ok: Literal[True]
    value: str


class No(Model):
    ok: Literal[False]
    reason: str


Outcome: TypeAlias = Annotated[Yes | No | Unknown, Tagged("ok", {True: Yes, False: No})]


class Sum(Model):
    op: Literal["sum"]
    parts: "list[Expression]"
    first: "Quoted | None" = None


class Number(Model):
    op: Literal["number"]
    value: float


Expression = TypeAliasType(
    "Expression",
    Annotated[Sum | Number | Unknown, Tagged("op", {"sum": Sum, "number": Number})],
)
Quoted: TypeAlias = Annotated[
    Union["Late", "Number", Unknown], Tagged("op", {"late": "Late", "number": "Number"})
]


class Late(Model):
    op: Literal["late"]


class FromField(Model):
    from_: Annotated[Literal["a"], Field(alias="from")]
    x: int


class FromOther(Model):
    from_: Annotated[Literal["b"], Field(alias="from")]


ByFrom: TypeAlias = Annotated[
    FromField | FromOther | Unknown, Tagged("from", {"a": FromField, "b": FromOther})
]


class ById(Model):
    id: str
    at: datetime | None = None


class ByName(Model):
    name: str
    id: int | None = None


class Optional(Model):
    x: int | None = None
    y: int | None = None


Filter: TypeAlias = Annotated[
    ById | ByName | Optional | list[str] | str | dict[str, list[int]] | Unknown,
    Untagged(),
]
Expandable: TypeAlias = Annotated[str | ById | Unknown, Untagged()]
Lists: TypeAlias = Annotated[
    list[ById] | list[ByName] | list[int] | Unknown, Untagged()
]


class Query(Model):
    filter: Filter
    plain: ById | ByName | None = None
    customer: Expandable | None = None


class Branch(Model):
    left: "Branch | Leaf | None" = None


class Leaf(Model):
    size: int
    beside: "list[Branch | Leaf | str]" = []


def decoded(type_: Any, value: Any) -> Any:
    return validator(type_)(json.dumps(value).encode())


# Told apart by a tag


@pytest.mark.parametrize(
    ("type_", "value", "class_"),
    [
        (Pet, {"kind": "cat", "lives": 9}, Cat),
        (Pet, {"kind": "kitten", "lives": 9}, Cat),
        (Pet, {"kind": "dog", "name": "x"}, Dog),
        (Pet, {"kind": "dog", "lives": 9}, Dog),
        (Pet, {"kind": "dog"}, Dog),
        (Thing, {"kind": "dog", "name": "x"}, Dog),
        (Thing, {"kind": "car", "pet": {"kind": "cat"}}, Car),
        (Versioned, {"version": 1, "a": "x"}, VersionOne),
        (Versioned, {"version": 2, "b": "x"}, VersionTwo),
        (Outcome, {"ok": True, "value": "x"}, Yes),
        (Outcome, {"ok": False, "reason": "x"}, No),
        (ByFrom, {"from": "a", "x": 1}, FromField),
        (Expression, {"op": "number", "value": 1}, Number),
    ],
)
def test_the_tag_decides(type_: Any, value: Any, class_: type[Model]) -> None:
    found = decoded(type_, value)
    assert type(found) is class_
    assert found.to_dict() == value


@pytest.mark.parametrize(
    ("type_", "value", "tag"),
    [
        (Pet, {"kind": "bird", "name": "x"}, "bird"),
        (Pet, {"name": "x"}, None),
        (Pet, {"kind": None, "name": "x"}, None),
        (Pet, {"kind": ["cat"]}, None),
        (Pet, {"kind": 1}, 1),
        (Pet, {}, None),
        (Pet, [], None),
        (Pet, "cat", None),
        (Pet, 7, None),
        (Thing, {"kind": "ship"}, "ship"),
        (Versioned, {"version": 3}, 3),
        (Versioned, {"version": "1", "a": "x"}, "1"),
        (Outcome, {"ok": "yes"}, "yes"),
        (ByFrom, {"from": "c"}, "c"),
    ],
)
def test_what_no_tag_stands_for_is_unknown(type_: Any, value: Any, tag: Any) -> None:
    found = decoded(type_, value)
    assert found == Unknown(value)
    assert found.tag == tag
    assert json.loads(encode_json(found)) == value


def test_a_wrong_tag_outside_of_a_union_is_kept() -> None:
    cat: Cat = decoded(Cat, {"kind": "dog", "lives": 9})
    assert cat.to_dict() == {"kind": "dog", "lives": 9}


def test_unions_nest_through_their_own_members() -> None:
    value = {
        "op": "sum",
        "parts": [
            {"op": "number", "value": 1.5},
            {"op": "sum", "parts": [{"op": "product"}, 7]},
        ],
    }
    found: Sum = decoded(Expression, value)
    assert isinstance(found.parts[0], Number)
    assert isinstance(found.parts[1], Sum)
    assert found.parts[1].parts == [Unknown({"op": "product"}), Unknown(7)]
    assert found.to_dict() == value


def test_members_may_be_defined_further_down() -> None:
    found: Sum = decoded(Sum, {"op": "sum", "first": {"op": "late"}})
    assert isinstance(found.first, Late)
    found = decoded(Sum, {"op": "sum", "first": {"op": "later"}})
    assert found.first == Unknown({"op": "later"})


def test_null_is_none_where_a_member_is_expected() -> None:
    owner: Owner = decoded(Owner, {"pets": [None, {"kind": "cat"}], "best": None})
    assert owner.pets[0] is None
    assert owner.best is None
    assert owner.to_dict() == {"pets": [None, {"kind": "cat"}], "best": None}


def test_a_default_member_is_used_for_other_tags() -> None:
    type_ = Annotated[Cat | Dog, Tagged("kind", {"cat": Cat}, default=Dog)]
    assert isinstance(decoded(type_, {"kind": "cat", "lives": 1}), Cat)
    assert isinstance(decoded(type_, {"kind": "wolf", "name": "x"}), Dog)
    assert isinstance(decoded(type_, {"name": "x"}), Dog)


class Plain(Model):
    role: str
    type: Literal["plain"] | None = None


class Fancy(Model):
    type: Literal["fancy"]


def test_a_member_that_may_leave_its_tag_out_is_known_without_it() -> None:
    type_: Any = Annotated[
        Plain | Fancy | Unknown, Tagged("type", {"plain": Plain, "fancy": Fancy})
    ]
    for read in (validator(type_), strict_validator(type_)):
        assert read(b'{"role": "user"}') == Plain(role="user")
        assert read(b'{"role": "user", "type": "plain"}').type == "plain"
    assert isinstance(validator(type_)(b'{"role": "user", "type": "new"}'), Unknown)
    assert isinstance(validator(type_)(b'{"other": 1}'), Unknown)


class Circle(Model):
    kind: Literal["circle"] | None
    radius: float


class Square(Model):
    kind: Literal["square"] | None = None
    side: float


def test_a_tag_that_is_null_says_nothing_of_the_member() -> None:
    type_: Any = Annotated[
        Circle | Square | Unknown, Tagged("kind", {"circle": Circle, "square": Square})
    ]
    for read in (validator(type_), strict_validator(type_)):
        assert isinstance(read(b'{"kind": null, "radius": 1.5}'), Circle)
        assert isinstance(read(b'{"kind": null, "side": 1.5}'), Square)


def test_members_without_a_tag_are_tried_after_the_others() -> None:
    type_ = Annotated[
        Cat | Dog | str | Unknown, Tagged("kind", {"cat": Cat, "dog": Dog})
    ]
    assert decoded(type_, "tiger") == "tiger"
    assert isinstance(decoded(type_, {"kind": "cat", "lives": 1}), Cat)
    assert decoded(type_, 7) == Unknown(7)


def test_a_union_without_unknown_leaves_other_members_as_they_came() -> None:
    class House(Model):
        pet: Annotated[Cat | Dog, Tagged("kind", {"cat": Cat, "dog": Dog})]

    assert decoded(House, {"pet": {"kind": "bird"}}).pet == {"kind": "bird"}
    assert isinstance(decoded(House, {"pet": {"kind": "dog"}}).pet, Dog)


def test_a_union_by_itself_is_strict_when_asked() -> None:
    strict = strict_validator(Pet)
    assert isinstance(strict(b'{"kind": "cat", "lives": 9}'), Cat)
    with pytest.raises(ValidationError, match="lives"):
        strict(b'{"kind": "cat"}')
    with pytest.raises(ValidationError, match="does not match any"):
        strict(b'{"kind": "bird"}')


def test_models_made_by_hand_take_members() -> None:
    cat, bird = Cat(kind="cat", lives=9), Unknown({"kind": "bird"})
    owner = Owner(pets=[cat, bird], best={"kind": "dog", "name": "x"})  # type: ignore[arg-type]
    assert owner.pets == [cat, bird]
    assert isinstance(owner.best, Dog)
    assert owner.to_dict() == {
        "pets": [{"kind": "cat", "lives": 9}, {"kind": "bird"}],
        "best": {"kind": "dog", "name": "x"},
    }
    with pytest.raises(ValidationError):
        Owner(pets=[{"kind": "bird"}])  # type: ignore[list-item]


def test_models_made_by_hand_take_members_whose_tag_has_another_name() -> None:
    class Holder(Model):
        held: ByFrom

    held = FromField(from_="a", x=1)
    assert Holder(held=held).held is held
    assert Holder.model_validate({"held": held}).held is held


def test_the_members_of_a_union_can_be_asked_for() -> None:
    assert list(members(Thing)) == [Cat, Dog, Unknown, Car, Unknown]
    assert list(members(Expression)) == [Sum, Number, Unknown]
    assert variants(Pet) == ("kind", {"cat": Cat, "kitten": Cat, "dog": Dog})
    assert variants(Expression) == ("op", {"sum": Sum, "number": Number})
    assert variants(Filter) == (None, {})
    assert variants(Cat) == (None, {})


# Told apart by what they look like


@pytest.mark.parametrize(
    ("value", "class_"),
    [
        ({"id": "x"}, ById),
        ({"id": "x", "at": "2024-05-31T12:00:00Z"}, ById),
        ({"id": 1, "name": "x"}, ByName),
        ({"name": "x"}, ByName),
        ({"x": 1}, Optional),
        ({"x": 1, "new": 2}, Optional),
        ({}, Optional),
        # Nothing fits in every part: the one with most of the fields.
        ({"id": [], "at": 7}, ById),
        ({"id": "x", "name": 7}, ById),
        ({"name": 7}, ByName),
        ({"x": "1"}, Optional),
    ],
)
def test_an_object_becomes_the_class_that_fits_best(
    value: Any, class_: type[Model]
) -> None:
    query: Query = decoded(Query, {"filter": value})
    assert type(query.filter) is class_
    assert query.to_dict() == {"filter": value}


@pytest.mark.parametrize(
    "value",
    [
        "text",
        ["a", "b"],
        [],
        {"a": [1, 2]},
    ],
)
def test_other_members_fit_or_do_not(value: Any) -> None:
    query: Query = decoded(Query, {"filter": value})
    assert query.filter == value
    assert query.problems() == []


@pytest.mark.parametrize(
    "value", [7, True, [1], ["a", 1], {"zzz": 1}, {"zzz": {"id": "x"}}, {"a": ["x"]}]
)
def test_what_has_nothing_in_common_is_unknown(value: Any) -> None:
    query: Query = decoded(Query, {"filter": value})
    assert query.filter == Unknown(value)
    assert query.to_dict() == {"filter": value}
    assert len(query.problems()) >= 1


def test_dates_in_members_are_dates() -> None:
    query: Query = decoded(Query, {"filter": {"id": "x", "at": "2024-05-31T12:00:00Z"}})
    assert isinstance(query.filter, ById)
    assert isinstance(query.filter.at, datetime)


def test_a_field_with_one_value_is_as_good_as_a_tag() -> None:
    class Big(Model):
        type: Literal["big"]
        x: int
        y: int

    class Small(Model):
        type: Literal["small"]

    type_ = Annotated[Big | Small | Unknown, Untagged()]
    assert isinstance(decoded(type_, {"type": "small", "x": 1, "y": 2}), Small)
    assert isinstance(decoded(type_, {"type": "small", "x": "?"}), Small)
    assert isinstance(decoded(type_, {"type": "big"}), Big)
    assert decoded(type_, {"type": "huge", "x": 1}) == Unknown({"type": "huge", "x": 1})
    alone = Annotated[Big | Unknown, Untagged()]
    assert isinstance(decoded(alone, {"type": "big", "x": "?"}), Big)
    assert isinstance(decoded(alone, {"x": 1}), Big)
    assert decoded(alone, {"type": "small", "x": 1}) == Unknown(
        {"type": "small", "x": 1}
    )


@pytest.mark.parametrize(
    ("value", "class_"),
    [
        ("cus_1", str),
        ({"id": "cus_1"}, ById),
        ({"id": 7}, ById),
        ({"deleted": True}, Unknown),
        ({}, Unknown),
        (7, Unknown),
    ],
)
def test_an_id_or_the_object_itself(value: Any, class_: type) -> None:
    query: Query = decoded(Query, {"customer": value})
    assert type(query.customer) is class_
    assert query.to_dict() == {"customer": value}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"id": "x"}], ById),
        ([{"name": "x"}], ByName),
        ([1, 2], int),
    ],
)
def test_lists_are_told_apart_by_their_items(value: Any, expected: type) -> None:
    assert {type(item) for item in decoded(Lists, value)} == {expected}


@pytest.mark.parametrize("value", [[{"zzz": 1}], ["x"], {"id": "x"}, [1, {"id": "x"}]])
def test_a_list_of_something_else_is_unknown(value: Any) -> None:
    assert decoded(Lists, value) == Unknown(value)


def test_a_flag_that_is_set_is_not_the_number_one() -> None:
    class Counted(Model):
        kind: Literal[1]
        size: int

    class Flagged(Model):
        kind: Literal[True]
        size: int

    type_ = Annotated[Counted | Flagged | Unknown, Untagged()]
    for size in (3, "three"):
        assert isinstance(decoded(type_, {"kind": 1, "size": size}), Counted)
        assert isinstance(decoded(type_, {"kind": True, "size": size}), Flagged)
    alone = Annotated[Counted | Unknown, Untagged()]
    assert decoded(alone, {"kind": True, "size": "three"}) == Unknown(
        {"kind": True, "size": "three"}
    )


def test_an_open_enum_does_not_take_what_another_lists() -> None:
    class Open(Model):
        kind: Literal["a", "b"] | str

    class Other(Model):
        kind: Literal["c", "d"] | str
        size: int | None = None

    validate = strict_validator(Annotated[Open | Other | Unknown, Untagged()])
    assert type(validate(b'{"kind": "c"}')) is Other
    assert type(validate(b'{"kind": "b"}')) is Open
    assert type(validate(b'{"kind": "new"}')) is Open


def test_an_object_of_fields_without_a_name_is_of_the_class_that_types_them() -> None:
    class Sized(Model):
        size: int | None = None

    class Labelled(Model):
        __pydantic_extra__: dict[str, str] = Field(init=False)
        note: str | None = None

    class Scored(Labelled):
        __pydantic_extra__: dict[str, float] = Field(init=False)  # type: ignore[assignment]

    type_ = Annotated[Sized | Labelled | Scored | Unknown, Untagged()]
    assert decoded(type_, {"colour": "red"}) == Labelled.model_validate(
        {"colour": "red"}
    )
    assert type(decoded(type_, {"depth": 1})) is Scored
    assert decoded(type_, {"colour": None}) == Unknown({"colour": None})


def test_a_plain_union_takes_the_class_with_most_fields() -> None:
    assert isinstance(decoded(Query, {"plain": {"id": "x"}}).plain, ById)
    assert isinstance(decoded(Query, {"plain": {"name": "x", "id": 1}}).plain, ByName)
    assert decoded(Query, {"plain": 7}).plain == 7


def test_a_misfit_has_one_problem() -> None:
    query: Query = decoded(Query, {"filter": "x", "plain": None, "customer": 7})
    assert [problem.path for problem in query.problems()] == [("customer",)]


def test_an_untagged_member_made_by_hand_is_taken_as_it_is() -> None:
    by_id = ById(id="x")
    assert Query(filter=by_id).filter is by_id
    assert isinstance(Query(filter={"name": "x"}).filter, ByName)  # type: ignore[dict-item]
    with pytest.raises(ValidationError, match="none of: ById, ByName, Optional"):
        Query(filter={"name": 7})  # type: ignore[dict-item]


# Unknown


def test_unknown_is_a_value() -> None:
    unknown = Unknown({"kind": "bird"}, "bird")
    assert unknown == Unknown({"kind": "bird"})
    assert unknown != Unknown({"kind": "fish"})
    assert repr(unknown) == "Unknown(value={'kind': 'bird'}, tag='bird')"
    match unknown:
        case Unknown({"kind": kind}):
            assert kind == "bird"
        case _:
            pytest.fail("an Unknown matches by its value")
    with pytest.raises(AttributeError, match="cannot be changed"):
        unknown.value = 1  # type: ignore[misc]


def test_unknown_can_be_copied_and_pickled() -> None:
    unknown = Unknown({"kind": "bird"}, "bird")
    for twin in (
        copy.copy(unknown),
        copy.deepcopy(unknown),
        pickle.loads(pickle.dumps(unknown)),
    ):
        assert twin == unknown
        assert twin.tag == "bird"


def test_unknown_is_sent_as_it_came() -> None:
    assert jsonable({"a": [Unknown({"kind": "bird"})]}) == {"a": [{"kind": "bird"}]}
    assert encode_json(Unknown([1, None])) == b"[1,null]"


def test_unknown_alone_may_be_the_type_of_a_field() -> None:
    class Holder(Model):
        held: Unknown

    assert decoded(Holder, {"held": {"a": 1}}).held == Unknown({"a": 1})


def test_the_fields_of_an_unknown_member_are_attributes() -> None:
    unknown = Unknown({"type": "new", "size": 3}, "new")
    assert (unknown.type, unknown.size) == ("new", 3)
    with pytest.raises(AttributeError, match="no field 'colour'"):
        _ = unknown.colour
    assert copy.deepcopy(unknown) == unknown
    assert pickle.loads(pickle.dumps(unknown)) == unknown


class Loose(Model):
    either: str | list[int] | ById | None = None
    inner: "str | Loose | None" = None


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"either": {"id": "x", "new": 1}}, ById),
        ({"either": {"id": 7}}, ById),
        ({"either": {"zzz": 1}}, dict),
        ({"either": {}}, dict),
        ({"either": [1, 2]}, list),
        ({"inner": {"either": "x"}}, Loose),
        # All of its fields may be left out.
        ({"inner": {"zzz": 1}}, Loose),
    ],
)
def test_the_only_class_of_a_union_does_not_take_every_object(
    sent: dict[str, Any], expected: type
) -> None:
    [name] = sent
    loose = decoded(Loose, sent)
    assert type(getattr(loose, name)) is expected
    assert loose.to_dict() == sent
    assert bool(loose.problems()) == (expected is dict or sent[name] == {"id": 7})


class Sent(Model):
    kind: Literal["sent"] | None = None
    at: int


class Paid(Model):
    kind: Literal["paid"] | None = None
    at: int


@pytest.mark.parametrize(
    ("value", "class_"),
    [
        ({"kind": "paid", "at": 1}, Paid),
        ({"kind": "paid", "at": "soon"}, Paid),
        ({"kind": None, "at": "soon"}, Sent),
        ({"at": 1}, Sent),
        ({"kind": "lost", "at": 1}, Unknown),
    ],
)
def test_a_field_that_may_be_missing_tells_where_it_is_there(
    value: Any, class_: type
) -> None:
    found = decoded(Annotated[Sent | Paid | Unknown, Untagged()], value)
    assert type(found) is class_


Told: TypeAlias = Annotated[
    Cat | Dog | Unknown, Tagged("kind", {"cat": Cat, "dog": Dog})
]


class Answer(Model):
    format: Told | str
    formats: list[Told | int]
    at: Told | datetime | None = None


def test_plain_values_beside_tagged_members_are_themselves() -> None:
    read = validator(Answer)(
        b'{"format": "auto", "formats": [1, {"kind": "dog", "name": "Rex"},'
        b' {"kind": "fish"}], "at": "2024-05-31T12:00:00Z"}'
    )
    assert read.format == "auto"
    assert read.formats == [
        1,
        Dog(kind="dog", name="Rex"),
        Unknown({"kind": "fish"}, "fish"),
    ]
    assert isinstance(read.at, datetime)
    assert jsonable(read)["format"] == "auto"


class Named(Model):
    name: str


def test_an_object_beside_tagged_members_takes_nothing_of_theirs() -> None:
    read = validator(Told | Named)
    assert read(b'{"kind": "dog", "name": "Rex"}') == Dog(kind="dog", name="Rex")
    assert read(b'{"name": "Rex"}') == Named(name="Rex")


def test_a_list_beside_tagged_members_leaves_unknown_tags_unknown() -> None:
    either: Any = Annotated[Told | list[Dog] | Unknown, Untagged()]
    read = validator(either)
    assert read(b'{"kind": "fish", "name": "x"}') == Unknown(
        {"kind": "fish", "name": "x"}
    )
    assert read(b'[{"kind": "dog", "name": "Rex"}]') == [Dog(kind="dog", name="Rex")]


class Leftmost(Model):
    side: str | None = None
    on: bool | None = None


class Right(Model):
    side: str | None = None
    on: bool | None = None


def test_the_default_is_what_does_not_say_what_it_is() -> None:
    sides = Tagged("side", {"left": Leftmost, "right": Right}, default=Right)
    read = validator(Annotated[Leftmost | Right | Unknown, sides])
    assert isinstance(read(b'{"on": true}'), Right)


class Labelled(Model):
    labels: list[Literal["a"]]


def test_a_list_of_one_constant_is_no_constant() -> None:
    read = validator(str | Labelled)
    assert read(b'{"labels": ["a"]}') == Labelled(labels=["a"])


class Epochs(Model):
    n_epochs: Literal["auto"] | int | None = None


@pytest.mark.parametrize("count", ["auto", 3, None])
def test_a_value_that_is_listed_beside_a_type_is_no_constant(count: object) -> None:
    read = validator(str | Epochs)
    assert read(json.dumps({"n_epochs": count}).encode()) == Epochs.model_construct(
        n_epochs=count
    )


class Open(Model):
    __pydantic_extra__: dict[str, str | float | bool]


class Held(Model):
    loose: Open | None = None
    number: str | float | None = None
    data: bytes | list[bytes] | None = None


@pytest.mark.parametrize(
    "sent",
    [
        '{"loose":{"x":true}}',
        '{"loose":{"x":9007199254740993}}',
        '{"number":123456789012345678}',
        '{"number":9007199254740993}',
        '{"number":-9007199254740993}',
        '{"data":["aGk="]}',
        '{"data":"aGk="}',
    ],
)
def test_what_came_in_a_union_goes_back_as_it_came(sent: str) -> None:
    read = validator(Held)(sent)
    assert read.to_json() == sent
    assert read.problems() == []


def test_large_integers_stay_what_they_are_in_unions_of_numbers() -> None:
    read = validator(str | float)(b"123456789012345678")
    assert read == 123456789012345678
    assert isinstance(validator(str | float)(b"1.5"), float)


def test_a_union_may_lead_back_to_the_model_that_has_it() -> None:
    found = decoded(Branch, {"left": {"size": 1, "beside": [{"left": None}, "x"]}})
    assert found == Branch(left=Leaf(size=1, beside=[Branch(left=None), "x"]))
