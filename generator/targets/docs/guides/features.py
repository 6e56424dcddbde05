"""Guides to what only some APIs have: pages, streams, polling, uploads, webhooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from .... import ir
from ....examples import Direction
from ....ir import (
    BodyKind,
    Content,
    Model,
    Poller,
    Ref,
    ResponseContent,
    Union,
    meaning,
)
from ....spelling.markdown import code, fence
from ..book import Book
from ..guide import Guide, Links
from ..pages import MOST_LINKS, Group, Place
from ..reference.operations import every, settling
from ..reference.webhooks import webhooks_guide
from ..showcase import Showcase, has_file, is_file
from ..snippets.calls import Given, call
from ..snippets.outcomes import Outcome, events, pages, settled
from ..snippets.programs import Client, Snippet
from ..snippets.source import Brackets


@dataclass(frozen=True, slots=True)
class Pagination(Guide):
    walking: tuple[Snippet, ...]
    by_page: tuple[Snippet, ...]
    methods: Links
    more: int


@dataclass(frozen=True, slots=True)
class Streaming(Guide):
    snippets: tuple[Snippet, ...]
    event: str
    telling: str
    texts: str
    finals: str
    methods: Links
    more: int


@dataclass(frozen=True, slots=True)
class Polling(Guide):
    snippets: tuple[Snippet, ...]
    settling: str
    every: str
    methods: Links
    more: int
    pollers: Links


@dataclass(frozen=True, slots=True)
class Uploads(Guide):
    snippets: tuple[Snippet, ...]
    multipart: bool
    methods: Links
    more: int


def feature_guides(book: Book, showcase: Showcase) -> Iterator[Guide]:
    """The guides to what the API has."""
    if showcase.paging:
        yield _pagination(book, showcase.paging)
    if showcase.streaming:
        yield _streaming(book, showcase.streaming)
    if showcase.polling:
        yield _polling(book, showcase.polling)
    if showcase.uploads:
        yield _uploads(book, showcase.uploads)
    if book.api.webhooks:
        yield webhooks_guide(book)


def _pagination(book: Book, places: tuple[Place, ...]) -> Pagination:
    place = places[0]
    made = book.call(place)
    links, more = _methods(places, "pagination", book)
    client = book.client_for(place.operation)
    return Pagination(
        "pagination",
        "Pagination",
        walking=client.pair(made, book.outcome(place)),
        by_page=client.pair(made, pages()),
        methods=links,
        more=more,
    )


def _streaming(book: Book, places: tuple[Place, ...]) -> Streaming:
    place = places[0]
    streaming = place.operation.streaming
    assert streaming is not None, "chosen because it streams"
    made = book.brief_call(place, streaming.name)
    client = book.client_for(place.operation)
    types = book.types(Guide.path_of("streaming"))
    links, more = _methods(places, "streaming", book, _streaming_name)
    return Streaming(
        "streaming",
        "Streaming",
        snippets=client.pair(made, events()),
        event=types.of(streaming.content.type) if streaming.content.type else "event",
        telling=_telling_events(_shown_event(streaming.content, book), made, client),
        texts=_texts(streaming, made, client),
        finals=", ".join(_finals(streaming)),
        methods=links,
        more=more,
    )


def _telling_events(model: Model | None, made: Brackets, client: Client) -> str:
    """A program that looks at one kind of event: the one that the description shows."""
    if model is None:
        return ""
    data = any(field.wire_name == field.name == "data" for field in model.fields)
    follow = (
        "for event in events:",
        f"    if isinstance(event, models.{model.name}):",
        f"        print({'event.data' if data else 'event'})",
    )
    used = Outcome("with ", " as events:", follow, block=True)
    statements = used.statements(made, asynchronous=False)
    return fence(client.script(statements, names=["models"]), "python")


def _texts(streaming: ir.Streaming, made: Brackets, client: Client) -> str:
    """A program that shows a text while it is written."""
    if streaming.accumulation is None or not streaming.accumulation.texts:
        return ""
    follow = (
        "for text in stream.text_deltas():",
        '    print(text, end="", flush=True)',
    )
    used = Outcome("with ", " as stream:", follow, block=True)
    return fence(client.program(made, used), "python")


def _finals(streaming: ir.Streaming) -> Iterator[str]:
    for slot in streaming.accumulation.slots if streaming.accumulation else ():
        yield code(f"get_final_{slot.name}()")


def _shown_event(content: ResponseContent, book: Book) -> Model | None:
    union = meaning(content.type, book.api.schemas) if content.type else None
    shown = book.examples.answer(content)
    if (
        not isinstance(union, Union)
        or union.discriminator is None
        or not isinstance(shown, dict)
    ):
        return None
    tag = shown.get(union.discriminator.wire_name)
    chosen = next((one for key, one in union.discriminator.mapping if key == tag), None)
    model = book.api.schemas.get(chosen.name) if isinstance(chosen, Ref) else None
    return model if isinstance(model, Model) else None


def _polling(book: Book, places: tuple[Place, ...]) -> Polling:
    place = places[0]
    polling = place.operation.polling
    assert polling is not None, "chosen because it polls"
    start = Guide.path_of("polling")
    links, more = _methods(places, "polling", book, _polling_name)
    made = book.brief_call(place, place.operation.poll_name)
    read = book.pages.by_id[polling.operation]
    client = book.client_for(place.operation, read.operation)
    return Polling(
        "polling",
        "Polling",
        snippets=client.pair(made, settled(place.operation, polling, book.api.schemas)),
        settling=settling(polling),
        every=every(polling),
        methods=links,
        more=more,
        pollers=tuple(
            book.pages.method_link(poller.name, group, start)
            for group, poller in _pollers(book.pages.groups)
        ),
    )


def _pollers(groups: Iterable[Group]) -> Iterator[tuple[Group, Poller]]:
    for group in groups:
        for poller in group.resource.pollers:
            yield group, poller


def _uploads(book: Book, places: tuple[Place, ...]) -> Uploads:
    place = places[0]
    body = place.operation.body
    assert body is not None, "chosen because it takes a file"
    made = call(place, _with_file(place, body.contents[0], book))
    links, more = _methods(places, "uploads", book)
    return Uploads(
        "uploads",
        "Uploads",
        snippets=book.client_for(place.operation).pair(made, book.outcome(place)),
        multipart=body.contents[0].kind is BodyKind.MULTIPART,
        methods=links,
        more=more,
    )


def _with_file(place: Place, content: Content, book: Book) -> Given:
    """What the example call hands over, and a file even where none is required."""
    given_ = book.given[place.key]
    file = next((each for each in content.fields if is_file(each.type)), None)
    if file is None or has_file(given_):
        return given_
    shown = book.examples.field(file, Direction.REQUEST)
    return replace(given_, fields={**given_.fields, file.wire_name: shown})


def _methods(
    places: tuple[Place, ...],
    name: str,
    book: Book,
    called: Callable[[Place], str] = attrgetter("method"),
) -> tuple[Links, int]:
    """Links to methods, and how many more there are than anybody would read."""
    start = Guide.path_of(name)
    links = tuple(
        book.pages.method_link(called(place), place.group, start)
        for place in places[:MOST_LINKS]
    )
    return links, max(0, len(places) - MOST_LINKS)


def _streaming_name(place: Place) -> str:
    streaming = place.operation.streaming
    return streaming.name if streaming else place.method


def _polling_name(place: Place) -> str:
    return place.operation.poll_name
