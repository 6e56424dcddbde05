"""The values that `sdkgen.yaml` takes, and what they have to keep to.

The rules are written for pydantic and without it: it takes a while to load.
"""

from __future__ import annotations

import keyword
import re
import sys
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any


class Rule:
    """What a value has to keep to, in the words of pydantic's core schemas (`pattern`, `gt`)."""

    def __init__(self, **limits: str | int) -> None:
        self._limits = limits

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        return {**handler(source), **self._limits}


class Unread:
    """An attribute that stands in no file."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: object
    ) -> dict[str, Any]:
        return {"type": "any"}


class Check:
    """A function that raises `ValueError` for a value that it does not take."""

    def __init__(self, function: Callable[[str], str]) -> None:
        self._function = function

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        function = {"type": "no-info", "function": self._function}
        return {
            "type": "function-after",
            "function": function,
            "schema": handler(source),
        }


def _identifier(name: str) -> str:
    if keyword.iskeyword(name):
        raise ValueError(f"{name!r} is a keyword of Python")
    plain = unicodedata.normalize("NFKC", name).lower()
    if not name.isidentifier() or name != plain or name.startswith("_"):
        raise ValueError(
            f"{name!r} is no name: it takes small letters, digits and _, a letter first"
        )
    if len(name.encode()) > _LONGEST:
        raise ValueError(f"a name has at most {_LONGEST} bytes, this one more")
    return name


def _identifiers(path: str) -> str:
    for name in path.split("."):
        _identifier(name)
    return path


def _path_on_disk(path: str) -> str:
    if "\0" in path:
        raise ValueError("no path has a NUL in it")
    return path


def _web_address(address: str) -> str:
    # By itself, it would only be found when the site is built.
    if not re.fullmatch(r"https?://[^\s/?#]+\S*", address, re.IGNORECASE):
        raise ValueError(
            f"{address!r} is no address: it begins with https:// and a host"
        )
    return address


def _module(name: str) -> str:
    if name in sys.stdlib_module_names or name in ("httpx2", "pydantic"):
        raise ValueError(f"{name!r} is a module that the package itself needs")
    return _identifier(name)


def _class_name(name: str) -> str:
    if keyword.iskeyword(name):
        raise ValueError(f"{name!r} is a keyword of Python")
    return name


def _token_scope(scope: str) -> str:
    if not scope or not scope.isprintable() or " " in scope:
        raise ValueError(
            f"{scope!r} is no scope: each is an item of its own, without spaces"
        )
    return scope


def _token_parameter(name: str) -> str:
    if not name:
        raise ValueError("a field needs a name")
    if name == "scope":
        raise ValueError("scopes stand in `scopes`, beside `token_parameters`")
    if name in ("grant_type", "client_id", "client_secret"):
        raise ValueError(f"{name!r} is what the client sends by itself")
    return name


_LONGEST = 200
"""How long names are that are names of files as well."""

PathOnDisk = Annotated[str, Check(_path_on_disk)]
WebAddress = Annotated[str, Check(_web_address)]
Identifier = Annotated[str, Check(_identifier)]
Module = Annotated[str, Check(_module)]
ResourcePath = Annotated[str, Check(_identifiers)]
"""Names of resources; a dot stands between that of one and of another below it."""
ClassName = Annotated[str, Rule(pattern=r"^[A-Z][A-Za-z0-9]*$"), Check(_class_name)]
Variable = Annotated[str, Rule(pattern=r"^[^\W\d]\w*$")]
TokenScope = Annotated[str, Check(_token_scope)]
TokenParameter = Annotated[str, Check(_token_parameter)]
"""A field of the request for a token."""
State = Annotated[
    str | int | bool,
    Rule(
        custom_error_type="state",
        custom_error_message="Input should be a text, a whole number, true or false",
    ),
]
"""A value of a field that tells how far a thing is."""
Path_ = Annotated[str, Rule(min_length=1)]
"""A dotted path of wire names into a response (`usage.total`, `data.-1.id`)."""
