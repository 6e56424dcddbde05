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


def test_whom_to_ask_and_on_which_terms_stands_on_the_front_page(
    tmp_path: Path,
) -> None:
    page = emitted(tmp_path, INFO + PATHS)["docs/index.md"]
    assert (
        "Contact: [Ann](https://shop.example/help), [ann@shop.example](mailto:ann@shop.example)."
        " [Terms of service](https://shop.example/terms). License: Apache 2.0 (Apache-2.0).\n"
    ) in page
    assert "\n\nSells books.\n\nA shop.\n\n" in page


def test_what_cannot_be_a_link_is_shown_beside_its_name(tmp_path: Path) -> None:
    text = INFO.replace("https://shop.example/help", "javascript:a()")
    page = emitted(tmp_path, text + PATHS)["docs/index.md"]
    assert "Contact: Ann (javascript:a()), [ann" in page


def test_the_projects_metadata_leads_to_both(tmp_path: Path) -> None:
    project = tomllib.loads(emitted(tmp_path, INFO + PATHS)["pyproject.toml"])
    assert project["project"]["urls"] == {
        "Contact": "https://shop.example/help",
        "Terms of service": "https://shop.example/terms",
    }
    text = INFO.replace("https://shop.example", "somewhere")
    assert "urls" not in emitted(tmp_path, text + PATHS)["pyproject.toml"]


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


def test_the_short_summary_for_language_models_is_one_quote(tmp_path: Path) -> None:
    found = emitted(tmp_path, INFO + PATHS)["docs/llms.txt"]
    assert "\n> Sells books.\n>\n> A shop.\n" in found
