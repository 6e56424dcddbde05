"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import httpx2
import pytest
import yaml

from generator.cli import cli
from generator.config import Config
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


def test_every_key_of_the_configuration_is_in_the_readme() -> None:
    for key in (each.name for each in fields(Config) if each.init):
        assert f"`{key}`" in README, key


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
