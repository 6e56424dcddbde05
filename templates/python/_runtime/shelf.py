"""Events that are put aside, in little space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# As one, the middles would need an eighth more, to grow into.
_BLOCK: Final = 4 * 1024
_ROOM: Final = 256 * 1024
_END: Final = b"\0"
# As a number: Python looks for it eight times as fast as for a `bytes` of one.
_NUL: Final = 0


class Shelf:
    """Keeps the events of a stream until somebody needs them.

    One event after the other is nearly the same text with another word in its middle. So
    an event that begins and ends like the one before it is kept as its middle alone.
    """

    def __init__(self) -> None:
        self._batches: list[_Batch] = []
        self._batch = _NO_BATCH
        self._size = 0

    def add(self, name: bytes, data: bytes) -> bool:
        """Put an event aside; tells whether it is time to take all of them down."""
        batch = self._batch
        end = len(data) - batch.tail_size
        if (
            name == batch.name
            and end >= batch.head_size
            and data.startswith(batch.head)
            and data.endswith(batch.tail)
        ):
            middle = data[batch.head_size : end]
            if _NUL not in middle:
                middles = batch.middles
                middles += middle
                middles += _END
                if len(middles) <= _BLOCK:
                    return False
                self._size += batch.close_block()
                return self._size > _ROOM
        self._begin(name, data)
        return self._size > _ROOM

    def take(self) -> Iterator[tuple[bytes, bytes]]:
        """The events in the order in which they came; afterwards the shelf is empty."""
        batches = self._batches
        self._batches, self._batch, self._size = [], _NO_BATCH, 0
        for batch in batches:
            for middles in batch.blocks():
                for middle in middles.split(_END)[:-1]:
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
            if len(inside) < len(data) // 2 and _NUL not in inside:
                head, middle, tail = common, inside, end
        self._batch = _Batch(name, head, tail, middle + _END)
        self._batches.append(self._batch)
        self._size += len(data)


class _Batch:
    """Events of one name that begin and end alike."""

    __slots__ = (
        "_blocks",
        "head",
        "head_size",
        "middles",
        "name",
        "tail",
        "tail_size",
    )

    def __init__(self, name: bytes, head: bytes, tail: bytes, middles: bytes) -> None:
        self.name = name
        self.head = head
        self.head_size = len(head)
        self.tail = tail
        self.tail_size = len(tail)
        self.middles = bytearray(middles)
        self._blocks: list[bytes] = []

    def close_block(self) -> int:
        """Begin another block of middles; gives the size of the one before."""
        block = bytes(self.middles)
        self._blocks.append(block)
        self.middles.clear()
        return len(block)

    def blocks(self) -> list[bytes]:
        """The middles, some at a time."""
        return [*self._blocks, bytes(self.middles)]


# Names hold no line breaks, so that no event belongs here.
_NO_BATCH: Final = _Batch(b"\n", b"", b"", b"")


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
