"""What the emitted code cannot follow is named once a kind, with how often it stands there."""

from __future__ import annotations

import re
from pathlib import Path

from generator.config_reading import config_of
from generator.frontend import build
from generator.ir import Default

from .descriptions import built, fields, schemas
from .documents import HEAD, opened

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Shop API, version: "1"}
externalDocs: {url: https://docs.example}
tags:
- {name: shop, externalDocs: {url: https://docs.example}}
- {name: new, parent: shop, kind: badge}
paths:
  /books:
    post:
      operationId: addBook
      tags: [shop]
      externalDocs: {url: https://docs.example}
      callbacks: {sold: {'{$url}': {post: {responses: {"200": {description: ok}}}}}}
      requestBody:
        content:
          multipart/form-data:
            schema: {$ref: "#/components/schemas/Book"}
            encoding:
              cover: {headers: {X-Size: {schema: {type: integer}}}}
              encoding: {contentType: image/png}
          multipart/mixed:
            itemSchema: {$ref: "#/components/schemas/Book"}
            itemEncoding: {contentType: image/png}
            prefixEncoding: [{contentType: image/png}]
            example: {examples: {a: 1, b: 2}}
            examples:
              one: {externalValue: https://docs.example}
              kind: {serializedValue: a}
      responses: {"204": {description: ok, links: {next: {operationId: addBook}}}}
components:
  parameters:
    content: {name: a, in: query, schema: {type: string}, example: {parent: b}}
    encoding: {name: a, in: query, schema: {type: string}, examples: {parent: {value: b}}}
  schemas:
    Book:
      externalDocs: {url: https://docs.example}
      properties:
        cover: {type: string, format: binary, nullable: true}
        tags: {type: object, propertyNames: {pattern: ^a}, xml: {name: tag}}
        externalDocs: {type: object, propertyNames: {maxLength: 64}}
        headers: {not: {type: string}, if: {type: object}}
        words: {type: array, contains: {type: string}, unevaluatedItems: false}
        three: {type: array, minContains: 1, maxContains: 3}
        parent: {type: string, enum: [kind]}
      dependentRequired: {cover: [tags]}
      dependentSchemas: {cover: {}}
      unevaluatedProperties: false
"""


def test_each_is_told_once_with_a_count(tmp_path: Path) -> None:
    facts = (problem.fact for problem in built(tmp_path, DESCRIPTION).problems)
    found = [
        re.match(r"`(.+)` stands in the description (.+); ", fact) for fact in facts
    ]
    assert {match[1]: match[2] for match in found if match} == {
        **dict.fromkeys(
            ("externalDocs", "callbacks", "links", "headers", "nullable"), "once"
        ),
        **dict.fromkeys(("propertyNames", "xml", "not", "if", "contains"), "once"),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), "once"),
        **dict.fromkeys(("dependentRequired", "dependentSchemas"), "once"),
        **dict.fromkeys(("minContains", "maxContains"), "once"),
        **dict.fromkeys(("parent", "kind", "externalValue", "serializedValue"), "once"),
        "examples": "once",
    }


def test_an_example_that_looks_like_a_reference_leads_nowhere(tmp_path: Path) -> None:
    text = HEAD + """\
components: {schemas: {A: {$ref: 'parts.yaml#/A'}}}
paths:
  /a:
    get:
      responses:
        '200':
          description: ok
          content: {application/json: {example: {$ref: '#/components/schemas/A'}}}
"""
    parts = "A: {type: object, properties: {a: {type: string, xml: {}}}}"
    found = build(opened(tmp_path, text, parts_yaml=parts), config_of({}), {})
    assert "`xml` stands in the description once" in str(list(found.problems))


COMPONENTS = """\
paths:
  /a:
    get:
      callbacks: {c: {'{$url}': {post: {responses: {'200': {$ref: '#/components/responses/C'}}}}}}
      responses: {'200': {$ref: '#/components/responses/A'}}
components:
  responses:
    A: {description: a, headers: {X-A: {$ref: '#/components/headers/A'}}}
    B: {description: b, headers: {X-B: {$ref: '#/components/headers/B'}}}
    C: {description: c}
  headers:
    A: {schema: {type: string}}
    B: {schema: {type: string}}
    C: {schema: {type: string}}
  examples: {A: {value: 1}}
  parameters: {A: {name: a, in: query, schema: {type: string}}}
  schemas: {A: {type: string}}
"""


def test_components_that_nothing_leads_to_are_told_with_a_count(tmp_path: Path) -> None:
    """Those that only such components refer to are among them."""
    facts = [problem.fact for problem in built(tmp_path, COMPONENTS).problems]
    assert [fact for fact in facts if fact.startswith("nothing leads")] == [
        "nothing leads to 1 of `components.responses`, which is left out",
        "nothing leads to 2 of `components.headers`, which are left out",
        "nothing leads to 1 of `components.examples`, which is left out",
        "nothing leads to 1 of `components.parameters`, which is left out",
    ]


UNTOLD = """\
paths: {}
components:
  schemas:
    A: {anyOf: [{type: string, maxLength: 3}, {type: string, format: date}, {type: integer}]}
    B: {anyOf: [{type: string, maxLength: 3}, {type: integer, minimum: 3}, {type: 'null'}]}
    C: {oneOf: [{$ref: '#/components/schemas/A'}, {type: integer, const: 3, minimum: 3},
      {type: object, minProperties: 3, properties: {a: {}}}, {minLength: 4}]}
    F: {oneOf: [{type: string, enum: [a]}, {type: string, maxLength: 3}]}
    D: {patternProperties: {^a: {description: A.}, ^b: {type: string}},
      additionalProperties: {type: string, maxLength: 3}}
    E: {patternProperties: {^a: {description: A., maxLength: 3}}, additionalProperties: false}
"""


def test_limits_and_texts_without_a_place_are_told(tmp_path: Path) -> None:
    facts = [problem.fact for problem in built(tmp_path, UNTOLD).problems]
    assert facts == [
        "a limit of one of several alternatives stands in the description 3 times;"
        " alternatives of the same type share a Python type, which has no limits",
        "what is said of the values of some of an object's further fields stands in the"
        " description 2 times; further fields share a Python type, whatever their names are",
    ]


MISPLACED = """\
paths: {}
components:
  schemas:
    A: {type: string, uniqueItems: true, minLength: 2}
    B: {type: [number, 'null'], pattern: '^[0-9]$', minimum: 2}
    C: {type: array, maxLength: 2, items: {type: integer, maximum: 2}}
    D: {maxLength: 2, maximum: 2}
    E: {type: [string, integer], maxLength: 2, maximum: 2}
"""


def test_a_limit_that_means_nothing_to_its_type_is_told(tmp_path: Path) -> None:
    facts = [problem.fact for problem in built(tmp_path, MISPLACED).problems]
    assert facts == [
        "a limit of another type stands in the description 3 times;"
        " it limits no value of the type that its schema has"
    ]


LISTED = """\
paths: {}
components:
  schemas:
    A: {const: {a: 1}}
    B: {properties: {b: {enum: [b, [1]]}, c: {enum: []}, d: {const: d, enum: [[1]]}}}
"""


def test_values_that_no_type_can_list_are_told(tmp_path: Path) -> None:
    listed = (
        "an object or a list among the values that a schema lists stands in the"
        " description 2 times; types list single values only, so that it may be any of"
        " its type"
    )
    empty = (
        "an empty `enum` stands in the description once; by the letter no value would"
        " fit; it is taken as left out"
    )
    made = built(tmp_path, LISTED)
    assert {problem.fact for problem in made.problems} == {listed, empty}
    assert made.api.schemas["A"].examples == ({"a": 1},)


UNPLACED = """\
paths:
  /a:
    get:
      parameters: [{name: a, in: query, schema: {$ref: '#/components/schemas/Asked'}}]
      responses: {'200': {description: a, content: {application/json: {schema: {type: string, default: a}}}}}
components:
  schemas:
    Asked: {type: string, default: a}
    Unasked: {type: string, default: a}
    Held: {type: [object, 'null'], default: null, properties: {a: {}}}
    List: {type: array, items: {type: string, default: a, example: b}}
    Named: {type: array, items: {type: object, deprecated: true, example: {a: 1}, properties: {a: {}}}}
    Pair: {type: array, prefixItems: [{type: string, deprecated: true}, {type: string, deprecated: false}]}
    Map: {type: object, additionalProperties: {allOf: [{type: string}, {examples: [a]}]}}
    Maps: {type: object, patternProperties: {^a: {type: string, examples: [a]}}}
    Either: {anyOf: [{type: string, deprecated: true}, {type: integer}]}
    Perhaps: {anyOf: [{type: string, example: b}, {type: 'null'}]}
    Fields:
      properties:
        a: {type: array, items: {type: string}, default: [], examples: [[a]], deprecated: true}
        b: {oneOf: [{$ref: '#/components/schemas/Held', default: null}, {type: 'null'}]}
"""


def test_what_is_said_of_a_value_without_a_name_is_told(tmp_path: Path) -> None:
    facts = [problem.fact for problem in built(tmp_path, UNPLACED).problems]
    shown = "the docs show those of what has a name of its own"
    assert sorted(fact for fact in facts if "` of " in fact) == [
        "`default` of what is no field, parameter or header stands in the description"
        " 3 times; it has no place",
        "`deprecated` of a value within another stands in the description 2 times;"
        " only what has a name of its own is marked",
        f"`example` of a value within another stands in the description once; {shown}",
        f"`examples` of a value within another stands in the description 2 times; {shown}",
    ]


def test_what_is_said_of_a_value_that_may_be_null_is_said_of_the_field(
    tmp_path: Path,
) -> None:
    text = "A: {properties: {a: {anyOf: [{type: string, %s}, {type: 'null'}]}}}"
    said = "default: a, example: b, deprecated: true"
    field = fields(schemas(tmp_path, text % said)["A"])["a"]
    assert field.default == Default("a")
    assert field.examples == ("b",)
    assert field.deprecated


def test_media_types_that_are_not_sent_are_told(tmp_path: Path) -> None:
    bodies = "application/json: {}, application/merge-patch+json: {}, text/plain: {}"
    text = (
        f"paths: {{/a: {{post: {{requestBody: {{content: {{{bodies}, text/csv: {{}}}}}},"
        " responses: {}}}}\n"
    )
    facts = [problem.fact for problem in built(tmp_path, text).problems]
    assert (
        "a media type of a body beside one of its kind stands in the description 2 times;"
        " the first of a kind is sent"
    ) in facts


def test_a_form_that_says_what_json_says_is_told(tmp_path: Path) -> None:
    schema = "{schema: {type: object, properties: {a: {type: string}}}}"
    bodies = ", ".join(
        f"{media_type}: {schema}"
        for media_type in ("application/json", "application/x-www-form-urlencoded")
    )
    text = f"paths: {{/a: {{post: {{requestBody: {{content: {{{bodies}}}}}, responses: {{}}}}}}}}\n"
    facts = [problem.fact for problem in built(tmp_path, text).problems]
    assert (
        "a form beside another body of the same type stands in the description once;"
        " the other one is sent"
    ) in facts


def test_tags_of_webhooks_group_nothing(tmp_path: Path) -> None:
    text = (
        "tags: [{name: t, description: A.}]\n"
        "paths: {}\n"
        "webhooks: {a: {post: {tags: [t], responses: {}}}}\n"
    )
    facts = [problem.fact for problem in built(tmp_path, text).problems]
    assert any(fact.startswith("1 tag is the first of no operation") for fact in facts)
