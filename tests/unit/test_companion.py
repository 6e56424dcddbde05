"""Work beside the process: what it returns, raises, and what becomes of it when it dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from generator import companion
from generator.companion import Companion
from generator.rendering import RenderingError

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the system has no fork"
)


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a run of its own: the threads that pytest has hold nothing that matters here."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@contextmanager
def no_child_left() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@needs_fork
def test_the_work_is_done_in_another_process() -> None:
    with no_child_left():
        assert Companion(os.getpid).result() != os.getpid()


def test_more_than_a_pipe_holds_comes_back() -> None:
    text = "x" * 5_000_000
    assert Companion(lambda: text).result() == text


def test_what_the_work_raises_is_raised_here() -> None:
    def work() -> None:
        raise RenderingError("page.md.jinja:3: a name is undefined")

    beside = Companion(work)
    with pytest.raises(RenderingError, match=r"page\.md\.jinja:3"):
        beside.result()


@needs_fork
def test_work_whose_process_is_killed_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with no_child_left():
        assert Companion(work).result() == "done"


@needs_fork
def test_work_that_nobody_asks_for_leaves_no_process() -> None:
    beside = Companion(lambda: time.sleep(60))
    with no_child_left():
        del beside


@needs_fork
def test_a_run_that_ends_before_its_work_leaves_no_process() -> None:
    beside = Companion(lambda: time.sleep(60))
    with no_child_left(), pytest.raises(KeyError), beside:
        # Whoever keeps an error keeps all that the run knew of.
        raise KeyError
    assert beside


@pytest.mark.parametrize("threads", [1, 2])
def test_a_process_with_threads_is_not_copied(
    monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    is_here = Companion(os.getpid).result() == os.getpid()
    assert is_here == (threads > 1 or not hasattr(os, "fork"))


def test_one_core_does_one_thing_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(companion.os, "cpu_count", lambda: 1)
    assert Companion(os.getpid).result() == os.getpid()
