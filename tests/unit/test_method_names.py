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
        # A name that is Python's already is taken at its word.
        ("users", "users_list", "users_list"),
        ("users", "listUsers", "list_users"),
        ("users", "Users", "users"),
        ("users", "Users_", "users"),
        ("users", "Users_2", "users_2"),
        ("users", "UserGroups_list", "user_groups_list"),
        ("users", "Users_import", "import_"),
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


def test_what_all_operations_begin_with_is_no_name_of_one(tmp_path: Path) -> None:
    found = names(tmp_path, ("a", "/a", "api_a_get"), ("b", "/b", "api_b_get"))
    assert found == ["a.api_a_get", "b.api_b_get"]


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
