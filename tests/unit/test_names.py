"""Names: legal, unique, and the same every time, whatever is added beside them."""

from __future__ import annotations

import ast
import copy
import inspect
import json
import keyword
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings, strategies as st

from generator.config_reading import config_of
from generator.document import load
from generator.frontend import Built, build
from generator.ir import Api, Location, Model, Operation, Resource
from generator.names import (
    RESERVED_CLASSES,
    RESERVED_CREDENTIALS,
    RESERVED_FIELDS,
    RESERVED_METHODS,
    RESERVED_RESOURCE_CLASSES,
    RESERVED_RESOURCES,
    RESERVED_STREAM_CLASSES,
    Memory,
    Scope,
    pascal,
    snake,
    words,
)
from generator.targets.python import imports

# Spelling --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("limit", "limit"),
        ("createdAt", "created_at"),
        ("created-at", "created_at"),
        ("created.at", "created_at"),
        ("CREATED_AT", "created_at"),
        ("X-Request-ID", "x_request_id"),
        ("HTTPServer", "http_server"),
        ("fileURLs", "file_urls"),
        ("OAuthToken", "oauth_token"),
        ("oauth2Token", "oauth2_token"),
        ("ids[]", "ids"),
        ("page[size]", "page_size"),
        ("$filter", "filter"),
        ("@id", "at_id"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("2nd", "field_2nd"),
        ("class", "class_"),
        ("None", "none"),
        ("match", "match"),
        ("", "field"),
        ("🎉", "field"),
        ("_", "field"),
        ("__init__", "init"),
        ("ﬁx", "fix"),
        ("straße", "straße"),
        ("名前", "名前"),
        ("x\u200by", "x_y"),
    ],
)
def test_a_wire_name_becomes_a_snake_case_name(wire: str, name: str) -> None:
    assert snake(wire, "field") == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("Order", "Order"),
        ("order", "Order"),
        ("order_line", "OrderLine"),
        ("order-line.v2", "OrderLineV2"),
        ("HTTPServer", "HTTPServer"),
        ("ORDER2", "ORDER2"),
        ("3D", "Model3D"),
        ("com.example.Order", "ComExampleOrder"),
        ("None", "None_"),
        ("", "Model"),
        ("🎉", "Model"),
    ],
)
def test_a_key_becomes_a_class_name(wire: str, name: str) -> None:
    assert pascal(wire) == name


@given(st.text())
def test_whatever_the_wire_says_the_name_is_an_identifier(wire: str) -> None:
    for name in (snake(wire, "field"), pascal(wire)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


@given(st.text())
def test_a_name_reads_as_pythons_names_do(wire: str) -> None:
    name = snake(wire, "field")
    assert name == name.lower() or not name.isascii()
    assert not name.startswith("_")
    assert pascal(wire)[0] not in "_0123456789"


@given(st.text())
def test_a_name_that_is_legal_already_stays_as_it_is(wire: str) -> None:
    assert snake(snake(wire, "field").rstrip("_"), "field") == snake(wire, "field")


@given(st.text())
def test_words_hold_nothing_but_what_names_may_hold(wire: str) -> None:
    assert all(word and f"_{word}".isidentifier() for word in words(wire))


# Scopes ----------------------------------------------------------------------------


def test_the_one_that_is_spelled_so_on_the_wire_keeps_the_name() -> None:
    scope = Scope()
    names = scope.claim_all([("createdAt", "created_at"), ("created_at", "created_at")])
    assert names == {"createdAt": "created_at_2", "created_at": "created_at"}


def test_a_taken_name_gives_way_to_others_before_it_gets_a_number() -> None:
    scope = Scope()
    assert scope.claim("path:id", "id", "path_id") == "id"
    assert scope.claim("query:id", "id", "query_id") == "query_id"
    assert scope.claim("query:ID", "id", "query_id") == "query_id_2"
    assert scope.claim("query:Id", "id", "query_id") == "query_id_3"


def test_names_that_differ_by_case_alone_are_one_name() -> None:
    scope = Scope()
    assert [scope.claim(key, key) for key in ("Order", "ORDER", "oRDER")] == [
        "Order",
        "ORDER2",
        "oRDER3",
    ]


def test_a_reserved_name_gets_an_underscore() -> None:
    assert Scope(frozenset({"copy"})).claim("copy", "copy") == "copy_"


def test_a_remembered_name_is_kept_for_the_one_that_had_it() -> None:
    scope = Scope(remembered={"createdAt": "created_at"})
    assert scope.claim("created_at", "created_at") == "created_at_2"
    assert scope.claim("createdAt", "created_at") == "created_at"


def test_a_configured_name_goes_before_a_remembered_one() -> None:
    scope = Scope(remembered={"lst": "list"})
    assert scope.claim("listBooks", "list", explicit=True) == "list"
    assert scope.claim("lst", "lst") == "lst"


def test_a_configured_name_is_not_remembered_once_it_is_no_longer_configured() -> None:
    scope = Scope()
    scope.claim("lst", "list", explicit=True)
    assert scope.given == {}


@given(
    st.lists(
        st.sampled_from(["a", "A", "a_b", "aB", "a-b", "AB", "copy", "a_2"]),
        unique=True,
    ),
    st.data(),
)
def test_no_two_have_one_name_and_none_loses_its_own(
    wires: list[str], data: st.DataObject
) -> None:
    def given_to(
        wires: list[str], remembered: dict[str, str]
    ) -> tuple[dict[str, str], Scope]:
        scope = Scope(frozenset({"copy"}), remembered)
        return scope.claim_all((wire, snake(wire, "field")) for wire in wires), scope

    some = data.draw(st.lists(st.sampled_from(wires), unique=True)) if wires else []
    before, scope = given_to(some, {})
    after, _ = given_to(wires, scope.given)
    assert len({name.casefold() for name in after.values()}) == len(wires)
    assert {wire: after[wire] for wire in some} == before


# Names that the runtime has already ------------------------------------------------


RUNTIME = Path(__file__).parents[2] / "templates" / "python" / "_runtime"


def runtime(module: str, name: str) -> Any:
    imported = __import__(f"templates.python._runtime.{module}", fromlist=[name])
    return getattr(imported, name)


@pytest.mark.parametrize(
    ("module", "name", "reserved"),
    [
        ("client", "BaseClient", RESERVED_RESOURCES),
        ("client", "BaseAsyncClient", RESERVED_RESOURCES),
        ("resource", "Resource", RESERVED_METHODS),
        ("resource", "AsyncResource", RESERVED_METHODS),
        ("model", "Model", RESERVED_FIELDS),
    ],
)
def test_nothing_emitted_hides_what_it_inherits(
    module: str, name: str, reserved: frozenset[str]
) -> None:
    public = {each for each in dir(runtime(module, name)) if not each.startswith("_")}
    assert public - reserved == set()


def annotated(path: Path, name: str) -> set[str]:
    """The fields of a class, read from its source."""
    (found,) = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name == name
    )
    return {ast.unparse(n.target) for n in found.body if isinstance(n, ast.AnnAssign)}


def test_no_credential_is_called_like_another_argument_of_the_client() -> None:
    # Only type checkers see that class, so that no program waits for it.
    options = annotated(RUNTIME / "options.py", "Changes")
    arguments = inspect.signature(runtime("client", "BaseClient").__init__).parameters
    others = arguments.keys() - {"schemes", "config"}
    assert (options | others) - RESERVED_CREDENTIALS == set()


SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


@pytest.mark.parametrize(
    ("pattern", "reserved"),
    [
        ("models/*.py", RESERVED_CLASSES),
        ("params/*.py", RESERVED_CLASSES),
        ("resources/**/*.py", RESERVED_RESOURCE_CLASSES),
        ("_client.py", RESERVED_RESOURCE_CLASSES),
        ("resources/**/*.py", RESERVED_STREAM_CLASSES),
        ("streams.py", RESERVED_STREAM_CLASSES),
        ("__init__.py", RESERVED_STREAM_CLASSES),
    ],
)
def test_no_class_is_called_like_what_its_module_imports(
    pattern: str, reserved: frozenset[str]
) -> None:
    assistants = SNAPSHOTS.parents[1] / "generated" / "assistants_sdk"
    imported = {
        alias.asname or alias.name
        for package in (*SNAPSHOTS.glob("*/expected/*_sdk"), assistants)
        for path in package.glob(pattern)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        # What stands in the package's own modules has names of its own.
        and (node.level == 0 or (node.module or "").startswith("_runtime"))
        for alias in node.names
    }
    assert imported
    assert {name for name in imported if name[0].isupper()} - reserved == set()


def test_no_class_is_called_like_what_a_module_can_import() -> None:
    imported = frozenset(imports.RUNTIME).union(*imports.STANDARD.values())
    # A class has a capital.
    assert {
        name for name in imported if name[0].isupper()
    } - RESERVED_STREAM_CLASSES == set()


# Stability -------------------------------------------------------------------------


def response(schema: object, media_type: str = "application/json") -> dict[str, Any]:
    return {"200": {"description": "ok", "content": {media_type: {"schema": schema}}}}


TAKEN = {"taken": {"type": "object", "properties": {"back": {"type": "boolean"}}}}
MENDED = {"application/json": {"schema": {"type": "object", "properties": TAKEN}}}
BASE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop API", "version": "1"},
    "paths": {
        "/orders": {
            "get": {
                "operationId": "listOrders",
                "tags": ["Shop Things"],
                "parameters": [
                    {"name": "sort-by", "in": "query", "schema": {"type": "string"}},
                    {"name": "limit", "in": "header", "schema": {"type": "integer"}},
                    {
                        "name": "state",
                        "in": "query",
                        "schema": {
                            "type": "string",
                            "enum": ["new", "paid", "sent", "lost"],
                        },
                    },
                ],
                "responses": response(
                    {"type": "array", "items": {"$ref": "#/components/schemas/order"}}
                ),
            },
            "post": {
                "operationId": "createOrder",
                "tags": ["Shop Things"],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "note": {"type": "string"},
                                    "shipTo": {
                                        "type": "object",
                                        "properties": {"city": {"type": "string"}},
                                    },
                                },
                            }
                        },
                        "text/plain": {"schema": {"type": "string"}},
                    }
                },
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/order"}
                            },
                            "text/event-stream": {"schema": {"type": "string"}},
                        },
                    }
                },
            },
            "put": {
                "operationId": "set-orders",
                "tags": ["Shop Things"],
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"type": "array", "items": {}}}
                    }
                },
                "responses": response(True),
            },
            "patch": {
                "operationId": "mendOrders",
                "tags": ["Shop Things"],
                "requestBody": {"$ref": "#/components/requestBodies/Mending"},
                "responses": {"200": {"$ref": "#/components/responses/Mended"}},
            },
        }
    },
    "webhooks": {
        "order.placed": {"post": {"responses": {"200": {"description": "ok"}}}}
    },
    "components": {
        "securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}},
        "requestBodies": {"Mending": {"content": MENDED}},
        "responses": {"Mended": {"description": "ok", "content": MENDED}},
        "schemas": {
            "order": {
                "type": "object",
                "properties": {
                    "createdAt": {"type": "string"},
                    "unit": {
                        "type": "object",
                        "properties": {"size": {"type": "integer"}},
                    },
                },
            }
        },
    },
}
CONFIG = config_of(
    {
        "polling": {
            "order": {
                "read": "listOrders",
                "terminal": ["done"],
                "starts": ["createOrder"],
            }
        }
    }
)


def built(folder: Path, data: object, memory: Memory) -> Built:
    path = folder / "openapi.json"
    path.write_text(json.dumps(data))
    return build(load(path), CONFIG, memory)


def walk(
    resources: tuple[Resource, ...], above: str = ""
) -> Iterator[tuple[str, Resource]]:
    for resource in resources:
        yield f"{above}{resource.name}", resource
        yield from walk(resource.children, f"{above}{resource.name}.")


def names_in(api: Api) -> dict[str, str]:
    """Every name by what it stands for on the wire."""
    found: dict[str, str] = {}
    for path, resource in walk(api.resources):
        for poller in resource.pollers:
            found[f"poller {poller.polling.operation}"] = poller.name
        for operation in resource.operations:
            place = f"{operation.id} {operation.variant}"
            found[f"resource {place}"] = f"{path} {resource.class_name}"
            found.update(
                (f"{place} {what}", name) for what, name in names_of(operation)
            )
    for name, schema in api.schemas.items():
        if schema.source.pointer.count("/") == 3:
            found[f"schema {schema.source.pointer}"] = name
        if isinstance(schema, Model):
            for field in schema.fields:
                found[f"field {name} {field.wire_name}"] = f"{field.name}: {field.type}"
    for scheme in api.schemes:
        found[f"scheme {scheme.wire_name}"] = str(scheme.arguments)
    for webhook in api.webhooks:
        found[f"webhook {webhook.wire_name}"] = webhook.name
    return found


def names_of(operation: Operation) -> Iterator[tuple[str, str]]:
    yield "method", operation.name
    yield "poll", operation.poll_name
    yield "stream", operation.streaming.name if operation.streaming else ""
    for parameter in operation.parameters:
        yield f"{parameter.location.value} {parameter.wire_name}", parameter.name
        yield f"{parameter.location.value} {parameter.wire_name} type", str(
            parameter.type
        )
    for content in operation.body.contents[:1] if operation.body else ():
        yield "body", content.argument
        yield "body type", str(content.type)
        for field in content.fields:
            yield f"body {field.wire_name}", f"{field.name}: {field.type}"
    for answer in operation.responses:
        yield f"answer {answer.status}", str(
            [content.type for content in answer.contents]
        )


def put_first(mapping: dict[str, Any], key: str, value: object) -> None:
    """Adds where it is found before everything else."""
    rest = dict(mapping)
    mapping.clear()
    mapping.update({key: value, **rest})


def paths(data: dict[str, Any]) -> dict[str, Any]:
    return cast("dict[str, Any]", data["paths"])


def add_operation(data: dict[str, Any], id_: str, tag: str = "Shop Things") -> None:
    operation = {"operationId": id_, "tags": [tag], "responses": response(True)}
    put_first(paths(data), f"/{id_}-{tag}", {"get": operation})


def add_sharing(data: dict[str, Any]) -> None:
    operation = {
        "operationId": "abandonOrders",
        "requestBody": {"$ref": "#/components/requestBodies/Mending"},
        "responses": {"200": {"$ref": "#/components/responses/Mended"}},
    }
    put_first(paths(data), "/abandoned", {"post": operation})


def add_schemas(data: dict[str, Any], *keys: str) -> None:
    for key in keys:
        schema = {"type": "object", "properties": {"other": {"type": "string"}}}
        put_first(data["components"]["schemas"], key, schema)


def add_parameter(data: dict[str, Any], method: str, name: str, place: str) -> None:
    operation = paths(data)["/orders"][method]
    schema = {"type": "string", "enum": ["a", "b", "c", "d"]}
    parameter = {"name": name, "in": place, "schema": schema}
    operation["parameters"] = [parameter, *operation.get("parameters", [])]


def add_properties(data: dict[str, Any], *names: str) -> None:
    properties = data["components"]["schemas"]["order"]["properties"]
    for name in names:
        put_first(properties, name, {"type": "string"})


def add_body_property(data: dict[str, Any], name: str) -> None:
    content = paths(data)["/orders"]["post"]["requestBody"]["content"]
    properties = content["application/json"]["schema"]["properties"]
    put_first(
        properties, name, {"type": "object", "properties": {"x": {"type": "string"}}}
    )


def add_scheme(data: dict[str, Any], key: str, **scheme: str) -> None:
    put_first(data["components"]["securitySchemes"], key, scheme)


def add_webhook(data: dict[str, Any], key: str) -> None:
    put_first(
        data["webhooks"], key, {"post": {"responses": {"200": {"description": "ok"}}}}
    )


ADDITIONS: dict[str, Callable[[dict[str, Any]], None]] = {
    "a schema that has the class of another": lambda d: add_schemas(
        d, "Order", "ORDER", "oRder"
    ),
    "a schema that is called like one inline": lambda d: add_schemas(
        d,
        "OrderUnit",
        "CreateOrderRequest",
        "CreateOrderRequestShipTo",
        "ListOrdersState",
    ),
    "a schema that is inline and called like another": lambda d: add_body_property(
        d, "ship_to"
    ),
    "a property that is spelled like a field": lambda d: add_properties(
        d, "created_at"
    ),
    "properties that become one field": lambda d: add_properties(
        d, "CreatedAt", "CREATED-AT", "created.at", "Unit"
    ),
    "a query parameter called like a property of the body": lambda d: add_parameter(
        d, "post", "note", "query"
    ),
    "a query parameter called like a header": lambda d: add_parameter(
        d, "get", "limit", "query"
    ),
    "a query parameter spelled like another's argument": lambda d: add_parameter(
        d, "get", "sort_by", "query"
    ),
    "a query parameter called like the whole body": lambda d: add_parameter(
        d, "put", "body", "query"
    ),
    "a parameter before others": lambda d: add_parameter(d, "get", "before", "query"),
    "a property of the body spelled like another's argument": lambda d: add_body_property(
        d, "ship_to"
    ),
    "an operation with the body and the answer of another": add_sharing,
    "an operation spelled like a method": lambda d: add_operation(d, "list_orders"),
    "an operation with the method of another": lambda d: add_operation(d, "set.orders"),
    "an operation called like a stream": lambda d: add_operation(
        d, "createOrderStream"
    ),
    "an operation called like a poll": lambda d: add_operation(d, "createOrderAndPoll"),
    "an operation called like a poller": lambda d: add_operation(d, "poll_order"),
    "an operation called like another body": lambda d: add_operation(
        d, "create_order_text"
    ),
    "a tag that is spelled like a resource": lambda d: add_operation(
        d, "other", "shop_things"
    ),
    "a tag that has the class of another": lambda d: add_operation(
        d, "another", "shopThings"
    ),
    "a bearer token beside another": lambda d: add_scheme(
        d, "Admin", type="http", scheme="bearer"
    ),
    "a key that is called like a token": lambda d: add_scheme(
        d, "token", **{"type": "apiKey", "in": "header", "name": "X"}
    ),
    "a webhook with the name of another": lambda d: add_webhook(d, "orderPlaced"),
    "a webhook spelled like another's class": lambda d: add_webhook(d, "OrderPlaced"),
}


@pytest.mark.parametrize("addition", ADDITIONS)
def test_adding_something_renames_nothing(tmp_path: Path, addition: str) -> None:
    first = built(tmp_path, BASE, {})
    data = copy.deepcopy(BASE)
    ADDITIONS[addition](data)
    second = built(tmp_path, data, first.memory)
    before, after = names_in(first.api), names_in(second.api)
    assert {key: after.get(key) for key in before} == before
    assert len(after) > len(before)


def test_adding_everything_at_once_renames_nothing(tmp_path: Path) -> None:
    first = built(tmp_path, BASE, {})
    data, memory = copy.deepcopy(BASE), first.memory
    before = names_in(first.api)
    for add in ADDITIONS.values():
        add(data)
        made = built(tmp_path, data, memory)
        after, memory = names_in(made.api), made.memory
        assert {key: after.get(key) for key in before} == before
        before = after


@settings(max_examples=25)
@given(order=st.permutations(list(ADDITIONS)), data=st.data())
def test_neither_the_order_nor_the_number_of_additions_renames_anything(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("names")
    description, memory = copy.deepcopy(BASE), cast("Memory", {})
    before: dict[str, str] = {}
    for addition in order[: data.draw(st.integers(1, 6))]:
        ADDITIONS[addition](description)
        made = built(folder, description, memory)
        after, memory = names_in(made.api), made.memory
        assert {key: after.get(key) for key in before} == before
        before = after


def test_a_tag_that_is_its_resource_keeps_it_though_nothing_remembers_it(
    tmp_path: Path,
) -> None:
    data = copy.deepcopy(BASE)
    add_operation(data, "other", "shop_things")
    first = built(tmp_path, data, {})
    add_operation(data, "another", "shopThings")
    second = built(tmp_path, data, first.memory)
    before, after = names_in(first.api), names_in(second.api)
    assert {key: after.get(key) for key in before} == before


def test_a_tag_that_is_declared_comes_before_another_spelling_of_it(
    tmp_path: Path,
) -> None:
    data = copy.deepcopy(BASE)
    add_operation(data, "right", "Pets")
    add_operation(data, "stray", "pets")
    data["tags"] = [{"name": "Pets"}]
    names = names_in(built(tmp_path, data, {}).api)
    assert names["resource right "] == "pets Pets"
    assert names["resource stray "] == "pets_2 Pets2"


def test_a_tag_that_is_declared_later_takes_no_name_from_another(
    tmp_path: Path,
) -> None:
    data = copy.deepcopy(BASE)
    add_operation(data, "stray", "pets")
    first = built(tmp_path, data, {})
    add_operation(data, "right", "Pets")
    data["tags"] = [{"name": "Pets"}]
    names = names_in(built(tmp_path, data, first.memory).api)
    assert names["resource stray "] == "pets Pets"
    assert names["resource right "] == "pets_2 Pets2"


def test_without_a_memory_the_addition_takes_the_name(tmp_path: Path) -> None:
    """Or the tests above would hold whatever the memory does."""
    data = copy.deepcopy(BASE)
    add_schemas(data, "Order")
    api = built(tmp_path, data, {}).api
    names = names_in(api)
    assert names["schema /components/schemas/Order"] == "Order"
    assert names["schema /components/schemas/order"] == "Order2"


def test_what_was_removed_gives_its_name_free(tmp_path: Path) -> None:
    first = built(tmp_path, BASE, {})
    data = copy.deepcopy(BASE)
    schemas = data["components"]["schemas"]
    add_schemas(data, "Order")
    text = json.dumps(data).replace("schemas/order", "schemas/Order")
    data = json.loads(text)
    del data["components"]["schemas"]["order"]
    second = built(tmp_path, data, first.memory)
    third = built(tmp_path, data, second.memory)
    assert schemas.keys() == {"order", "Order"}
    assert "order" not in second.memory["schemas"]
    assert names_in(third.api) == names_in(second.api)


def test_two_runs_give_the_same_names(tmp_path: Path) -> None:
    data = copy.deepcopy(BASE)
    for add in ADDITIONS.values():
        add(data)
    one, two = built(tmp_path, data, {}), built(tmp_path, data, {})
    assert names_in(one.api) == names_in(two.api)
    assert one.memory == two.memory


def test_the_order_of_keys_does_not_matter_to_those_that_are_spelled_so(
    tmp_path: Path,
) -> None:
    data = copy.deepcopy(BASE)
    add_schemas(data, "Order", "Unit")
    turned = copy.deepcopy(data)
    turned["components"]["schemas"] = dict(
        reversed(data["components"]["schemas"].items())
    )
    names = [names_in(built(tmp_path, each, {}).api) for each in (data, turned)]
    assert names[0]["schema /components/schemas/Order"] == "Order"
    assert names[1]["schema /components/schemas/Order"] == "Order"


def test_arguments_are_told_apart_by_their_place(tmp_path: Path) -> None:
    data = copy.deepcopy(BASE)
    for place in ("query", "header", "cookie"):
        add_parameter(data, "post", "note", place)
    api = built(tmp_path, data, {}).api
    operation = next(
        operation
        for _, resource in walk(api.resources)
        for operation in resource.operations
        if operation.id == "createOrder" and operation.variant == ""
    )
    named = {(p.location, p.wire_name): p.name for p in operation.parameters}
    assert named == {
        (Location.QUERY, "note"): "note",
        (Location.HEADER, "note"): "header_note",
        (Location.COOKIE, "note"): "cookie_note",
    }
    assert operation.body is not None
    assert [field.name for field in operation.body.contents[0].fields] == [
        "body_note",
        "ship_to",
    ]


def test_a_name_is_no_longer_than_that_of_a_file_may_be() -> None:
    for made in (
        snake("é" * 300, "field"),
        pascal("Long" * 100),
        snake("a" * 300, "x"),
    ):
        assert made.isidentifier()
        assert 190 < len(made.encode()) <= 200
