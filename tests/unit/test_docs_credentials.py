"""What the pages say of credentials: for the API, and for each operation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ir import (
    Api,
    Operation,
    SchemeKind,
    SecurityRequirement,
    SecurityScheme,
)
from generator.targets.docs import emit

from .apis import PET, PET_REF, TEMPLATES, api, operation, page
from .markdown_judge import fences

KEY = SecurityScheme("Key", SchemeKind.API_KEY, (("key", "SHOP_KEY"),), parameter="K")
LOGIN = SecurityScheme(
    "Login", SchemeKind.BASIC, (("username", "SHOP_USER"), ("password", "SHOP_PASS"))
)
TOKEN = SecurityScheme("Token", SchemeKind.BEARER, (("token", "SHOP_TOKEN"),))
CERTIFICATE = SecurityScheme("Certificate", SchemeKind.OTHER, ())


def asks(
    name: str, *alternatives: dict[str, tuple[str, ...]], method: str = "GET"
) -> Operation:
    """An operation with security of its own: schemes with their scopes."""
    security = tuple(SecurityRequirement(tuple(each.items())) for each in alternatives)
    made = operation(name, method, f"/{name}", returns=PET_REF)
    return replace(made, security=security)


def secured(*operations: Operation, schemes: tuple[SecurityScheme, ...]) -> Api:
    """An API without security of its own."""
    made = api(*operations, schemas=(PET,))
    return replace(made, schemes=schemes, security=())


def section(source: Api, name: str) -> str:
    """What the page says of one operation."""
    return page(source).split(f"\n## {name}\n")[1].split("\n## ")[0]


def test_an_operation_makes_its_client_with_what_it_needs() -> None:
    source = secured(
        asks("signed", {"Key": ()}),
        asks("login", {"Login": ()}),
        operation("open", "GET", "/open"),
        schemes=(KEY, LOGIN),
    )
    for name, reads in (
        ("signed", "  # reads SHOP_KEY"),
        ("login", "  # reads SHOP_USER and SHOP_PASS"),
        ("open", ""),
    ):
        programs = "\n".join(fences(section(source, name), "python"))
        made = {line for line in programs.splitlines() if "client = Client" in line}
        assert made == {f"client = Client(){reads}"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "Needs no credentials."),
        ([{}], "Needs no credentials."),
        ([{"Key": ()}], "Credentials: `Key`. See ["),
        ([{"Key": ()}, {"Login": ()}], "Credentials: `Key` or `Login`. See"),
        ([{}, {"Key": ()}], "Credentials: `Key` or none. See"),
        (
            [{"Key": (), "Login": ()}, {"Token": ()}],
            "Credentials: `Key` and `Login`, or `Token`. See",
        ),
        (
            [{"Key": ()}, {"Login": ()}, {"Token": ("read", "write")}],
            "Credentials: `Key`, `Login` or `Token` (scopes `read`, `write`). See",
        ),
    ],
    ids=["none", "an empty one", "one", "or", "optional", "and", "scopes"],
)
def test_a_section_says_what_its_operation_needs(
    asked: list[dict[str, tuple[str, ...]]], said: str
) -> None:
    source = secured(asks("do", *asked), schemes=(KEY, LOGIN, TOKEN))
    assert said in section(source, "do")
    assert "Argument | Scheme |" in page(source, "authentication.md")


def test_what_holds_for_all_operations_is_not_said_at_each() -> None:
    source = api(operation("do"), asks("open"))
    assert "redentials" not in section(source, "do")
    assert "Needs no credentials." in section(source, "open")
    assert "| Scheme |" not in page(api(operation("do")), "authentication.md")


def test_the_first_pages_name_what_the_operations_need_most_used_first() -> None:
    source = secured(
        operation("open", "GET", "/open"),
        asks("login", {"Login": ()}, method="POST"),
        asks("one", {"Token": ()}),
        asks("two", {"Token": ()}),
        schemes=(KEY, LOGIN, TOKEN),
    )
    exports = (
        'export SHOP_TOKEN="..."\nexport SHOP_USER="..."\nexport SHOP_PASS="..."\n'
    )
    readme = {str(file.path): file.content for file in emit(source, TEMPLATES)}
    assert exports in fences(page(source, "quickstart.md"), "bash")
    assert exports in str(readme["README.md"])


def test_what_the_api_asks_for_in_general_stands_alone_on_the_first_pages() -> None:
    login = asks("login", {"Login": ()})
    source = api(operation("do"), login, schemas=(PET,))
    source = replace(source, schemes=(*source.schemes, LOGIN))
    program = next(fences(page(source, "authentication.md"), "python"))
    assert 'Client(api_key="your-api-key")' in program


def test_an_alternative_that_the_client_cannot_fill_is_not_shown() -> None:
    asked = asks("do", {"Certificate": ()}, {"Key": ()})
    shown = section(secured(asked, schemes=(CERTIFICATE, KEY)), "do")
    assert "# reads SHOP_KEY" in shown
    assert '-H "K: $SHOP_KEY"' in shown


def test_of_alternatives_the_page_says_that_one_is_enough_and_which_is_taken() -> None:
    both: tuple[dict[str, tuple[str, ...]], ...] = ({"Key": ()}, {"Token": ("a",)})
    source = secured(
        asks("one", *both),
        asks("two", *both),
        asks("three", {"Certificate": ()}, {"Login": (), "Key": ()}, {"Token": ()}, {}),
        asks("four", {"Token": ()}),
        schemes=(KEY, LOGIN, TOKEN, CERTIFICATE),
    )
    shown = page(source, "authentication.md")
    assert "one is enough: a call takes the first" in shown
    assert (
        "\n* `Key`, else `Token` (2 operations)"
        "\n* `Key` and `Login`, else `Token` (1 operation)\n"
    ) in shown
    # What is enough for all stands alone in the programs.
    assert 'Client(token="your-token")' in shown
    assert "with `SHOP_TOKEN` set" in shown
    assert "# reads SHOP_KEY" in section(source, "one")


def test_where_there_is_no_choice_nothing_is_said_of_one() -> None:
    source = secured(
        asks("one", {"Key": ()}, {}), asks("two", {"Login": ()}), schemes=(KEY, LOGIN)
    )
    shown = page(source, "authentication.md")
    assert "one is enough" not in shown
    assert "with `SHOP_KEY`, `SHOP_USER` and `SHOP_PASS` set" in shown


def test_a_ready_made_token_stands_for_id_and_secret() -> None:
    oauth = SecurityScheme(
        "Oauth",
        SchemeKind.OAUTH2,
        (("client_id", "A"), ("client_secret", "B"), ("token", "C")),
    )
    shown = page(
        secured(asks("one", {"Oauth": ()}), schemes=(oauth,)), "authentication.md"
    )
    told = "For `Oauth`, `client_id` and `client_secret` are enough, or `token` alone."
    assert told in shown


def test_what_the_client_cannot_fill_is_no_argument_and_no_variable() -> None:
    asked = asks("do", {"Certificate": ()})
    certificate = replace(CERTIFICATE, doc="Ask | us for one")
    source = replace(secured(asked, schemes=(certificate,)), servers=())
    shown = page(source, "authentication.md")
    told = "`Certificate` is to be set up on an `http_client` of your own. Ask | us for one."
    assert told in shown
    assert "rgument" not in shown and "environment" not in shown
    assert "Client()" not in shown and "ConfigurationError" not in shown


@pytest.mark.parametrize("held", [None, "SHOP_KEY"])
def test_the_environment_is_enough_only_where_it_holds_all(held: str | None) -> None:
    key = replace(KEY, arguments=(("key", held),))
    source = secured(asks("do", {"Key": ()}), schemes=(key,))
    package = replace(source.package, base_url_variable="SHOP_URL")
    source = replace(source, servers=(), package=package)
    shown = page(source, "authentication.md")
    assert ("or reads them from the environment" in shown) is (held is not None)
    enough = "with `SHOP_KEY` and `SHOP_URL` set, `Client()` is all that is needed"
    assert (enough in shown) is (held is not None)
    assert ("all that is needed." in shown) is (held is not None)
