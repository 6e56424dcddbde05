"""Events that are put aside come back as they were."""

from __future__ import annotations

from hypothesis import given, strategies as st

from templates.python._runtime.shelf import Shelf

NAMES = st.sampled_from([b"a", b"b"])


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
    for number in range(5_000):
        shelf.add(b"delta", b'{"id":"message","text":{"value":"word %d"}}' % number)
    assert not shelf.is_full
    assert len(list(shelf.take())) == 5_000


def test_events_that_are_not_alike_fill_the_shelf() -> None:
    shelf = Shelf()
    for number in range(2_000):
        shelf.add(b"ab"[number % 2 :], b"%d" % number * 50)
    assert shelf.is_full
