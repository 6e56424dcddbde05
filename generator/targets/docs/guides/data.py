"""The guide to what goes into calls and what comes out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....examples import Direction, Upload
from ....ir import Field, Json, List, Model, Nullable, Ref
from ....spelling.markdown import fence
from ..book import Book
from ..guide import Guide
from ..pages import Place
from ..showcase import Showcase
from ..snippets.answers import answer
from ..snippets.outcomes import Outcome, variable
from ..snippets.source import lines, value


@dataclass(frozen=True, slots=True)
class Data(Guide):
    module: str
    typed: str
    program: str


def data_guide(book: Book, showcase: Showcase) -> Iterator[Guide]:
    """Typed dictionaries, what is left out, and models as plain data."""
    if not showcase.plain:
        return
    place = showcase.lookup if showcase.lookup in showcase.plain else showcase.plain[0]
    assert place is not None, "one of the plain operations"
    yield Data(
        "data",
        "Data",
        module=book.client.module,
        typed=next(_typed(book, showcase), ""),
        program=_program(book, place),
    )


def _program(book: Book, place: Place) -> str:
    found = answer(place.operation)
    name = variable(found.type if found else None)
    made = book.brief_call(place)
    follow = (
        f"print({name}.to_json(indent=2))",
        f"for problem in {name}.problems():",
        "    print(problem)",
    )
    used = Outcome(f"{name} = ", "", follow)
    return fence(book.client_for(place.operation).program(made, used), "python")


def _typed(book: Book, showcase: Showcase) -> Iterator[str]:
    """Programs with a typed dictionary for an object that is part of a body."""
    for place in showcase.places:
        body = place.operation.body
        for each in body.contents[0].fields if body is not None else ():
            model = _model(each, book)
            if model is None:
                continue
            shown = _first(book.examples.field(each, Direction.REQUEST))
            if isinstance(shown, dict) and shown and _is_plain(shown):
                head = [f"from {book.client.module} import params", ""]
                name = variable(Ref(model.name))
                made = lines(f"{name}: params.{model.name}Dict = ", value(shown), "")
                yield fence("\n".join([*head, *made, f"print({name})"]), "python")


def _model(each: Field, book: Book) -> Model | None:
    """The object that a field holds, where its dictionary is named after it."""
    type_ = each.type
    while isinstance(type_, List | Nullable):
        type_ = type_.type if isinstance(type_, Nullable) else type_.item
    schema = book.api.schemas.get(type_.name) if isinstance(type_, Ref) else None
    if not isinstance(schema, Model) or f"{schema.name}Dict" in book.api.schemas:
        return None
    return schema


def _first(shown: Json) -> Json:
    while isinstance(shown, list) and shown:
        shown = shown[0]
    return shown


def _is_plain(shown: dict[str, Json]) -> bool:
    """Whether type checkers see at a glance that the values fit."""
    return all(
        isinstance(each, str | bool | int) and not isinstance(each, Upload)
        for each in shown.values()
    )
