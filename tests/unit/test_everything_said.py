"""What a description says stands in the emitted project: its texts, limits and warnings."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.rendering import Templates
from generator.targets import docs, python

from .descriptions import PATHS, built


def emitted(folder: Path, text: str) -> dict[str, str]:
    """The texts of the project of a description, by path."""
    api = built(folder, text).api
    templates = Templates()
    return {
        str(file.path): file.content
        for file in (*python.emit(api, templates), *docs.emit(api, templates))
        if isinstance(file.content, str)
    }


# The API ---------------------------------------------------------------------------

INFO = """\
openapi: 3.1.0
info:
  title: Shop API
  version: "1"
  summary: Sells books.
  description: A shop.
  termsOfService: https://shop.example/terms
  contact: {name: Ann, url: https://shop.example/help, email: ann@shop.example}
  license: {name: Apache 2.0, identifier: Apache-2.0}
"""


@pytest.mark.parametrize(
    ("licence", "read"),
    [
        ("{name: MIT}", "MIT"),
        ("{name: Any, identifier: MIT OR Apache-2.0}", "MIT OR Apache-2.0"),
        ("{name: Apache 2.0}", {"text": "Apache 2.0"}),
        ("{name: Mine}", {"text": "Mine"}),
    ],
)
def test_a_licence_that_spdx_does_not_know_is_a_text(
    tmp_path: Path, licence: str, read: object
) -> None:
    """Anything else there, and the project could not be built."""
    text = INFO.replace("{name: Apache 2.0, identifier: Apache-2.0}", licence)
    project = tomllib.loads(emitted(tmp_path, text + PATHS)["pyproject.toml"])
    assert project["project"]["license"] == read
