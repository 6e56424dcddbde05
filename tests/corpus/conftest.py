"""Which documents are tried, and the table of what came of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, Final

import pytest

from .documents import Document, documents, hostile, sample, version

_HEAD: Final = (
    "| document | operations | schemas | seconds | MB | import | calls | answers | |\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --- |"
)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out most of the corpus, unless `-m` asks for it."""
    if "corpus" in str(config.option.markexpr):
        return
    chosen = {*sample(documents(), version()), *sample(hostile(), version())}
    left_out = [item for item in items if not _is_chosen(item, chosen)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _is_chosen(item, chosen)]


def _is_chosen(item: pytest.Item, chosen: set[Document]) -> bool:
    if item.get_closest_marker("corpus") is None:
        return True
    parameters = getattr(item, "callspec", None)
    document = parameters.params.get("document") if parameters else None
    return document is None or document in chosen


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this process among those that share the tests."""
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table for the README."""
    rows = sorted(_rows(terminalreporter))
    if rows:
        terminalreporter.section("corpus")
        terminalreporter.write_line(_HEAD)
        for row in rows:
            terminalreporter.write_line(row)


def _rows(reporter: pytest.TerminalReporter) -> Iterator[str]:
    for reports in reporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == "corpus" and report.when == "call":
                    yield _row(*value)


def _row(name: str, row: dict[str, Any], findings: int) -> str:
    def cell(key: str, form: str = "d") -> str:
        return f"{row[key]:{form}}" if key in row else "-"

    cells = [
        name,
        f"{cell('emitted')}/{cell('operations')}",
        f"{cell('schemas emitted')}/{cell('schemas')}",
        cell("seconds", ".1f"),
        cell("megabytes"),
        f"{cell('import', '.0f')} ms",
        cell("calls"),
        cell("answers"),
        f"{findings} findings" if findings else "",
    ]
    return f"| {' | '.join(cells)} |"
