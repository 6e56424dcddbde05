"""What a description leaves unsaid is listed, with an overlay that adds it."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from click.testing import CliRunner

from generator.cli import cli
from generator.document import load

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
