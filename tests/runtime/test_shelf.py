"""Events that are put aside come back as they were."""

from __future__ import annotations

import random

from hypothesis import given, strategies as st

from templates.python._runtime.shelf import Shelf

NAMES = st.sampled_from([b"", b"a", b"b"])


def delta(middle: bytes) -> bytes:
    return b'{"index":0,"text":"' + middle + b'","more":[]}'


DATA: st.SearchStrategy[bytes] = st.one_of(
    st.binary(max_size=12),
    st.binary(max_size=6).map(delta),
    st.text("ab{}", max_size=8).map(str.encode),
)


@given(st.lists(st.tuples(NAMES, DATA)))
def test_events_come_back_in_order_and_unchanged(
    events: list[tuple[bytes, bytes]],
) -> None:
    shelf = Shelf()
    for name, data in events:
        shelf.add(name, data)
    assert list(shelf.take()) == events
    assert list(shelf.take()) == []


def test_events_that_are_alike_take_little_space() -> None:
    shelf = Shelf()
    data = b'{"id":"message","text":{"value":"%d"}}'
    full = [shelf.add(b"delta", data % (number % 999)) for number in range(50_000)]
    assert not any(full)
    assert list(shelf.take()) == [(b"delta", data % (n % 999)) for n in range(50_000)]


def test_events_that_are_not_alike_fill_the_shelf() -> None:
    shelf = Shelf()
    full = [shelf.add(b"ab"[n % 2 :], b"%d" % n * 50) for n in range(2_000)]
    assert not full[0]
    assert full[-1]


def test_long_events_that_are_alike_fill_the_shelf() -> None:
    shelf = Shelf()
    noise = random.Random(7)
    for _ in range(100):
        word = noise.randbytes(10_000).hex().encode()
        if shelf.add(b"delta", b'{"value":"' + word + b'"}'):
            break
    else:
        raise AssertionError("the shelf was never full")
