"""What stands between a stream's decoder and its reader: typing, counting, ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from .accumulate import Accumulator
from .decoding import parse
from .errors import APIResponseValidationError, StreamError
from .failures import shortened
from .paths import dig
from .plans import Accumulation
from .sse import TooLargeError

if TYPE_CHECKING:
    import httpx2

    from .envelopes import Contents, Envelopes
    from .operation import Operation
    from .plans import Slot
    from .redaction import Secrets

    Values: TypeAlias = Contents | Envelopes

T_co = TypeVar("T_co", covariant=True)
M = TypeVar("M")

Pair: TypeAlias = tuple[bytes, bytes]
"""The name and the data of an event, as they came."""

_NOTHING: Final = Accumulation(slots=())
# What ends most streams of JSON, though their descriptions do not say so.
_USUAL_DONE: Final = "[DONE]"
# The event by which servers report what went wrong; lines of JSON have no names.
_ERROR: Final = b"error"
_KNOWN: Final = ("attempts", "request_id")


class Reader(Generic[T_co]):
    """Reads one stream: what has come of it, what that adds up to, and whether it is over."""

    def __init__(
        self,
        operation: Operation[T_co],
        strict: bool,
        accumulation: Accumulation | None,
    ) -> None:
        stream = operation.stream
        if stream is None or operation.returns is None:
            raise TypeError(f"{operation.name} does not answer with a stream")
        self.response: httpx2.Response | None = None
        self.count = 0
        self.over = False
        self.closed = False
        self._adds_up = accumulation is not None
        self._accumulator = Accumulator(accumulation or _NOTHING)
        self._stream = stream
        self.decoder = stream.decoder()
        done = _USUAL_DONE if stream.done is None and self._is_sse else stream.done
        self._done = None if done is None else done.encode()
        self._returns = operation.returns
        self._strict = strict

    @property
    def last_event_id(self) -> str | None:
        """The id of the last event that had one."""
        return self.decoder.last_event_id or None

    @property
    def pause(self) -> float:
        """Seconds that the server wants to be left alone before the call is resumed."""
        return (self.decoder.retry or 0) / 1000

    def check_open(self) -> None:
        """Refuse to go on after the caller has closed the stream.

        Raises:
            RuntimeError: The caller has.
        """
        if self.closed and not self.over:
            raise RuntimeError("the stream was closed; make the call again")

    @property
    def is_left_open(self) -> bool:
        """Whether there is a connection that nobody has given back."""
        response = self.response
        return not (self.closed or response is None or response.is_closed)

    def texts(self, event: Pair) -> Iterator[str]:
        """The pieces of text in an event."""
        return self._accumulator.texts(*event)

    def things(self, slot: Slot[M]) -> list[M]:
        """The things of a kind, as they are now."""
        return self._accumulator.things(slot)

    def thing(self, slot: Slot[M]) -> M:
        """The thing as it is now; the last one if there are several.

        Raises:
            StreamError: No event has brought one.
        """
        things = self.things(slot)
        if not things:
            raise self.failure(f"the stream brought no {slot.name}")
        return things[-1]

    def feed(self, chunk: bytes) -> Iterator[Pair]:
        """The events that end in this chunk.

        Raises:
            StreamError: An event reports an error, or is larger than allowed.
        """
        return self._sift(self.decoder.feed(chunk))

    def end(self) -> Iterator[Pair]:
        """The events that the end of the response ends."""
        decoder, last_event_id = self.decoder, self.decoder.last_event_id
        events, is_cut = decoder.flush(), decoder.is_cut
        if is_cut and not self._is_sse:
            lines = list(events)
            events, is_cut = iter(lines), not self._is_plain(lines)
        # A stream that says when it is done, and has not, was cut off.
        is_whole = self._stream.done is None and not is_cut
        if not is_whole:
            # What may be half an event only counts where it says that all is done.
            events = iter([event for event in events if event[1] == self._done])
            decoder.last_event_id = last_event_id
        yield from self._sift(events)
        if is_whole and not self._is_other:
            self.over = True

    def _is_plain(self, events: Sequence[Pair]) -> bool:
        """Whether lines are texts that were never to be JSON, and so are whole as they are."""
        begun = (b'"', b"{", b"[")
        return self.values.is_text and not any(
            data.startswith(begun) for _, data in events
        )

    def value(self, event: Pair) -> T_co:
        """The typed event.

        Raises:
            APIResponseValidationError: It is not what the API promises.
        """
        name, data = event
        try:
            value: T_co = self.values.value(name, data, self.decoder)
        except ValueError as error:
            # Not from the error itself, which quotes the data as it came.
            raise self.misfit(data, error) from None
        return value

    def misfit(self, data: bytes, error: ValueError) -> APIResponseValidationError:
        """The error for an event that is not what the API promises."""
        said = shortened(self._scrubbed(str(error).encode()).decode(), 2000)
        return APIResponseValidationError(
            f"event {self.count} of the stream does not fit its description: {said}",
            response=self._kept(),
            body=parse(self._scrubbed(data)),
            **self._exchange(),
        )

    def ended_early(self) -> StreamError:
        """The error for a response that ended, and should not have."""
        if self._is_other:
            return self.failure(
                f"the answer is {self._media_type} where {self._stream.media_type}"
                " was promised"
            )
        if self.decoder.is_cut:
            return self.failure("the response ended in the middle of an event")
        return self.failure("the response ended before the stream was done")

    @property
    def _media_type(self) -> str:
        if self.response is None:
            return ""
        media_type: str = self.response.headers.get("content-type", "")
        return media_type.partition(";")[0].strip().lower()

    @property
    def _is_other(self) -> bool:
        """Whether the response says that it is something else, and had no events.

        A page for people, for instance, or an error that came with a good status. JSON
        lines have too many names to tell.
        """
        if not self._is_sse or self.count:
            return False
        return self._media_type not in ("", self._stream.media_type)

    @property
    def _is_sse(self) -> bool:
        return self._stream.media_type == "text/event-stream"

    def failure(self, problem: str, body: Any = None) -> StreamError:
        """The error for a stream that cannot go on, with all that had arrived."""
        events = "1 event" if self.count == 1 else f"{self.count} events"
        return StreamError(
            f"{problem}, after {events}",
            partial=self._accumulator.partial() if self._adds_up else None,
            last_event_id=self.last_event_id,
            response=self._kept(),
            body=body,
            **self._exchange(),
        )

    def resume(self, response: httpx2.Response) -> None:
        """Go on with the bytes of another response to the same call."""
        before, self.decoder = self.decoder, self._stream.decoder()
        self.decoder.last_event_id = before.last_event_id
        self.decoder.retry = before.retry
        self.response = response

    def _sift(self, events: Iterator[Pair]) -> Iterator[Pair]:
        accumulator, done = self._accumulator, self._done
        names, keep = accumulator.names, accumulator.keep
        try:
            for event in events:
                name, data = event
                if data == done and self._ends(name, data):
                    self.over = True
                    if self._stream.done is not None and self.values.knows(name):
                        self.count += 1
                        yield event
                    return
                self.count += 1
                if name == _ERROR:
                    raise self._reported(data)
                if (names is None or name in names) and keep(name, data):
                    accumulator.add_up()
                yield event
        except TooLargeError as error:
            raise self.failure(str(error)) from error

    def _ends(self, name: bytes, data: bytes) -> bool:
        """Whether data that may end the stream does: unasked, not where it is an event."""
        return self._stream.done is not None or not self.values.takes(name, data)

    def _reported(self, data: bytes) -> StreamError:
        body = parse(self._scrubbed(data))
        said = dig(body, ("message",)) or dig(body, ("error", "message"))
        return self.failure(f"the server reported an error: {said or body}", body)

    @cached_property
    def values(self) -> Values:
        """Makes values of events; looked up late, as that loads the models."""
        stream = self._stream
        return _values(self._returns, stream.envelope, self._strict, not self._is_sse)

    @property
    def _secrets(self) -> Secrets | None:
        known = {} if self.response is None else self.response.extensions
        return known.get("secrets")

    def _scrubbed(self, data: bytes) -> bytes:
        """What the server said, without what it repeats of credentials."""
        secrets = self._secrets
        return data if secrets is None else secrets.data(data)

    def _exchange(self) -> dict[str, Any]:
        """What the call knows of its answer, and a copy of the answer does not."""
        known = {} if self.response is None else self.response.extensions
        return {name: known[name] for name in _KNOWN if name in known}

    def _kept(self) -> httpx2.Response | None:
        """The response without its cookies and without the stream that it holds open."""
        if self.response is None:
            return None
        from .redaction import Redaction

        return (self._secrets or Redaction()).response(self.response)


@cache
def _values(
    returns: Callable[[], object], envelope: bool, strict: bool, is_json: bool
) -> Values:
    # Here, and not above: this is where pydantic is imported.
    from .envelopes import Contents, Envelopes

    if envelope:
        return Envelopes(returns(), strict)
    return Contents(returns(), strict, is_json)
