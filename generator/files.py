"""A file of the output before it is on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class File:
    """What stands at a path below the output folder.

    Text was emitted and may be formatted; bytes are copied and never looked into.
    """

    path: PurePosixPath
    content: str | bytes

    @property
    def data(self) -> bytes:
        """The bytes to be written: text as UTF-8, lines ended as they are in it."""
        if isinstance(self.content, str):
            return self.content.encode()
        return self.content
