"""Schemas become types: what is allowed, merged, named and said."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.document import Json
from generator.ir import (
    Alias,
    Any,
    Binary,
    Constraints,
    EnumModel,
    List,
    Literal,
    Map,
    Model,
    Never,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Tuple,
    Type,
    Union,
)

from .descriptions import PATHS, built, fields, problems, schema_types, schemas
from .documents import HEAD

STRING = Scalar(ScalarKind.STRING)
INTEGER = Scalar(ScalarKind.INTEGER)
NUMBER = Scalar(ScalarKind.NUMBER)
BOOLEAN = Scalar(ScalarKind.BOOLEAN)


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string}", STRING),
        ("{type: integer}", INTEGER),
        ("{type: number}", NUMBER),
        ("{type: boolean}", BOOLEAN),
        ("{type: 'null'}", Literal((None,))),
        ("{}", Any()),
        ("true", Any()),
        ("false", Never()),
        ("{description: anything}", Any()),
        ("{type: array}", List(Any())),
        ("{items: {type: string}}", List(STRING)),
        (
            "{type: array, items: {type: array, items: {type: integer}}}",
            List(List(INTEGER)),
        ),
        ("{type: object}", Map(Any())),
        ("{type: object, additionalProperties: true}", Map(Any())),
        ("{additionalProperties: {type: integer}}", Map(INTEGER)),
        ("{patternProperties: {^a: {type: integer}}}", Map(INTEGER)),
        ("{type: string, format: date-time}", Scalar(ScalarKind.DATETIME)),
        ("{type: string, format: date}", Scalar(ScalarKind.DATE)),
        ("{type: string, format: time}", Scalar(ScalarKind.TIME)),
        ("{type: string, format: duration}", Scalar(ScalarKind.DURATION)),
        ("{type: string, format: uuid}", Scalar(ScalarKind.UUID)),
        ("{type: string, format: decimal}", Scalar(ScalarKind.DECIMAL)),
        ("{type: string, format: byte}", Scalar(ScalarKind.BASE64)),
        ("{type: string, contentEncoding: base64}", Scalar(ScalarKind.BASE64)),
        ("{type: string, format: binary}", Binary()),
        ("{type: string, contentMediaType: image/png}", Binary()),
        ("{type: string, contentMediaType: application/json}", STRING),
        ("{type: string, format: of-our-own}", STRING),
        ("{type: integer, format: int64}", INTEGER),
        ("{format: date}", Scalar(ScalarKind.DATE)),
        ("{const: a}", Literal(("a",))),
        ("{const: 1}", Literal((1,))),
        ("{const: null}", Literal((None,))),
        ("{const: {a: 1}}", Map(Any())),
        ("{enum: [[1], {a: 1}, x]}", Union((List(Any()), Map(Any()), STRING))),
        ("{enum: [{a: 1}, null]}", Nullable(Map(Any()))),
        ("{type: array, items: {type: string}, enum: [[a], []]}", List(STRING)),
        (
            "{oneOf: [{const: {a: 1}}, {const: b}]}",
            Union((Map(Any()), Literal(("b",)))),
        ),
        ("{enum: [a, b, a]}", Literal(("a", "b"))),
        ("{enum: [1, true, 1.0]}", Literal((1, True, 1.0))),
        ("{enum: [a, null]}", Nullable(Literal(("a",)))),
        ("{type: [string, 'null']}", Nullable(STRING)),
        ("{type: [string, integer]}", Union((STRING, INTEGER))),
        ("{type: [string, integer, 'null']}", Nullable(Union((STRING, INTEGER)))),
        (
            "{type: ['null', integer, string], format: int32, pattern: '^[0-9]+$'}",
            Nullable(INTEGER),
        ),
        ("{type: [number, string], format: double, pattern: '^[0-9.]+$'}", NUMBER),
        (
            "{type: [string, integer], format: date}",
            Union((Scalar(ScalarKind.DATE), INTEGER)),
        ),
        ("{anyOf: [{type: string}, {type: 'null'}]}", Nullable(STRING)),
        ("{oneOf: [{type: string}, {type: string}]}", STRING),
        (
            "{oneOf: [{type: string}, {oneOf: [{type: integer}, {type: 'null'}]}]}",
            "flat",
        ),
        ("{oneOf: [{const: a}, {const: b}]}", Literal(("a", "b"))),
        ("{oneOf: [{type: string}, {}]}", Any()),
        ("{allOf: [{type: string}, {maxLength: 3}]}", STRING),
        ("{allOf: [{type: [string, integer]}, {type: integer}]}", INTEGER),
        ("{allOf: [{type: number}, {type: integer}]}", INTEGER),
        ("{allOf: [{enum: [a, b]}, {enum: [b, c]}]}", Literal(("b",))),
        ("{allOf: [{enum: [a, b]}, {enum: [c]}]}", Literal(("a", "b"))),
        ("{prefixItems: [{type: string}], items: false}", Tuple((STRING,), None)),
        (
            "{prefixItems: [{type: string}], items: {type: integer}}",
            Tuple((STRING,), INTEGER),
        ),
    ],
)
def test_a_schema_has_a_type(tmp_path: Path, schema: str, type_: Type | str) -> None:
    wanted = Nullable(Union((STRING, INTEGER))) if type_ == "flat" else type_
    assert schema_types(tmp_path, f"a: {schema}") == {"a": wanted}


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("{type: string, nullable: true}", Nullable(STRING)),
        ("{type: string, nullable: false}", STRING),
        ("{type: string, nullable: true, enum: [a, b]}", Nullable(Literal(("a", "b")))),
        (
            "{nullable: true, allOf: [{$ref: '#/components/schemas/A'}]}",
            Nullable(Ref("A")),
        ),
        ("{allOf: [{$ref: '#/components/schemas/A'}]}", Ref("A")),
    ],
)
def test_version_3_0_has_nullable_for_null(
    tmp_path: Path, schema: str, type_: Type
) -> None:
    assert schema_types(tmp_path, f"a: {schema}", "3.0.3") == {"a": type_}


def test_the_name_of_an_inline_schema_says_where_it_is(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Order:
  properties:
    ship_to: {properties: {city: {type: string}}}
    lines: {items: {properties: {isbn: {type: string}}}}
    notes: {additionalProperties: {properties: {text: {type: string}}}}
    state: {type: string, enum: [placed, paid, sent, lost]}
""",
    )
    inner = ("OrderShipTo", "OrderLinesItem", "OrderNotesValue", "OrderState")
    assert list(found) == ["Order", *inner]
    assert all(found[name].parent == "Order" for name in inner)


def test_a_short_enum_is_spelled_where_it_is_used(tmp_path: Path) -> None:
    found = schemas(tmp_path, "A: {properties: {a: {enum: [x, y, z]}}}")
    assert list(found) == ["A"]


def test_variants_are_named_after_what_only_they_have(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Shape:
  oneOf:
    - {title: Round Thing, properties: {radius: {type: number}}}
    - {properties: {kind: {const: square}, side: {type: number}}}
    - {properties: {kind: {}, height: {type: number}, width: {type: number}}, required: [width]}
    - {properties: {kind: {}, depth: {type: number}}}
    - {properties: {kind: {}}}
""",
    )
    assert list(found)[1:] == [
        "ShapeRoundThing",
        "ShapeSquare",
        "ShapeWidth",
        "ShapeDepth",
        "ShapeVariant5",
    ]


@pytest.mark.parametrize(
    ("variants", "names"),
    [
        (
            "{allOf: [{$ref: '#/components/schemas/B'}, {properties: {type: {enum: [x]}}}]},"
            " {allOf: [{$ref: '#/components/schemas/B'}, {properties: {type: {enum: [y]}}}]}",
            ["AX", "AY"],
        ),
        (
            "{properties: {op: {const: add}, n: {}}}, {properties: {op: {const: '-'}, n: {}}}",
            ["AAdd", "AOp"],
        ),
        (
            "{properties: {ok: {const: true}}}, {properties: {ok: {const: false}, err: {}}}",
            ["AOkTrue", "AErr"],
        ),
        (
            "{properties: {v: {const: 1}}}, {properties: {v: {const: 2}}}",
            ["AV1", "AV2"],
        ),
        (
            "{properties: {v: {const: 1}, w: {}}}, {properties: {v: {const: 1}, w: {}}}",
            ["AVariant1", "AVariant2"],
        ),
    ],
)
def test_variants_are_named_after_their_constants(
    tmp_path: Path, variants: str, names: list[str]
) -> None:
    found = schemas(
        tmp_path, f"A: {{oneOf: [{variants}]}}\nB: {{properties: {{b: {{}}}}}}"
    )
    assert [name for name in found if name not in ("A", "B")] == names


def test_all_of_merges_fields_in_the_order_in_which_they_are_inherited(
    tmp_path: Path,
) -> None:
    found = schemas(
        tmp_path,
        """\
A: {properties: {a: {type: string}, b: {type: string, description: Of A.}}}
B:
  allOf: [{$ref: '#/components/schemas/A'}]
  required: [b]
  properties: {b: {description: Of B.}, c: {type: integer}}
""",
    )
    merged = fields(found["B"])
    assert list(merged) == ["a", "b", "c"]
    assert (merged["b"].type, merged["b"].required, merged["b"].doc) == (
        STRING,
        True,
        "Of B.",
    )
    assert fields(found["A"])["b"].required is False


def test_a_diamond_gives_each_field_once(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Top: {properties: {id: {type: string}}}
Left: {allOf: [{$ref: '#/components/schemas/Top'}, {properties: {l: {}}}]}
Right: {allOf: [{$ref: '#/components/schemas/Top'}, {properties: {r: {}}}]}
Bottom: {allOf: [{$ref: '#/components/schemas/Left'}, {$ref: '#/components/schemas/Right'}]}
""",
    )
    assert list(fields(found["Bottom"])) == ["id", "l", "r"]


def test_limits_of_all_branches_hold(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        "A: {properties: {a: {allOf: [{type: integer, minimum: 1}, {maximum: 9}]}}}",
    )
    limits = fields(found["A"])["a"].constraints
    assert (limits.minimum, limits.maximum) == (1, 9)


@pytest.mark.parametrize(
    ("schema", "limits"),
    [
        ("{type: string, uniqueItems: true, maxLength: 2}", Constraints(max_length=2)),
        ("{type: number, pattern: a, format: b}", Constraints()),
        ("{type: [string, integer], minimum: 1, minItems: 1}", Constraints(minimum=1)),
        (
            "{type: [string, integer], format: int32, pattern: '^[0-9]+$'}",
            Constraints(),
        ),
        ("{minimum: 1, maxLength: 1}", Constraints(minimum=1, max_length=1)),
        ("{$ref: '#/components/schemas/N'}", Constraints(maximum=2)),
        ("{type: string, format: string}", Constraints()),
        ("{type: string, format: email}", Constraints(format="email")),
    ],
)
def test_a_value_has_the_limits_of_its_type(
    tmp_path: Path, schema: str, limits: Constraints
) -> None:
    text = f"A: {{properties: {{a: {schema}}}}}\nN: {{type: number, pattern: a, maximum: 2}}"
    assert fields(schemas(tmp_path, text)["A"])["a"].constraints == limits


def test_a_chain_of_four_hundred_bases_is_merged(tmp_path: Path) -> None:
    lines = ["S0: {properties: {p0: {type: string}}}"]
    lines += [
        f"S{n}: {{allOf: [{{$ref: '#/components/schemas/S{n - 1}'}}], properties: {{p{n}: {{}}}}}}"
        for n in range(1, 400)
    ]
    found = schemas(tmp_path, "\n".join(lines))
    assert len(fields(found["S399"])) == 400


def test_four_hundred_bases_in_each_other_are_merged(tmp_path: Path) -> None:
    depth = 400
    text = "{properties: {p0: {type: string}}}"
    for number in range(1, depth):
        text = f"{{allOf: [{text}], properties: {{p{number}: {{}}}}}}"
    found = schemas(tmp_path, f"A: {text}")
    assert len(fields(found["A"])) == depth


@pytest.mark.parametrize("keyword", ["items", "additionalProperties"])
def test_lists_and_mappings_in_each_other_get_names_before_python_stops(
    tmp_path: Path, keyword: str
) -> None:
    depth = 150
    text = f"A: {f'{{{keyword}: ' * depth}{{type: string}}{'}' * depth}"
    deepest, counted = 0, 0
    for schema in schemas(tmp_path, text).values():
        assert isinstance(schema, Alias)
        brackets = repr(schema.type).count("List(") + repr(schema.type).count("Map(")
        deepest, counted = max(deepest, brackets), counted + brackets
    assert deepest <= 13
    assert counted == depth


def test_objects_in_objects_two_hundred_deep_are_all_named(tmp_path: Path) -> None:
    depth = 200
    text = "A: " + "{properties: {a: " * depth + "{type: string}" + "}}" * depth
    found = schemas(tmp_path, text)
    assert len(found) == depth
    assert fields(found["A" * depth])["a"].type == STRING


def test_a_schema_may_hold_itself(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Tree:
  properties:
    left: {$ref: '#/components/schemas/Tree'}
    all: {items: {$ref: '#/components/schemas/Tree'}}
""",
    )
    assert fields(found["Tree"])["left"].type == Ref("Tree")
    assert fields(found["Tree"])["all"].type == List(Ref("Tree"))


@pytest.mark.parametrize(
    ("keyword", "type_"),
    [("items", List(Ref("AItem"))), ("additionalProperties", Map(Ref("AValue")))],
)
def test_what_holds_itself_with_more_said_of_it_gets_a_name_where_it_stands(
    tmp_path: Path, keyword: str, type_: Type
) -> None:
    inner = "{allOf: [{$ref: '#/components/schemas/A'}, {required: [a]}]}"
    found = schemas(tmp_path, f"A: {{{keyword}: {inner}}}")
    assert [each.type for each in found.values() if isinstance(each, Alias)] == [
        type_,
        type_,
    ]


def test_a_union_that_lists_itself_is_one_of_the_others(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}, {type: integer}]}
""",
    )
    assert isinstance(found["A"], Alias)
    assert found["A"].type == Union((STRING, INTEGER))


def test_unions_that_list_each_other_are_all_that_both_list(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
A: {oneOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
B: {anyOf: [{type: integer}, {$ref: '#/components/schemas/C'}]}
C: {oneOf: [{$ref: '#/components/schemas/A'}, {type: boolean}]}
D: {oneOf: [{$ref: '#/components/schemas/C'}, {type: number}]}
""",
    )
    kinds = {
        name: set(alias.type.variants)
        for name, alias in found.items()
        if isinstance(alias, Alias) and isinstance(alias.type, Union)
    }
    every = {STRING, INTEGER, BOOLEAN}
    assert kinds == {"A": every, "B": every, "C": every, "D": {Ref("C"), NUMBER}}


@pytest.mark.parametrize("property_", ["p{n}: {{}}", "p: {{const: c{n}}}"])
def test_thousands_of_variants_are_converted_once_each(
    tmp_path: Path, property_: str
) -> None:
    variants = ", ".join(
        f"{{properties: {{{property_.format(n=n)}}}}}" for n in range(2000)
    )
    started = time.process_time()
    found = schemas(tmp_path, f"A: {{properties: {{id: {{}}}}, oneOf: [{variants}]}}")
    assert len(found) == 2001
    assert time.process_time() - started < 5


def test_two_unions_at_once_make_every_combination(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Both:
  allOf:
    - oneOf: [{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {}}}]
    - oneOf: [{required: [c], properties: {c: {}}}, {required: [d], properties: {d: {}}}]
""",
    )
    combinations = {
        frozenset(fields(s)) for s in found.values() if isinstance(s, Model)
    }
    assert combinations == {frozenset(pair) for pair in ("ac", "ad", "bc", "bd")}


def test_too_many_combinations_are_widened_and_told(tmp_path: Path) -> None:
    union = (
        "oneOf: ["
        + ", ".join(f"{{properties: {{p{n}: {{}}}}}}" for n in range(9))
        + "]"
    )
    text = f"{PATHS}components: {{schemas: {{A: {{allOf: [{{{union}}}, {{{union}}}]}}}}}}\n"
    made = built(tmp_path, text)
    assert isinstance(made.api.schemas["A"], Alias)
    assert made.api.schemas["A"].type == Any()
    assert any(
        "2 unions at once make 81 combinations" in line for line in problems(made)
    )


def test_a_union_that_only_says_what_must_be_there_leaves_the_object_as_it_is(
    tmp_path: Path,
) -> None:
    text = "A: {properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}"
    assert list(fields(schemas(tmp_path, text)["A"])) == ["a", "b"]


def test_what_stands_beside_a_union_belongs_to_every_variant(tmp_path: Path) -> None:
    text = "A: {properties: {id: {}}, oneOf: [{properties: {x: {}}}, {properties: {y: {}}}]}"
    found = schemas(tmp_path, text)
    assert set(fields(found["AX"])) == {"id", "x"}
    assert set(fields(found["AY"])) == {"id", "y"}


def test_another_name_for_a_schema_is_an_alias(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Novel: {properties: {title: {type: string}}}
Bare: {$ref: '#/components/schemas/Novel'}
Wrapped: {description: The same., allOf: [{$ref: '#/components/schemas/Novel'}]}
Null: {nullable: true, allOf: [{$ref: '#/components/schemas/Novel'}]}
User: {properties: {null: {$ref: '#/components/schemas/Null'}}}
More: {allOf: [{$ref: '#/components/schemas/Novel'}], properties: {pages: {}}}
""",
        "3.0.3",
    )
    for name in ("Bare", "Wrapped", "Null"):
        assert isinstance(found[name], Alias)
        assert getattr(found[name], "type", None) == Ref("Novel")
    assert isinstance(found["More"], Model)
    assert fields(found["User"])["null"].type == Nullable(Ref("Null"))


@pytest.mark.parametrize(
    "text",
    [
        "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}",
        "A: {allOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}",
        "A: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {items: {$ref: '#/components/schemas/A'}}",
        "A: {additionalProperties: {$ref: '#/components/schemas/A'}}",
        "A: {$ref: '#/components/schemas/A'}",
        "A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}\n"
        "B: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
    ],
)
def test_a_circle_ends(tmp_path: Path, text: str) -> None:
    assert "A" in schemas(tmp_path, text)


def test_what_refers_deep_into_a_schema_means_the_same_class(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        """\
Order: {properties: {address: {properties: {city: {type: string}}}}}
Invoice: {properties: {to: {$ref: '#/components/schemas/Order/properties/address'}}}
""",
    )
    assert fields(found["Invoice"])["to"].type == fields(found["Order"])["address"].type
    assert len(found) == 3


def test_a_schema_that_stands_in_a_file_of_its_own_has_its_keys_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "file.yaml").write_text("properties: {id: {type: string}}\n")
    found = schemas(
        tmp_path,
        """\
User: {properties: {a: {$ref: file.yaml}, b: {$ref: '#/components/schemas/Thing'}}}
Thing: {$ref: file.yaml}
""",
    )
    assert list(found) == ["User", "Thing"]
    assert {field.type for field in fields(found["User"]).values()} == {Ref("Thing")}
    assert isinstance(found["Thing"], Model)


def test_a_required_property_that_is_not_described_may_be_given(tmp_path: Path) -> None:
    made = built(
        tmp_path,
        f"{PATHS}components: {{schemas: {{A: {{properties: {{a: {{}}}}, required: [b]}}}}}}\n",
    )
    assert [line for line in problems(made) if "'b'" in line]
    assert fields(made.api.schemas["A"])["b"].type == Any()


def test_a_property_that_holds_on_a_condition_may_be_given(tmp_path: Path) -> None:
    found = schemas(
        tmp_path,
        "{M: {type: object, properties: {kind: {type: string}},"
        " if: {properties: {kind: {const: a}, tested: {type: string}}},"
        " then: {required: [size], properties: {size: {type: integer}, two: {type: string}}},"
        " else: {properties: {kind: {type: integer}, two: {type: integer}}},"
        " dependentSchemas: {kind: {properties: {more: {type: boolean}}}}}}",
    )
    model = found["M"]
    assert isinstance(model, Model)
    told = {field.name: (field.type, field.required) for field in model.fields}
    assert told == {
        "kind": (STRING, False),
        "size": (INTEGER, False),
        "more": (BOOLEAN, False),
    }


def test_true_and_one_are_two_constants(tmp_path: Path) -> None:
    enum = schemas(tmp_path, "{A: {oneOf: [{const: 1}, {const: true}]}}")["A"]
    assert isinstance(enum, EnumModel)
    assert [type(value) for value in enum.type.values] == [int, bool]


def test_an_enum_keeps_what_is_said_of_its_values(tmp_path: Path) -> None:
    text = "A: {oneOf: [{const: a, description: One.}, {const: b, title: Two}, {const: c}]}"
    enum = schemas(tmp_path, text)["A"]
    assert isinstance(enum, EnumModel)
    assert enum.type.values == ("a", "b", "c")
    assert enum.value_docs == (("a", "One."), ("b", "Two"))


def test_what_the_schema_that_refers_says_goes_before_what_it_refers_to(
    tmp_path: Path,
) -> None:
    found = schemas(
        tmp_path,
        """\
A: {description: Of A., type: string, default: a}
B: {properties: {own: {$ref: '#/components/schemas/A', description: Of B., deprecated: true},
    bare: {$ref: '#/components/schemas/A'}}}
""",
    )
    own, bare = fields(found["B"])["own"], fields(found["B"])["bare"]
    assert (own.doc, own.deprecated, own.type) == ("Of B.", True, Ref("A"))
    assert (bare.doc, bare.deprecated) == ("Of A.", False)


def test_a_keyword_that_ended_is_taken_as_it_was_meant_and_warned_of(
    tmp_path: Path,
) -> None:
    text = f"{HEAD}{PATHS}components: {{schemas: {{A: {{nullable: true}}}}}}\n"
    assert [line for line in problems(built(tmp_path, text)) if "`nullable`" in line]
    old = text.replace("3.1.0", "3.0.3")
    assert not [line for line in problems(built(tmp_path, old)) if "nullable" in line]


def test_what_has_no_effect_is_named_in_other_files_too(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("{type: string, not: {const: a}}\n")
    text = f"{PATHS}components: {{schemas: {{A: {{$ref: other.yaml}}}}}}\n"
    assert [line for line in problems(built(tmp_path, text)) if "`not` stands" in line]


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ("{type: string, enum: [1.10, true, on]}", ("1.10", "true", "on")),
        ("{type: string, const: 3}", ("3",)),
        ("{type: [string, 'null'], enum: [1, null]}", ("1", None)),
        ("{type: integer, enum: [1, 2]}", (1, 2)),
        ("{enum: [1, two]}", (1, "two")),
    ],
)
def test_values_of_a_text_are_texts_as_they_are_written(
    tmp_path: Path, schema: str, values: tuple[object, ...]
) -> None:
    (found,) = schema_types(tmp_path, f"x: {schema}").values()
    inner = found.type if isinstance(found, Nullable) else found
    assert isinstance(inner, Literal)
    assert set(inner.values) | {None} == {*values, None}


def test_values_that_are_no_texts_are_told(tmp_path: Path) -> None:
    text = "paths: {}\ncomponents: {schemas: {A: {type: string, enum: [1, b, 2]}}}\n"
    (problem,) = problems(built(tmp_path, text))
    assert "the type is string, but 2 of the values listed are not" in problem


def test_an_empty_enum_is_none(tmp_path: Path) -> None:
    found = schema_types(tmp_path, "x: {type: string, enum: []}")
    assert found["x"] == Scalar(ScalarKind.STRING)


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("minItems: 2, maxItems: 2", Tuple((STRING, INTEGER), None)),
        ("minItems: 2, maxItems: 3", Tuple((STRING, INTEGER), Any())),
        ("minItems: 2, items: false", Tuple((STRING, INTEGER), None)),
        ("minItems: 2, unevaluatedItems: false", Tuple((STRING, INTEGER), None)),
        (
            "maxItems: 3, unevaluatedItems: {type: number}",
            Tuple((STRING, INTEGER), NUMBER),
        ),
    ],
)
def test_a_tuple_ends_where_its_length_says_so(
    tmp_path: Path, schema: str, type_: Type
) -> None:
    places = "prefixItems: [{type: string}, {type: integer}]"
    found = schema_types(tmp_path, f"a: {{type: array, {places}, {schema}}}")
    assert found == {"a": type_}


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ("type: object, unevaluatedProperties: {type: string}", Map(STRING)),
        ("type: array, unevaluatedItems: {type: string}", List(STRING)),
        (
            "type: array, unevaluatedItems: {type: string}, contains: {type: string}",
            List(Any()),
        ),
    ],
)
def test_what_nothing_evaluates_is_all_that_there_is(
    tmp_path: Path, schema: str, type_: Type
) -> None:
    assert schema_types(tmp_path, f"a: {{{schema}}}") == {"a": type_}


def test_unevaluated_properties_are_an_objects_further_ones(tmp_path: Path) -> None:
    text = """\
A: {properties: {a: {}}, unevaluatedProperties: false}
B: {properties: {b: {}}, unevaluatedProperties: {type: string}}
C: {allOf: [{properties: {c: {}}}], unevaluatedProperties: {type: string}}
"""
    found = schemas(tmp_path, text)
    extras = [getattr(found[name], "extra", "") for name in "ABC"]
    assert extras == [None, STRING, Any()]


@pytest.mark.parametrize(
    ("others", "type_"),
    [
        ("", Any()),
        (", additionalProperties: true", Any()),
        (", additionalProperties: {}", Any()),
        (", additionalProperties: false", STRING),
        (", additionalProperties: {type: string}", STRING),
        (", additionalProperties: {type: integer}", Union((STRING, INTEGER))),
        (", if: {}, then: {}, unevaluatedProperties: false", Any()),
    ],
)
def test_a_pattern_types_no_other_fields_than_its_own(
    tmp_path: Path, others: str, type_: Type
) -> None:
    patterns = "patternProperties: {^x-: {type: string}}"
    text = f"A: {{properties: {{a: {{}}}}, {patterns}{others}}}"
    assert getattr(schemas(tmp_path, text)["A"], "extra", None) == type_
    indented = f"{PATHS}components: {{schemas: {{{text}}}}}"
    told = [each for each in problems(built(tmp_path, indented)) if "further" in each]
    assert bool(told) == (type_ == Any())


def test_a_tuple_that_may_be_shorter_is_told(tmp_path: Path) -> None:
    places = "type: array, prefixItems: [{type: string}, {}]"
    text = f"""\
{PATHS}components:
  schemas:
    A: {{{places}, maxItems: 2}}
    B: {{{places}, items: false, minItems: 1}}
    C: {{{places}, items: false, minItems: 2}}
    D: {{{places}}}
"""
    assert [
        each for each in problems(built(tmp_path, text)) if "last place" in each
    ] == [
        "warning /components/schemas/B: a list that may end before its last place stands"
        " in the description 2 times; in Python a tuple has all of its places"
    ]


@pytest.mark.parametrize("null", ["type: 'null'", "enum: [null]", "nullable: true"])
def test_one_variant_beside_null_is_named_as_without_it(
    tmp_path: Path, null: str
) -> None:
    text = f"""\
Order:
  properties:
    ship_to: {{description: Where., anyOf: [{{properties: {{city: {{}}}}, description: A town.}}, {{{null}}}]}}
    lines: {{oneOf: [{{{null}}}, {{items: {{properties: {{isbn: {{}}}}}}}}]}}
    note: {{anyOf: [{{type: string, maxLength: 9, description: Short.}}, {{{null}}}]}}
    gift: {{anyOf: [{{$ref: '#/components/schemas/Gift'}}, {{{null}}}]}}
    never: {{type: object, anyOf: [{{properties: {{x: {{}}}}}}, {{{null}}}]}}
Gift: {{anyOf: [{{properties: {{to: {{}}}}}}, {{{null}}}]}}
"""
    found = schemas(tmp_path, text)
    inner = ["OrderShipTo", "OrderLinesItem", "OrderNever"]
    assert list(found) == ["Order", "Gift", *inner]
    assert isinstance(found["Gift"], Model)
    told = fields(found["Order"])
    assert {name: field.type for name, field in told.items()} == {
        "ship_to": Nullable(Ref("OrderShipTo")),
        "lines": Nullable(List(Ref("OrderLinesItem"))),
        "note": Nullable(STRING),
        "gift": Nullable(Ref("Gift")),
        "never": Ref("OrderNever"),
    }
    assert (told["note"].doc, told["note"].constraints.max_length) == ("Short.", 9)
    assert told["ship_to"].doc == "Where.\n\nA town."


def test_of_two_limits_of_keys_and_values_the_first_stands(tmp_path: Path) -> None:
    text = "propertyNames: {maxLength: %s}, additionalProperties: {type: string, maxLength: %s}"
    all_of = ", ".join("{%s}" % (text % lengths) for lengths in ((5, 6), (9, 10)))
    (alias,) = schemas(tmp_path, f"A: {{type: object, allOf: [{all_of}]}}").values()
    assert isinstance(alias, Alias)
    limits = alias.constraints
    assert (limits.key_max_length, limits.value_max_length) == (5, 6)
    flags = text % ("true", "true")
    (alias,) = schemas(tmp_path, f"A: {{type: object, {flags}}}").values()
    assert isinstance(alias, Alias)
    limits = alias.constraints
    assert (limits.key_max_length, limits.value_max_length) == (None, None)


@pytest.mark.parametrize(
    ("schema", "meant"),
    [("type: object", {"x": "a"}), ("type: string", '{"x": "a"}')],
)
def test_an_example_of_an_object_may_be_a_text_of_json(
    tmp_path: Path, schema: str, meant: Json
) -> None:
    text = f'A: {{{schema}, example: \'{{"x": "a"}}\'}}'
    assert schemas(tmp_path, text)["A"].examples == (meant,)
