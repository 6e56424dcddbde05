"""Hostile input asks for work in proportion to its size: calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from .descriptions import fields, schemas


@contextmanager
def at_most(limit: int) -> Iterator[None]:
    """Fails as soon as more functions were called within, those of C included."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if calls > limit:
            sys.setprofile(None)
            raise AssertionError(f"more than {limit:,} calls")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)


def test_bases_that_share_bases_are_merged_once_each(tmp_path: Path) -> None:
    levels = 40
    lines = [
        f"{side}{level}: {{allOf: [{{$ref: '#/components/schemas/A{level + 1}'}},"
        f" {{$ref: '#/components/schemas/B{level + 1}'}}]}}"
        for level in range(levels)
        for side in "AB"
    ]
    lines += [
        f"{side}{levels}: {{properties: {{{side}: {{type: string}}}}}}" for side in "AB"
    ]
    with at_most(2_000_000):
        found = schemas(tmp_path, "\n".join(lines))
    assert fields(found["A0"]).keys() == {"A", "B"}
