"""The programs on the pages: complete, formatted, and what a person would write."""

from __future__ import annotations

import ast
from dataclasses import replace

import black
import pytest
from black.mode import Mode, TargetVersion

from generator.ir import (
    Binary,
    Body,
    BodyKind,
    Content,
    Json,
    List,
    Nullable,
    Operation,
    Paging,
    PagingStyle,
    Polling,
    Ref,
    Response,
    ResponseContent,
    ResponseKind,
    Scalar,
    ScalarKind,
    SchemeKind,
    SecurityRequirement,
    SecurityScheme,
    Server,
    Streaming,
    Type,
)

from .apis import (
    FLAG,
    GET_PET,
    PET,
    PET_REF,
    TEXT,
    WHOLE,
    answer,
    api,
    field,
    json_body,
    model,
    operation,
    page,
    pages,
    path_parameter,
    query_parameter,
)
from .markdown_judge import fences

PAGE = model("PetPage", field("data", List(PET_REF)), field("next"))
MODE = Mode(target_versions={TargetVersion.PY311})


def programs(one: Operation) -> list[str]:
    """The programs about one operation, the plain one first, then the asynchronous one."""
    return list(fences(page(api(one, schemas=(PET, PAGE))), "python"))


def test_a_program_is_complete() -> None:
    assert programs(GET_PET)[0] == (
        "from pet_shop import Client\n\n"
        "client = Client()  # reads SHOP_KEY\n\n"
        'pet = client.pets.get_pet("pet_123")\n'
        "print(pet.name)\n"
    )


def test_its_asynchronous_twin_differs_by_await() -> None:
    assert programs(GET_PET)[1] == (
        "import asyncio\n\n"
        "from pet_shop import AsyncClient\n\n\n"
        "async def main() -> None:\n"
        "    async with AsyncClient() as client:\n"
        '        pet = await client.pets.get_pet("pet_123")\n'
        "        print(pet.name)\n\n\n"
        "asyncio.run(main())\n"
    )


def test_required_arguments_are_given_and_others_where_the_example_has_them() -> None:
    fields = (
        field("name"),
        field("age", WHOLE),
        field("tags", List(TEXT), required=False),
    )
    shown: Json = {"name": "Rex", "age": 3, "tags": ["good"], "unknown": 1}
    create = operation(
        "create_pet",
        "POST",
        "/pets",
        query_parameter("verbose", FLAG),
        query_parameter("dry_run", FLAG, required=True),
        body=json_body(Ref("NewPet"), *fields, example=shown),
        returns=PET_REF,
    )
    source = api(create, schemas=(PET, model("NewPet", *fields)))
    program = next(fences(page(source), "python"))
    assert (
        'create_pet(dry_run=True, name="Rex", age=3, tags=["good"])\nprint(pet.id)'
        in program
    )


def test_a_long_call_has_one_argument_a_line() -> None:
    parameters = [query_parameter(f"parameter_{n}", required=True) for n in range(5)]
    program = programs(
        operation("search", "GET", "/pets", *parameters, returns=PET_REF)
    )[0]
    assert 'pet = client.pets.search(\n    parameter_0="example",\n' in program


@pytest.mark.parametrize(
    ("returns", "expected"),
    [
        (None, "client.pets.do()\n"),
        (PET_REF, "pet = client.pets.do()\nprint(pet.id)\n"),
        (Nullable(PET_REF), "result = client.pets.do()\nprint(result)\n"),
        (List(PET_REF), "results = client.pets.do()\nprint(len(results))\n"),
        (TEXT, "result = client.pets.do()\nprint(result)\n"),
    ],
)
def test_the_answer_is_used_as_its_type_allows(
    returns: Type | None, expected: str
) -> None:
    assert programs(operation("do", "POST", "/do", returns=returns))[0].endswith(
        expected
    )


def test_an_answer_that_may_be_missing_is_printed_as_a_whole() -> None:
    both = replace(
        operation("do", "POST", "/do"), responses=(answer(PET_REF), answer(None, "202"))
    )
    assert programs(both)[0].endswith("result = client.pets.do()\nprint(result)\n")


def test_bytes_are_counted() -> None:
    content = ResponseContent("image/png", ResponseKind.BINARY, None)
    photo = replace(operation("get_photo"), responses=(Response("200", (content,)),))
    assert programs(photo)[0].endswith("print(len(content))\n")


def test_a_list_is_walked_and_gone_through_by_page() -> None:
    paging = Paging(
        PagingStyle.CURSOR, ("data",), PET_REF, "after", next=("next",), size="limit"
    )
    found = operation(
        "list_pets",
        "GET",
        "/pets",
        query_parameter("limit", WHOLE),
        returns=Ref("PetPage"),
    )
    plain, asynchronous, by_page, _ = programs(replace(found, paging=paging))
    assert plain.endswith(
        "for pet in client.pets.list_pets(limit=20):\n    print(pet.id)\n"
    )
    assert "async for pet in client.pets.list_pets(limit=20):" in asynchronous
    assert "for page in client.pets.list_pets(limit=20).pages():" in by_page


def test_a_stream_is_opened_in_a_with_block() -> None:
    content = ResponseContent("text/event-stream", ResponseKind.SSE, PET_REF)
    watch = replace(
        GET_PET, streaming=Streaming("get_pet_stream", content, None, False)
    )
    *_, plain, asynchronous = programs(watch)
    assert plain.endswith(
        'with client.pets.get_pet_stream("pet_123") as events:\n'
        "    for event in events:\n"
        "        print(event)\n"
    )
    assert "        async with client.pets.get_pet_stream(" in asynchronous
    assert "            async for event in events:\n" in asynchronous


def test_a_query_parameter_that_asks_for_a_stream_is_given_by_the_method() -> None:
    content = ResponseContent("text/event-stream", ResponseKind.SSE, PET_REF)
    streaming = Streaming("watch", content, "follow", True, flag_in_query=True)
    follow = query_parameter("follow", FLAG, required=True)
    watch = replace(operation("watch", "GET", "/pets", follow), streaming=streaming)
    source = page(api(watch, schemas=(PET,)))
    assert "with client.pets.watch() as events:" in source
    assert 'curl "https://api.example.com/v1/pets?follow=true"' in source
    assert "### Parameters" not in source


def test_polling_tells_the_state_in_the_end() -> None:
    polling = Polling("get_pet", ("name",), ("Rex",), (("pet_id", ("id",)),))
    feed = operation("feed_pet", "POST", "/pets/{pet_id}/feed", returns=PET_REF)
    feed = replace(feed, polling=polling, poll_name="feed_pet_and_poll")
    *_, plain, _ = fences(page(api(GET_PET, feed, schemas=(PET,))), "python")
    assert plain.endswith(
        'pet = client.pets.feed_pet_and_poll("pet_123")\nprint(pet.name)\n'
    )


def test_a_guide_to_polling_says_how_many_methods_it_leaves_out() -> None:
    polling = Polling("get_pet", ("name",), ("Rex",), (("pet_id", ("id",)),))
    feeds = [
        replace(
            operation(f"feed_{n}", "POST", f"/pets/{{pet_id}}/{n}", returns=PET_REF),
            polling=polling,
            poll_name=f"feed_{n}_and_poll",
        )
        for n in range(43)
    ]
    guide = page(api(GET_PET, *feeds, schemas=(PET,)), "polling.md")
    assert "feed_39_and_poll" in guide
    assert "feed_40_and_poll" not in guide
    assert "\n\nAnd 3 more.\n" in guide


def test_errors_are_caught_from_the_special_to_the_general() -> None:
    failing = replace(GET_PET, errors=(answer(None, "404"), answer(None, "default")))
    assert programs(failing)[2].endswith(
        "try:\n"
        '    pet = client.pets.get_pet("pet_123")\n'
        "    print(pet.name)\n"
        "except NotFoundError as error:\n"
        '    print("Not found:", error.message)\n'
        "except APIStatusError as error:\n"
        "    print(error.status_code, error.message, error.request_id)\n"
    )


def test_a_file_in_a_multipart_body_has_a_name() -> None:
    fields = (field("photo", Binary()), field("title"))
    content = Content("multipart/form-data", BodyKind.MULTIPART, Ref("Photo"), fields)
    upload = operation("add_photo", "POST", "/photos", body=Body(True, (content,)))
    source = api(upload, schemas=(model("Photo", *fields),))
    program = next(fences(page(source), "python"))
    assert 'photo=("notes.txt", b"Hello!")' in program
    assert program in fences(page(source, "uploads.md"), "python")


def test_a_file_in_a_json_body_is_text() -> None:
    body = json_body(Ref("Photo"), field("photo", Binary()))
    upload = operation("add_photo", "POST", "/photos", body=body)
    source = api(upload, schemas=(model("Photo", field("photo", Binary())),))
    assert 'add_photo(photo="Hello!")' in next(fences(page(source), "python"))
    assert "uploads.md" not in pages(source)


def test_what_no_variable_holds_is_given_to_the_client() -> None:
    schemes = (
        SecurityScheme(
            "basic",
            SchemeKind.BASIC,
            (("username", None), ("password", "SHOP_PASSWORD")),
        ),
    )
    source = replace(
        api(GET_PET, schemas=(PET,)),
        schemes=schemes,
        security=(SecurityRequirement((("basic", ()),)),),
        servers=(Server("/v1"),),
    )
    client = (
        'client = Client(username="your-username", base_url="https://api.example.com")'
    )
    assert f"# reads SHOP_PASSWORD\n{client}\n" in next(fences(page(source), "python"))


@pytest.mark.parametrize("length", [3, 20, 30, 45, 60, 75, 90])
def test_long_names_leave_nothing_to_black(length: int) -> None:
    name = "m" + "o" * length
    paging = Paging(PagingStyle.CURSOR, ("data",), PET_REF, "after", next=("next",))
    content = ResponseContent("text/event-stream", ResponseKind.SSE, PET_REF)
    photo = ResponseContent("image/png", ResponseKind.BINARY, None)
    source = api(
        operation(f"{name}_a", "GET", "/a", returns=PET_REF),
        operation(
            f"{name}_b", "GET", "/b/{pet_id}", path_parameter("pet_id"), returns=PET_REF
        ),
        replace(
            operation(f"{name}_c", "GET", "/c", returns=Ref("PetPage")), paging=paging
        ),
        replace(
            operation(f"{name}_d", "GET", "/d", returns=PET_REF),
            streaming=Streaming(f"{name}_d", content, None, True),
        ),
        replace(
            operation(f"{name}_e", "GET", "/e/{pet_id}"),
            responses=(Response("200", (photo,)),),
        ),
        schemas=(PET, PAGE),
    )
    for markdown in pages(source).values():
        for program in fences(markdown, "python"):
            ast.parse(program)
            assert black.format_str(program, mode=MODE) == program


def test_a_decimal_is_given_as_text() -> None:
    price = field("price", Scalar(ScalarKind.DECIMAL))
    create = operation(
        "create",
        "POST",
        "/prices",
        body=json_body(Ref("Price"), price, example={"price": 12.5}),
    )
    source = api(create, schemas=(model("Price", price),))
    assert 'create(price="12.5")' in next(fences(page(source), "python"))


def _giving(*responses: Response, name: str = "get_photo") -> str:
    made = operation(name, "GET", "/pets/{pet_id}/photo")
    return page(api(replace(made, responses=responses)))


def test_bytes_go_to_a_file_as_they_come() -> None:
    photo = ResponseContent("image/png", ResponseKind.BINARY, None)
    shown = _giving(Response("200", (photo,)), Response("204", ()))
    sync, asynchronous = list(fences(shown.split("### To a file")[1], "python"))
    assert sync.endswith(
        'with raw(client.pets.get_photo)("pet_123") as response:\n'
        '    response.stream_to_file("download.bin")\n'
    )
    assert "from pet_shop import Client, raw\n" in sync
    assert (
        '        async with raw(client.pets.get_photo)("pet_123") as response:\n'
        '            await response.stream_to_file("download.bin")\n'
    ) in asynchronous
    long = fences(_giving(Response("200", (photo,)), name="get_photo" * 5), "python")
    assert any("with answer as response:\n    response.stream" in each for each in long)


def test_what_is_no_file_is_not_written_to_one() -> None:
    text = ResponseContent("text/plain", ResponseKind.TEXT, None)
    photo = ResponseContent("image/png", ResponseKind.BINARY, None)
    assert "To a file" not in _giving(Response("200", (text,)))
    either = _giving(Response("200", (photo,)), Response("202", (text,)))
    assert "To a file" not in either


def test_a_page_says_once_that_calls_have_settings_of_their_own() -> None:
    shown = _giving(Response("204", ()))
    assert shown.count("`client.with_options(timeout=5)`: see [Settings](") == 1
    assert "with_options" not in page(api(schemas=(PET,)), "index.md")
