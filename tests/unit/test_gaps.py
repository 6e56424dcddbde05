"""What a description leaves unsaid is listed, with an overlay that adds it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from click.testing import CliRunner
from jsonpath import JSONPathEnvironment

from generator.cli import cli
from generator.config import Config
from generator.document import load
from generator.frontend import build
from generator.gaps import gaps

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: limit, in: query, description: Between 1 and 100., schema: {type: integer}}
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
    Thing: {type: object, properties: {size: {type: integer}}}
"""


def test_gaps_are_listed_and_the_overlay_fills_them_in(tmp_path: Path) -> None:
    spec = tmp_path / "shop.yaml"
    spec.write_text(DESCRIPTION)
    result = CliRunner().invoke(cli, ["docs", "gaps", str(spec)])
    assert result.exit_code == 0
    for fact in (
        "getThing has no summary",
        "getThing describes the body of no error",
        "parameter id has no description",
        "limit has a limit in words alone: 'Between 1'",
        "Thing has no description",
        "Thing.size has no description",
    ):
        assert fact in result.output
    found = re.search(r"```yaml\n(.*?)```", result.output, re.S)
    assert found is not None
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(found[1].replace("''", "'Now said.'"))
    assert yaml.safe_load(overlay.read_text())["overlay"] == "1.0.0"
    document = load(spec, overlays=[overlay])
    assert not list(document.problems)
    thing = document.root["components"]["schemas"]["Thing"]
    assert thing["description"].value == "Now said."
    assert thing["properties"]["size"]["description"].value == "Now said."
    again = CliRunner().invoke(
        cli, ["docs", "gaps", str(spec), "--overlay", str(overlay)]
    )
    assert "Thing has no description" not in again.output


ODD = {
    "openapi": "3.1.0",
    "info": {"title": "Odd", "version": "1"},
    "paths": {
        "/a": {"$ref": "parts.json#/paths/~1a"},
        "/it's/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {}},
                {"$ref": "#/components/parameters/1"},
                {"$ref": "parts.json#/limit"},
            ],
            "get": {
                "operationId": "getIt",
                "responses": {"200": {"description": "ok"}},
            },
            "put": {
                "operationId": "\x1b]0;put\x07 `<b>It",
                "responses": {"200": {"description": "ok"}},
            },
        },
        "/undeclared/{id}": {"get": {"responses": {"204": {"description": "ok"}}}},
    },
    "components": {
        "parameters": {"1": {"name": "q", "in": "query", "schema": {"type": "string"}}},
        "schemas": {
            "U": {
                "description": "Merged.",
                "allOf": [
                    {"properties": {"id": {"type": "string"}}},
                    {"$ref": "#/components/schemas/Base"},
                    {"$ref": "parts.json#/part"},
                ],
            },
            "Base": {
                "properties": {
                    'say "hi" to_x7f\x7f\n\U0001f600': {"type": "string"},
                    "any": True,
                    "ref": {"$ref": "#/components/schemas/404"},
                },
                "required": ["absent"],
            },
            "404": {"oneOf": [{"properties": {"own": {}}}, {"properties": {"x": {}}}]},
            "true": True,
        },
    },
}
PARTS = {
    "paths": {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}},
    "limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}},
    "part": {"properties": {"far": {"type": "string"}}},
}


def test_every_action_fits_one_place_and_fills_it(tmp_path: Path) -> None:
    spec, overlay = tmp_path / "odd.json", tmp_path / "overlay.yaml"
    spec.write_text(json.dumps(ODD))
    (tmp_path / "parts.json").write_text(json.dumps(PARTS))
    page = CliRunner().invoke(cli, ["docs", "gaps", str(spec)]).output
    actions = yaml.safe_load(page.partition("```yaml\n")[2].partition("```")[0])[
        "actions"
    ]
    for action in actions:
        (match,) = JSONPathEnvironment(strict=True).finditer(action["target"], ODD)
        assert isinstance(match.obj, dict)
        assert not action["update"].keys() & match.obj.keys()
    assert len(actions) == len({action["target"] for action in actions})
    assert "`: \\]0;put \\`&lt;b>It has no summary" in page
    assert page.replace("\n", "").isprintable()
    beyond = page.partition("## Beyond an overlay")[2]
    told = sorted(re.findall(r"`(\w+)` at `(.+)`", beyond))
    assert told == [
        ("description", "odd.json#/components/schemas/Base/properties/any"),
        ("description", "odd.json#/components/schemas/true"),
        ("description", "parts.json#/limit"),
        ("description", "parts.json#/part/properties/far"),
        ("description", "parts.json#/paths/~1a/get"),
        ("summary", "parts.json#/paths/~1a/get"),
    ]
    for action in actions:
        action["update"] = dict.fromkeys(action["update"], "Now said.")
    overlay.write_text(yaml.safe_dump({"overlay": "1.0.0", "actions": actions}))
    document = load(spec, overlays=[overlay])
    assert not list(document.problems)
    left = [gap for gap in gaps(build(document, Config(), {}).api) if gap.missing]
    places = [f"{gap.source.file}#{gap.source.pointer}" for gap in left]
    assert sorted(zip((gap.missing for gap in left), places, strict=True)) == told
