"""The docs of large real APIs: their links hold, and they build strictly."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import build
from .generating import generate
from .links import check
from .pages import ROOT, pages

# Both, so that it is left to whoever asks for the corpus.
pytestmark = [pytest.mark.corpus, pytest.mark.site]

_CORPUS = ROOT.parent / "shared" / "corpus"
# Thousands of pages, on a machine that may be busy with the other tests.
_PATIENCE = 1800


@pytest.mark.parametrize(
    "name", ["openai-2026-08-21.yaml", "stripe-spec3.yaml", "discord.json"]
)
def test_the_docs_of_a_large_api_build(
    name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    spec = _CORPUS / name
    if not spec.is_file():
        pytest.skip("the corpus is not here")
    started = time.monotonic()
    generate(spec, tmp_path / "out", patience=_PATIENCE)
    generated = time.monotonic()
    docs = tmp_path / "out" / "docs"
    links = check(docs)
    assert links.broken == []
    assert links.internal > len(pages(docs))
    checked = time.monotonic()
    build(tmp_path / "out", tmp_path / "html", patience=_PATIENCE)
    built = time.monotonic()
    html = [file for file in (tmp_path / "html").rglob("*") if file.is_file()]
    assert sum(file.suffix == ".html" for file in html) == len(pages(docs)) + 1
    record_property(
        "docs",
        [
            name,
            len(pages(docs)),
            links.internal,
            len(links.external),
            f"{generated - started:.0f}",
            f"{built - checked:.0f}",
            _megabytes(pages(docs)),
            _megabytes(html),
        ],
    )


def _megabytes(files: list[Path]) -> str:
    return f"{sum(file.stat().st_size for file in files) / 1e6:.1f}"
