"""The first call that a newcomer is shown works with what a newcomer has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ir import (
    Binary,
    Body,
    BodyKind,
    Content,
    Json,
    List,
    Map,
    Operation,
    Ref,
    Schema,
)

from .apis import (
    GET_PET,
    PET,
    PET_REF,
    TEXT,
    answer,
    api,
    field,
    json_body,
    model,
    operation,
    page,
    query_parameter,
)
from .markdown_judge import fences

OTHERS = tuple(
    operation(name, "DELETE", f"/{name}/{{pet_id}}") for name in ("a", "b", "c")
)


def makes(id_: str, path: str, /, **fields: Json) -> Operation:
    taken = tuple(
        field(name, Map(TEXT) if isinstance(json, dict) else TEXT)
        for name, json in fields.items()
    )
    body = json_body(Ref(f"New{id_}"), *taken, example=dict(fields))
    return operation(id_, "POST", path, body=body, returns=PET_REF)


def first(*operations: Operation) -> str:
    """The call on the quickstart's first program."""
    schemas: list[Schema] = [PET]
    for each in operations:
        if each.body is not None:
            fields = each.body.contents[0].fields
            schemas.append(model(f"New{each.name}", *fields))
    source = api(*operations, *OTHERS, schemas=tuple(schemas))
    program = fences(page(source, "quickstart.md"), "python")
    (line,) = (line for line in next(iter(program)).splitlines() if ".pets." in line)
    return line.partition("client.pets.")[2]


CREATE = makes("create_pet", "/pets", name="Rex")
LIST = replace(
    operation("list_pets", "GET", "/pets"), responses=(answer(List(PET_REF)),)
)


def test_it_makes_something_with_a_few_words() -> None:
    assert first(LIST, GET_PET, CREATE) == 'create_pet(name="Rex")'


@pytest.mark.parametrize(
    "worse",
    [
        replace(CREATE, security=()),
        replace(CREATE, deprecated=True),
        makes("log_in", "/log_in", name="ada"),
        makes("create_pet", "/pets"),
        makes("create_pet", "/pets", pet_id="pet_1"),
        makes("create_pet", "/pets", owner_id="owner_1"),
        makes("create_pet", "/pets", born={"year": "2026"}),
        makes("create_pet", "/pets", a="a", b="b", c="c", d="d"),
        replace(CREATE, parameters=(query_parameter("shop_id", required=True),)),
    ],
    ids=range(9),
)
def test_else_it_reads_what_there_is(worse: Operation) -> None:
    assert first(worse, GET_PET, LIST).startswith("list_pets()")
    assert first(worse, GET_PET).startswith(("get_pet(", "log_in("))


def test_it_prefers_what_can_be_read_one_by_one() -> None:
    status = operation("get_status", "GET", "/status", returns=PET_REF)
    assert first(status, GET_PET, LIST).startswith("list_pets()")
    needs = query_parameter("shop", required=True)
    assert first(replace(LIST, parameters=(needs,)), GET_PET, status) == "get_status()"


def test_the_guide_to_uploads_sends_a_file_even_where_none_is_required() -> None:
    fields = (field("title"), field("photo", Binary(), required=False))
    content = Content("multipart/form-data", BodyKind.MULTIPART, Ref("Photo"), fields)
    upload = operation("add_photo", "POST", "/photos", body=Body(True, (content,)))
    source = api(upload, schemas=(model("Photo", *fields),))
    assert 'photo=("notes.txt", b"Hello!")' in page(source, "uploads.md")
    assert "photo=" not in next(fences(page(source), "python"))


def test_the_guide_to_tests_shows_what_is_short_as_a_whole() -> None:
    long = makes("create_long", "/long", **{f"field_{n}": "text" for n in range(9)})
    assert long.body is not None
    schemas = (PET, model("Newcreate_long", *long.body.contents[0].fields))
    source = api(long, operation("get_pet", returns=PET_REF), schemas=schemas)
    program = page(source, "testing.md")
    assert "client.pets.get_pet(" in program
    assert "create_long" not in program
