"""Whatever makes calls: clients, and the groups of operations on them."""

from __future__ import annotations

from typing import Generic, TypeVar

S = TypeVar("S")


class Holder(Generic[S]):
    """Holds the engine that all things made from one client share.

    It is not the client itself that its resources hold, so that a client that nobody
    uses any more goes at once, and its connections with it.
    """

    __slots__ = ("_engine",)

    _engine: S

    def __init__(self, owner: Holder[S]) -> None:
        self._engine = owner._engine
