"""What the emitted code says about streams, lists and polls.

Made when resources are imported, so that construction only stores; what goes by these
plans is loaded when the first stream, list or poll is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    from .jsonl import LineDecoder
    from .sse import SseDecoder

    Decoder: TypeAlias = SseDecoder | LineDecoder

B = TypeVar("B")
T = TypeVar("T")

Path: TypeAlias = tuple[str, ...]
"""Wire names from the body inwards; `-1` is the last item of a list."""

_NO_PATHS: Final[Mapping[str, Path]] = {}


class Sse:
    """A stream of server-sent events.

    Args:
        envelope: Whether the API describes whole events (`event`, `data`, `id`) rather
            than the JSON in their `data` lines.
        done: The data that ends the stream, which then has to come. Where the API
            describes it as an event, it still arrives as the last one. Without it `[DONE]`
            may end the stream, if that cannot be an event's data.
    """

    __slots__ = ("done", "envelope")

    media_type = "text/event-stream"

    def __init__(
        self,
        *,
        envelope: bool = False,
        done: str | None = None,
    ) -> None:
        self.envelope = envelope
        self.done = done

    def decoder(self) -> SseDecoder:
        from .sse import SseDecoder

        return SseDecoder()


class JsonLines:
    """A stream of JSON texts, one a line."""

    __slots__ = ()

    media_type = "application/x-ndjson"
    envelope = False
    done = None

    def decoder(self) -> LineDecoder:
        from .jsonl import LineDecoder

        return LineDecoder()


class Slot(Generic[T]):
    """One thing, or one kind of thing, that a stream builds up.

    Args:
        name: What it is called in `StreamError.partial`.
        type: The class of the finished thing, looked up when it is asked for.
        replace: The events whose data is the thing as it now stands.
        merge: The events that change it, with the path in their data to the change.
        key: The path in the data of all these events to what tells things of this kind
            apart; empty where there is only one.
    """

    __slots__ = ("key", "merge", "name", "replace", "type")

    def __init__(
        self,
        name: str,
        type: Callable[[], type[T]],
        replace: tuple[str, ...] = (),
        merge: Mapping[str, Path] = _NO_PATHS,
        key: Path = (),
    ) -> None:
        self.name = name
        self.type = type
        self.replace = replace
        self.merge = merge
        self.key = key


class Accumulation:
    """How the events of a stream add up.

    Args:
        slots: What is built up.
        texts: The events that carry text, with the path in their data to its pieces;
            `*` stands for every item of a list.
        tag: The path in an event's data to its name, for streams that do not name
            events on their `event` lines; events without a name are called `message`.
    """

    __slots__ = ("slots", "tag", "texts")

    def __init__(
        self,
        slots: tuple[Slot[Any], ...],
        texts: Mapping[str, Path] = _NO_PATHS,
        tag: Path = (),
    ) -> None:
        self.slots = slots
        self.texts = texts
        self.tag = tag


class Paging(Generic[B, T]):
    """Where a response `B` keeps its items `T`, and how the next page is asked for.

    Args:
        style: `cursor` sends the value found at `next`, `offset` the number of items
            so far, `page` the number of the page; `next_url` and `link` follow the
            address found at `next` or in the `Link` header.
        items: The path to the items; empty where the body is the list itself.
        parameter: The parameter that carries the cursor, offset or page number.
        parameter_in_body: Whether that is a field of the request's body.
        next: The path to the cursor or address.
        more: The path to the flag that says whether there is a next page.
        total: The path to the number of items over all pages.
        pages: The path to the number of pages, for the style `page`.
        start: The first offset or page number, where the call does not say; 0 for
            offsets and 1 for pages unless given.
    """

    __slots__ = (
        "items",
        "more",
        "next",
        "pages",
        "parameter",
        "parameter_in_body",
        "start",
        "style",
        "total",
    )

    def __init__(
        self,
        style: Literal["cursor", "offset", "page", "link", "next_url"],
        items: Path = (),
        parameter: str = "",
        parameter_in_body: bool = False,
        next: Path = (),
        more: Path = (),
        total: Path = (),
        start: int | None = None,
        pages: Path = (),
    ) -> None:
        self.style: Literal["cursor", "offset", "page", "link", "next_url"] = style
        self.items = items
        self.parameter = parameter
        self.parameter_in_body = parameter_in_body
        self.next = next
        self.more = more
        self.total = total
        self.start = start
        self.pages = pages


class Polling:
    """When a thing is settled, and how long to wait for it.

    Args:
        field: The path to the field that says how far it is.
        terminal: The values of that field with which nothing more will change.
        interval: Seconds between two reads, unless the server hints otherwise.
        deadline: Seconds after which waiting ends with `PollTimeoutError`; `None`: never.
        hint_header: A response header with the seconds to wait, or, where its name ends
            in `-ms`, the milliseconds.
    """

    __slots__ = ("deadline", "field", "hint_header", "interval", "terminal")

    def __init__(
        self,
        field: Path,
        terminal: tuple[str | int | bool, ...],
        interval: float = 1.0,
        deadline: float | None = 600.0,
        hint_header: str | None = None,
    ) -> None:
        self.field = field
        self.terminal = terminal
        self.interval = interval
        self.deadline = deadline
        self.hint_header = hint_header
