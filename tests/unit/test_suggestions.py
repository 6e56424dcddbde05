"""The first configuration that `init` proposes."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.config import Config
from generator.config_reading import config_of
from generator.frontend import build
from generator.suggestions import first_config

from .documents import HEAD, opened


def proposed(folder: Path, text: str) -> str:
    document = opened(folder, HEAD + text)
    return first_config(document, build(document, Config(), {}), "api.yaml")


def paths(*operations: str, tag: str = "Things") -> str:
    """A description with these operationIds; one word of each is common elsewhere."""
    lines = [
        f"  /{name}/assistants: {{get: {{operationId: {name}, tags: [{tag}],"
        " description: Assistants and the assistants of assistants.,"
        " responses: {'204': {description: Assistants}}}}\n"
        for name in operations
    ]
    return "paths:\n" + "".join(lines)


def test_what_is_proposed_is_a_configuration_with_the_grouping_and_the_keys(
    tmp_path: Path,
) -> None:
    text = paths("listAssistants") + (
        "components: {securitySchemes: {Key: {type: apiKey, in: header, name: X}}}\n"
    )
    made = proposed(tmp_path, text)
    config = config_of(yaml.safe_load(made))
    assert config.grouping == "tags"
    assert config.auth["Key"].arguments


def test_a_word_found_nowhere_else_is_proposed_as_the_common_one(
    tmp_path: Path,
) -> None:
    made = proposed(tmp_path, paths("listAssitants"))
    operations = yaml.safe_load(made)["operations"]
    assert operations == {"listAssitants": {"name": "list_assistants"}}


def test_what_another_operation_is_called_is_no_proposal(tmp_path: Path) -> None:
    made = proposed(tmp_path, paths("listAssitants", "listAssistants", "assistants2"))
    assert yaml.safe_load(made).get("operations") is None


def test_a_tag_that_differs_by_a_letter_is_told(tmp_path: Path) -> None:
    text = paths("a") + paths("b", tag="Thing").removeprefix("paths:\n")
    assert "'Thing' may be a stray form of 'Things'" in proposed(tmp_path, text)
