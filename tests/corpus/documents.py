"""The documents of the corpus, found rather than listed."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from generator.freshness import program_files

ROOT: Final = Path(__file__).parents[2]
CORPUS: Final = ROOT.parent / "shared" / "corpus"
OWN: Final = Path(__file__).parent / "own"
_INVALID: Final = CORPUS / "invalid"
_SUFFIXES: Final = frozenset({".yaml", ".yml", ".json"})

# A file with a version at its root is a document; other files are parts of one.
_VERSION: Final = re.compile(rb"^[\"']?openapi[\"']?\s*:", re.MULTILINE)
# Above this a document takes minutes, which only the whole run can afford.
_SMALL: Final = 500_000
_SAMPLED: Final = 5


@dataclass(frozen=True)
class Document:
    """One description: its path, and the name that it has in the table of results."""

    path: Path

    @property
    def name(self) -> str:
        parent = OWN.parent if self.is_own else CORPUS
        return self.path.relative_to(parent).as_posix()

    @property
    def is_own(self) -> bool:
        """Whether it is one of this folder's, which are small."""
        return OWN in self.path.parents

    @property
    def is_hostile(self) -> bool:
        """Whether it is broken or means harm."""
        return _INVALID in self.path.parents

    @property
    def slug(self) -> str:
        """The name as one step of a path."""
        return re.sub(r"[^a-zA-Z0-9.-]+", "-", self.name)


@cache
def documents() -> tuple[Document, ...]:
    """Every document that is meant to work; the corpus's own where there is one."""
    paths = [*_files(OWN), *_files(CORPUS)]
    found = (Document(path) for path in paths)
    return tuple(document for document in found if not document.is_hostile)


@cache
def hostile() -> tuple[Document, ...]:
    """Every document that is broken or means harm."""
    if not _INVALID.is_dir():
        return ()
    return tuple(Document(path) for path in sorted(_INVALID.iterdir()))


def sample(found: Sequence[Document], version: str) -> tuple[Document, ...]:
    """What is small and odd, all of it, and some others with every version of the program.

    The odd ones show what a change broke; which of them would is not to be left to luck.
    """

    def rank(document: Document) -> str:
        return hashlib.sha256(f"{version}:{document.name}".encode()).hexdigest()

    odd = [document for document in found if document.is_own or document.is_hostile]
    others = sorted({*found}.difference(odd), key=rank)
    small = [doc for doc in others if doc.path.stat().st_size < _SMALL]
    return (*odd, *small[:_SAMPLED])


@cache
def version() -> str:
    """The commit that is checked out; outside of a repository, what the program reads."""
    command = ["git", "rev-parse", "HEAD"]
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return _digest()
    return done.stdout.strip()


def _digest() -> str:
    digest = hashlib.sha256()
    for path in program_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    paths = sorted(folder.rglob("*")) if folder.is_dir() else []
    return [path for path in paths if path.suffix in _SUFFIXES and _is_root(path)]


def _is_root(path: Path) -> bool:
    raw = path.read_bytes()
    if path.suffix == ".json" and _INVALID not in path.parents:
        return "openapi" in json.loads(raw)
    return _VERSION.search(raw) is not None
