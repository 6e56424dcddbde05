"""What was formatted before, remembered by content from one run to the next."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Self

from .. import cache
from ..files import File

# Statements of modules that did not change are not met again, but may be next time.
_MOST_STATEMENTS = 20_000


class Memory:
    """The modules of one output as they were last, and statements that black laid out.

    All of them are one entry of the content cache: thousands of small ones would take
    longer to read than most modules take to format.
    """

    def __init__(
        self, key: str, modules: Mapping[str, str], statements: Mapping[str, str]
    ) -> None:
        self._key = key
        self._modules = modules
        self._statements = dict(statements)
        self._met: set[str] = set()

    @classmethod
    def of(cls, files: Iterable[File]) -> Self:
        """What is remembered of an output that has these top folders."""
        folders = sorted({file.path.parts[0] for file in files})
        key = cache.key_of(*_identity(), *folders)
        content: dict[str, dict[str, str]] = {}
        if (found := cache.get(key)) is not None:
            content = json.loads(zlib.decompress(found))
        return cls(key, content.get("modules", {}), content.get("statements", {}))

    def module(self, source: str) -> str | None:
        """The module formatted, if it was met before."""
        return self._modules.get(_digest(source))

    def statement(self, text: str, indent: str) -> str:
        """A statement at an indent as black lays it out."""
        key = _digest(indent + text)
        if key not in self._statements:
            # Black takes longer to import than most outputs to format without it.
            from .blackened import blacken_statement

            self._statements[key] = blacken_statement(text, indent)
        self._met.add(key)
        return self._statements[key]

    def keep(self, formatted: Mapping[str, str]) -> None:
        """Remembers these modules, by their sources, in place of those before."""
        modules = {_digest(source): text for source, text in formatted.items()}
        if modules.keys() == self._modules.keys():
            return
        statements = self._statements
        if len(statements) > _MOST_STATEMENTS:
            statements = {key: statements[key] for key in sorted(self._met)}
        content = {"modules": modules, "statements": statements}
        cache.put(self._key, zlib.compress(json.dumps(content).encode(), level=1))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _identity() -> list[str]:
    """Changes when the same source might come out differently."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return [version("black"), *(path.read_text("utf-8") for path in sources)]
