"""sdkgen beside openapi-python-client: one whole run each, in turn.

    python -m tests.benchmarks.generate [ROUNDS]

Prints the median wall times, their ratio, and sdkgen's peak memory (its largest process).
sdkgen validates, documents and formats; openapi-python-client does neither of the first
two, and formats with ruff.

A cold run is the first one for its description. Both programs have run before on the
machine: their modules are compiled, and sdkgen's templates as well.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .environments import python_with

PEER = "openapi-python-client==0.29.1"
ROOT = Path(__file__).parents[2]
DOCUMENTS = {
    "Assistants v1": ROOT / "../shared/reference/openai-assistants-v1.yaml",
    "OpenAI 2026-08": ROOT / "../shared/corpus/openai-2026-08-21.yaml",
    "Stripe": ROOT / "../shared/corpus/stripe-spec3.yaml",
}
CHANGED = "OpenAI 2026-08"
SMALL = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths: {/a: {get: {operationId: a, responses: {"200": {description: ok, content: {
  application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}}
components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
"""


@dataclass(frozen=True)
class Run:
    """Seconds of wall time, and megabytes of the largest process."""

    seconds: float
    megabytes: float


def timed(command: Sequence[str], folder: Path, **variables: str) -> Run:
    """Runs a command to its end, and raises if it fails."""
    log = folder / "log"
    start = time.perf_counter()
    process = os.posix_spawn(
        command[0],
        command,
        {**os.environ, "PYTHONPATH": str(ROOT), **variables},
        file_actions=[
            (
                os.POSIX_SPAWN_OPEN,
                1,
                str(log),
                os.O_WRONLY | os.O_CREAT | os.O_TRUNC,
                0o600,
            ),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
    )
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} failed:\n{log.read_text()[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def ours(spec: Path, folder: Path, cache: str, *options: str) -> Run:
    """One run of this checkout; `cache` is a folder, or `off`."""
    out = folder / "ours"
    command = [
        sys.executable,
        "-m",
        "generator",
        "generate",
        str(spec),
        "--out",
        str(out),
    ]
    return timed([*command, "--lenient", *options], folder, SDKGEN_CACHE=cache)


def theirs(python: Path, spec: Path, folder: Path) -> Run:
    """One run of openapi-python-client."""
    out = folder / "theirs"
    command = [
        str(python),
        "-m",
        "openapi_python_client",
        "generate",
        "--path",
        str(spec),
    ]
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    settings = folder / "peer.yaml"
    # Its enum classes refuse Stripe's time zones, two of which become one name.
    settings.write_text("literal_enums: true\n")
    options = ["--overwrite", "--output-path", str(out), "--config", str(settings)]
    return timed([*command, *options], folder, PATH=path)


def cold_cache(folder: Path) -> str:
    """A cache that knows sdkgen's templates and nothing of any description but a small one."""
    cache = folder / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    small = folder / "small.yaml"
    small.write_text(SMALL)
    ours(small, folder, str(cache))
    shutil.rmtree(folder / "ours")
    return str(cache)


def compare(name: str, spec: Path, python: Path, rounds: int) -> None:
    """Cold runs of both in turn."""
    pairs: list[tuple[Run, Run]] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for _ in range(rounds):
            shutil.rmtree(folder / "theirs", ignore_errors=True)
            cache = cold_cache(folder)
            pairs.append((ours(spec, folder, cache), theirs(python, spec, folder)))
    mine = statistics.median(a.seconds for a, _ in pairs)
    other = statistics.median(b.seconds for _, b in pairs)
    ratio = statistics.median(a.seconds / b.seconds for a, b in pairs)
    memory = max(a.megabytes for a, _ in pairs)
    print(f"{name:16} {mine:8.2f} {other:8.2f} {ratio:8.2f} {memory:8.0f}", flush=True)


def again(spec: Path, rounds: int) -> None:
    """After one field changed, and when nothing did, against cold runs of the same round."""
    changed, idle = [], []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        text = spec.read_text()
        for _ in range(rounds):
            copy = folder / spec.name
            copy.write_text(text)
            shutil.rmtree(folder / "ours", ignore_errors=True)
            cache = cold_cache(folder)
            cold = ours(copy, folder, cache).seconds
            copy.write_text(text.replace("type: integer", "type: number", 1))
            changed.append(ours(copy, folder, cache).seconds / cold)
            idle.append(ours(copy, folder, cache).seconds / cold)
    print(f"one field changed: {statistics.median(changed):.2f} of the cold time")
    print(f"nothing changed:   {statistics.median(idle):.3f} of the cold time")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    python = python_with(PEER)
    print(
        f"{'':16} {'sdkgen s':>8} {'peer s':>8} {'ratio':>8} {'peak MB':>8}   ({PEER})"
    )
    for name, spec in DOCUMENTS.items():
        compare(name, spec, python, rounds)
    again(DOCUMENTS[CHANGED], rounds)


if __name__ == "__main__":
    main()
