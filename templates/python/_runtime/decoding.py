"""JSON bytes as typed values, in one pass and without a second look.

Nothing of pydantic is imported before the first value is decoded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_ESCAPE: Final = re.compile(
    rb"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F]..)|\\.", re.DOTALL
)

# Python decodes with them as with an encoding of text, but they spell names of hosts:
# what comes out of other text depends on Python's version.
_OF_HOST_NAMES: Final = frozenset({"idna", "punycode"})


def validator(type_: object) -> Callable[[bytes], Any]:
    """The function that makes a value of this type from JSON, tolerantly.

    What does not fit below the outermost level is kept as it came (see `Model`), but for
    halves of characters. Building it takes milliseconds, the first time for each type.

    Raises:
        pydantic.ValidationError: By the function, for what is no JSON or whose outermost
            shape is another one.
    """
    from .model import tolerant_validator

    return _forgiving(tolerant_validator(type_).validate_json)


@cache
def _forgiving(validate: Callable[[bytes], Any]) -> Callable[[bytes], Any]:
    def read(data: bytes) -> Any:
        try:
            return validate(data)
        except ValueError:
            whole = with_whole_characters(data)
            if whole == data:
                raise
        return validate(whole)

    return read


def strict_validator(type_: object) -> Callable[[bytes], Any]:
    """The same as `validator`, but for JSON that has to fit the type in every part.

    Raises:
        pydantic.ValidationError: By the function, with every place that does not fit.
    """
    from . import model

    return model.strict_validator(type_).validate_json


def recoded(data: bytes, charset: str | None) -> bytes | None:
    """JSON that could not be read in UTF-8; `None` where it is in no other encoding.

    It should never be: but some servers begin with a byte order mark, or use the
    encoding that they name beside the media type.
    """
    encoding: str = json.detect_encoding(data)
    if encoding == "utf-8":
        encoding = charset or encoding
    try:
        written = data.decode(encoding).encode()
    except (LookupError, ValueError):
        return None
    return None if written == data else written


def with_whole_characters(data: bytes) -> bytes:
    """JSON with a mark in place of every half of a character.

    Servers that cut a text may leave the first half of its last character, which no other
    encoding than JSON's has a way to write.
    """
    if _HALF.search(data) is None:
        return data
    return _ESCAPE.sub(lambda found: rb"\ufffd" if found[1] else found[0], data)


def parse(data: bytes) -> Any:
    """Plain data from JSON; text, with its faults replaced, from anything else."""
    try:
        return json.loads(with_whole_characters(data))
    except (ValueError, RecursionError):
        return text_of(data)


def is_json(data: bytes) -> bool:
    """Whether this is JSON; what is nested too deeply to tell is, as far as it was read."""
    try:
        json.loads(data)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def text_of(data: bytes, charset: str | None = None) -> str:
    """Text in the encoding that is named, with its faults replaced; in UTF-8 where none is.

    Not all that Python knows by such a name is an encoding of text.
    """
    if charset is None or charset.lower() in _OF_HOST_NAMES:
        charset = "utf-8"
    try:
        text = data.decode(charset, "replace")
    except (LookupError, ValueError):
        text = data.decode("utf-8", "replace")
    return text.removeprefix("\ufeff")
