"""Calls of the SDK's methods with arguments that the API would take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ....examples import UPLOAD, Direction, Examples, Upload
from ....ir import (
    BodyKind,
    Content,
    Json,
    Location,
    Operation,
    Parameter,
)
from ..pages import Place
from .source import Brackets, Entry, Source, file_content, value

_WITH_FILES = frozenset({BodyKind.MULTIPART, BodyKind.BINARY})


@dataclass(frozen=True, slots=True)
class Given:
    """The values that an example call hands over.

    Attributes:
        parameters: Parameters with their values.
        fields: The fields of the body by wire name, where they are arguments.
        further: Those that have no argument of their own.
        whole: The body where it is one argument; empty where none is given.
    """

    parameters: tuple[tuple[Parameter, Json], ...]
    fields: dict[str, Json]
    whole: tuple[Json, ...] = ()
    further: dict[str, Json] = field(default_factory=dict)


def given(operation: Operation, examples: Examples, *, brief: bool = False) -> Given:
    """What is required, and what the description's own example has beside it.

    `brief` leaves out all that may be left out.
    """
    streams = operation.streaming is not None and operation.streaming.only
    parameters = tuple(
        (
            parameter,
            (
                streams
                if is_flag(parameter, operation)
                else _without_files(examples.parameter(parameter))
            ),
        )
        for parameter in operation.parameters
        if parameter.required
        or (streams and is_flag(parameter, operation))
        or (not brief and _sets_page_size(parameter, operation))
    )
    if operation.body is None:
        return Given(parameters, {})
    content = operation.body.contents[0]
    body = examples.body(content)
    fields = _fields(operation, content, body, examples, brief=brief)
    # An empty body that may be left out says no more than none.
    wanted = operation.body.required or (bool(body) and not brief)
    whole = (body,) if wanted and not content.fields else ()
    further = {} if brief else _further(content, body)
    made = Given(parameters, fields, whole, further)
    return made if content.kind in _WITH_FILES else _plain(made)


def _plain(given_: Given) -> Given:
    return replace(
        given_,
        fields={name: _without_files(json) for name, json in given_.fields.items()},
        whole=tuple(_without_files(json) for json in given_.whole),
        further={name: _without_files(json) for name, json in given_.further.items()},
    )


def is_flag(parameter: Parameter, operation: Operation) -> bool:
    """Whether a parameter asks for a stream: the methods give it, and do not take it."""
    return operation.streaming is not None and operation.streaming.is_flag(parameter)


def _without_files(json: Json) -> Json:
    """The value with files as the texts that they are in JSON."""
    match json:
        case Upload():
            return "".join(json)
        case list():
            return [_without_files(item) for item in json]
        case dict():
            return {key: _without_files(item) for key, item in json.items()}
        case _:
            return json


def _sets_page_size(parameter: Parameter, operation: Operation) -> bool:
    return operation.paging is not None and parameter.wire_name == operation.paging.size


def _fields(
    operation: Operation,
    content: Content,
    shown: Json,
    examples: Examples,
    *,
    brief: bool,
) -> dict[str, Json]:
    values = dict(shown) if isinstance(shown, dict) else {}
    flag = operation.streaming.field if operation.streaming else None
    found: dict[str, Json] = {}
    for each in content.fields:
        if each.wire_name == flag:
            continue
        # A body that need not be there has to have them as soon as it is.
        if each.wire_name in values and (each.required or not brief):
            found[each.wire_name] = values[each.wire_name]
        elif each.required:
            found[each.wire_name] = examples.field(each, Direction.REQUEST)
    return found


def _further(content: Content, shown: Json) -> dict[str, Json]:
    """What an example has beside the fields that are arguments of their own."""
    if content.further is None or not isinstance(shown, dict):
        return {}
    named = {each.wire_name for each in content.fields}
    return {name: json for name, json in shown.items() if name not in named}


def call(place: Place, given_: Given, method: str = "") -> Brackets:
    """The call of an operation's method, or of another `method` that takes the same."""
    name = method or place.method
    entries = tuple(_entries(place.operation, given_))
    return Brackets(f"{place.group.attribute}.{name}(", entries, ")")


def by(client: str, made: Brackets) -> Brackets:
    """The same call by another client than `client`."""
    return replace(made, opening=made.opening.replace("client.", f"{client}.", 1))


def _entries(operation: Operation, given_: Given) -> Iterator[Entry]:
    """The arguments as the signature has them: path, then what is required, then the rest."""
    keywords: list[tuple[bool, Entry]] = []
    for parameter, json in given_.parameters:
        if parameter.location is Location.PATH:
            yield Entry("", value(json))
        elif parameter.constant is None and not is_flag(parameter, operation):
            entry = Entry(f"{parameter.name}=", value(json))
            keywords.append((parameter.required, entry))
    if operation.body is not None:
        keywords.extend(_body_entries(operation.body.contents[0], given_))
    # `sorted` keeps the order of those that are alike.
    yield from (entry for _, entry in sorted(keywords, key=lambda pair: not pair[0]))


def _body_entries(content: Content, given_: Given) -> Iterator[tuple[bool, Entry]]:
    for each in content.fields:
        if each.wire_name in given_.fields:
            source = value(given_.fields[each.wire_name])
            yield each.required, Entry(f"{each.name}=", source)
    if content.further is not None and given_.further:
        yield False, Entry(f"{content.further.name}=", value(given_.further))
    for body in given_.whole:
        yield True, Entry(f"{content.argument}=", _body_source(content, body))


def _body_source(content: Content, json: Json) -> Source:
    match content.kind:
        case BodyKind.BINARY:
            return file_content(UPLOAD)
        case BodyKind.TEXT:
            return value(text_body(json))
        case BodyKind.JSON_LINES:
            return Brackets("[", (Entry("", value(json)),), "]")
        case BodyKind.JSON | BodyKind.FORM | BodyKind.MULTIPART:
            return value(json)


def text_body(json: Json) -> str:
    """What stands for a body of text."""
    return json if isinstance(json, str) else "Hello!"
