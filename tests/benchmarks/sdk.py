"""The emitted SDK beside those that people use: the same answers through each.

    python -m tests.benchmarks.sdk [--quick]

Ours, openai 1.20 and 3.54, anthropic 2.12 (Stainless) and mistralai 3.7 (Speakeasy), from
PyPI, in environments of their own. The last two have no such API: this API's models,
written as their generators write them, go through their runtimes. Where a transport is
no part of what is measured, a stub in the process gives ready bytes.

Contestants take turns, a short round each. A figure is the median of the rounds, a
ratio the median of the ratios within one round. Times within a process are processor
time, so that other work on the machine does not count; rates are of the clock.

`!` marks what is short of what issue 3 asks for, in the column before the last.
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
from pathlib import Path
from typing import Final, TypeAlias

from .contest import SDK, Contestant, contestants, prepare, server
from .tables import Row, table

Contestants: TypeAlias = Mapping[str, Contestant]
Figures: TypeAlias = dict[str, list[float]]

OURS: Final = "ours"
BARE: Final = "bare httpx2"
O1, O3, MISTRAL, ANTHROPIC = PEERS = (
    "openai 1.20",
    "openai 3.54",
    "mistralai 3.7",
    "anthropic 2.12",
)
ALL: Final = (OURS, *PEERS)
US, MS, KB, MB = 1e-6, 1e-3, 1000.0, 1e6


def in_turn(
    contestants: Iterable[Contestant],
    rounds: int,
    measure: Callable[[Contestant], float],
) -> Figures:
    """A figure of each contestant in each round."""
    found: Figures = {contestant.title: [] for contestant in contestants}
    order = list(contestants)
    for _ in range(rounds):
        for contestant in order:
            found[contestant.title].append(measure(contestant))
        # Nobody always comes after the same one.
        order.append(order.pop(0))
    return found


def fresh(all_of_them: Contestants, rounds: int) -> list[Row]:
    """What a program pays before its first answer."""
    imports: Figures = {}
    firsts: Figures = {}
    memory: Figures = {}
    order = [all_of_them[title] for title in ALL]
    for contestant in order:
        # So that all bytecode is there.
        contestant.first()
    for _ in range(rounds):
        for contestant in order:
            imported, answered = contestant.first()
            imports.setdefault(contestant.title, []).append(imported)
            firsts.setdefault(contestant.title, []).append(answered)
    for _ in range(min(rounds, 3)):
        for contestant in order:
            memory.setdefault(contestant.title, []).append(contestant.resident())
    return [
        Row("import, above bare Python", "ms", MS, imports, most=15),
        Row(
            "import to first typed response",
            "ms",
            MS,
            firsts,
            {O1: 0.5, O3: 0.2, MISTRAL: 0.5},
            is_share=True,
        ),
        Row(
            "RSS with all models loaded",
            "MB",
            MB,
            memory,
            {O1: 0.75, O3: 0.45, MISTRAL: 0.7},
            is_share=True,
        ),
    ]


def calls(all_of_them: Contestants, rounds: int) -> list[Row]:
    """What single calls cost."""
    peers = [all_of_them[title] for title in ALL]
    with_bare = [all_of_them[title] for title in (*ALL, BARE)]

    def seconds(case: str, who: Sequence[Contestant], rounds: int = rounds) -> Figures:
        for contestant in who:
            # Counts how many calls make up a round.
            contestant.ask("seconds", case)
        return in_turn(who, rounds, lambda c: float(c.ask("seconds", case)))

    one = seconds("run", with_bare)
    added = [a - b for a, b in zip(one[OURS], one[BARE], strict=True)]
    aio = seconds("run_async", with_bare)
    return [
        Row("GET of one run, sync", "us", US, one, {O1: 6, O3: 7, MISTRAL: 9}),
        Row("GET of one run, async", "us", US, aio, {O1: 5, O3: 5, MISTRAL: 12}),
        Row("the sync GET, above bare httpx2", "us", US, {OURS: added}, most=20),
        Row(
            "list of 100 messages",
            "ms",
            MS,
            seconds("list", peers),
            {O1: 12, O3: 9, MISTRAL: 3},
        ),
        Row(
            "list with annotations and images",
            "ms",
            MS,
            seconds("rich", peers),
            {O1: 7, O3: 6, MISTRAL: 2.5},
        ),
        Row(
            "10,000 typed SSE events",
            "ms",
            MS,
            seconds("events", peers, max(1, rounds // 8)),
            {O1: 10, O3: 12, MISTRAL: 80, ANTHROPIC: 2.5},
        ),
    ]


def memory(all_of_them: Contestants) -> list[Row]:
    """What calls hold at their height."""
    peers = [all_of_them[title] for title in ALL]

    def peak(case: str) -> Figures:
        return in_turn(peers, 1, lambda c: float(c.ask("peak", case)))

    return [
        Row(
            "peak memory of the list",
            "KB",
            KB,
            peak("list"),
            {O1: 0.7, O3: 0.7, MISTRAL: 0.75},
            is_share=True,
        ),
        Row("peak memory of the stream", "KB", KB, peak("events"), most=100),
    ]


def rates(all_of_them: Contestants, folder: Path, rounds: int) -> list[Row]:
    """Calls a second over loopback; nothing is asked for here."""
    who = [all_of_them[title] for title in (OURS, O1, O3, BARE)]
    rows = []
    with server(folder) as url:
        for kind in ("sync", "async"):
            for in_flight, number in ((1, 100), (30, 300)):
                order = (url, kind, in_flight, number)
                for contestant in who:
                    contestant.ask("rate", *order)
                found = in_turn(
                    who, rounds, lambda c, o=order: float(c.ask("rate", *o))
                )
                what = f"GETs over loopback, {kind}, {in_flight} in flight"
                rows.append(Row(what, "/s", 1.0, found, is_rate=True))
    return rows


def lines() -> Row:
    """How much code a reader of the resources has before them."""
    files = [*SDK.glob("resources/*.py"), SDK / "streams.py"]
    texts = [file.read_text() for file in files]
    names = {
        name for text in texts for name in re.findall(r'= Operation\(\s*"(\w+)"', text)
    }
    count = sum(text.count("\n") for text in texts)
    each = {OURS: [count / len(names)], O3: [327.0], MISTRAL: [200.0]}
    return Row("lines of resource code an operation", "", 1.0, each, most=60)


def main() -> None:
    parser = argparse.ArgumentParser(description="The emitted SDK beside its peers.")
    parser.add_argument("--quick", action="store_true", help="few rounds")
    quick = parser.parse_args().quick
    began = time.monotonic()
    all_of_them = contestants()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepare(folder)
        for contestant in all_of_them.values():
            contestant.start(folder)
        try:
            rows = calls(all_of_them, 9 if quick else 48)
            rows += memory(all_of_them)
            rows += rates(all_of_them, folder, 2 if quick else 7)
            rows += fresh(all_of_them, 2 if quick else 7)
            versions = {title: c.ask("versions") for title, c in all_of_them.items()}
        finally:
            for contestant in all_of_them.values():
                contestant.stop()
    print(f"{shlex.join(['python', '-m', 'tests.benchmarks.sdk', *sys.argv[1:]])}")
    print(f"Python {platform.python_version()}, {time.monotonic() - began:.0f} seconds")
    for title, found in versions.items():
        print(f"{title}: {', '.join(f'{name} {v}' for name, v in found.items())}")
    print()
    print(table([*rows, lines()], OURS, (*PEERS, BARE)))


if __name__ == "__main__":
    main()
