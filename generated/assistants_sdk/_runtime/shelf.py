"""Events that are put aside, in little space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_ROOM: Final = 64 * 1024
_END: Final = b"\0"


class Shelf:
    """Keeps the events of a stream until somebody needs them.

    One event after the other is nearly the same text with another word in its middle. So
    an event that begins and ends like the one before it is kept as its middle alone.
    """

    def __init__(self) -> None:
        self._batches: list[_Batch] = []
        self._batch = _NO_BATCH
        self._size = 0

    @property
    def is_full(self) -> bool:
        """Whether the events should be taken down."""
        return self._size > _ROOM

    def add(self, name: bytes, data: bytes) -> None:
        """Put an event aside."""
        batch = self._batch
        end = len(data) - len(batch.tail)
        if (
            name == batch.name
            and data.startswith(batch.head)
            and data.endswith(batch.tail)
            and end >= len(batch.head)
        ):
            middle = data[len(batch.head) : end]
            if _END not in middle:
                batch.middles += middle
                batch.middles += _END
                self._size += len(middle) + 1
                return
        self._begin(name, data)

    def take(self) -> Iterator[tuple[bytes, bytes]]:
        """The events in the order in which they came; afterwards the shelf is empty."""
        batches = self._batches
        self._batches, self._batch, self._size = [], _NO_BATCH, 0
        for batch in batches:
            for middle in batch.middles.split(_END)[:-1]:
                yield batch.name, b"".join((batch.head, middle, batch.tail))

    def _begin(self, name: bytes, data: bytes) -> None:
        """Put an event aside that is not like the one before."""
        head, middle, tail = data, b"", b""
        before = self._batch
        if name == before.name:
            common = _common_head(before.head, data)
            rest = data[len(common) :]
            end = _common_tail(before.tail or before.head[len(common) :], rest)
            inside = rest[: len(rest) - len(end)]
            if len(inside) < len(data) // 2 and _END not in inside:
                head, middle, tail = common, inside, end
        self._batch = _Batch(name, head, tail, middle + _END)
        self._batches.append(self._batch)
        self._size += len(data)


class _Batch:
    """Events of one name that begin and end alike."""

    __slots__ = ("head", "middles", "name", "tail")

    def __init__(self, name: bytes, head: bytes, tail: bytes, middles: bytes) -> None:
        self.name = name
        self.head = head
        self.tail = tail
        self.middles = bytearray(middles)


# Events have names, so none of them belongs here.
_NO_BATCH: Final = _Batch(b"", b"", b"", b"")


def _common_head(a: bytes, b: bytes) -> bytes:
    same, limit = 0, min(len(a), len(b))
    while same < limit:
        middle = (same + limit + 1) // 2
        if a[same:middle] == b[same:middle]:
            same = middle
        else:
            limit = middle - 1
    return b[:same]


def _common_tail(a: bytes, b: bytes) -> bytes:
    return _common_head(a[::-1], b[::-1])[::-1]
