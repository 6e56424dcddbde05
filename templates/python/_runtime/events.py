"""What stands between a stream's decoder and its reader: typing, counting, ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .accumulate import Accumulation, Accumulator
from .decoding import parse, strict_validator, validator
from .envelopes import Envelopes
from .errors import APIResponseValidationError, StreamError
from .paths import dig

if TYPE_CHECKING:
    import httpx2

    from .operation import Operation

T_co = TypeVar("T_co", covariant=True)


class Reader(Generic[T_co]):
    """Reads one stream: what it has seen, what that adds up to, and whether it is over."""

    def __init__(
        self,
        operation: Operation[T_co],
        strict: bool,
        accumulation: Accumulation | None,
    ) -> None:
        stream = operation.stream
        if stream is None or operation.returns is None:
            raise TypeError(f"{operation.name} does not answer with a stream")
        self.count = 0
        self.over = False
        self.response: httpx2.Response | None = None
        self.accumulator = None if accumulation is None else Accumulator(accumulation)
        self._stream = stream
        self._decoder = stream.decoder()
        self._done = None if stream.done is None else stream.done.encode()
        self._errors = {name.encode() for name in stream.error_events}
        self._typing = _typing(operation.returns, stream.envelope, strict)

    @property
    def last_event_id(self) -> str | None:
        """The id of the last event that had one."""
        return self._decoder.last_event_id or None

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The names and data of the events that end in this chunk.

        Raises:
            StreamError: An event reports an error, or is larger than allowed.
        """
        return self._sift(self._decoder.feed(chunk))

    def end(self) -> Iterator[tuple[bytes, bytes]]:
        """The events that only the end of the response ends.

        Raises:
            StreamError: The response ended before the stream did.
        """
        yield from self._sift(self._decoder.flush())
        if self._done is not None and not self.over:
            raise self.failure("the stream ended too early")
        self.over = True

    def value(self, name: bytes, data: bytes) -> T_co:
        """The typed event.

        Raises:
            APIResponseValidationError: It is not what the API promises.
        """
        try:
            value: T_co = self._typing(name, data, self._decoder.last_event_id)
        except ValueError as error:
            raise APIResponseValidationError(
                f"event {self.count} of the stream cannot be read: {error}",
                response=self.response,
                body=parse(data),
            ) from error
        return value

    def failure(self, problem: str, body: Any = None) -> StreamError:
        """The error for a stream that cannot go on, with all that had arrived."""
        events = "1 event" if self.count == 1 else f"{self.count} events"
        return StreamError(
            f"{problem}, after {events}",
            partial=self.accumulator and self.accumulator.partial(),
            last_event_id=self.last_event_id,
            response=self.response,
            body=body,
        )

    def resumed(self) -> None:
        """Begin anew with the bytes of another response to the same call."""
        last = self._decoder.last_event_id
        self._decoder = self._stream.decoder()
        self._decoder.last_event_id = last

    def _sift(
        self, events: Iterator[tuple[bytes, bytes]]
    ) -> Iterator[tuple[bytes, bytes]]:
        accumulator = self.accumulator
        for name, data in events:
            if data == self._done:
                self.over = True
                if self._typing.knows(name):
                    self.count += 1
                    yield name, data
                return
            self.count += 1
            if name in self._errors:
                body = parse(data)
                said = dig(body, ("message",)) or dig(body, ("error", "message"))
                raise self.failure(
                    f"the server reported an error: {said or body}", body
                )
            if accumulator is not None:
                accumulator.add(name, data)
            yield name, data


class _Plain:
    """Makes values from the data of events alone."""

    def __init__(self, type_: object, strict: bool) -> None:
        self._validate = strict_validator(type_) if strict else validator(type_)

    def knows(self, name: bytes) -> bool:
        """Whether the event that ends the stream is one that the API describes: never."""
        return False

    def value(self, name: bytes, data: bytes, event_id: str) -> Any:
        """The value, its data taken as text where it is no JSON."""
        return self._validate(data)


@cache
def _typing(
    returns: Callable[[], object], envelope: bool, strict: bool
) -> Envelopes | _Plain:
    kind = Envelopes if envelope else _Plain
    return kind(returns(), strict)
