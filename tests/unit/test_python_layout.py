"""Which model goes into which module, so that no two import one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from generator.ir import Alias, Field, List, Model, Ref, Schema, Source, Union
from generator.references import schema_references
from generator.rendering import Templates
from generator.targets.python import emit, layout
from generator.targets.python.layout import plan, reachable
from generator.verification import Trial

from .descriptions import built

HERE = Source("a.yaml", "")


def model(name: str, *refs: str, parent: str | None = None) -> Model:
    fields = tuple(Field(ref, ref.lower(), Ref(ref), required=True) for ref in refs)
    return Model(name, fields, HERE, parent=parent)


def alias(name: str, *refs: str) -> Alias:
    types = tuple(Ref(ref) for ref in refs)
    return Alias(name, Union(types) if len(types) > 1 else List(types[0]), HERE)


def modules(*schemas: Schema) -> dict[str, list[str]]:
    """The names in each module, in order."""
    planned = plan({schema.name: schema for schema in schemas})
    return {part.name: [schema.name for schema in part.schemas] for part in planned}


def test_every_schema_has_a_module_of_its_own() -> None:
    assert modules(model("Order", "Line"), model("Line")) == {
        "order": ["Order"],
        "line": ["Line"],
    }


def test_what_stands_inline_goes_before_that_which_it_stands_in() -> None:
    parts = (
        model("OrderLine", "OrderLineUnit", parent="Order"),
        model("OrderLineUnit", parent="OrderLine"),
    )
    assert modules(model("Order", "OrderLine"), *parts) == {
        "order": ["OrderLineUnit", "OrderLine", "Order"]
    }


def test_a_circle_shares_a_module() -> None:
    assert modules(
        model("A", "B"), model("B", "C"), model("C", "A"), model("D", "A")
    ) == {
        "a": ["C", "B", "A"],
        "d": ["D"],
    }


def test_an_alias_comes_after_all_that_it_names() -> None:
    found = modules(
        model("Owner", "Pet"),
        alias("Pet", "Cat", "Dog"),
        model("Cat", "Owner"),
        model("Dog"),
    )
    (circle,) = [names for names in found.values() if "Pet" in names]
    assert circle.index("Pet") > circle.index("Cat")


def test_a_chain_that_python_could_not_follow_can_be_imported(tmp_path: Path) -> None:
    refs = [f"{{$ref: '#/components/schemas/S{n}'}}" for n in range(1, 300)]
    lines = [f"S{n}: {{properties: {{x: {ref}}}}}" for n, ref in enumerate(refs)]
    text = "".join(f"    {line}\n" for line in [*lines, "S299: {type: object}"])
    api = built(tmp_path, f"paths: {{}}\ncomponents:\n  schemas:\n{text}").api
    files = emit(api, Templates(None))
    result = Trial(tmp_path, api.package.module, files).result()
    assert result.modules > 100


def test_modules_differ_where_file_names_would_not() -> None:
    assert list(modules(model("HTTPError"), model("HttpError"))) == [
        "http_error",
        "http_error_2",
    ]


NAMES = [f"S{n}" for n in range(8)]


@st.composite
def webs(draw: st.DrawFn) -> dict[str, Schema]:
    """Schemas that refer to each other in any way."""
    schemas: dict[str, Schema] = {}
    aliases = draw(st.lists(st.sampled_from(NAMES), unique=True))
    for name in NAMES:
        refs = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
        is_alias = bool(refs) and name in aliases
        schemas[name] = alias(name, *refs) if is_alias else model(name, *refs)
    return schemas


@given(webs(), st.integers(1, 4))
def test_no_module_imports_one_that_imports_it(
    schemas: dict[str, Schema], longest: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(layout, "_LONGEST_CHAIN", longest)
        planned = plan(schemas)
    home = {schema.name: part.name for part in planned for schema in part.schemas}
    assert home.keys() == schemas.keys()
    imports = {
        part.name: {
            home[used] for schema in part.schemas for used in schema_references(schema)
        }
        - {part.name}
        for part in planned
    }
    done: set[str] = set()
    chain = 0
    while len(done) < len(imports):
        free = {name for name, needed in imports.items() if needed <= done} - done
        assert free, "what is left imports itself in a circle"
        done |= free
        chain += 1
    assert chain <= longest


@given(webs())
def test_the_same_schemas_are_laid_out_the_same_way(schemas: dict[str, Schema]) -> None:
    assert plan(schemas) == plan(dict(schemas))


@given(webs(), st.sampled_from(NAMES))
def test_what_a_request_can_hold_is_all_that_can_be_reached(
    schemas: dict[str, Schema], start: str
) -> None:
    found = reachable([Ref(start)], schemas)
    assert found[0] == start
    assert len(found) == len(set(found))
    for name in found:
        assert set(schema_references(schemas[name])) <= set(found)


def test_what_only_the_server_sets_needs_no_request_type() -> None:
    read_only = Field("b", "b", Ref("B"), required=True, read_only=True)
    schemas: dict[str, Schema] = {"A": Model("A", (read_only,), HERE), "B": model("B")}
    assert reachable([Ref("A")], schemas) == ["A"]


def test_schemas_are_told_apart_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """To compare all that they hold takes seconds where a model has many aliases."""
    names = [f"A{number}" for number in range(9)]
    schemas = model("M", *names), *(alias(name, "M") for name in names)

    def compared(self: Alias, other: object) -> bool:
        raise AssertionError(f"{self.name} is compared with {other}")

    monkeypatch.setattr(Alias, "__eq__", compared)
    assert modules(*schemas) == {"m": ["M", *names]}
