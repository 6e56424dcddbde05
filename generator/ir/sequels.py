"""What an operation is beyond one call and its answer: pages, polling, streams."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .exchanges import Location, Parameter, ResponseContent
from .types import Type


class PagingStyle(Enum):
    CURSOR = "cursor"
    OFFSET = "offset"
    PAGE = "page"
    LINK = "link"
    NEXT_URL = "next_url"


@dataclass(frozen=True, slots=True)
class Paging:
    """How the next page is asked for.

    `items` is the path of wire names to the list in a response, `next` the path to the
    cursor or URL; `next` may end in the items' last element (`("data", "-1", "id")`).
    `more` is the path to the flag that says whether there is a next page, `total` to
    the number of items there are in all, `pages` to that of pages. `parameter` and
    `size` are wire names of query (or body) parameters. `start` is the first offset or
    page number, where that is not the usual one of the style: 0 for offsets, 1 for pages.
    """

    style: PagingStyle
    items: tuple[str, ...]
    item_type: Type
    parameter: str | None = None
    parameter_in_body: bool = False
    next: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    size: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Polling:
    """An operation (by id) to call until a field of its response has a terminal value.

    `arguments` pairs each path parameter's wire name of that operation with the path of
    wire names, in the started operation's response, that gives it. Times in seconds.
    """

    operation: str
    field: tuple[str, ...]
    terminal: tuple[str | int | bool, ...]
    arguments: tuple[tuple[str, tuple[str, ...]], ...]
    interval: float = 1.0
    deadline: float = 600.0
    hint_header: str | None = None


@dataclass(frozen=True, slots=True)
class Poller:
    """A `poll_…` method: reads `Polling.operation` until it is settled."""

    name: str
    polling: Polling


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that a stream builds up; with a `key`, one kind of thing.

    `replace` are the events whose data is the thing as it now stands, `merge` those that
    change it, with the path of wire names in their data to the change.
    """

    name: str
    type: Type
    replace: tuple[str, ...]
    merge: tuple[tuple[str, tuple[str, ...]], ...]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accumulation:
    """How a stream's events add up. `texts` are the events with pieces of text, by path.

    `tag` is the path in the data to an event's name, where the stream itself gives none.
    """

    name: str
    slots: tuple[Slot, ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    tag: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """The streaming variant of an operation, a method called `name`.

    `flag` is the body field that the variant sends as `true`, or the query parameter where
    `flag_in_query` holds; `None` where the `Accept` header alone asks for the stream.
    `only` holds where the operation has no other form.
    """

    name: str
    content: ResponseContent
    flag: str | None
    only: bool
    done: str | None = None
    resumable: bool = False
    accumulation: Accumulation | None = None
    flag_in_query: bool = False

    @property
    def field(self) -> str | None:
        """The flag where it is a field of the body."""
        return None if self.flag_in_query else self.flag

    def is_flag(self, parameter: Parameter) -> bool:
        """Whether a parameter is the flag."""
        return (
            self.flag_in_query
            and parameter.location is Location.QUERY
            and parameter.wire_name == self.flag
        )
