"""Reading until a thing is settled."""

import asyncio
import math
from collections.abc import Callable, Mapping
from typing import Any, TypedDict, Unpack

import pytest

from templates.python._runtime.errors import PollTimeoutError
from templates.python._runtime.model import Model
from templates.python._runtime.plans import Polling
from templates.python._runtime.polling import poll, poll_async

from .conftest import FakeClock


class Run(Model):
    status: str
    state: dict[str, str] | None = None


class Options(TypedDict, total=False):
    first: Run | None
    interval: float | None
    deadline: float | None
    on_progress: Callable[[Run], object] | None


POLLING = Polling(("status",), ("completed", "failed"), interval=2.0, deadline=60.0)
HINTED = Polling(("status",), ("completed",), hint_header="poll-after-ms")


class Server:
    """Answers with these statuses, the last one again and again."""

    def __init__(
        self, *statuses: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.statuses = list(statuses)
        self.headers = headers or {}
        self.reads = 0

    def read(self) -> tuple[Run, Mapping[str, str]]:
        place = min(self.reads, len(self.statuses) - 1)
        self.reads += 1
        return Run(status=self.statuses[place]), self.headers

    async def read_async(self) -> tuple[Run, Mapping[str, str]]:
        return self.read()


Poll = Callable[..., Run]


@pytest.fixture(params=["sync", "async"])
def polled(request: pytest.FixtureRequest, clock: FakeClock) -> Poll:
    """Polls a server with either function."""

    def run(
        server: Server, polling: Polling = POLLING, **options: Unpack[Options]
    ) -> Run:
        if request.param == "sync":
            return poll(
                server.read,
                polling,
                clock=clock,
                **options,
            )
        return asyncio.run(
            poll_async(
                server.read_async,
                polling,
                clock=clock,
                **options,
            )
        )

    return run


def test_it_reads_until_the_state_is_terminal(polled: Poll, clock: FakeClock) -> None:
    server = Server("queued", "in_progress", "completed")
    assert polled(server).status == "completed"
    assert clock.naps == [2.0, 2.0]


def test_any_terminal_state_will_do(polled: Poll, clock: FakeClock) -> None:
    assert polled(Server("failed")).status == "failed"
    assert clock.naps == []


def test_a_value_that_was_read_already_is_not_read_again(polled: Poll) -> None:
    server = Server("completed")
    assert polled(server, first=Run(status="failed")).status == "failed"
    assert server.reads == 0
    assert polled(server, first=Run(status="queued")).status == "completed"
    assert server.reads == 1


def test_the_interval_can_be_changed(polled: Poll, clock: FakeClock) -> None:
    polled(Server("queued", "queued", "completed"), interval=0.25)
    assert clock.naps == [0.25, 0.25]
    polled(Server("queued", "completed"), interval=0)
    assert clock.naps[-1] == 0


@pytest.mark.parametrize("interval", [-1, math.nan])
def test_an_interval_that_is_none_is_refused(polled: Poll, interval: float) -> None:
    with pytest.raises(ValueError, match="interval"):
        polled(Server("queued"), interval=interval)


def test_the_deadline_ends_the_waiting(polled: Poll, clock: FakeClock) -> None:
    server = Server("queued", "in_progress")
    start = clock.now
    with pytest.raises(PollTimeoutError) as caught:
        polled(server, deadline=5)
    assert str(caught.value) == "status was still 'in_progress' after 5 seconds"
    assert caught.value.last == Run(status="in_progress")
    # The last read comes with the deadline.
    assert clock.naps == [2.0, 2.0, 1.0]
    assert clock.now == start + 5


def test_a_state_reached_with_the_deadline_counts(polled: Poll) -> None:
    server = Server("queued", "queued", "queued", "completed")
    assert polled(server, deadline=5).status == "completed"


def test_waiting_may_have_no_end(polled: Poll, clock: FakeClock) -> None:
    statuses = ["queued"] * 1000 + ["completed"]
    assert polled(Server(*statuses), deadline=math.inf).status == "completed"
    assert clock.now > 2000
    endless = Polling(("status",), ("completed",), deadline=None)
    assert polled(Server(*statuses), endless).status == "completed"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("1500", 1.5),
        ("0", 0.0),
        ("999999999", 60.0),
        ("soon", 1.0),
        ("", 1.0),
        ("-5", 1.0),
        ("inf", 1.0),
        ("nan", 1.0),
    ],
)
def test_the_server_may_hint_when_to_come_back(
    polled: Poll, clock: FakeClock, value: str, seconds: float
) -> None:
    polled(
        Server("queued", "queued", "completed", headers={"poll-after-ms": value}),
        HINTED,
    )
    assert clock.naps == [seconds, seconds]


def test_a_hint_may_be_in_seconds(polled: Poll, clock: FakeClock) -> None:
    polling = Polling(("status",), ("completed",), hint_header="retry-after")
    polled(Server("queued", "completed", headers={"retry-after": "3"}), polling)
    assert clock.naps == [3.0]


def test_progress_is_told_with_every_value(polled: Poll) -> None:
    seen: list[Run] = []
    polled(
        Server("queued", "in_progress", "completed"),
        first=Run(status="new"),
        on_progress=seen.append,
    )
    assert [run.status for run in seen] == ["new", "queued", "in_progress", "completed"]


def test_progress_may_be_awaited(clock: FakeClock) -> None:
    seen: list[str] = []

    async def note(run: Run) -> None:
        await asyncio.sleep(0)
        seen.append(run.status)

    asyncio.run(
        poll_async(
            Server("queued", "completed").read_async,
            POLLING,
            clock=clock,
            on_progress=note,
        )
    )
    assert seen == ["queued", "completed"]


def test_the_field_may_lie_deeper(polled: Poll) -> None:
    polling = Polling(("state", "phase"), ("over",))
    first = Run(status="x", state={"phase": "over"})
    assert polled(Server("queued"), polling, first=first) is first


def test_a_missing_state_is_not_terminal(polled: Poll) -> None:
    polling = Polling(("state", "phase"), ("over",), deadline=3)
    with pytest.raises(PollTimeoutError, match=r"state.phase was still None"):
        polled(Server("queued"), polling)


def test_an_error_of_the_callers_ends_the_waiting(polled: Poll) -> None:
    def stop(run: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        polled(Server("queued"), on_progress=stop)
