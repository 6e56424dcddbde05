"""What a child process must not share: connections, and locks that others hold."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Forkable(Protocol):
    """Something that has to start afresh in a child process."""

    def after_fork(self) -> None:
        """Drop what belongs to the parent. Runs in the child, before all else."""
        ...


_LIVE: WeakSet[Forkable] = WeakSet()


def track(thing: Forkable) -> None:
    """Have `after_fork` called in every child process from now on."""
    _LIVE.add(thing)


def _renew() -> None:
    for thing in list(_LIVE):
        thing.after_fork()


# Windows has no fork, and os.register_at_fork neither.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
