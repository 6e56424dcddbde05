"""What methods and resources are called, from operationIds, tags and paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from .descriptions import built, operations


def names(folder: Path, *endpoints: tuple[str, str, str]) -> list[str]:
    """`resource.method` of each of `tag, path, operationId`, which may be empty."""
    lines = ["paths:"]
    for tag, path, operation_id in endpoints:
        lines.append(f"  {path!r}:")
        lines.append("    get:")
        lines.append(f"      tags: [{tag!r}]" if tag else "      tags: []")
        if operation_id:
            lines.append(f"      operationId: {operation_id!r}")
        lines.append("      responses: {'204': {description: done}}")
    api = built(folder, "\n".join(lines) + "\n").api
    return [
        f"{resource.name}.{operation.name}"
        for resource in api.resources
        for operation in resource.operations
    ]


@pytest.mark.parametrize(
    ("tag", "operation_id", "name"),
    [
        ("VirtualMachines", "VirtualMachines_CreateOrUpdate", "create_or_update"),
        ("repos", "repos/list-for-user", "list_for_user"),
        ("Users", "users.list", "list"),
        ("users", "UsersController_findAll", "find_all"),
        ("User Profiles", "user-profiles-get", "get"),
        ("users", "users_list", "list"),
        ("User Profiles", "userProfilesGetAll", "get_all"),
        ("Create User", "createUserInGroup", "create_user_in_group"),
        ("multi search", "multi_search_with_post", "multi_search_with_post"),
        ("users", "UsersController_findAll_v2", "find_all_v2"),
        ("cats", "CatsV2Controller_findAll_v2", "find_all_v2"),
        ("Sign in", "AuthController_login", "login"),
        ("a", "app.http.UserController.index", "index"),
        ("a", "listControllerEvents", "list_controller_events"),
        ("a", "list_Controller_events", "list_controller_events"),
        ("events", "calendar.events.list", "list"),
        ("pets", "shop.api.v1.controllers.pets.by_id", "by_id"),
        ("pets", "shop.pets.2", "shop_pets_2"),
        ("users", "listUsers", "list_users"),
        ("users", "Users", "users"),
        ("users", "Users_", "users"),
        ("users", "Users_2", "users_2"),
        ("reverse_pages", "reversePagesV1", "reverse_pages_v1"),
        ("users", "users.v2", "users_v2"),
        ("users", "UserGroups_list", "user_groups_list"),
        ("users", "Users_import", "import_"),
        ("User", "UserOrders_list", "user_orders_list"),
    ],
)
def test_what_a_resource_says_its_methods_need_not_say(
    tmp_path: Path, tag: str, operation_id: str, name: str
) -> None:
    (found,) = names(tmp_path, (tag, "/a", operation_id))
    assert found.partition(".")[2] == name


def test_where_the_short_name_is_taken_the_long_one_serves(tmp_path: Path) -> None:
    found = names(tmp_path, ("users", "/a", "Users_list"), ("users", "/b", "list"))
    assert found == ["users.users_list", "users.list"]


@pytest.mark.parametrize(
    ("path", "operation_id", "name"),
    [
        ("/skills", "list_skills_skills_get", "list_skills"),
        ("/v1/skills/{skill_id}", "get_skill_v1_skills__skill_id__get", "get_skill"),
        ("/", "root__get", "root"),
        ("/skills?beta=true", "list_skills_skills_get", "list_skills"),
        ("/skills", "list_skills_skills_post", "list_skills_skills_post"),
        ("/skills", "_skills_get", "skills_get"),
    ],
)
def test_the_route_that_fastapi_adds_is_no_part_of_a_name(
    tmp_path: Path, path: str, operation_id: str, name: str
) -> None:
    assert names(tmp_path, ("x", path, operation_id)) == [f"x.{name}"]


def test_resources_may_have_methods_of_the_same_short_name(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        ("users", "/users/", "read_all_users__get"),
        ("items", "/items/", "read_all_items__get"),
        ("items", "/items/{id}", "read_items__id__get"),
        ("items", "/old/{id}", "read_old__id__get"),
    )
    assert found == [
        "users.read_all",
        "items.read_all",
        "items.read_items_id_get",
        "items.read_old_id_get",
    ]


LITESTAR = (
    ("items", "/items/{item_id}", "ItemsItemIdGetItem"),
    ("items", "/items/by-day/{day}/{n}", "ItemsByDayNOf"),
    ("Other things", "/", "Index"),
    ("Other things", "/things", "ThingsList"),
)


def test_the_route_that_litestar_puts_before_is_no_part_of_a_name(
    tmp_path: Path,
) -> None:
    found = names(tmp_path, *LITESTAR)
    assert found == [
        "items.get_item",
        "items.of",
        "other_things.index",
        "other_things.list",
    ]


@pytest.mark.parametrize("other", ["createItem", "Items"])
def test_a_route_before_some_names_is_a_part_of_them(
    tmp_path: Path, other: str
) -> None:
    found = names(tmp_path, *LITESTAR, ("items", "/items", other))
    assert found[-1] == "other_things.things_list"


def test_what_all_operations_begin_with_is_no_name_of_one(tmp_path: Path) -> None:
    found = names(tmp_path, ("a", "/a", "api_a_get"), ("b", "/b", "api_b_get"))
    assert found == ["a.api_a_get", "b.api_b_get"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/api/v1/users/{id}", "users.get_users_by_id"),
        ("/rest/api/3/users", "users.get_users"),
        ("/API/2010-04-01/users", "users.get_users"),
        ("/v2.1/users/api", "users.get_users_api"),
        ("/api/v1", "api.get_api_v1"),
        ("/api", "api.get_api"),
        ("/v1/{id}", "default.get_by_id"),
        ("/apis/users", "apis.get_apis_users"),
    ],
)
def test_what_apis_begin_their_paths_with_names_nothing(
    tmp_path: Path, path: str, name: str
) -> None:
    assert names(tmp_path, ("", path, "")) == [name]


def test_where_such_a_beginning_tells_operations_apart_it_is_said(
    tmp_path: Path,
) -> None:
    found = names(tmp_path, ("", "/v1/users", ""), ("", "/v2/users", ""))
    assert found == ["users.get_users", "users.get_v2_users"]


def test_a_query_in_a_path_makes_no_resource_of_its_own(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        ("", "/agents?beta=true", "listAgents"),
        ("", "/agents/{?id}", "getAgent"),
        ("", "/#Action=CreateQueue", "createQueue"),
    )
    assert found == ["agents.list_agents", "agents.get_agent", "default.create_queue"]


def test_a_resource_may_be_called_like_the_modules_of_models(tmp_path: Path) -> None:
    found = names(tmp_path, ("models", "/a", "list"), ("params", "/b", "get"))
    assert found == ["models.list", "params.get"]


def test_classes_of_one_operation_are_named_after_all_of_its_id(
    tmp_path: Path,
) -> None:
    api = built(
        tmp_path,
        """\
paths:
  /a:
    get:
      tags: [users]
      operationId: Users_Get
      responses:
        "200":
          description: done
          content:
            application/json: {schema: {properties: {a: {type: string}}}}
""",
    ).api
    assert list(operations(api)) == ["Users_Get"]
    assert list(api.schemas) == ["UsersGetResponse"]
