"""What all guides have: a name, which is that of the page and of its template, and a title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from .markdown import link, text
from .pages import ROOT, path

Links: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One page; what it shows is up to the class of each."""

    name: str
    title: str

    @staticmethod
    def path_of(name: str) -> PurePosixPath:
        """Where a guide is."""
        return ROOT / f"{name}.md"

    @property
    def path(self) -> PurePosixPath:
        return self.path_of(self.name)


def linked(targets: Iterable[tuple[str, PurePosixPath]], start: PurePosixPath) -> Links:
    """Links to pages by their titles."""
    return tuple(link(text(title), path(page, start)) for title, page in targets)
