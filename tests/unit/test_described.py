"""The copy of a description with our snippets."""

from __future__ import annotations

import json
from pathlib import Path

from generator.config import Config
from generator.described import described
from generator.frontend import build

from .documents import opened

DESCRIPTION = """\
openapi: 3.2.0
info: {title: Shop API, version: "1"}
paths:
  /books:
    get: {operationId: listBooks, responses: {'204': {description: ok}}}
    QUERY: {operationId: findBooks, responses: {'204': {description: ok}}}
    additionalOperations:
      COPY: {operationId: copyBooks, responses: {'204': {description: ok}}}
      Put: {operationId: putBooks, responses: {'204': {description: ok}}}
      GET: {operationId: hidden, responses: {'204': {description: ok}}}
"""


def test_every_operation_has_its_snippets_whatever_its_method(tmp_path: Path) -> None:
    document = opened(tmp_path, DESCRIPTION)
    api = build(document, Config(), {}).api
    item = json.loads(str(described(document, api).content))["paths"]["/books"]
    for operation, call in (
        (item["get"], "list_books()"),
        (item["QUERY"], "find_books()"),
        (item["additionalOperations"]["COPY"], "copy_books()"),
        (item["additionalOperations"]["Put"], "put_books()"),
    ):
        assert call in operation["x-codeSamples"][0]["source"]
