"""Work that goes on beside this process, on another core."""

from __future__ import annotations

import os
import pickle
import signal
import threading
import weakref
from collections.abc import Callable
from typing import Generic, NoReturn, Self, TypeVar

T = TypeVar("T")


class Companion(Generic[T]):
    """A piece of work, begun in a copy of this process where the system can make one.

    What the work returns or raises has to pickle; what it changes stays in the copy. As a
    context, it ends the work if nobody has come for it when the context does.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._child = _Child(work) if _can_fork() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._child is not None:
            self._child.end()

    def result(self) -> T:
        """What the work returned, or raises what it raised; waits for it."""
        answer = self._child.answer() if self._child is not None else None
        if not answer:
            # There is no copy, or the system has ended it (for its memory, say).
            return self._work()
        value, error = pickle.loads(answer)
        if error is not None:
            raise error
        result: T = value
        return result


class _Child:
    def __init__(self, work: Callable[[], object]) -> None:
        self._answers, answers = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(self._answers)
            _answer(work, answers)
        os.close(answers)
        # Work that nobody asks for any more leaves no process behind.
        self.end = weakref.finalize(self, _end, pid, self._answers)

    def answer(self) -> bytes:
        """All that the child has to say; nothing if it was ended before."""
        with open(self._answers, "rb", closefd=False) as stream:
            content = stream.read()
        self.end()
        return content


def _answer(work: Callable[[], object], answers: int) -> NoReturn:
    """Does the work, and ends this process without what it has in common with its parent."""
    try:
        try:
            outcome = pickle.dumps((work(), None))
        except Exception as error:
            outcome = pickle.dumps((None, error))
        with open(answers, "wb") as stream:
            stream.write(outcome)
    finally:
        os._exit(0)


def _end(pid: int, answers: int) -> None:
    os.close(answers)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _can_fork() -> bool:
    """Whether a copy is possible, safe (no other thread may hold a lock) and of use."""
    return (
        hasattr(os, "fork")
        and threading.active_count() == 1
        and (os.cpu_count() or 1) > 1
    )
