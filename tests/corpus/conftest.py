"""Which documents are tried, and the table of what came of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any, Final

import pytest

from .documents import ROOT, Document, documents, hostile, sample, version

_HEAD: Final = (
    "| document | operations | schemas | seconds | import | calls | answers | |",
    "| --- | --: | --: | --: | --: | --: | --: | --- |",
)
_START: Final = "<!-- corpus -->"
_END: Final = "<!-- /corpus -->"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--table` puts what a run of the whole corpus came to into the README."""
    parser.addoption("--table", action="store_true", help="update README.md's table")


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out most of the corpus, unless `-m` asks for it."""
    if "corpus" in str(config.option.markexpr):
        return
    chosen = {*sample((*documents(), *hostile()), version())}
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
    """Print the table of results; with `--table` into the README as well."""
    rows = sorted(_rows(terminalreporter))
    if rows:
        terminalreporter.section("corpus")
        for line in (*_HEAD, *rows):
            terminalreporter.write_line(line)
        if terminalreporter.config.getoption("--table", default=False):
            put_rows(rows)


def put_rows(rows: Iterable[str]) -> None:
    """Put the rows of real documents between the README's marks, over older ones."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(f"{_START}\n")
    old, _, after = rest.partition(f"{_END}\n")
    known = {document.name for document in documents() if not document.is_own}
    table = {_name(row): row for row in (*old.splitlines(), *rows)}
    lines = [*_HEAD, *(table[name] for name in sorted(table.keys() & known))]
    text = "\n".join([f"{before}{_START}\n", *lines, f"\n{_END}\n{after}"])
    readme.write_text(text, encoding="utf-8")


def _name(row: str) -> str:
    return row.removeprefix("| ").partition(" |")[0]


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
        f"{cell('import', '.0f')} ms",
        cell("calls"),
        cell("answers"),
        f"{findings} findings" if findings else "",
    ]
    return f"| {' | '.join(cells)} |"
