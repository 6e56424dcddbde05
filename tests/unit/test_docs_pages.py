"""The reference pages: what stands on them, and that every link leads somewhere."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.ir import (
    Any as Any_,
    Constraints,
    Default,
    Header,
    Json,
    List,
    Nullable,
    Ref,
    Response,
    ResponseContent,
    ResponseKind,
    Streaming,
)

from .apis import (
    FLAG,
    GET_PET,
    PET,
    PET_REF,
    WHOLE,
    answer,
    api,
    enum,
    field,
    json_body,
    model,
    nested,
    operation,
    page,
    pages,
    path_parameter,
    query_parameter,
)
from .markdown_judge import dead_links, fences, row, section

# Resources -----------------------------------------------------------------------------


def test_a_resource_page_has_the_bones_of_a_reference() -> None:
    lines = page(api(GET_PET, schemas=(PET,))).splitlines()
    assert [line for line in lines if line.startswith(("#", "(", "*"))] == [
        "# Pets",
        "(*client.pets*)",
        "## Overview",
        "### Available Operations",
        "* [get_pet](#get_pet) - `GET /pets/{pet_id}`",
        "## get_pet",
        "### Example Usage",
        "### Parameters",
        "### Response",
    ]


def test_a_nested_resource_has_a_page_below_its_parents() -> None:
    source = nested(api(GET_PET, schemas=(PET,)), "shops", "floors")
    found = pages(source)
    assert "(*client.shops.floors.pets*)" in found["sdks/shops/floors/pets/README.md"]
    assert "* [Floors](floors/README.md)" in found["sdks/shops/README.md"]
    assert (
        'client.shops.floors.pets.get_pet("pet_123")'
        in found["sdks/shops/floors/pets/README.md"]
    )
    assert not dead_links(found)


def test_summary_and_description_are_both_there_and_never_twice() -> None:
    both = replace(GET_PET, summary="Get a pet", doc="Looks it up. Slowly.")
    same = replace(GET_PET, summary="Get a pet", doc="Get a pet.")
    assert "\n\nGet a pet.\n\nLooks it up. Slowly.\n\n" in page(
        api(both, schemas=(PET,))
    )
    assert page(api(same, schemas=(PET,))).count("Get a pet") == 2


def test_a_deprecated_operation_says_so() -> None:
    old = page(api(replace(GET_PET, deprecated=True), schemas=(PET,)))
    assert "**Deprecated:**" in section(old, "## get_pet")
    assert "(deprecated)" in section(old, "### Available Operations")


@pytest.mark.parametrize("name", ["parameters", "overview", "errors_2", "response"])
def test_a_method_named_like_a_heading_can_still_be_linked_to(name: str) -> None:
    found = pages(api(operation(name, returns=PET_REF), GET_PET, schemas=(PET,)))
    assert f"[{name}](#clientpets{name})" in found["sdks/pets/README.md"]
    assert f"\n## client.pets.{name}\n" in found["sdks/pets/README.md"]
    assert not dead_links(found)


# Parameters ----------------------------------------------------------------------------


def test_a_row_tells_all_that_is_known_about_a_parameter() -> None:
    limit = replace(
        query_parameter("limit", WHOLE),
        doc="How many.",
        default=Default(20),
        constraints=Constraints(minimum=1, maximum=1_000),
        examples=(50,),
    )
    assert row(page(api(operation("find", "GET", "/pets", limit))), "limit") == [
        *("`limit`", "`int`", "No", "`20`", "from 1 to 1,000", "How many.", "`50`"),
    ]


def test_parameters_of_one_name_have_each_their_example() -> None:
    in_path = replace(path_parameter("id"), examples=("pathbert",))
    in_query = replace(
        query_parameter("id", required=True), name="id_query", examples=("querybert",)
    )
    found = page(api(operation("get", "GET", "/pets/{id}", in_path, in_query)))
    assert row(found, "id")[-1] == '`"pathbert"`'
    assert (
        '| `id_query`, sent as `id` | `str` | Yes | A text. | `"querybert"` |' in found
    )


def test_a_row_without_a_description_says_what_the_type_says() -> None:
    colour = replace(enum("Colour", "red", "green"), doc="Of the fur. And more.")
    find = operation(
        "find",
        "GET",
        "/pets",
        query_parameter("colour", Ref("Colour")),
        query_parameter("name"),
    )
    found = page(api(find, schemas=(colour,)))
    assert row(found, "colour")[3:5] == ['one of `"red"`, `"green"`', "Of the fur."]
    assert "A text." in row(found, "name")


def test_the_fields_of_a_body_are_rows_and_so_are_those_of_its_objects() -> None:
    owner = model(
        "Owner",
        field("name", doc="Who."),
        field("phones", List(Ref("Phone")), required=False),
    )
    phone = model(
        "Phone",
        field("number", doc="With the country."),
        field("owner", Ref("Owner"), required=False),
    )
    fields = (
        field("age", WHOLE, required=False),
        field("owners", Nullable(List(Ref("Owner")))),
    )
    create = operation("create", "POST", "/pets", body=json_body(Ref("New"), *fields))
    found = page(api(create, schemas=(owner, phone, model("New", *fields))))
    table = section(found, "### Parameters")
    assert [
        line.split("`")[1] for line in table.splitlines() if line.startswith("| `")
    ] == [
        "owners",
        "owners[].name",
        "owners[].phones",
        "owners[].phones[].number",
        "owners[].phones[].owner",
        "age",
    ]
    assert "list of [Owner](../../models/Owner.md) or `None`" in table


def test_what_is_required_with_a_body_that_may_be_left_out_is_told_and_given() -> None:
    fields = (field("name"), field("note", required=False))
    body = replace(json_body(Ref("New"), *fields), required=False)
    create = operation("create", "POST", "/pets", body=body, returns=PET_REF)
    source = api(create, schemas=(PET, model("New", *fields)))
    text = page(source)
    assert row(text, "name")[2] == "With a body"
    assert row(text, "note")[2] == "No"
    assert "There need not be a body." in text
    assert 'client.pets.create(name="Example")' in pages(source)["quickstart.md"]

    needless = replace(create, body=replace(body, required=True))
    text = page(api(needless, schemas=(PET, model("New", *fields))))
    assert row(text, "name")[2] == "Yes"
    assert "There need not be a body." not in text


def test_what_the_server_sets_is_no_parameter() -> None:
    fields = (replace(field("id"), read_only=True), field("name"))
    create = operation(
        "create", "POST", "/pets", body=json_body(Ref("New"), field("pet", Ref("New")))
    )
    table = section(
        page(api(create, schemas=(model("New", *fields),))), "### Parameters"
    )
    assert "`pet.name`" in table
    assert "`pet.id`" not in table


def test_a_flag_that_a_method_sets_itself_is_no_parameter() -> None:
    content = ResponseContent("text/event-stream", ResponseKind.SSE, PET_REF)
    body = json_body(Ref("New"), field("name"), field("stream", FLAG, required=False))
    create = replace(
        operation("create", "POST", "/pets", body=body, returns=PET_REF),
        streaming=Streaming("create_stream", content, "stream", False),
    )
    found = page(api(create, schemas=(PET, model("New", field("name")))))
    assert "| `stream` |" not in found
    assert "\n## create_stream\n" in found
    entry = "* [create_stream](#create_stream) - The same, answered event by event"
    assert f"* [create](#create) - `POST /pets`\n{entry}\n" in found


# Answers and errors --------------------------------------------------------------------


def test_an_answer_is_linked_and_shown() -> None:
    shown_pet: Json = {"id": "pet_7", "name": "Rex"}
    get = replace(
        GET_PET,
        responses=(replace(answer(PET_REF, example=shown_pet), doc="The pet."),),
    )
    found = section(page(api(get, schemas=(PET,))), "### Response")
    assert "[Pet](../../models/Pet.md). The pet." in found
    assert json.loads(next(fences(found, "json"))) == shown_pet


def test_every_kind_of_answer_is_named_with_its_status() -> None:
    both = replace(GET_PET, responses=(answer(PET_REF), answer(None, "202")))
    found = section(page(api(both, schemas=(PET,))), "### Response")
    assert "With status `200`: [Pet](../../models/Pet.md)." in found
    assert "With status `202`: `None`." in found


@pytest.mark.parametrize(
    ("media_type", "said"),
    [
        ("application/json", "any JSON value."),
        ("*/*", "what comes: plain data from JSON, else text or bytes."),
    ],
)
def test_what_nothing_is_said_of_is_told(media_type: str, said: str) -> None:
    content = ResponseContent(media_type, ResponseKind.JSON, Any_())
    get = replace(GET_PET, responses=(Response("200", (content,)),))
    assert said in section(page(api(get, schemas=(PET,))), "### Response")


def test_errors_have_their_exception_and_body() -> None:
    missing = replace(answer(Ref("Problem"), "404"), doc="No such pet.")
    get = replace(
        GET_PET, errors=(missing, answer(None, "5XX"), answer(None, "default"))
    )
    found = page(api(get, schemas=(PET, model("Problem", field("message")))))
    assert row(found, "404") == [
        *(
            "`404`",
            "`NotFoundError`",
            "[Problem](../../models/Problem.md)",
            "No such pet.",
        ),
    ]
    assert row(found, "5XX")[1] == "`InternalServerError`"
    assert "| other | `APIStatusError` |" in found


def test_a_default_that_is_all_there_is_tells_of_errors_too() -> None:
    only = replace(GET_PET, responses=(answer(PET_REF, "default"),))
    found = page(api(only, schemas=(PET,)))
    assert "| other | `APIStatusError` | [Pet](../../models/Pet.md) |" in found


def test_the_headers_of_answers_stand_once_each_with_their_statuses() -> None:
    def header(name: str, doc: str = "", *, required: bool = False) -> Header:
        return Header(name, WHOLE, doc, required)

    rate, retry = header("X-Rate", "Calls | left.", required=True), header("Retry")
    get = replace(
        GET_PET,
        responses=(replace(answer(PET_REF), headers=(rate, header("X-Page"))),),
        errors=(
            replace(answer(None, "429"), headers=(rate, retry)),
            replace(answer(None, "default"), headers=(rate, retry)),
        ),
    )
    found = page(api(get, schemas=(PET,)))
    assert row(found, "X-Rate") == [
        "`X-Rate`",
        "`int`",
        "always",
        "any",
        "Calls \\| left.",
    ]
    assert row(found, "X-Page") == ["`X-Page`", "`int`", "optional"]
    assert row(found, "Retry") == ["`Retry`", "`int`", "optional", "`429`, other"]
    assert "headers" not in section(page(api(GET_PET, schemas=(PET,))), "### Response")


def test_what_a_body_is_for_is_said_even_where_its_fields_are_arguments() -> None:
    fields = (field("name"),)
    body = replace(json_body(Ref("New"), *fields), doc="The pet to be.")
    create = operation("create", "POST", "/pets", body=body)
    found = page(api(create, schemas=(model("New", *fields),)))
    assert section(found, "### Parameters").strip().startswith("The pet to be.\n\n|")
