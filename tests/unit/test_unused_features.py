"""What the emitted code cannot follow is named once a kind, with how often it stands there."""

from __future__ import annotations

import re
from pathlib import Path

from .descriptions import built

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
        "externalDocs": "4 times",
        **dict.fromkeys(("callbacks", "links", "headers", "nullable"), "once"),
        **dict.fromkeys(("propertyNames", "xml", "not", "if", "contains"), "once"),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), "once"),
        **dict.fromkeys(("dependentRequired", "dependentSchemas"), "once"),
        **dict.fromkeys(("minContains", "maxContains"), "once"),
        **dict.fromkeys(("parent", "kind", "externalValue", "serializedValue"), "once"),
        "examples": "once",
    }
