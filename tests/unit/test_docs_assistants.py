"""The pages of the Assistants API, which are the measure of the others."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import black
import pytest
from black.mode import Mode, TargetVersion

from generator.config_reading import load_config
from generator.document import load
from generator.frontend import build
from generator.ir import Api, Operation

from .apis import pages
from .markdown_judge import dangers, dead_links, fences

SPEC = Path(__file__).parents[2] / "spec"
MODE = Mode(target_versions={TargetVersion.PY311})


@cache
def assistants() -> Api:
    return build(
        load(SPEC / "assistants.yaml"), load_config(SPEC / "sdkgen.yaml"), {}
    ).api


@cache
def found() -> dict[str, str]:
    return pages(assistants())


def operations() -> Iterator[Operation]:
    for resource in assistants().resources:
        yield from resource.operations


def test_every_operation_has_its_section() -> None:
    page = found()["sdks/assistants/README.md"]
    names = [operation.name for operation in operations()]
    assert len(names) == 28
    assert [name for name in names if f"\n## {name}\n" not in page] == []
    assert page.count("### Example Usage") == 28


def test_every_schema_has_a_page() -> None:
    assert {f"models/{name}.md" for name in assistants().schemas} < set(found())


def test_every_link_leads_somewhere() -> None:
    assert dead_links(found()) == []


def test_nothing_but_text_is_on_the_pages() -> None:
    assert [path for path, page in found().items() if dangers(page)] == []


def test_every_program_parses_and_is_formatted() -> None:
    programs = [
        program for page in found().values() for program in fences(page, "python")
    ]
    assert len(programs) > 28 * 3
    for program in set(programs):
        ast.parse(program)
        assert black.format_str(program, mode=MODE) == program


def test_every_json_block_is_json() -> None:
    for page in found().values():
        for block in fences(page, "json"):
            json.loads(block)


def test_no_row_of_a_table_lacks_its_description() -> None:
    for page in found().values():
        for table in page.split("\n\n"):
            header, *rows = table.splitlines()
            columns = [cell.strip() for cell in header.strip("|").split("|")]
            if "Description" in columns and header.startswith("| "):
                place = columns.index("Description")
                cells = [
                    row.replace("\\|", "").strip("|").split("|")[place] for row in rows
                ]
                assert all(cell.strip() for cell in cells), table


@pytest.mark.parametrize(
    "guide",
    ["pagination", "streaming", "polling", "authentication", "quickstart", "testing"],
)
def test_there_is_a_guide_to_everything_that_the_api_has(guide: str) -> None:
    assert f"[{guide.capitalize()}]({guide}.md)" in found()["index.md"]
    assert next(fences(found()[f"{guide}.md"], "python"))


def test_no_value_is_a_filler() -> None:
    for page in found().values():
        for program in fences(page, "python"):
            assert '"string"' not in program.replace('"type": "string"', "")
            assert "<" not in program
