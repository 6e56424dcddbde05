"""`sdkgen.yaml` as a `Config`, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from .config import Config, key_of, pointer_of, suggestion
from .document import File, Json, read_yaml
from .errors import Problem, UnusableInput

_ADAPTER = TypeAdapter(Config)


def config_of(data: Json) -> Config:
    """The configuration that a file's data stand for.

    Raises:
        ValidationError: sdkgen does not know a key or value.
    """
    return _ADAPTER.validate_python(data)


def load_config(path: Path) -> Config:
    """The configuration in `path`.

    Raises:
        UnusableInput: The file cannot be read, is not YAML, or has a key or value that
            sdkgen does not know; every such place is named.
    """
    file = read_yaml(path)
    data = file.data if file.data is not None else {}
    try:
        config = config_of(data)
    except ValidationError as error:
        raise UnusableInput(sorted(_problems(file, error))) from None
    config.attach(file)
    return config


def _problems(file: File, error: ValidationError) -> Iterator[Problem]:
    for issue in error.errors():
        # pydantic marks what is wrong with a key itself.
        location = [step for step in issue["loc"] if step != "[key]"]
        remedy = "correct it; the README says what may stand here"
        match issue["type"]:
            case "unexpected_keyword_argument":
                key = str(location[-1])
                fact = f"there is no key {key!r} here"
                advice = suggestion(key, _keys(location[:-1]))
                remedy = advice or "remove it; the README lists the keys"
            case "value_error" if "ctx" in issue:
                fact = str(issue["ctx"]["error"])
            case "dataclass_type" | "dict_type":
                fact = "input should be a mapping"
            case "tuple_type":
                fact = "input should be a list, with `- ` before each of its items"
            case "string_type":
                fact = "input should be a text, in quotes where it looks like another value"
            case "bool_type" | "bool_parsing":
                fact = "input should be true or false"
            case _:
                fact = f"{issue['msg'][0].lower()}{issue['msg'][1:]}"
        yield file.problem(pointer_of(location), fact, remedy)


def _keys(location: Sequence[int | str]) -> list[str]:
    """The keys that may stand in the section at a place."""
    section: type = Config
    steps = iter(location)
    for step in steps:
        hints = {key_of(name): hint for name, hint in get_type_hints(section).items()}
        annotation = hints[str(step)]
        if get_origin(annotation) in (dict, tuple):
            next(steps, None)
        inner = next((a for a in _arguments(annotation) if is_dataclass(a)), None)
        if not isinstance(inner, type):
            return []
        section = inner
    return [key_of(each.name) for each in fields(section) if each.init]


def _arguments(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in get_args(annotation):
        yield from _arguments(argument)
