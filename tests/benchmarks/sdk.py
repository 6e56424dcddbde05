"""The emitted SDK beside those that people use: the same answers through each.

    python -m tests.benchmarks.sdk [--quick]

Ours, openai 1.20 and 3.54, anthropic 2.12 (Stainless) and mistralai 3.7 (Speakeasy), from
PyPI, in environments of their own. The last two have no such API: this API's models,
written as their generators write them, go through their runtimes. Where a transport is
no part of what is measured, a stub in the process gives ready bytes.

Contestants take turns, a short round each. A figure is the median of the rounds, a
ratio the median of the ratios within one round: how many times our time a peer needs,
or, where the figure asked for is below 1, our share of what it needs. Times within a
process are processor time, so that other work on the machine does not count; rates are
of the clock.

`!` marks what is short of what is asked for, which the last column says: one figure for
us, or ratios to the peers in their order.
"""

from __future__ import annotations

import argparse
import platform
import re
import shlex
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from .contest import SDK, Contestant, contestants, prepare, server
from .tables import Row, table

Contestants: TypeAlias = Mapping[str, Contestant]
Figures: TypeAlias = dict[str, list[float]]
T = TypeVar("T")

OURS: Final = "ours"
BARE: Final = "bare httpx2"
PEERS: Final = ("openai 1.20", "openai 3.54", "mistralai 3.7", "anthropic 2.12")
O1, O3, MISTRAL, _ = PEERS
ALL: Final = (OURS, *PEERS)
US, MS, KB, MB = 1e-6, 1e-3, 1000.0, 1e6


@dataclass(frozen=True)
class Pace:
    """How many rounds there are of what, and when to stop on a machine that is busy.

    Args:
        calls: Rounds of calls, which are short.
        streams: Rounds of long streams.
        processes: Rounds of whole processes.
        seconds: After so many of the clock no new round is begun of the same thing.
    """

    calls: int
    streams: int
    processes: int
    seconds: float

    def in_turn(
        self,
        contestants: Iterable[Contestant],
        rounds: int,
        measure: Callable[[Contestant], T],
    ) -> dict[str, list[T]]:
        """What was measured of each contestant in each round."""
        order = list(contestants)
        found: dict[str, list[T]] = {contestant.title: [] for contestant in order}
        end = time.monotonic() + self.seconds
        for number in range(rounds):
            if number and time.monotonic() > end:
                break
            for contestant in order:
                found[contestant.title].append(measure(contestant))
            # Nobody always comes after the same one.
            order.append(order.pop(0))
        return found


FULL: Final = Pace(calls=48, streams=7, processes=9, seconds=30)
QUICK: Final = Pace(calls=9, streams=1, processes=2, seconds=5)


def asked(*ratios: float) -> dict[str, float]:
    """What the issue asks for, against the peers in their order."""
    return dict(zip(PEERS, ratios, strict=False))


def calls(all_of_them: Contestants, pace: Pace) -> list[Row]:
    """What single calls cost."""
    sdks = [all_of_them[title] for title in ALL]
    with_bare = [*sdks, all_of_them[BARE]]

    def seconds(case: str, who: Sequence[Contestant]) -> Figures:
        return pace.in_turn(who, pace.calls, lambda c: float(c.ask("seconds", case)))

    def stream(contestant: Contestant) -> float:
        # A tenth of the stream, times ten, where each event takes a millisecond.
        is_slow = contestant.title == MISTRAL
        return float(contestant.ask("seconds", "few_events" if is_slow else "events"))

    one = seconds("run", with_bare)
    added = [a - b for a, b in zip(one[OURS], one[BARE], strict=True)]
    aio = seconds("run_async", with_bare)
    plain = seconds("list", sdks)
    rich = seconds("rich", sdks)
    events = pace.in_turn(sdks, pace.streams, stream)
    return [
        Row("GET of one run, sync", "us", US, one, asked(6, 7, 9)),
        Row("GET of one run, async", "us", US, aio, asked(5, 5, 12)),
        Row("the sync GET, above bare httpx2", "us", US, {OURS: added}, most=20),
        Row("list of 100 messages", "ms", MS, plain, asked(12, 9, 3)),
        Row("list with annotations and images", "ms", MS, rich, asked(7, 6, 2.5)),
        Row("10,000 typed SSE events", "ms", MS, events, asked(10, 12, 80, 2.5)),
    ]


def memory(all_of_them: Contestants, pace: Pace) -> list[Row]:
    """What calls hold at their height."""
    sdks = [all_of_them[title] for title in ALL]

    def peak(contestant: Contestant) -> float:
        # What peers hold does not grow with the stream; we put the message together.
        is_ours = contestant.title == OURS
        return float(contestant.ask("peak", "events" if is_ours else "few_events"))

    # Once is enough: it is the same every time.
    page = pace.in_turn(sdks, 1, lambda c: float(c.ask("peak", "list")))
    stream = pace.in_turn(sdks, 1, peak)
    share = asked(0.7, 0.7, 0.75)
    return [
        Row("peak memory of the list", "KB", KB, page, share, is_share=True),
        Row("peak memory of the stream", "KB", KB, stream, most=100),
    ]


def fresh(all_of_them: Contestants, pace: Pace) -> list[Row]:
    """What a program pays once."""
    sdks = [all_of_them[title] for title in ALL]
    # The first time is for the bytecode to be there.
    loaded = pace.in_turn(sdks, max(1, pace.processes // 2), Contestant.resident)
    both = pace.in_turn(sdks, pace.processes, Contestant.first)
    imports = {title: [pair[0] for pair in pairs] for title, pairs in both.items()}
    firsts = {title: [pair[1] for pair in pairs] for title, pairs in both.items()}
    what = "import to first typed response"
    first = asked(0.5, 0.2, 0.5)
    resident = asked(0.75, 0.45, 0.7)
    return [
        Row("import, above bare Python", "ms", MS, imports, most=15),
        Row(what, "ms", MS, firsts, first, is_share=True),
        Row("RSS with all models loaded", "MB", MB, loaded, resident, is_share=True),
    ]


def rates(all_of_them: Contestants, folder: Path, pace: Pace) -> list[Row]:
    """Calls a second over loopback; nothing is asked for here."""
    who = [all_of_them[title] for title in (OURS, O1, O3, BARE)]
    rows = []
    with server(folder) as url:
        for kind in ("sync", "async"):
            for in_flight, number in ((1, 60), (30, 150)):

                def rate(
                    c: Contestant, order: tuple[object, ...] = (kind, in_flight, number)
                ) -> float:
                    return float(c.ask("rate", url, *order))

                # The first one opens connections.
                pace.in_turn(who, 1, rate)
                what = f"GETs over loopback, {kind}, {in_flight} in flight"
                found = pace.in_turn(who, pace.processes, rate)
                rows.append(Row(what, "/s", 1.0, found, is_rate=True))
    return rows


def lines() -> Row:
    """How much code a reader of the resources has before them."""
    texts = [file.read_text() for file in SDK.glob("resources/*.py")]
    names = {
        name for text in texts for name in re.findall(r'= Operation\(\s*"(\w+)"', text)
    }
    count = sum(text.count("\n") for text in texts)
    # Theirs were counted once, in the versions named here.
    each = {OURS: [count / len(names)], O3: [327.0], MISTRAL: [200.0]}
    return Row("lines of resource code an operation", "", 1.0, each, most=60)


def main() -> None:
    parser = argparse.ArgumentParser(description="The emitted SDK beside its peers.")
    parser.add_argument("--quick", action="store_true", help="few rounds")
    pace = QUICK if parser.parse_args().quick else FULL
    began = time.monotonic()
    all_of_them = contestants()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepare(folder)
        for contestant in all_of_them.values():
            contestant.start(folder)
        try:
            rows = fresh(all_of_them, pace)
            rows += calls(all_of_them, pace)
            rows += memory(all_of_them, pace)
            rows += [lines()]
            rows += rates(all_of_them, folder, pace)
            versions = {title: c.ask("versions") for title, c in all_of_them.items()}
        finally:
            for contestant in all_of_them.values():
                contestant.stop()
    # As a README wants it.
    command = shlex.join(["python", "-m", "tests.benchmarks.sdk", *sys.argv[1:]])
    seconds = time.monotonic() - began
    print(f"```sh\n{command}\n```\n")
    print(table(rows, OURS, (*PEERS, BARE)))
    print(f"\nPython {platform.python_version()}, {seconds:.0f} seconds. Versions:\n")
    for title, found in versions.items():
        print(f"- {title}: {', '.join(f'{name} {v}' for name, v in found.items())}")


if __name__ == "__main__":
    main()
