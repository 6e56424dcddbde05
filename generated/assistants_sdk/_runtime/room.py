"""Room for what calls itself more deeply than Python allows.

pydantic describes a model by describing those that it refers to, and calls itself for
each: a circle of some seventy classes is too much for the usual limit.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_STACK_BYTES = 512 * 1024 * 1024
_FRAMES = 200_000

_widening = threading.Lock()


def with_room(work: Callable[[], T]) -> T:
    """Do some work, once more on a larger stack if it runs out of room.

    The work may not wait for a lock that its caller holds. Python has one limit for all
    threads: for those milliseconds, others may call themselves as deeply.

    Raises:
        RecursionError: There is not room enough even so, or no larger stack to be had.
    """
    try:
        return work()
    except RecursionError as error:
        with _widening:
            return _on_a_larger_stack(work, error)


def _on_a_larger_stack(work: Callable[[], T], refusal: RecursionError) -> T:
    done: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            faults.append(error)

    frames = sys.getrecursionlimit()
    try:
        size = threading.stack_size(_STACK_BYTES)
    except (RuntimeError, ValueError):
        raise refusal from None
    try:
        sys.setrecursionlimit(max(frames, _FRAMES))
        thread = threading.Thread(target=run, name="sdk-models")
        thread.start()
        thread.join()
    except RuntimeError:
        raise refusal from None
    finally:
        sys.setrecursionlimit(frames)
        threading.stack_size(size)
    if faults:
        raise faults[0]
    return done[0]
