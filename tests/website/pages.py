"""The emitted pages, and what stands on them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PROJECT: Final = ROOT / "generated"
DOCS: Final = PROJECT / "docs"

_FENCE: Final = re.compile(r" *(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")


@dataclass(frozen=True)
class Snippet:
    """A block of Python on a page."""

    page: str
    line: int
    code: str

    @property
    def name(self) -> str:
        """A file name that tells where it stands."""
        return f"{re.sub(r'[^a-zA-Z0-9]', '_', self.page)}_{self.line}.py"

    @property
    def asynchronous(self) -> bool:
        return "asyncio" in self.code

    @property
    def only_imports(self) -> bool:
        body = ast.parse(self.code).body
        return all(isinstance(part, ast.Import | ast.ImportFrom) for part in body)

    @property
    def only_defines(self) -> bool:
        """Whether running it does nothing that could be seen."""
        kinds = ast.Import | ast.ImportFrom | ast.FunctionDef
        return all(isinstance(part, kinds) for part in ast.parse(self.code).body)

    @property
    def calls(self) -> bool:
        """Whether it calls the API."""
        return re.search(r"\b(client|quick)\.\w+\.\w+", self.code) is not None


def pages(docs: Path = DOCS) -> list[Path]:
    return sorted(docs.rglob("*.md"))


def snippets(docs: Path = DOCS) -> list[Snippet]:
    """Every block of Python on every page."""
    found = []
    for page in pages(docs):
        text = page.read_text(encoding="utf-8")
        for line, info, code in blocks(text):
            if info in {"python", "py", "python3"}:
                found.append(Snippet(page.relative_to(docs).as_posix(), line, code))
    return found


def blocks(text: str) -> Iterator[tuple[int, str, str]]:
    """The fenced blocks of a page: the line where each starts, its language, its text."""
    fence, info, start = "", "", 0
    lines: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _FENCE.fullmatch(line)
        if not fence and match:
            fence, info, start = match["fence"], match["info"].strip(), number
            lines = []
        elif fence and line.strip() == fence:
            yield start, info, "\n".join([*lines, ""])
            fence = ""
        elif fence:
            lines.append(line)
    assert not fence, f"the block of line {start} does not end"


def prose(text: str) -> str:
    """A page without its code, line for line."""
    lines = text.splitlines()
    for start, _, code in blocks(text):
        for number in range(start - 1, start + 1 + code.count("\n")):
            lines[number] = ""
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", "\n".join(lines))
