"""A description in several files as one file that says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Config
from generator.document import (
    BrokenReference,
    Document,
    Json,
    Node,
    bundle,
    bundled,
    load,
)
from generator.document.walk import Misfit, Reference, walk
from generator.frontend import build
from generator.rendering import Templates
from generator.targets.python import emit

from .documents import HEAD, opened, write

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")


def test_a_description_in_one_file_is_its_own_bundle(tmp_path: Path) -> None:
    document = opened(tmp_path, HEAD + "x: {$ref: '#/info'}\n")
    assert bundle(document) is document.root.value


def test_references_by_the_own_uri_are_references_within(tmp_path: Path) -> None:
    text = (
        "$self: https://a.example/b\nx: 1\n"
        + HEAD
        + "paths: {}\ncomponents: {schemas: %s}\n"
    )
    schemas = "{A: {$ref: 'https://a.example/b#/components/schemas/B'}, B: {}}"
    bundled = bundle(opened(tmp_path, text % schemas))
    assert bundled["components"] == {
        "schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {}}
    }


def test_schemas_of_old_webhooks_come_under_components_as_well(tmp_path: Path) -> None:
    content = "{application/json: {schema: {$ref: 'models.yaml#/Pet'}}}"
    hook = f"{{post: {{requestBody: {{content: {content}}}}}}}"
    text = HEAD_3_0 + f"paths: {{}}\nx-webhooks: {{born: {hook}}}\n"
    found = bundle(opened(tmp_path, text, models_yaml="Pet: {type: object}\n"))
    assert found["components"] == {"schemas": {"Pet": {"type": "object"}}}
    assert "#/components/schemas/Pet" in json.dumps(found["x-webhooks"])


def test_schemas_of_other_files_come_under_components_once(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components:\n  schemas:\n    A: {items: {$ref: models/pet.yaml}}\n"
        "    B: {items: {$ref: models/pet.yaml}}\n    C: {items: {$ref: 'models/all.json#/Toy'}}\n",
        models__pet_yaml="type: object\nproperties: {toys: {$ref: 'all.json#/Toy'}}\n",
        models__all_json='{"Toy": {"anyOf": [{"$ref": "#/Toy"}, {"$ref": "../api.yaml#/components/schemas/A"}]}}',
    )
    assert bundle(document)["components"] == {
        "schemas": {
            "A": {"items": {"$ref": "#/components/schemas/pet"}},
            "B": {"items": {"$ref": "#/components/schemas/pet"}},
            "C": {"items": {"$ref": "#/components/schemas/Toy"}},
            "Toy": {
                "anyOf": [
                    {"$ref": "#/components/schemas/Toy"},
                    {"$ref": "#/components/schemas/A"},
                ]
            },
            "pet": {
                "type": "object",
                "properties": {"toys": {"$ref": "#/components/schemas/Toy"}},
            },
        }
    }


def test_a_component_holds_what_it_referred_to(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components:\n  schemas:\n    Pet: {$ref: models/dog.yaml}\n"
        "    Again: {$ref: models/dog.yaml}\n    Toy: {$ref: more.yaml#/Toy}\n",
        models__dog_yaml="properties: {mate: {$ref: dog.yaml}, toy: {$ref: ../all.yaml#/Toy}}\n",
        more_yaml="Toy: {$ref: all.yaml#/Toy}\n",
        all_yaml="Toy: {type: string}\n",
    )
    assert bundle(document)["components"] == {
        "schemas": {
            "Pet": {
                "properties": {
                    "mate": {"$ref": "#/components/schemas/Pet"},
                    "toy": {"$ref": "#/components/schemas/Toy"},
                }
            },
            "Again": {"$ref": "#/components/schemas/Pet"},
            "Toy": {"type": "string"},
        }
    }


def test_what_a_union_knows_by_its_name_keeps_it(tmp_path: Path) -> None:
    """Without a mapping the name is the tag, which another name would change."""
    union = (
        "oneOf: [{$ref: cat.yaml}, {$ref: dog.yaml}], discriminator: {propertyName: k"
    )
    text = f"Cat: {{$ref: cat.yaml}}, Dog: {{$ref: dog.yaml}}, Pet: {{{union}%s}}}}"
    animals = {"cat_yaml": "title: C\n", "dog_yaml": "title: D\n"}

    def schemas(mapping: str) -> Json:
        full = f"{HEAD}components: {{schemas: {{{text % mapping}}}}}\n"
        components = bundle(opened(tmp_path, full, **animals))["components"]
        assert isinstance(components, dict) and isinstance(components["schemas"], dict)
        return [components["schemas"][name] for name in ("Cat", "Dog")]

    dog = {"$ref": "#/components/schemas/dog"}
    assert schemas("") == [{"$ref": "#/components/schemas/cat"}, dog]
    assert schemas(", mapping: {c: cat.yaml}") == [{"title": "C"}, dog]


def test_a_reference_into_what_is_bundled_leads_into_that(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components:\n  schemas:\n    Pet: {$ref: pet.yaml}\n"
        "    Name: {$ref: 'pet.yaml#/properties/name'}\n"
        "    Odd: {$ref: 'pet.yaml#/x-odd'}\n",
        pet_yaml="properties: {name: {type: string}, tag: {$ref: '#/$defs/a b'}}\n"
        "$defs: {a b: {type: integer}}\nx-odd: {type: number}\n",
    )
    assert bundle(document)["components"] == {
        "schemas": {
            "Pet": {
                "properties": {
                    "name": {"type": "string"},
                    "tag": {"$ref": "#/components/schemas/Pet/$defs/a%20b"},
                },
                "$defs": {"a b": {"type": "integer"}},
                "x-odd": {"type": "number"},
            },
            "Name": {"$ref": "#/components/schemas/Pet/properties/name"},
            "Odd": {"type": "number"},
        }
    }


_GET = (
    "responses: {'200': {description: ok, content: {application/json: {schema: %s}}}}"
)


@pytest.mark.parametrize(
    ("schemas", "used", "files"),
    [
        (
            "CatX: {$ref: schemas/Cat.yaml}",
            "{items: {$ref: schemas/Cat.yaml}}",
            {"schemas__Cat_yaml": "properties: {mate: {$ref: Cat.yaml}}\n"},
        ),
        (
            "Model: {$ref: sub/model.json}",
            "{$ref: sub/model.json}",
            {"sub__model_json": '{"properties": {"a": {"type": "string"}}}'},
        ),
        (
            "Tree: {$ref: tree.yaml}",
            "{$ref: 'tree.yaml#/properties/leaf'}",
            {
                "tree_yaml": "properties:\n"
                "  leaf: {properties: {a: {type: string}}}\n"
                "  nested: {properties: {b: {$ref: '#/properties/leaf'}}}\n"
            },
        ),
        (
            "Pet: {$ref: pet.yaml}, Owner: {$ref: 'pet.yaml#/$defs/Owner'}",
            "{$ref: pet.yaml}",
            {
                "pet_yaml": "properties: {owner: {$ref: '#/$defs/Owner'}}\n"
                "$defs: {Owner: {properties: {pets: {items: {$ref: '#'}}}}}\n"
            },
        ),
        (
            "A: {$ref: one.yaml}, B: {$ref: two.yaml}",
            "{properties: {a: {$ref: one.yaml}, b: {$ref: two.yaml}}}",
            {"one_yaml": "$ref: two.yaml\n", "two_yaml": "properties: {x: {}}\n"},
        ),
        (
            "Base: {$ref: base.yaml}, DogX: {$ref: dog.yaml}",
            "{$ref: base.yaml}",
            {
                "base_yaml": "properties: {k: {type: string}}\n"
                "discriminator: {propertyName: k}\n",
                "dog_yaml": "allOf: [{$ref: base.yaml}, {properties: {b: {}}}]\n",
            },
        ),
    ],
)
def test_the_package_of_a_bundle_is_the_one_of_the_description(
    tmp_path: Path, schemas: str, used: str, files: dict[str, str]
) -> None:
    text = HEAD + (
        f"paths: {{/a: {{get: {{operationId: a, {_GET % used}}}}}}}\n"
        f"components: {{schemas: {{{schemas}}}}}\n"
    )
    document = opened(tmp_path, text, **files)
    copy = load(write(tmp_path / "copy", api_json=json.dumps(bundle(document))))
    assert _package(copy) == _package(document)


@pytest.mark.parametrize("name", ["multi_file", "multi_file_sections"])
def test_the_package_of_a_bundle_is_the_one_that_was_recorded(
    tmp_path: Path, name: str
) -> None:
    document = load(SNAPSHOTS / name / "openapi.yaml")
    copy = load(write(tmp_path, openapi_json=json.dumps(bundle(document))))
    assert _package(copy) == _package(document)


def _package(document: Document) -> dict[str, str]:
    files = emit(build(document, Config(), {}).api, Templates())
    return {str(file.path): str(file.content) for file in files}


def test_whole_sections_come_in_place_of_their_references(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components: {schemas: {$ref: schemas.yaml}}\n",
        schemas_yaml="A: {type: string}\nB: {items: {$ref: '#/A'}}\n",
    )
    assert bundle(document)["components"] == {
        "schemas": {
            "A": {"type": "string"},
            "B": {"items": {"$ref": "#/components/schemas/A"}},
        }
    }


def test_names_that_two_files_want_tell_the_files(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD
        + "components:\n  schemas:\n    Pet: {}\n    A: {not: {$ref: 'a.yaml#/Pet'}}\n"
        "    B: {not: {$ref: 'b.yaml#/Toy'}}\n    C: {not: {$ref: 'c.yaml#/Toy'}}\n",
        a_yaml="Pet: {type: string}\n",
        b_yaml="Toy: {type: integer}\n",
        c_yaml="Toy: {type: number}\n",
    )
    components = bundle(document)["components"]
    assert isinstance(components, dict)
    assert components["schemas"] == {
        "Pet": {},
        "A": {"not": {"$ref": "#/components/schemas/a_Pet"}},
        "B": {"not": {"$ref": "#/components/schemas/b_Toy"}},
        "C": {"not": {"$ref": "#/components/schemas/c_Toy"}},
        "a_Pet": {"type": "string"},
        "b_Toy": {"type": "integer"},
        "c_Toy": {"type": "number"},
    }


def test_what_components_cannot_hold_comes_in_place_of_the_reference(
    tmp_path: Path,
) -> None:
    document = opened(
        tmp_path,
        HEAD + "tags: [{name: t, description: {$ref: intro.md}}]\n"
        "paths:\n  /a: {get: {$ref: get.yaml}}\nx-code: [{$ref: code.yaml}]\n",
        intro_md="Hello",
        get_yaml="responses: {'200': {$ref: ok.yaml}}\n",
        ok_yaml="description: ok\n",
        code_yaml="lang: curl\n",
    )
    data = bundle(document)
    assert data["tags"] == [{"name": "t", "description": "Hello"}]
    assert data["paths"] == {
        "/a": {"get": {"responses": {"200": {"$ref": "#/components/responses/ok"}}}}
    }
    assert data["x-code"] == [{"lang": "curl"}]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (HEAD, {"$ref": "#/components/pathItems/a", "summary": "s"}),
        (HEAD_3_0, {"get": {"operationId": "x"}, "summary": "s"}),
    ],
)
def test_path_items_are_components_as_of_3_1(
    tmp_path: Path, head: str, expected: Json
) -> None:
    document = opened(
        tmp_path,
        head + "paths:\n  /a: {$ref: a.yaml, summary: s}\n",
        a_yaml="get: {operationId: x}\n",
    )
    assert bundle(document)["paths"] == {"/a": expected}


def test_what_stands_beside_a_reference_counts(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD_3_0 + "paths:\n  /a: {$ref: a.yaml, get: {operationId: own}}\n",
        a_yaml="get: {operationId: theirs}\nput: {operationId: x}\n",
    )
    item = {"get": {"operationId": "own"}, "put": {"operationId": "x"}}
    assert bundle(document)["paths"] == {"/a": item}


def test_a_discriminators_mapping_is_bundled(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components:\n  schemas:\n    A:\n      discriminator:\n"
        "        propertyName: k\n        mapping: {x: b.yaml, y: A, z: '#/components/schemas/A'}\n",
        b_yaml="type: object\n",
    )
    components = bundle(document)["components"]
    assert isinstance(components, dict) and isinstance(components["schemas"], dict)
    assert components["schemas"]["A"] == {
        "discriminator": {
            "propertyName": "k",
            "mapping": {
                "x": "#/components/schemas/b",
                "y": "A",
                "z": "#/components/schemas/A",
            },
        }
    }
    assert components["schemas"]["b"] == {"type": "object"}


def test_a_requirement_by_address_names_the_component(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD.replace("3.1.0", "3.2.0")
        + "security: [{'#/components/securitySchemes/a b': []}, {'keys.yaml#/K': [x], c: []}]\n"
        "paths: {/a: {get: {security: [{'keys.yaml#/L': []}, {'#/info': []}, {'./no': []}]}}}\n"
        "components: {securitySchemes: {a b: {type: mutualTLS}, k: {$ref: keys.yaml#/K}}}\n",
        keys_yaml="K: {type: mutualTLS}\nL: {type: mutualTLS}\n",
    )
    data = bundle(document)
    assert data["security"] == [{"a b": []}, {"k": ["x"], "c": []}]
    requirements: list[Json] = [{"L": []}, {"#/info": []}, {"./no": []}]
    assert data["paths"] == {"/a": {"get": {"security": requirements}}}
    scheme = {"type": "mutualTLS"}
    assert data["components"] == {
        "securitySchemes": {"a b": scheme, "k": scheme, "L": scheme}
    }


def test_data_that_looks_like_a_reference_stays(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components:\n  schemas:\n    A: {$ref: b.yaml}\n"
        "    B: {example: {$ref: '#/nowhere'}, enum: [{$ref: x}]}\n",
        b_yaml="type: object\n",
    )
    components = bundle(document)["components"]
    assert isinstance(components, dict) and isinstance(components["schemas"], dict)
    assert components["schemas"]["B"] == {
        "example": {"$ref": "#/nowhere"},
        "enum": [{"$ref": "x"}],
    }


def test_a_reference_that_leads_nowhere_stays(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components: {schemas: {A: {$ref: gone.yaml}, B: {$ref: b.yaml}}}\n",
        b_yaml="{}",
    )
    components = bundle(document)["components"]
    assert isinstance(components, dict) and isinstance(components["schemas"], dict)
    assert components["schemas"]["A"] == {"$ref": "gone.yaml"}


def test_operations_that_contain_each_other_end(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD_3_0 + "paths: {/a: {$ref: a.yaml}}\n",
        a_yaml="get: {callbacks: {c: {x: {$ref: a.yaml}}}}\n",
    )
    assert json.dumps(bundle(document))


def test_a_reference_in_a_circle_stays(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD_3_0 + "paths:\n  /self: {$ref: '#/paths/~1self'}\n"
        "  /a: {$ref: a.yaml}\n  /get: {get: {$ref: get.yaml}}\n",
        a_yaml="$ref: 'api.yaml#/paths/~1a'\n",
        get_yaml="summary: s\n",
    )
    assert bundle(document)["paths"] == {
        "/self": {"$ref": "#/paths/~1self"},
        "/a": {"$ref": "a.yaml"},
        "/get": {"get": {"summary": "s"}},
    }


def test_a_text_without_quotes_stays_as_it_is_written(tmp_path: Path) -> None:
    schemas = (
        "{A: {type: string, enum: [1.10, 007, True], description: 1.50},"
        " B: {type: [string, 'null'], enum: [1.0, null]}, C: {type: string, const: 2.0},"
        " D: {type: number, enum: [1.10], example: 1.50}}"
    )
    document = opened(
        tmp_path,
        "openapi: 3.1.0\ninfo: {title: T, version: 1.10}\n"
        f"components: {{schemas: {schemas}}}\n",
    )
    data = bundle(document)
    assert data["info"] == {"title": "T", "version": "1.10"}
    assert data["components"] == {
        "schemas": {
            "A": {
                "type": "string",
                "enum": ["1.10", "007", "True"],
                "description": "1.50",
            },
            "B": {"type": ["string", "null"], "enum": ["1.0", None]},
            "C": {"type": "string", "const": "2.0"},
            "D": {"type": "number", "enum": [1.1], "example": 1.5},
        }
    }
    assert build(document, Config(), {}).api.version == "1.10"


def test_values_that_only_one_schema_lists_without_quotes_are_copied(
    tmp_path: Path,
) -> None:
    text = HEAD + "components: {schemas: {A: {type: string, enum: [1.10]}}}\n"
    schema = {"type": "string", "enum": ["1.10"]}
    assert bundle(opened(tmp_path, text))["components"] == {"schemas": {"A": schema}}


def test_a_place_in_the_bundle_is_traced_to_its_file(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "paths:\n  /a: {get: {$ref: get.yaml}}\n"
        "components: {schemas: {A: {properties: {x: {$ref: b.yaml}}}}}\n",
        get_yaml="summary: s\nparameters: [{name: p}]\n",
        b_yaml="type: object\n",
    )
    result = bundled(document)

    def place(pointer: str) -> tuple[str, str]:
        return result.locate(pointer).key

    assert place("/components/schemas/b/type") == ("b.yaml", "/type")
    assert place("/components/schemas/A/properties") == (
        "api.yaml",
        "/components/schemas/A/properties",
    )
    assert place("/paths/~1a/get/parameters/0/name") == (
        "get.yaml",
        "/parameters/0/name",
    )
    assert place("/paths/~1a/get/none/deeper") == ("get.yaml", "")


@pytest.mark.skipif(
    not CORPUS.exists(), reason="the corpus of real descriptions is not here"
)
@pytest.mark.parametrize(
    "name",
    [
        "speakeasy-generation-tests/test.yaml",
        "digitalocean/specification/DigitalOcean-public.v2.yaml",
    ],
)
def test_a_bundle_of_a_real_description_says_the_same_in_one_file(
    tmp_path: Path, name: str
) -> None:
    original = load(CORPUS / name)
    copy = load(write(tmp_path, bundle_json=json.dumps(bundle(original))))
    visits = list(walk(copy))
    assert not [visit for visit in visits if isinstance(visit, Misfit)]
    for visit in visits:
        if isinstance(visit, Reference):
            assert isinstance(visit.target, Node)
            assert visit.target.file is copy.root.file
    assert _operations(copy) == _operations(original)
    assert len(_operations(copy)) > 500


def _operations(document: Document) -> list[tuple[str, str, int]]:
    found: list[tuple[str, str, int]] = []
    for path, item in document.root.items("paths"):
        for method, operation in item.deref().items():
            node = operation.deref()
            found.append((path, method, _weight(node)))
    return found


def _weight(node: Node) -> int:
    """How many leaves an operation has, with what it refers to seen three levels deep."""
    pending, count = [(node, 0)], 0
    while pending:
        here, depth = pending.pop()
        try:
            inner = here.deref()
        except BrokenReference:
            inner = here
        depth += inner is not here
        if depth > 3:
            continue
        children = [*(child for _, child in inner.items()), *inner.elements()]
        count += not children
        pending.extend((child, depth) for child in children)
    return count
