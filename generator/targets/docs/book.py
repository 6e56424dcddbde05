"""What all pages are made from: the API, where things are, and examples of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from ...examples import Examples
from ...ir import (
    Api,
    Constraints,
    Json,
    Link,
    Operation,
    Type,
)
from ...spelling.markdown import cell_code, link, text
from .backlinks import Backlinks, backlinks
from .credentials import schemes_of
from .limits import limits
from .markdown.inline import url
from .markdown.prose import cell, line, prose
from .pages import Pages, Place
from .snippets.calls import Given, call, given
from .snippets.outcomes import Outcome, outcome
from .snippets.programs import Client, client_of
from .snippets.source import Brackets, flat, value
from .typetext import TypeText
from .wording import in_words

_LONGEST_EXAMPLE = 60


@dataclass(frozen=True)
class Book:
    """The material of an API's documentation."""

    api: Api

    @cached_property
    def pages(self) -> Pages:
        return Pages(self.api)

    @cached_property
    def examples(self) -> Examples:
        return Examples(self.api)

    @cached_property
    def client(self) -> Client:
        """How programs make a client that calls whatever there is.

        What the API asks for in general goes before what single operations ask for.
        """
        operations = [place.operation for place in self.pages.places]
        general = [each for each in operations if each.security is None]
        is_general = bool(self.api.security and general)
        return self.client_for(*(general if is_general else operations))

    def client_for(self, *operations: Operation) -> Client:
        """How a program makes a client that calls these operations."""
        return client_of(self.api, schemes_of(operations, self.api))

    @cached_property
    def backlinks(self) -> Backlinks:
        return backlinks(self.api, self.pages.places)

    @cached_property
    def given(self) -> dict[str, Given]:
        """The values of every operation's example call, by `Place.key`."""
        return {
            place.key: given(place.operation, self.examples)
            for place in self.pages.places
        }

    def call(self, place: Place, method: str = "") -> Brackets:
        """The example call of an operation, or of another `method` that takes the same."""
        return call(place, self.given[place.key], method)

    def brief(self, operation: Operation) -> Given:
        """The values of an example call that leaves out all that may be left out."""
        return given(operation, self.examples, brief=True)

    def brief_call(self, place: Place, method: str = "") -> Brackets:
        """The call with these."""
        return call(place, self.brief(place.operation), method)

    def outcome(self, place: Place) -> Outcome:
        """What becomes of the answer in example programs."""
        return outcome(place.operation, self.api.schemas)

    def types(self, start: PurePosixPath) -> TypeText:
        return TypeText(self.pages, start)

    # Texts of the description ------------------------------------------------------

    def prose(self, source: str) -> str:
        return prose(source, self.api.link_base)

    def line(self, source: str) -> str:
        return line(source, self.api.link_base)

    def described(self, doc: str, type_: Type) -> str:
        """A description for a table's cell; where there is none, what the type says."""
        text = doc or in_words(type_, self.api.schemas)
        return cell(text, self.api.link_base)

    def linked(self, shown: str, target: str) -> str:
        """A text that leads somewhere; where that cannot be a link, the address beside it."""
        safe = url(target, self.api.link_base) if target else None
        if safe is not None:
            return link(text(shown), safe)
        return text(f"{shown} ({target})" if target and target != shown else shown)

    def elsewhere(self, more: Link | None) -> str:
        """Where more is said, in a sentence; empty where nothing is named."""
        if more is None:
            return ""
        called = more.text.removesuffix(".") or more.url
        return f"See also: {self.linked(called, more.url)}."

    def limits(self, type_: Type, constraints: Constraints) -> str:
        return "; ".join(limits(type_, constraints, self.api.schemas))


def example_cell(json: Json) -> str:
    """A value as Python has it, in a table's cell; nothing where it is too long for one."""
    source = flat(value(json))
    return cell_code(source) if len(source) <= _LONGEST_EXAMPLE else ""
