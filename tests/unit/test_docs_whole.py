"""All pages together: which there are, and that nothing breaks out of them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.ir import (
    About,
    Any,
    Api,
    Default,
    Field,
    List,
    Literal,
    Paging,
    PagingStyle,
    Ref,
    SchemeKind,
    SecurityScheme,
    Server,
    ServerVariable,
    Source,
    TokenRequest,
    Webhook,
)
from generator.rendering import Templates
from generator.targets.docs import emit
from templates.python._runtime.response import Response

from .apis import (
    GET_PET,
    PET,
    PET_REF,
    WHOLE,
    answer,
    api,
    field,
    json_body,
    model,
    operation,
    pages,
    path_parameter,
)
from .markdown_judge import dangers, dead_links, shown


def test_there_are_guides_only_to_what_the_api_has() -> None:
    assert set(pages(api(GET_PET, schemas=(PET,)))) == {
        *("index.md", "quickstart.md", "authentication.md", "errors.md", "async.md"),
        *("retries-and-timeouts.md", "raw-responses.md", "testing.md"),
        *("data.md", "settings.md"),
        *("sdks/pets/README.md", "models/Pet.md"),
    }
    paging = Paging(PagingStyle.CURSOR, ("data",), PET_REF, "after")
    source = api(replace(GET_PET, paging=paging), schemas=(PET,))
    source = replace(source, schemes=(), security=())
    assert "pagination.md" in pages(source)
    assert "authentication.md" not in pages(source)


def test_every_way_to_the_body_of_a_whole_answer_is_told() -> None:
    page = pages(api(GET_PET, schemas=(PET,)))["raw-responses.md"]
    cells = [line.split("|")[1] for line in page.splitlines() if line[:3] == "| `"]
    named = set(re.findall(r"`(\w+)[`(]", "".join(cells)))
    named |= {"iter_bytes", "stream_to_file", "close"}
    assert {name for name in dir(Response) if name[0] != "_"} == named
    assert "`async with raw(" in page


def test_where_tokens_come_from_and_what_they_are_good_for_is_told() -> None:
    source = api(GET_PET, schemas=(PET,))
    assert "tokens come from" not in pages(source)["authentication.md"]
    scheme = replace(
        source.schemes[0],
        scopes=(("pets.read", "Look at pets."), ("pets", "")),
        sources=(("password: token", "https://shop.example/token"),),
    )
    found = pages(replace(source, schemes=(scheme,)))["authentication.md"]
    assert "| `key` | password: token | `https://shop.example/token` |" in found
    assert "| `key` | `pets.read` | Look at pets. |" in found


def test_what_the_client_asks_for_a_token_with_is_told() -> None:
    source = api(GET_PET, schemas=(PET,))
    assert "fetches its tokens" not in pages(source)["authentication.md"]
    arguments = (("id", "A"), ("secret", "B"), ("token", "C"))
    plain = SecurityScheme(
        "key", SchemeKind.OAUTH2, arguments, token_request=TokenRequest("/t"), doc="D."
    )
    request = TokenRequest("/t", ("read", "write"), (("audience", "shop"),), True)
    other = replace(plain, wire_name="other", token_request=request)
    found = pages(replace(source, schemes=(plain, other)))["authentication.md"]
    told = "of the request for a token"
    basic, bearer = (
        "header `Authorization: Basic …`",
        "header `Authorization: Bearer …`",
    )
    assert f"| `id` | `other` | `A` | body {told} | D. |" in found
    assert f"| `secret` | `key` | `B` | {basic} {told} |  |" in found
    assert f"| `token` | `key` | `C` | {bearer} |  |" in found
    assert "| `key` | none |  |" in found
    assert "| `other` | `read`, `write` | `audience=shop` |" in found
    assert "A credential other than such an id and secret may also be" in found


def test_an_api_without_operations_has_models_and_webhooks() -> None:
    event = Webhook(
        "pet.born", "pet_born", PET_REF, Source("shop.yaml", ""), "A pet is here."
    )
    found = pages(replace(api(schemas=(PET,)), webhooks=(event,)))
    assert set(found) == {"index.md", "webhooks.md", "models/Pet.md"}
    assert (
        "| `pet.born` | `POST` | [Pet](models/Pet.md) | A pet is here. |"
        in found["webhooks.md"]
    )
    assert "* Sent to webhooks `pet.born`" in found["models/Pet.md"]
    assert not dead_links(found)


@pytest.mark.parametrize(
    ("summary", "doc", "said"),
    [
        ("A pet is here.", "", "A pet is here."),
        ("", "A pet is here.\n\nSee `id`.", "A pet is here. See `id`."),
        ("A pet is here", "It is new.", "A pet is here. It is new."),
        ("A pet is here", "A pet is here. It is new.", "A pet is here. It is new."),
    ],
)
def test_all_that_is_said_of_an_event_stands_in_its_row(
    summary: str, doc: str, said: str
) -> None:
    event = Webhook("born", "born", PET_REF, Source("shop.yaml", ""), doc, summary)
    page = pages(replace(api(schemas=(PET,)), webhooks=(event,)))["webhooks.md"]
    assert f"| `born` | `POST` | [Pet](models/Pet.md) | {said} |" in page


def test_the_same_api_gives_the_same_pages() -> None:
    source = api(GET_PET, schemas=(PET,))
    assert emit(source, Templates()) == emit(source, Templates())


HOSTILE = "a|b `c <script>alert(1)</script>\n\n# d {: onclick=x }\n[e](javascript:f) {{ 7*7 }}"

HOSTILE_SERVER = Server(
    HOSTILE, (ServerVariable(HOSTILE, HOSTILE, (HOSTILE,), HOSTILE),), HOSTILE, HOSTILE
)


def _hostile_api() -> Api:
    pet = model(
        "Pet",
        Field(HOSTILE, "name", Literal((HOSTILE,)), True, HOSTILE, examples=(HOSTILE,)),
        Field("x", "x", Any(), False, HOSTILE, default=Default(HOSTILE)),
        doc=HOSTILE,
    )
    get = replace(
        operation(
            "get",
            "GET",
            "/{id}",
            path_parameter("id", HOSTILE, HOSTILE),
            returns=PET_REF,
        ),
        summary=HOSTILE,
        doc=HOSTILE,
        errors=(replace(answer(None, "404"), doc=HOSTILE),),
        servers=(HOSTILE_SERVER,),
    )
    source = api(get, schemas=(pet,), doc=HOSTILE)
    (resource,) = source.resources
    resource = replace(resource, title=HOSTILE, doc=HOSTILE)
    return replace(
        source,
        title=HOSTILE,
        resources=(resource,),
        servers=(HOSTILE_SERVER,) * 2,
        summary=HOSTILE,
        about=About(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        schemes=(
            replace(
                source.schemes[0],
                doc=HOSTILE,
                scopes=((HOSTILE, HOSTILE),),
                sources=((HOSTILE, HOSTILE),),
            ),
        ),
        link_base="https://e.com/",
    )


def test_hostile_text_is_text_on_every_page() -> None:
    found = pages(_hostile_api())
    for markdown in found.values():
        assert not dangers(markdown.replace("<code>", "").replace("</code>", ""))
    assert "{{ 7*7 }}" in found["index.md"]
    assert shown(found["index.md"]).startswith("a|b `c <script>alert(1)</script> # d")
    assert not dead_links(found)


def test_objects_in_requests_have_typed_dictionaries() -> None:
    owner = model("Owner", field("name"), field("age", WHOLE))
    body = json_body(Ref("New"), field("owners", List(Ref("Owner"))))
    create = operation("create", "POST", "/pets", body=body, returns=PET_REF)
    found = pages(api(create, schemas=(PET, owner)))["data.md"]
    assert "owner: params.OwnerDict = {" in found
    assert "print(pet.to_json(indent=2))" in found

    clash = model("OwnerDict", field("name"))
    found = pages(api(create, schemas=(PET, owner, clash)))["data.md"]
    assert "params" not in found


def test_the_guide_to_data_does_not_call_every_answer_a_model() -> None:
    pets = operation("list", "GET", "/pets", returns=List(PET_REF))
    found = pages(api(GET_PET, pets, schemas=(PET,)))["data.md"]
    assert "An answer that is a model has" in found
    assert "Every answer is" not in found


def test_all_settings_are_told() -> None:
    settings = pages(api(GET_PET, schemas=(PET,)))["settings.md"]
    runtime = Path(__file__).parents[2] / "templates" / "python" / "_runtime"
    options = runtime.joinpath("options.py").read_text(encoding="utf-8")
    changes = options.partition("class Changes")[2].partition("\ndef ")[0]
    names = set(re.findall(r"(?m)^        (\w+): ", changes)) - {"clock"}
    assert len(names) > 10
    assert {name for name in names if f"`{name}`" not in settings} == set()


def test_all_errors_are_told() -> None:
    errors = pages(api(GET_PET, schemas=(PET,)))["errors.md"]
    runtime = Path(__file__).parents[2] / "templates" / "python" / "_runtime"
    source = runtime.joinpath("errors.py").read_text(encoding="utf-8")
    names = set(re.findall(r"(?m)^class (\w+)\(API\w+", source))
    assert len(names) > 15
    assert {name for name in names if f"`{name}`" not in errors} == set()
