"""One file of a description: its data, its identity and the places in it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ..errors import Problem, Severity, UnusableInput
from ..pointers import Json
from . import limits
from .origins import Origins
from .positions import Positions
from .reading import Contents, read
from .recursion import with_plain_references


class File:
    """A file that has been read. `name` is its path below the root's folder, with `/`."""

    def __init__(
        self,
        path: Path,
        name: str,
        shown: str,
        content: bytes,
        *,
        may_be_prose: bool = False,
    ) -> None:
        self.path = path
        self.name = name
        self.shown = shown
        self.digest = sha256(content).hexdigest()
        self.contents: Contents = read(content, shown, may_be_prose=may_be_prose)
        self.data: Json = with_plain_references(self.contents.data, self.contents.text)
        self.origins: Origins[File] | None = None
        """Where the data came from, once an overlay has edited it."""

    @property
    def identifiers(self) -> list[str]:
        """What the file calls itself: URIs, by which others may refer to it."""
        data = self.data if isinstance(self.data, dict) else {}
        own = (data.get("$self"), data.get("$id"))
        return [each for each in own if isinstance(each, str)]

    @cached_property
    def positions(self) -> Positions:
        return self.contents.positions()

    def problem(
        self, pointer: str, fact: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem at a place in this file, or in the overlay that put there what is wrong."""
        file, pointer = self._origin(pointer)
        line, column = file.positions.of(pointer)
        return Problem(file.shown, line, column, pointer, fact, remedy, severity)

    def written(self, pointer: str) -> str | None:
        """A scalar that is no string, as the file spells it that it was read from."""
        file, pointer = self._origin(pointer)
        return file.positions.written(pointer)

    def _origin(self, pointer: str) -> tuple[File, str]:
        if self.origins is None:
            return self, pointer
        return self.origins.find(self.data, pointer)

    def mentions(self, word: str) -> bool:
        """Whether a word stands in the file, or in an overlay that has edited its data."""
        others = self.origins.files if self.origins is not None else []
        return any(word in file.contents.text for file in (self, *others))

    def duplicate_keys(self) -> list[Problem]:
        """The keys that stand more than once in a mapping, of which only the last is read."""
        if not self.contents.has_duplicate_keys:
            return []
        found = [
            Problem(
                self.shown,
                *duplicate.again,
                duplicate.pointer,
                f"the key stands in line {duplicate.first[0]} already, and again in line "
                f"{duplicate.again[0]}; all but the last would be lost",
                "merge the two, or rename one",
            )
            for duplicate in self.positions.duplicates
        ]
        if len(found) > limits.DUPLICATE_KEYS:
            fact = (
                f"more than {limits.DUPLICATE_KEYS} keys stand twice in their mappings, and "
                "those from here on are not listed"
            )
            found[-1] = replace(found[-1], fact=fact)
        return found


def read_file(path: Path, name: str, shown: str, *, may_be_prose: bool = False) -> File:
    """The file at `path`; only what is referred to may be prose.

    Raises:
        UnusableInput: It is not there, cannot be opened, or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe may never end.
            raise _unreadable(
                shown, "not a file", "give the path of a JSON or YAML file"
            )
        with path.open("rb") as file:
            # One byte more tells that it is too large.
            content = file.read(limits.FILE_BYTES + 1)
    except FileNotFoundError:
        # The system's way of writing paths takes one of two slashes away.
        if shown.lower().startswith(("http:/", "https:/")):
            fact = "this is a URL, where the path of a file belongs"
            remedy = "download it first, and give the path of that"
        else:
            fact, remedy = "there is no such file", "correct the path"
        raise _unreadable(shown, fact, remedy) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _unreadable(
            shown, f"cannot be opened ({reason})", "correct that, or name another file"
        ) from None
    return File(path, name, shown, content, may_be_prose=may_be_prose)


def read_yaml(path: Path) -> File:
    """A file that stands alone, such as a configuration: YAML or JSON.

    Raises:
        UnusableInput: It cannot be read, or a key is lost in it.
    """
    file = read_file(path, path.name, str(path))
    if duplicates := file.duplicate_keys():
        raise UnusableInput(duplicates)
    return file


def _unreadable(shown: str, fact: str, remedy: str) -> UnusableInput:
    return UnusableInput([Problem(shown, 1, 1, "", fact, remedy)])
