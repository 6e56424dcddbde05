"""Python expressions laid out as black leaves them: on one line, or one entry a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias
from unicodedata import east_asian_width

from ....examples import Upload
from ....formatting import LINE_LENGTH
from ....ir import Json
from ....spelling.literals import scalar, string


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry between brackets: `prefix` is its key or keyword with what follows it."""

    prefix: str
    source: Source


@dataclass(frozen=True, slots=True)
class Brackets:
    """A call, list or dict: what opens it, what is in it, what closes it."""

    opening: str
    entries: tuple[Entry, ...]
    closing: str


Source: TypeAlias = "str | Brackets"


def value(json: Json) -> Source:
    """The source of a JSON value."""
    match json:
        case Upload():
            return Brackets(
                "(", (Entry("", '"notes.txt"'), Entry("", file_content(json))), ")"
            )
        case None | str() | int() | float():
            return scalar(json)
        case list():
            return Brackets("[", tuple(Entry("", value(item)) for item in json), "]")
        case dict():
            entries = (
                Entry(f"{string(key)}: ", value(item)) for key, item in json.items()
            )
            return Brackets("{", tuple(entries), "}")


def file_content(file: str) -> str:
    """The source of a file's content."""
    return f"b{string(file)}" if file.isascii() else f"{string(file)}.encode()"


def flat(source: Source) -> str:
    """The expression on one line."""
    if isinstance(source, str):
        return source
    inner = ", ".join(entry.prefix + flat(entry.source) for entry in source.entries)
    return f"{source.opening}{inner}{source.closing}"


def lines(before: str, source: Source, after: str, indent: int = 0) -> Iterator[str]:
    """The lines of a statement that has the expression in it."""
    margin = " " * indent
    line = f"{margin}{before}{flat(source)}{after}"
    if isinstance(source, str) or fits(line):
        yield line
        return
    opening = f"{margin}{before}{source.opening}"
    target, equals, awaiting = before.partition(" = ")
    if source.entries:
        gains = not fits(opening) and fits(f"{margin}    {awaiting}{source.opening}")
    else:
        gains = True
    if equals and gains:
        yield f"{margin}{target} = ("
        yield from lines(awaiting, source, "", indent + 4)
        yield f"{margin}){after}"
    elif source.entries:
        yield opening
        for entry in source.entries:
            yield from lines(entry.prefix, entry.source, ",", indent + 4)
        yield f"{margin}{source.closing}{after}"
    else:
        yield line


def fits(line: str) -> bool:
    """Whether black would leave a line as long as this one is."""
    wide = 0 if line.isascii() else sum(east_asian_width(c) in "WF" for c in line)
    return len(line) + wide <= LINE_LENGTH
