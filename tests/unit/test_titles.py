"""How an API is called where it is spoken of."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering import Templates
from generator.spelling.titles import called
from generator.targets.python import emit

from .descriptions import built


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Shop API", "the Shop API"),
        ("The Plaid API", "the Plaid API"),
        ("Asana", "the Asana API"),
        ("Twilio - Api", "the Twilio - Api"),
        ("HTTP API (Preview)", "the HTTP API (Preview)"),
        ("Capital\nMarkets.", "the Capital Markets API"),
        ("Theatre", "the Theatre API"),
        ("The", "the The API"),
        ("", "the API"),
    ],
)
def test_a_title_stands_in_a_sentence(title: str, name: str) -> None:
    assert called(title) == name


def test_a_package_calls_its_api_so(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: The Shop, version: '1'}\npaths: {}\n"
    files = emit(built(tmp_path, text).api, Templates())
    first = {str(file.path): str(file.content).split("\n")[0] for file in files}
    assert first["shop_sdk/__init__.py"] == '"""Python client for the Shop API."""'
    assert first["shop_sdk/_client.py"] == '"""The clients of the Shop API."""'
