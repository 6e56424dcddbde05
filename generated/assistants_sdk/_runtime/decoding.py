"""JSON bytes as typed values, in one pass and without a second look.

Nothing of pydantic is imported before the first value is decoded.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .encoding import encode_json, jsonable

__all__ = [
    "encode_json",
    "jsonable",
    "parse",
    "recoded",
    "strict_validator",
    "validator",
]


def validator(type_: object) -> Callable[[bytes], Any]:
    """The function that makes a value of this type from JSON, tolerantly.

    What does not fit below the outermost level is kept as it came (see `Model`).
    Building it takes milliseconds, the first time for each type.

    Raises:
        pydantic.ValidationError: By the function, for what is no JSON or whose outermost
            shape is another one.
    """
    from .model import tolerant_validator

    return tolerant_validator(type_).validate_json


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


def parse(data: bytes) -> Any:
    """Plain data from JSON; text, with its faults replaced, from anything else."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return data.decode("utf-8", "replace")
