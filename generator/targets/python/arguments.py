"""The arguments of a method and where their values go in the request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...ir import (
    Body,
    BodyKind,
    Field,
    Location,
    Nullable,
    Operation,
    Parameter,
    Ref,
    Type,
)
from ...spelling.lists import listed
from ...spelling.literals import text_of
from .annotations import Speller
from .docstrings import sentence
from .limits import described, told
from .literals import literal, mapped, string, tupled

_KEYWORDS = {
    "query": (Location.QUERY, Location.QUERYSTRING),
    "headers": (Location.HEADER,),
    "cookies": (Location.COOKIE,),
}
_NEEDED = "Required with any other field of the body."


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: `declared` as in the signature, `doc` for its `Args:` entry."""

    name: str
    declared: str
    doc: str
    positional: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Call:
    """What an operation's methods take, and the arguments of the runtime's call."""

    arguments: tuple[Argument, ...]
    passed: tuple[str, ...]

    @property
    def signature(self) -> str:
        """The arguments after `self`, as in `def`."""
        positional = [a.declared for a in self.arguments if a.positional]
        required = [
            a.declared for a in self.arguments if not a.positional and a.required
        ]
        optional = [
            a.declared for a in self.arguments if not a.positional and not a.required
        ]
        keyword = [*required, *optional]
        return ", ".join([*positional, *(["*", *keyword] if keyword else [])])


def call_of(operation: Operation, speller: Speller, *, stream: bool = False) -> Call:
    """The arguments of an operation's method; `stream` for the streaming variant."""
    streaming = operation.streaming
    path = _at(operation, Location.PATH)
    arguments = [_positional(parameter, speller) for parameter in path]
    passed = [f"path={tupled(parameter.name for parameter in path)}"] if path else []
    for keyword, locations in _KEYWORDS.items():
        pairs: list[tuple[str, str]] = []
        for parameter in _at(operation, *locations):
            name = parameter.wire_name
            if parameter.constant is not None:
                if not _is_ready(parameter):
                    pairs.append((name, literal(parameter.constant)))
            elif streaming is not None and streaming.is_flag(parameter):
                if stream or parameter.required:
                    pairs.append((name, literal(stream)))
            else:
                arguments.append(_keyword(parameter, speller))
                pairs.append((name, parameter.name))
        if pairs:
            passed.append(f"{keyword}={mapped(pairs)}")
    if operation.body is not None:
        content = operation.body.contents[0]
        flag = streaming.field if streaming else None
        if content.kind is BodyKind.JSON:
            # JSON has no place for raw bytes.
            speller = replace(speller, binary="str")
        taken, spelled = _body(operation.body, flag, speller, stream=stream)
        arguments += taken
        passed.append(f"body={spelled}")
    return Call(tuple(arguments), tuple(passed))


def _at(operation: Operation, *locations: Location) -> list[Parameter]:
    """The parameters in these places, place by place."""
    return [p for each in locations for p in operation.parameters if p.location is each]


def constants_passed(operation: Operation, speller: Speller) -> tuple[str, ...]:
    """What a call passes that nobody gives."""
    constants = (p for p in operation.parameters if p.constant is not None)
    alone = replace(operation, parameters=tuple(constants), body=None)
    return call_of(alone, speller).passed


def _body(
    body: Body, flag: str | None, speller: Speller, *, stream: bool
) -> tuple[list[Argument], str]:
    content = body.contents[0]
    if not content.fields:
        return _whole_body(body, speller)
    arguments = []
    pairs = []
    for field in content.fields:
        if field.wire_name == flag:
            if stream or field.required:
                pairs.append(f"{string(field.wire_name)}: {stream}")
            continue
        arguments.append(_field(field, speller, body.required))
        pairs.append(f"{string(field.wire_name)}: {field.name}")
    if content.further is not None:
        arguments.append(_field(content.further, speller, body.required))
        pairs.append(f"**({content.further.name} or {{}})")
    return arguments, f"{{{', '.join(pairs)}}}"


def _whole_body(body: Body, speller: Speller) -> tuple[list[Argument], str]:
    content = body.contents[0]
    match content.kind:
        case BodyKind.BINARY:
            spelled = speller.names.use(speller.binary)
        case BodyKind.TEXT:
            text = speller.names.use("str")
            spelled = f"{text} | {speller.names.use(speller.binary)}"
        case BodyKind.JSON_LINES:
            spelled = (
                f"{speller.names.use('Iterable')}[{speller.request(content.type)}]"
            )
        case BodyKind.JSON | BodyKind.FORM | BodyKind.MULTIPART:
            spelled = speller.request(content.type)
    declared = _declared(content.argument, spelled, body.required, speller)
    parts = (sentence(body.doc), content.doc, _types_doc(body))
    said = "\n\n".join(part for part in parts if part)
    doc = told(
        said or _schema_doc(content.type, speller),
        content.constraints,
        deprecated=content.deprecated,
    )
    argument = Argument(content.argument, declared, doc, False, body.required)
    return [argument], content.argument


def other_types(body: Body) -> tuple[str, ...]:
    """What a body that is a file may be beside its first media type."""
    first, *others = body.contents
    if first.kind is not BodyKind.BINARY:
        return ()
    return tuple(each.media_type for each in others if each.kind is first.kind)


def _types_doc(body: Body) -> str:
    types = [f"`{each}`" for each in (body.contents[0].media_type, *other_types(body))]
    if len(types) == 1:
        return ""
    return f"{listed(types, 'or')}, as its name or its tuple says."


def _schema_doc(type_: Type, speller: Speller) -> str:
    schema = speller.schemas.get(type_.name) if isinstance(type_, Ref) else None
    return sentence(schema.doc) if schema is not None else ""


def _positional(parameter: Parameter, speller: Speller) -> Argument:
    spelled = speller.request(_present(parameter.type))
    declared = f"{parameter.name}: {spelled}"
    return Argument(parameter.name, declared, described(parameter), True, True)


def _present(type_: Type) -> Type:
    """A path has no way to say null."""
    return type_.type if isinstance(type_, Nullable) else type_


def _keyword(parameter: Parameter, speller: Speller) -> Argument:
    spelled = speller.request(parameter.type)
    declared = _declared(parameter.name, spelled, parameter.required, speller)
    return Argument(
        parameter.name, declared, described(parameter), False, parameter.required
    )


def _field(field: Field, speller: Speller, body_required: bool) -> Argument:
    spelled = speller.request(field.type)
    required = field.required and body_required
    declared = _declared(field.name, spelled, required, speller)
    doc = described(field)
    if field.required and not body_required:
        doc = f"{doc}\n\n{_NEEDED}" if "\n" in doc else f"{doc} {_NEEDED}".strip()
    return Argument(field.name, declared, doc, False, required)


def _declared(name: str, spelled: str, required: bool, speller: Speller) -> str:
    if required:
        return f"{name}: {spelled}"
    default = speller.names.use("OMIT")
    if spelled == "object":
        return f"{name}: object = {default}"
    return f"{name}: {spelled} | {speller.names.use('Omit')} = {default}"


def constants_of(operation: Operation, location: Location) -> Iterator[tuple[str, str]]:
    """The headers or query parameters that every call sends: their text's source by name."""
    for parameter in operation.parameters:
        if parameter.location is not location or not _is_ready(parameter):
            continue
        if parameter.constant is not None:
            yield parameter.wire_name, string(text_of(parameter.constant))


def _is_ready(parameter: Parameter) -> bool:
    """Whether the one value of a parameter is written once for all calls."""
    is_kept = parameter.location in (Location.HEADER, Location.QUERY)
    return is_kept and parameter.media_type is None and not parameter.allow_reserved
