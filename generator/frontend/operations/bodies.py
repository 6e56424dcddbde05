"""Request bodies: the media type to send, and which properties become arguments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from ...document import Node
from ...ir import (
    Any,
    Binary,
    Body,
    BodyKind,
    Content,
    Field,
    List,
    Map,
    Model,
    Ref,
    Scalar,
    ScalarKind,
    Tuple,
    Type,
)
from ...names import Scope, pascal, snake
from ..context import Context
from ..shapes.limits import limits_of
from ..texts import says, text
from ..types.converter import Converter
from .encodings import encodings_of, places_of, with_files, with_media_types
from .endpoints import Endpoint
from .forms import NAMED_PARTS, is_without_fields, with_fields
from .media import (
    body_kind,
    essence,
    examples_with,
    is_file,
    is_same,
    schema_of,
    subtype,
)
from .untyped import note_untyped

# What an SDK sends when a description offers a choice.
_PREFERENCE = [
    BodyKind.JSON,
    BodyKind.FORM,
    BodyKind.MULTIPART,
    BodyKind.JSON_LINES,
    BodyKind.TEXT,
    BodyKind.BINARY,
]

# What a body is by its media type alone.
_UNKNOWN: dict[BodyKind, Type] = {
    BodyKind.TEXT: Scalar(ScalarKind.STRING),
    BodyKind.BINARY: Binary(),
}


def body_of(
    endpoint: Endpoint,
    operation: str,
    arguments: Scope,
    converter: Converter,
) -> Body | None:
    """The operation's body, its preferred media type first."""
    context = converter.context
    raw = endpoint.node.get("requestBody")
    if raw is None:
        _check_choice(endpoint, (), context)
        return None
    node = context.follow(raw)
    if node is None:
        # There is a body, and nothing is known of it.
        anything = Content("application/json", BodyKind.JSON, Any())
        return Body(False, (_flatten(anything, arguments, converter),), "")
    offered = [
        (media_type, context.follow(entry))
        for media_type, entry in node.items("content")
    ]
    _check_choice(endpoint, [media_type for media_type, _ in offered], context)
    if not offered:
        return None
    offered.sort(key=lambda offer: _rank(offer[0], endpoint, context))
    hint = f"{pascal(operation)}Request"
    contents: list[Content] = []
    for number, (media_type, content) in enumerate(offered):
        name = hint if not contents else _hint(hint, media_type)
        twin = _twin(media_type, content, offered[:number], context)
        type_ = None if twin is None else contents[twin].type
        contents.append(_content(media_type, content, name, type_, converter))
    _note_untyped(contents, offered, context)
    fillable = with_fields(contents[0], offered[0][1] or node, converter)
    every = (_flatten(fillable, arguments, converter), *contents[1:])
    return Body(says(node, "required"), every, text(node, "description"))


def _check_choice(endpoint: Endpoint, offered: Sequence[str], context: Context) -> None:
    """Notes a media type of the configuration that the body has not."""
    section = context.config.operations.get(endpoint.id)
    chosen = section.content_type if section else None
    if chosen is None or chosen in offered:
        return
    fact = f"{endpoint.id!r} has no body of {chosen!r}"
    if offered:
        remedy = f"choose from {', '.join(offered)}"
    else:
        fact, remedy = f"{endpoint.id!r} has no body", "remove it"
    place = ("operations", endpoint.id, "content_type")
    context.add(context.config.unknown(place, fact, remedy))


def _note_untyped(
    contents: list[Content],
    offered: Sequence[tuple[str, Node | None]],
    context: Context,
) -> None:
    plain = {BodyKind.TEXT: "text", BodyKind.BINARY: "bytes"}
    found = [
        (content, node.get("schema") if node is not None else None)
        for content, (_, node) in zip(contents, offered, strict=True)
    ]
    typed = [schema for content, schema in found if content.kind not in plain]
    for content, schema in found:
        if content.kind in plain:
            given_as = plain[content.kind]
            note_untyped(content.media_type, schema, typed, given_as, context)


def _rank(
    media_type: str, endpoint: Endpoint, context: Context
) -> tuple[bool, int, bool, bool]:
    section = context.config.operations.get(endpoint.id)
    return (
        section is None or media_type != section.content_type,
        _PREFERENCE.index(body_kind(media_type)),
        essence(media_type) != "application/json",
        # Of `application/*+xml` nobody knows which one to name.
        "*" in media_type,
    )


def other_bodies(
    body: Body,
    endpoint: Endpoint,
    scope: Callable[[], Scope],
    converter: Converter,
) -> Iterator[tuple[str, Body]]:
    """The bodies that say what those before cannot, by kind or else by media type.

    A form says nothing that JSON of the same type does not; files, text and raw bytes do.
    The media types of files stay together: a file says itself of which it is.
    """
    before = [body.contents[0]]
    variants = Scope()
    for content in body.contents[1:]:
        twins = {each.kind for each in before if each.type == content.type}
        if content.kind is BodyKind.BINARY and content.kind in twins:
            # The file itself says which of the types it has.
            continue
        unsent = _unsent(content, twins, converter)
        if unsent is not None:
            what, instead, remedy = unsent
            node = endpoint.node.get("requestBody") or endpoint.node
            converter.context.tally.note(what, node, instead, remedy)
            continue
        is_new = all(content.kind is not each.kind for each in before)
        before.append(content)
        wanted = content.kind.value if is_new else _variant(content.media_type)
        flat = _flatten(content, scope(), converter)
        variant = variants.claim(content.media_type, wanted)
        files = [
            other
            for other in body.contents
            if other.kind is content.kind is BodyKind.BINARY and other is not content
        ]
        yield variant, replace(body, contents=(flat, *files))


def _unsent(
    content: Content, twins: Collection[BodyKind], converter: Converter
) -> tuple[str, str, str] | None:
    """What a body is that those before it make needless, what is done, and a remedy.

    `twins` are the kinds of those of the same type.
    """
    choice = "choose another by `content_type` in sdkgen.yaml"
    if is_without_fields(content, converter):
        what = "a form whose schema describes no fields, beside another body,"
        return what, "the other one is sent", "nothing needs to be done"
    if content.kind in twins:
        what = "a media type of a body beside one of its kind"
        return what, "the first of a kind is sent", choice
    if twins and content.kind is BodyKind.FORM:
        what = "a form beside another body of the same type"
        return what, "the other one is sent", choice
    return None


def _variant(media_type: str) -> str:
    """`application/vnd.shop.book+json` is `shop_book`."""
    kind = subtype(media_type).rsplit("+", 1)[0]
    return snake(kind.removeprefix("vnd."), "body")


def _twin(
    media_type: str,
    node: Node | None,
    before: Sequence[tuple[str, Node | None]],
    context: Context,
) -> int | None:
    """The place of an earlier media type that says the same in nearly the same way."""
    if node is None:
        return None
    kind, schema = body_kind(media_type), schema_of(media_type, node, context)
    for place, (earlier, other) in enumerate(before):
        known = body_kind(earlier)
        is_near = kind is known or (known, kind) == (BodyKind.JSON, BodyKind.FORM)
        if other is None or not is_near:
            continue
        if is_same(schema, schema_of(earlier, other, context)):
            context.pass_over(node, f"says the same as the body of {earlier}")
            return place
    return None


def _hint(hint: str, media_type: str) -> str:
    return f"{hint.removesuffix('Request')}{pascal(subtype(media_type))}Request"


def _content(
    media_type: str,
    node: Node | None,
    hint: str,
    known: Type | None,
    converter: Converter,
) -> Content:
    context, kind = converter.context, body_kind(media_type)
    if node is None:
        return Content(media_type, kind, _UNKNOWN.get(kind, Any()))
    schema = schema_of(media_type, node, context) or node.get("itemSchema")
    type_: Type = known or Any()
    if known is None and schema is not None and kind is not BodyKind.TEXT:
        type_ = converter.type_of(schema, hint)
    if essence(media_type).endswith("*"):
        given = Binary() if is_file(schema, context) else converter.meant(type_)
        kind = _any_kind(kind, given)
    ordered = False
    if kind is BodyKind.MULTIPART and essence(media_type) != NAMED_PARTS:
        # Parts without names, which their places tell apart.
        type_ = type_ if node.get("itemSchema") is None else List(type_)
        ordered = isinstance(converter.meant(type_), List | Tuple)
    if not ordered and places_of(node):
        fact = "the parts of a form are told by their names, not by their places"
        context.warn_once(node, "places", fact, "describe them under `encoding`")
    if kind is BodyKind.FORM and converter.meant(type_) == Scalar(ScalarKind.STRING):
        # Who describes a form as text wants to give it as it is sent.
        kind = BodyKind.TEXT
    # Whatever their schema says of the structure, texts and files are given as such.
    type_ = _UNKNOWN.get(kind, type_)
    shape = context.flattener.flatten((schema,) if schema is not None else ())
    return Content(
        media_type,
        kind,
        type_,
        encodings=encodings_of(node, shape),
        places=places_of(node) if ordered else (),
        examples=examples_with(node, shape, type_, context),
        constraints=limits_of(shape, type_, context.flattener),
        doc=context.unnamed(shape, type_, hint),
        deprecated=shape.deprecated,
    )


def _any_kind(kind: BodyKind, type_: Type) -> BodyKind:
    """How a body is written where any media type will do: as its schema says."""
    match type_:
        case Binary():
            return BodyKind.BINARY
        case Scalar(ScalarKind.STRING):
            return BodyKind.TEXT
        case _:
            return kind


def _flatten(content: Content, arguments: Scope, converter: Converter) -> Content:
    """Turns the properties of an object into arguments of the method."""
    kinds = (BodyKind.JSON, BodyKind.FORM, BodyKind.MULTIPART)
    model = _object(content.type, converter) if content.kind in kinds else None
    fields = [] if model is None else [f for f in model.fields if not f.read_only]
    if model is None or not fields:
        argument = arguments.claim("body:", "body", "request_body")
        return replace(content, argument=argument)
    named: list[Field] = []
    for field in fields:
        name = arguments.claim(
            f"body:{field.wire_name}", field.name, f"body_{field.name}"
        )
        named.append(replace(field, name=name))
    further = _further(model, arguments)
    encodings = content.encodings
    if content.kind is BodyKind.MULTIPART:
        named = with_files(named, encodings, converter.meant)
        encodings = with_media_types(encodings, named, converter.schemas)
    return replace(content, fields=tuple(named), further=further, encodings=encodings)


def _further(model: Model, arguments: Scope) -> Field | None:
    """The argument for fields without a name, where these have a type of their own."""
    if model.extra is None or isinstance(model.extra, Any):
        return None
    limits = replace(model.constraints, min_properties=None, max_properties=None)
    name = arguments.claim("further:", "other_fields", "body_other_fields")
    doc = "Any other field, by its name."
    return Field("", name, Map(model.extra), False, doc, constraints=limits)


def _object(type_: Type, converter: Converter) -> Model | None:
    """The model of a body that is one object; `None` for any other."""
    meant = converter.meant(type_)
    schema = converter.schemas.get(meant.name) if isinstance(meant, Ref) else None
    return schema if isinstance(schema, Model) else None
