"""Does what it is told about one SDK, a line of JSON at a time, until its input ends.

    python -m tests.benchmarks.contestants.worker CONTESTANT FOLDER

It stays alive between rounds, so that all contestants can take turns.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ..payloads import END_MARK, EVENTS, FEW_EVENTS

ROUND = 0.015
"""Seconds that a round takes, where one call takes less."""

_JSON = "application/json"
_EVENTS = "text/event-stream"


class Worker:
    """Measures one SDK; the methods are what it can be told."""

    def __init__(self, name: str, folder: Path) -> None:
        self._module: Any = import_module(f"tests.benchmarks.contestants.{name}")
        self._folder = folder
        self._contestant = self._module.Contestant()
        self._loop = asyncio.new_event_loop()
        self._numbers: dict[str, int] = {}
        self._over_network: dict[str, Any] = {}

    def versions(self) -> dict[str, str]:
        found = {}
        for package in self._module.PACKAGES:
            try:
                found[package] = version(package)
            except PackageNotFoundError:
                continue
        return found

    def seconds(self, case: str) -> float:
        """Processor time of a call; of 10,000 events for a stream.

        What else the machine does meanwhile does not count.
        """
        calls = self._prepared(case)
        number = self._numbers.get(case)
        if number is None:
            number = self._numbers[case] = self._enough(calls)
        gc.collect()
        start = time.process_time()
        calls(number)
        seconds = (time.process_time() - start) / number
        return seconds * EVENTS / FEW_EVENTS if case == "few_events" else seconds

    def peak(self, case: str) -> int:
        """Bytes that a call needs at most, beside those of the body.

        To be asked for when the same call was made before, so that caches are full.
        """
        calls = self._prepared(case)
        gc.collect()
        tracemalloc.start()
        calls(1)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    def check(self) -> None:
        """Refuse results that are not what they should be."""
        contestant = self._contestant
        self._prepared("run")
        run = contestant.run()
        tokens = run["usage"] if isinstance(run, dict) else vars(run.usage)
        assert tokens["total_tokens"] == 1555, run
        if self._module.__name__.endswith("bare"):
            return
        self._prepared("rich")
        messages = contestant.messages()
        notes = messages[99].content[0].text.annotations
        kinds = [type(note).__name__ for note in notes]
        assert len(messages) == 100, messages
        assert "Citation" in kinds[0] and "Path" in kinds[1], kinds
        self._prepared("few_events")
        with contestant.events() as stream:
            events = [getattr(event, "data", event) for event in stream]
        delta = type(events[3]).__name__
        # Some give the mark at the end, too.
        assert FEW_EVENTS <= len(events) <= FEW_EVENTS + 1, len(events)
        assert "Delta" in delta, delta

    def rate(self, url: str, kind: str, in_flight: int, number: int) -> float:
        """Calls that end in a second, over the network."""
        contestant = self._over_network.get(url)
        if contestant is None:
            contestant = self._over_network[url] = self._module.Contestant(url)
        each = number // in_flight
        if kind == "async":
            return self._loop.run_until_complete(
                _rate_async(contestant.run_async, in_flight, each)
            )
        return _rate(contestant.run, in_flight, each)

    def _prepared(self, case: str) -> Callable[[int], None]:
        """What makes the calls of a case, so and so many."""
        contestant = self._contestant
        call = contestant.run
        if case.endswith("events"):
            body = self._body(f"{case}.sse")
            if not self._module.END_MARK:
                body = body.removesuffix(END_MARK)
            contestant.stub.answer(_EVENTS, body)
            call = self._drain
        elif case in ("list", "rich"):
            contestant.stub.answer(_JSON, self._body(f"{case}.json"))
            call = contestant.messages
        else:
            contestant.stub.answer(_JSON, self._body("run.json"))
        if case == "run_async":
            return lambda n: self._loop.run_until_complete(
                _awaited(contestant.run_async, n)
            )
        return lambda n: _called(call, n)

    def _drain(self) -> None:
        with self._contestant.events() as events:
            for _ in events:
                pass

    def _enough(self, calls: Callable[[int], None]) -> int:
        """How many calls make up a round; makes some for the caches' sake."""
        calls(1)
        number, taken = 1, 0.0
        # Whole rounds are tried: a single call, with cold caches, says too little.
        while taken < ROUND:
            number *= 2
            start = time.process_time()
            calls(number // 2)
            taken = time.process_time() - start
        return number // 2

    def _body(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()


def _called(call: Callable[[], object], number: int) -> None:
    for _ in range(number):
        call()


async def _awaited(call: Callable[[], Any], number: int) -> None:
    for _ in range(number):
        await call()


def _rate(call: Callable[[], object], in_flight: int, each: int) -> float:
    with ThreadPoolExecutor(in_flight) as threads:
        start = time.perf_counter()
        for done in [threads.submit(_called, call, each) for _ in range(in_flight)]:
            done.result()
        return in_flight * each / (time.perf_counter() - start)


async def _rate_async(call: Callable[[], Any], in_flight: int, each: int) -> float:
    start = time.perf_counter()
    await asyncio.gather(*(_awaited(call, each) for _ in range(in_flight)))
    return in_flight * each / (time.perf_counter() - start)


def main() -> None:
    worker = Worker(sys.argv[1], Path(sys.argv[2]))
    for line in sys.stdin:
        what, *arguments = json.loads(line)
        print(json.dumps(getattr(worker, what)(*arguments)), flush=True)


if __name__ == "__main__":
    main()
