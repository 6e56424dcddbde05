"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import httpx2
import pytest
import yaml

from generator import config
from generator.cli import cli
from tests.contract.judge import Judge
from tests.contract.mock import Mock

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _block(name: str) -> str:
    found = re.search(
        rf"<!-- {name} -->\n```\w+\n(.*?)```\n<!-- /{name} -->", README, re.S
    )
    assert found is not None, f"the README has no block {name}"
    return found[1]


def test_the_ten_lines_of_use_run_against_the_description(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _block("usage")
    assert len(code.strip().splitlines()) <= 10
    mock = Mock(Judge(ROOT / "spec" / "assistants.yaml"))
    make = httpx2.Client

    def offline(*args: object, **options: object) -> httpx2.Client:
        return make(transport=mock.transport)

    monkeypatch.setenv("OPENAI_API_KEY", "key")
    monkeypatch.setattr(httpx2, "Client", offline)
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    asked = [exchange.verdict.operation.id for exchange in mock.exchanges]
    assert asked == ["createAssistant", "createThread", "createRun"]


def test_every_command_is_in_the_readme() -> None:
    for name in cli.commands:
        assert f"`sdkgen {name}" in README


SECTIONS = [
    each
    for each in vars(config).values()
    if isinstance(each, type) and is_dataclass(each)
    if each.__module__ == config.__name__
]
TABLES = {
    "auth": [config.AuthSection],
    "paging": [config.PagingSection],
    "streaming": [
        config.StreamingSection,
        config.AccumulationSection,
        config.SlotSection,
    ],
    "polling": [config.PollingSection],
}


def keys(section: type) -> set[str]:
    return {config.key_of(each.name) for each in fields(section) if each.init}


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_of_the_configuration_is_in_the_readme(section: type) -> None:
    assert {key for key in keys(section) if f"`{key}`" not in README} == set()


@pytest.mark.parametrize("key", TABLES)
def test_what_a_name_does_not_say_is_explained_key_by_key(key: str) -> None:
    table = README.partition(f"| key of `{key}` |")[2].partition("\n\n")[0]
    first = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    told = [each for cell in first for each in re.findall(r"`(\w+)`", cell)]
    assert sorted(told) == sorted(set().union(*map(keys, TABLES[key])))


def test_what_the_ten_lines_import_is_installed_as_told() -> None:
    before = README.partition("<!-- usage -->")[0].rpartition("##")[2]
    assert "pip install ./generated" in before


def test_the_generated_project_installs_and_imports(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    options = [
        "--no-build-isolation",
        "--target",
        str(tmp_path),
        str(ROOT / "generated"),
    ]
    subprocess.run([*command, *options], check=True)
    code = "import assistants_sdk; print(assistants_sdk.__file__)"
    found = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
    )
    assert str(tmp_path) in found.stdout
    assert (tmp_path / "assistants_sdk" / "py.typed").is_file()


def test_a_wheel_works_away_from_the_repository(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    options = ["--no-build-isolation", "--target", str(tmp_path / "site"), str(ROOT)]
    subprocess.run([*command, *options], check=True)
    description = {
        "openapi": "3.1.0",
        "info": {"title": "Tiny", "version": "1"},
        "paths": {
            "/ping": {
                "get": {
                    "operationId": "ping",
                    "responses": {"204": {"description": "ok"}},
                }
            }
        },
    }
    (tmp_path / "tiny.yaml").write_text(yaml.safe_dump(description))
    subprocess.run(
        [sys.executable, "-m", "generator", "generate", "tiny.yaml", "--out", "out"],
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "SDKGEN_CACHE": "off"},
    )
    assert (tmp_path / "out" / "tiny_sdk" / "_client.py").is_file()
