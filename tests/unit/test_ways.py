"""Where paths of wire names lead."""

from __future__ import annotations

import pytest

from generator.ir import (
    Alias,
    Any,
    Field,
    List,
    Model,
    Never,
    Nullable,
    Reached,
    Ref,
    Scalar,
    ScalarKind,
    Schema,
    Source,
    Type,
    Union,
    attributes,
    reached,
)

TEXT = Scalar(ScalarKind.STRING)
AT = Source("api.yaml", "")


def model(name: str, *fields: Field) -> Model:
    return Model(name, fields, AT)


def field(wire_name: str, type_: Type = TEXT, *, required: bool = True) -> Field:
    return Field(wire_name, wire_name.strip("@").replace(".", "_"), type_, required)


SCHEMAS: dict[str, Schema] = {
    each.name: each
    for each in (
        model("Page", field("data", List(Ref("Job"))), field("@odata.next")),
        model("Job", field("id"), field("a", Any()), field("at", Nullable(Ref("At")))),
        model("At", field("id")),
        model("Late", field("at", Ref("At"), required=False), field("id")),
        Alias("Either", Union((Ref("Job"), Ref("Late"))), AT),
        Alias("Circle", Union((Ref("Circle"), Ref("At"))), AT),
    )
}


@pytest.mark.parametrize(
    ("start", "path", "end"),
    [
        ("Job", "", Reached(Ref("Job"))),
        ("Job", "id", Reached(TEXT, ("id",), ("id",))),
        ("Job", "at", Reached(Nullable(Ref("At")), ("at",), ("at",))),
        ("Job", "at.id", Reached(TEXT, ("at", "id"), None)),
        ("Late", "at.id", Reached(TEXT, ("at", "id"), None)),
        ("Page", "@odata.next", Reached(TEXT, ("@odata.next",), ("odata_next",))),
        ("Page", "data.-1.id", Reached(TEXT, ("data", "-1", "id"), None)),
        ("Job", "no", Reached(Never(), ("no",), None)),
        ("Job", "at.no", Reached(Never(), ("at", "no"), None)),
        ("Job", "no.id", Reached(Never(), ("no", "id"), None)),
        ("Job", "a.id", None),
        ("Job", "id.id", None),
        ("Page", "data.id", None),
        ("Either", "id", Reached(TEXT, ("id",), ("id",))),
        ("Either", "at", Reached(Any(), ("at",), ("at",))),
        ("Either", "a", None),
        ("Either", "no", Reached(Never(), ("no",), None)),
        ("Circle", "id", None),
    ],
)
def test_a_path_leads_where_the_description_says(
    start: str, path: str, end: Reached | None
) -> None:
    steps = path.split(".") if path else ()
    assert reached(Ref(start), steps, SCHEMAS) == end
    assert attributes(Ref(start), steps, SCHEMAS) == (end.names if end else None)


def test_nothing_leads_anywhere() -> None:
    assert attributes(None, ("id",), SCHEMAS) is None
