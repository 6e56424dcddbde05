"""Bytes to text to data, whatever the format and encoding."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ..errors import Problem, UnusableInput
from ..pointers import Json
from . import limits
from .extent import extent_of
from .faults import START, Commented, Place, TooDeep, Unreadable, long_keys
from .json_reading import parse_json
from .positions import Positions, json_depth_place, json_positions
from .yaml_reading import parse_yaml

# Descriptions refer to prose in files of its own (`description: {$ref: intro.md}`).
_PROSE = (".md", ".markdown", ".txt", ".html")


@dataclass(frozen=True, slots=True)
class Contents:
    """A file's data, and what is needed to look at its text again."""

    data: Json
    text: str
    known: Positions | None
    """Where everything stands, as far as reading tells: of JSON it does not."""
    has_duplicate_keys: bool = False
    has_aliases: bool = False

    def positions(self) -> Positions:
        """Where everything stands; of JSON as slow as reading was."""
        return self.known or json_positions(self.text)


def read(content: bytes, name: str, *, may_be_prose: bool = False) -> Contents:
    """The data in a file called `name` (as messages show it).

    With `may_be_prose` a file that is called as prose is has a text as its data.

    Raises:
        UnusableInput: The content is no JSON or YAML, in no Unicode encoding, or beyond
            the limits.
    """
    if len(content) > limits.FILE_BYTES:
        megabytes = limits.FILE_BYTES // (1024 * 1024)
        raise _unusable(
            name, f"the file is larger than {megabytes} MB", "split it into several"
        )
    try:
        text = _decode(content)
        if may_be_prose and name.lower().endswith(_PROSE):
            return Contents(text, text, Positions())
        contents = _read_text(text, name.lower())
        _refuse_extent(contents)
        return contents
    except Unreadable as error:
        raise _unusable(name, error.fact, error.remedy, error.place) from None


def as_data(value: Json) -> Json:
    """The mapping or list that a text is the JSON of; any other value as it is."""
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        data = parse_json(value).data
    except Unreadable:
        return value
    extent = extent_of(data)
    return value if extent.is_too_deep or extent.long_pointer is not None else data


def _read_text(text: str, name: str) -> Contents:
    _refuse_markup(text)
    if text.lstrip().startswith(("{", "[", "//", "/*")):
        try:
            parsed = parse_json(text)
            return Contents(parsed.data, text, None, parsed.has_duplicate_keys)
        except (TooDeep, Commented):
            raise
        except Unreadable:
            # `{a: 1}` is YAML, and begins as JSON does.
            if name.endswith(".json"):
                raise
    yaml = parse_yaml(text)
    return Contents(
        yaml.data,
        yaml.text,
        yaml.positions,
        bool(yaml.positions.duplicates),
        yaml.has_aliases,
    )


def _refuse_extent(contents: Contents) -> None:
    """Refuses what goes too far into itself for anybody to follow."""
    extent = extent_of(contents.data)
    if extent.is_too_deep:
        raise TooDeep(json_depth_place(contents.text, limits.DEPTH))
    if extent.long_pointer is not None:
        raise long_keys(contents.positions().of(extent.long_pointer))


def _decode(content: bytes) -> str:
    # RFC 8259 and YAML tell the encoding from the first bytes in the same way.
    encoding = json.detect_encoding(content)
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise Unreadable(
            (line, column),
            f"not text in {encoding.removesuffix('-sig').upper()}: "
            f"the byte 0x{content[error.start]:02X} does not fit",
            "save the file as UTF-8",
        ) from None


def _refuse_markup(text: str) -> None:
    start = text[:1000].lstrip().lower()
    if start.startswith("<?xml") and "<html" not in start:
        raise Unreadable(
            START, "this is XML, not OpenAPI", "give the JSON or YAML description"
        )
    if start.startswith("<"):
        raise Unreadable(
            START,
            "this looks like HTML, not OpenAPI (an error or login page that was saved?)",
            "download the description itself",
        )


def _unusable(name: str, fact: str, remedy: str, place: Place = START) -> UnusableInput:
    return UnusableInput([Problem(name, *place, "", fact, remedy)])
