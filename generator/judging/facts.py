"""A finding of openapi-spec-validator's, said in one line and without what it looked at."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeGuard

from ..pointers import Json, form_of

_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
_NO_SCHEMA = "is not of type 'object', 'boolean'"
# Keys of later versions that sdkgen reads whatever version a description says it is of.
_SINCE: dict[str, str] = {
    "additionalOperations": "3.2",
    "dataValue": "3.2",
    "defaultMapping": "3.2",
    "itemEncoding": "3.2",
    "itemSchema": "3.2",
    "mediaTypes": "3.2",
    "pathItems": "3.1",
    "prefixEncoding": "3.2",
    "webhooks": "3.1",
}
_FORMS = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "object": "a mapping",
    "array": "a list",
    "null": "null",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What one finding says. `path` leads from where the error was raised."""

    path: tuple[str | int, ...]
    fact: str
    remedy: str


def describe(error: Any) -> list[Found]:
    """The most telling parts of a `jsonschema` error."""
    error = _most_telling(error)
    path = tuple(error.absolute_path)
    keyword, wanted, value = error.validator, error.validator_value, error.instance
    match keyword:
        case "type":
            return [_misfit(path, value, _as_list(wanted))]
        case "additionalProperties" | "unevaluatedProperties":
            return [_stray(path, name) for name in _unexpected(error.message)]
        case "oneOf" | "anyOf":
            if kinds := _kinds_of_branches(error):
                return [_misfit(path, value, kinds)]
            forms = _forms(error)
            if len(told := _told_apart_by(forms)) == len(forms) > 1:
                return [_no_tag(path, told)]
        case _:
            pass
    fact, remedy = _broken_rule(error)
    return [Found(path, fact, remedy)]


def _broken_rule(error: Any) -> tuple[str, str]:
    """What is wrong with a value as a whole, and what to do."""
    keyword, wanted, value = error.validator, error.validator_value, error.instance
    match keyword:
        case "required":
            return f"{_first_quoted(error.message)} is missing", "add it"
        case "enum" | "const":
            shown = _listed(_as_list(wanted))
            return f"{_short(value)} is not among {shown}", "use one of these"
        case "pattern":
            fact = f"{_short(value)} does not match {_short(wanted)}"
            return fact, "spell it as the specification does"
        case "uniqueItems":
            return "the list has an element twice", "remove the repetition"
        case "format":
            return f"{_short(value)} is not of the format {wanted}", "correct it"
        case "oneOf" | "anyOf":
            fact = f"{form_of(value)} fits none of the forms, or several, that may stand here"
            return fact, "give it one of the forms in the specification"
        case "not" | "if" | "contains":
            fact = f"{form_of(value)} with these parts may not stand here"
            return fact, "see the specification for what may"
        case str():
            fact = f"{_short(value)} breaks the rule {keyword}: {_short(wanted)}"
            return fact, "correct the one or the other"
        case _ if error.message.endswith(_NO_SCHEMA):
            # The message begins with the whole value, wherever that was read from.
            fact = "what is neither a mapping nor true or false stands here as a schema"
            return fact, "correct its form, or remove it"
        case _:
            return _line(error.message), "correct or remove it"


def _stray(path: tuple[str | int, ...], name: str) -> Found:
    if since := _SINCE.get(name):
        fact = (
            f"the key has a place here since OpenAPI {since}; it is read all the same"
        )
        return Found((*path, name), fact, "say that version in `openapi`")
    remedy = "remove it, or begin it with x-"
    return Found((*path, name), "the key may not stand here", remedy)


def _misfit(path: tuple[str | int, ...], value: Json, kinds: list[str]) -> Found:
    forms = " or ".join(_FORMS.get(kind, kind) for kind in dict.fromkeys(kinds))
    fact = f"{form_of(value)} stands where {forms} belongs"
    return Found(path, fact, "correct its form, or remove it")


def _no_tag(path: tuple[str | int, ...], errors: list[Any]) -> Found:
    """That a value is none of those by which forms are told apart."""
    (key,) = errors[0].path
    known = _listed([_only_value(each) for each in errors])
    fact = f"{_short(errors[0].instance)} is not among {known}"
    return Found((*path, key), fact, "use one of these")


def _most_telling(error: Any) -> Any:
    """Down to the cause: where several forms were tried, in the one that fits best."""
    while error.context:
        branches = _forms(error)
        if all(_is_of_another_form(found) for found in branches) and len(branches) > 1:
            return error
        told = _told_apart_by(branches)
        if len(told) == len(branches) > 1:
            return error
        best = min(
            [found for found in branches if not _has_any(found, told)],
            key=lambda found: (_is_of_another_form(found), -_depth(found), len(found)),
        )
        error = max(best, key=lambda inner: len(inner.absolute_path))
    return error


def _forms(error: Any) -> list[list[Any]]:
    """What is wrong by each form, without that of a reference where there are others."""
    branches = _branches(error)
    return [found for found in branches if not _is_about_a_reference(found)] or branches


def _branches(error: Any) -> list[list[Any]]:
    found: defaultdict[object, list[Any]] = defaultdict(list)
    for inner in error.context:
        found[inner.schema_path[0] if inner.schema_path else None].append(inner)
    return list(found.values())


def _told_apart_by(branches: list[list[Any]]) -> list[Any]:
    """The errors about one key that say of all forms, or of all but one, that another is meant.

    Such a key (`in`, `type`) has one value in each form; a form that the value belongs to is
    the one that is meant, whatever else is wrong there.
    """
    found: defaultdict[object, list[Any]] = defaultdict(list)
    for errors in branches:
        own = {each.path[0]: each for each in errors if _only_value(each) is not None}
        for key, error in own.items():
            found[key].append(error)
    most = max(found.values(), key=len, default=[])
    return most if len(most) >= len(branches) - 1 > 0 else []


def _only_value(error: Any) -> Any:
    """The one value that a key of the form may have, where it has another."""
    if error.validator not in ("enum", "const") or len(error.path) != 1:
        return None
    values = _as_list(error.validator_value)
    return values[0] if len(values) == 1 else None


def _has_any(errors: list[Any], others: list[Any]) -> bool:
    return any(each is other for each in errors for other in others)


def _kinds_of_branches(error: Any) -> list[str]:
    """The types that the forms have, where each of them fails for its type alone."""
    kinds: list[str] = []
    for inner in error.context or ():
        wanted = inner.validator_value
        if inner.validator == "type" and not inner.path:
            kinds.extend(_as_list(wanted))
        elif inner.validator not in ("enum", "const"):
            return []
    return kinds


def _depth(errors: list[Any]) -> int:
    return max(len(each.absolute_path) for each in errors)


def _is_about_a_reference(errors: list[Any]) -> bool:
    """Whether this form was a `$ref`, which only what has one can mean."""
    return any(
        each.validator == "required" and "$ref" in each.message[:8] for each in errors
    )


def _is_of_another_form(errors: list[Any]) -> bool:
    return any(
        not each.path
        and (
            each.validator == "type"
            or _is_value_among_others(each.validator, each.instance)
        )
        for each in errors
    )


def _is_value_among_others(keyword: object, value: object) -> bool:
    return keyword in ("enum", "const") and isinstance(value, dict | list)


def _as_list(value: Any) -> list[Any]:
    return value if _is_list(value) else [value]


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _unexpected(message: str) -> list[str]:
    """The keys that a message about additional or unevaluated properties names."""
    if " match any" in message:
        listed = message.partition(" match any")[0]
    else:
        listed = message.rpartition("(")[2]
    return _QUOTED.findall(listed)


def _listed(values: list[Any]) -> str:
    more = ", ..." if len(values) > 8 else ""
    return ", ".join(_short(each) for each in values[:8]) + more


def _first_quoted(message: str) -> str:
    found = _QUOTED.search(message)
    return _line(found[1]) if found else "a field"


def _short(value: Json) -> str:
    is_spelled_out = isinstance(value, str | int | float) and not isinstance(
        value, bool
    )
    return _line(repr(value)) if is_spelled_out else form_of(value)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:77] + "..."
