"""Programs in interpreters of their own, with the time and memory that they took."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from .documents import ROOT


@dataclass(frozen=True)
class Run:
    """What came of a program: `status` is `None` where it was stopped."""

    status: int | None
    out: str
    err: str
    seconds: float
    processor: float
    megabytes: int

    @property
    def said(self) -> str:
        return self.out + self.err


def python(
    *arguments: str | Path,
    folder: Path = ROOT,
    seconds: float = 600,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run this interpreter, in a folder and for so many seconds at most."""
    return run([sys.executable, *map(str, arguments)], folder, seconds, environment)


def run(
    command: Sequence[str],
    folder: Path,
    seconds: float = 600,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a program; its memory is that of its largest process."""
    start = time.perf_counter()
    with TemporaryFile() as out, TemporaryFile() as err:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, "NO_COLOR": "1", **(environment or {})},
        )
        status, usage, processor = _wait(process, start + seconds)
        said, complained = _text(out), _text(err)
    taken = time.perf_counter() - start
    return Run(status, said, complained, taken, processor, usage // 1024)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _wait(
    process: subprocess.Popen[bytes], deadline: float
) -> tuple[int | None, int, float]:
    # `Popen.wait` does not tell what was used.
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            processor = usage.ru_utime + usage.ru_stime
            return process.returncode, usage.ru_maxrss, processor
        if time.perf_counter() > deadline:
            process.kill()
            os.wait4(process.pid, 0)
            process.returncode = -9
            return None, 0, 0.0
        time.sleep(0.02)
