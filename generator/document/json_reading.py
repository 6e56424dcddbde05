"""JSON text to plain data, strictly."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import NoReturn

from ..pointers import Json
from . import limits
from .faults import Commented, TooDeep, Unreadable, too_large
from .numbers import TooLargeError, integer, real
from .positions import json_depth_place, json_literal_place

_SURROGATES = re.compile(
    r"(?<!\\)(?P<even>(?:\\\\)*)(?:"
    r"(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


@dataclass(frozen=True, slots=True)
class JsonText:
    """What a text holds, and whether a key is lost in it."""

    data: Json
    has_duplicate_keys: bool


class _NotANumberError(ValueError):
    """NaN or an infinity, which Python's reader would let pass."""


def parse_json(text: str) -> JsonText:
    """The data in a JSON text.

    Raises:
        Unreadable: The text is not JSON, or goes beyond the limits.
    """
    has_duplicates = False

    def to_mapping(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        nonlocal has_duplicates
        mapping = dict(pairs)
        if len(mapping) != len(pairs):
            has_duplicates = True
        return mapping

    try:
        data: Json = json.loads(
            _without_halves(text),
            object_pairs_hook=to_mapping,
            parse_constant=_refuse_constant,
            parse_float=real,
            parse_int=integer,
        )
    except json.JSONDecodeError as error:
        place = (error.lineno, error.colno)
        if text.startswith(("//", "/*"), error.pos):
            raise Commented(place) from None
        complete = bool(text[error.pos :].strip())
        raise Unreadable(
            place,
            f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}",
            (
                "correct the syntax here"
                if complete
                else "the file is cut short; get it again"
            ),
        ) from None
    except RecursionError:
        raise TooDeep(json_depth_place(text, limits.DEPTH)) from None
    except _NotANumberError as error:
        place = json_literal_place(text, str(error))
        fact = f"{error} is no number in JSON"
        raise Unreadable(place, fact, "use null or a string") from None
    except TooLargeError as error:
        raise too_large(json_literal_place(text, str(error))) from None
    return JsonText(data, has_duplicates)


def _without_halves(text: str) -> str:
    """Half a surrogate pair cannot be written out again; it becomes U+FFFD."""
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _SURROGATES.sub(
        lambda one: one[0] if one["pair"] else one["even"] + "\\ufffd", text
    )


def _refuse_constant(name: str) -> NoReturn:
    raise _NotANumberError(name)
