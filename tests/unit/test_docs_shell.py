"""The same calls with cURL: what the shell hands over is what the SDK sends."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace

import pytest

from generator.ir import (
    Api,
    Binary,
    Body,
    BodyKind,
    Content,
    Example,
    Json,
    List,
    Literal,
    Location,
    Map,
    Parameter,
    PartEncoding,
    Ref,
    SchemeKind,
    SecurityScheme,
    Server,
    ServerVariable,
    Style,
    Type,
)

from .apis import (
    TEXT,
    api,
    field,
    json_body,
    model,
    operation,
    page,
    path_parameter,
    query_parameter,
)
from .markdown_judge import fences


def words(api_: Api) -> list[str]:
    """The command's words as a shell reads them, variables unexpanded."""
    (command,) = (one for one in fences(page(api_), "bash") if one.startswith("curl"))
    return shlex.split(command.replace("\\\n", ""))


def query(type_: Type, style: Style, explode: bool, example: Json) -> Parameter:
    return replace(
        query_parameter("q", type_, required=True),
        style=style,
        explode=explode,
        examples=(example,),
    )


def test_a_call_has_its_method_address_and_key() -> None:
    get = operation("get", "DELETE", "/pets/{id}", path_parameter("id", "", "a/b c"))
    assert words(api(get)) == [
        *("curl", "https://api.example.com/v1/pets/a%2Fb%20c", "-X", "DELETE"),
        *("-H", "Authorization: Bearer $SHOP_KEY"),
    ]


def test_a_place_stays_open_for_what_the_sdk_would_not_put_there() -> None:
    get = operation("get", "DELETE", "/pets/{id}", path_parameter("id", "", ".."))
    assert words(api(get))[2] == "https://api.example.com/v1/pets/{id}"


@pytest.mark.parametrize(
    ("type_", "style", "explode", "example", "expected"),
    [
        (TEXT, Style.FORM, True, "a b&c", "q=a%20b%26c"),
        (List(TEXT), Style.FORM, True, ["a", "b"], "q=a&q=b"),
        (List(TEXT), Style.FORM, False, ["a", "b"], "q=a,b"),
        (List(TEXT), Style.PIPE_DELIMITED, False, ["a", "b"], "q=a%7Cb"),
        (Map(TEXT), Style.DEEP_OBJECT, True, {"a": "b"}, "q%5Ba%5D=b"),
        (Map(TEXT), Style.FORM, False, {"a": "b"}, "q=a,b"),
        (Map(TEXT), Style.FORM, True, {"a": "b"}, "a=b"),
        (Map(TEXT), Style.CONTENT, False, {"a": 1}, "q=%7B%22a%22%3A1%7D"),
    ],
)
def test_query_parameters_are_written_in_their_style(
    type_: Type, style: Style, explode: bool, example: Json, expected: str
) -> None:
    if style is Style.CONTENT:
        type_ = Map(Literal((1,)))
    written = query(type_, style, explode, example)
    if style is Style.CONTENT:
        written = replace(written, media_type="application/json")
    find = operation("find", "GET", "/pets", written)
    assert words(api(find))[1] == f"https://api.example.com/v1/pets?{expected}"


def test_a_constant_header_is_sent() -> None:
    beta = Parameter(
        "Beta", "beta", Location.HEADER, TEXT, True, Style.SIMPLE, False, constant="v1"
    )
    beta = replace(beta, type=Literal(("v1",)))
    assert "Beta: v1" in words(api(operation("get", "GET", "/pets", beta)))


def test_json_is_the_same_json() -> None:
    shown: Json = {"name": 'O\'Reilly `id` $HOME "x"\n', "tags": ["a"]}
    fields = (field("name"), field("tags", List(TEXT)))
    create = operation(
        "create", "POST", "/pets", body=json_body(Ref("New"), *fields, example=shown)
    )
    found = words(api(create, schemas=(model("New", *fields),)))
    assert json.loads(found[found.index("-d") + 1]) == shown
    assert "-X" not in found


def test_a_file_is_read_and_a_text_never_is() -> None:
    fields = (field("photo", Binary()), field("title"))
    shown = (Example("default", {"photo": "@/etc/passwd", "title": "@/etc/passwd"}),)
    content = Content(
        "multipart/form-data", BodyKind.MULTIPART, Ref("New"), fields, examples=shown
    )
    create = operation("create", "POST", "/pets", body=Body(True, (content,)))
    assert words(api(create, schemas=(model("New", *fields),)))[-4:] == [
        *("-F", "photo=@notes.txt"),
        *("--form-string", "title=@/etc/passwd"),
    ]


@pytest.mark.parametrize(
    ("kind", "media_type", "told"),
    [
        (BodyKind.JSON, "*/*", "application/json"),
        (BodyKind.TEXT, "*/*", "text/plain; charset=utf-8"),
        (BodyKind.BINARY, "image/*", "application/octet-stream"),
        (BodyKind.BINARY, "image/png", "image/png"),
    ],
)
def test_where_any_media_type_will_do_one_is_named(
    kind: BodyKind, media_type: str, told: str
) -> None:
    content = Content(media_type, kind, TEXT, argument="body")
    create = operation("create", "POST", "/pets", body=Body(True, (content,)))
    assert f"Content-Type: {told}" in words(api(create))


@pytest.mark.parametrize(
    "text", ["$(touch x)", "`touch x`", '"; touch x; "', "'; touch x; '", "a\nb"]
)
def test_nothing_of_the_description_reaches_the_shell(text: str) -> None:
    header = Parameter(
        text,
        "header",
        Location.HEADER,
        TEXT,
        True,
        Style.SIMPLE,
        False,
        examples=(text,),
    )
    get = operation("get", "GET", "/{id}", path_parameter("id", "", text), header)
    found = words(api(get))
    assert [word for word in found if "touch" in word] == [
        word
        for word in found
        if word.startswith("https://") or word == f"{text}: {text}"
    ] or text == "a\nb"


def test_a_key_in_the_query_is_added_by_the_shell() -> None:
    scheme = SecurityScheme(
        "key", SchemeKind.API_KEY, (("api_key", "SHOP_KEY"),), Location.QUERY, "api key"
    )
    source = replace(api(operation("get", "GET", "/pets")), schemes=(scheme,))
    assert words(source)[1] == "https://api.example.com/v1/pets?api%20key=$SHOP_KEY"


def test_server_variables_have_their_defaults() -> None:
    server = Server("https://{region}.example.com/", (ServerVariable("region", "eu"),))
    source = replace(api(operation("get", "GET", "/pets")), servers=(server,))
    assert words(source)[1] == "https://eu.example.com/pets"


def test_cookies_are_told_together() -> None:
    scheme = SecurityScheme(
        "key", SchemeKind.API_KEY, (("api_key", "SHOP_KEY"),), Location.COOKIE, "sid"
    )
    cookie = replace(
        query_parameter("theme", required=True),
        location=Location.COOKIE,
        examples=("$x",),
    )
    source = api(operation("get", "GET", "/pets", cookie))
    found = words(replace(source, schemes=(scheme,)))
    # The shell takes the sign away that keeps it from expanding the rest.
    assert found[-2:] == ["-b", r"sid=$SHOP_KEY; theme=\$x"]


def test_a_head_waits_for_no_body() -> None:
    assert "-I" in words(api(operation("look", "HEAD", "/pets")))


def test_what_says_nothing_of_a_media_type_adds_no_option_to_a_part() -> None:
    fields = (field("title"),)
    content = Content(
        "multipart/form-data",
        BodyKind.MULTIPART,
        Ref("New"),
        fields,
        encodings=(PartEncoding("title", "text/plain;headers=@/etc/passwd"),),
    )
    create = operation("create", "POST", "/pets", body=Body(True, (content,)))
    found = words(api(create, schemas=(model("New", *fields),)))
    assert found[-2] == "--form-string"
    assert "passwd" not in found[-1]


@pytest.mark.parametrize("type_", [Binary(), List(Binary())])
def test_a_file_is_a_file_whatever_style_its_part_has(type_: Type) -> None:
    fields = (field("photo", type_),)
    encodings = (PartEncoding("photo", style=Style.FORM),)
    content = Content(
        *("multipart/form-data", BodyKind.MULTIPART, Ref("New"), fields),
        encodings=encodings,
    )
    create = operation("create", "POST", "/pets", body=Body(True, (content,)))
    found = words(api(create, schemas=(model("New", *fields),)))
    assert found[-2] == "-F"
    assert found[-1].startswith("photo=@")
