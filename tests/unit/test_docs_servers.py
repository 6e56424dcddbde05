"""The guide to servers: all that can be chosen, and nothing where there is no choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.ir import Server, ServerVariable

from .apis import PET, PET_REF, api, operation, pages, path_parameter
from .markdown_judge import dangers, dead_links

REGION = ServerVariable("region", "eu", ("eu", "us"), "Where | the shop is.")
GET_PET = operation(
    "get_pet", "GET", "/pets/{pet_id}", path_parameter("pet_id"), returns=PET_REF
)
OWN = (Server("https://a.test"), Server("https://b.test"))


def guide(*servers: Server, own: tuple[Server, ...] | None = None) -> str:
    """The page for an API with these servers, and its operation's own."""
    source = api(replace(GET_PET, servers=own), schemas=(PET,))
    found = pages(replace(source, servers=servers))
    assert not dead_links(found)
    assert not dangers(found.get("servers.md", ""))
    return found.get("servers.md", "")


def test_one_server_without_variables_needs_no_guide() -> None:
    assert guide() == guide(Server("https://shop.test")) == ""


def test_all_servers_stand_there_by_position_with_what_the_description_says() -> None:
    page = guide(
        Server("https://{region}.shop.test", (REGION,), doc="For | customers."),
        Server("https://test.shop.test", name="sandbox"),
    )
    assert "the first of these, unless you choose another" in page
    assert "| 0 | `https://{region}.shop.test` | For \\| customers. |" in page
    assert "| 1 | `https://test.shop.test` | `sandbox` |" in page
    assert "| `region` | `eu` | `eu`, `us` | Where \\| the shop is. |" in page
    assert "client = Client(server=1)\n" in page
    assert 'client = Client(server_variables={"region": "us"})\n' in page


def test_servers_of_an_operation_stand_beside_it() -> None:
    page = guide(Server("/v1"), own=OWN)
    assert "this server" in page
    assert "A relative URL does not say on which host the API is" in page
    row = "| `https://a.test`, `https://b.test` | [get_pet](sdks/pets/README.md#get_pet) |"
    assert row in page
    assert "client = Client(server=1)\n" in page
    assert "server_variables" not in page


def test_servers_that_many_operations_have_stand_once() -> None:
    many = [
        replace(operation(f"get_{number}"), servers=OWN[:1]) for number in range(45)
    ]
    page = pages(api(*many, replace(GET_PET, servers=OWN[1:])))["servers.md"]
    (row,) = (line for line in page.splitlines() if OWN[0].url in line)
    assert "[get_0](sdks/pets/README.md#get_0), [get_1](" in row
    assert "[get_39](sdks/pets/README.md#get_39) and 5 more |" in row
    assert f"| `{OWN[1].url}` | [get_pet](" in page


def test_a_server_of_an_operation_leaves_nothing_to_choose_where_it_is_alone() -> None:
    page = guide(own=OWN[:1])
    assert "names no server for all of the API" in page
    assert "Client(" not in page and "position holds" not in page


@pytest.mark.parametrize(
    ("first", "given"),
    [
        (Server("{host}/v1", (ServerVariable("host", "https://shop.test"),)), False),
        (Server("{host}/v1", (ServerVariable("host", "/shop"),)), True),
        (Server("https://{region}.test", (REGION,)), False),
        (Server("https://{region}.test", (ServerVariable("region", None),)), True),
        (Server("/v1"), True),
    ],
)
def test_a_base_url_is_given_where_the_first_server_is_not_enough(
    first: Server, *, given: bool
) -> None:
    found = pages(replace(api(GET_PET, schemas=(PET,)), servers=(first, *OWN)))
    assert ("base_url=" in found["quickstart.md"]) is given
    is_relative = "A relative URL" in found["servers.md"]
    assert is_relative is (given and "://" not in first.url)
