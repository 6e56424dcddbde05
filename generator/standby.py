"""Interpreters that load what they need while this one still loads its own.

`__main__` begins them before anything slow is imported. One that nobody comes for ends
when its input closes.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_HERE = Path(__file__).parent
_JUDGE = (
    "import runpy, sys; sys.path.append(sys.argv[1]); "
    "runpy.run_module('generator.judging', run_name='__main__', alter_sys=True)"
)
# What an interpreter needs to start. A key that is in the environment is none of it.
_KEPT = ("LANG", "LC_ALL", "PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")

Process = subprocess.Popen[bytes]

_judges: list[Process] = []
_probes: list[Process] = []


def begin(words: Sequence[str]) -> None:
    """Begins what the command that these words call will come for."""
    if words[:1] not in (["generate"], ["check"], ["validate"]):
        return
    atexit.register(_end)
    _judges.append(_judge())
    if words[0] == "generate" and "--no-verify" not in words:
        _probes.append(_probe())


def judge() -> Process:
    """An interpreter with openapi-spec-validator; its caller ends it.

    Raises:
        OSError: It cannot be started.
    """
    return _judges.pop() if _judges else _judge()


def probe() -> Process:
    """An interpreter that imports what was emitted; its caller ends it.

    Raises:
        OSError: It cannot be started.
    """
    return _probes.pop() if _probes else _probe()


def tell(process: Process, line: str) -> None:
    """Gives a process its order. One that has ended already says so when it is asked."""
    if process.stdin is not None:
        with suppress(BrokenPipeError):
            process.stdin.write(f"{line}\n".encode())
            process.stdin.flush()


def last_words(errors: bytes) -> str:
    """The last line that a process wrote to stderr, which says why it failed."""
    return errors.decode(errors="replace").strip().rpartition("\n")[2]


def workplace(owner: object, process: Process) -> tuple[Path, Callable[[], object]]:
    """A folder for what a process reads and writes, and what ends both.

    They end with their owner too: a run that never asks for the outcome leaves nothing
    behind.
    """
    folder = TemporaryDirectory(prefix="sdkgen-")
    return Path(folder.name), weakref.finalize(owner, _clear, process, folder)


def _clear(process: Process, folder: TemporaryDirectory[str]) -> None:
    process.kill()
    process.communicate()
    folder.cleanup()


def _judge() -> Process:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _JUDGE, str(_HERE.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def _probe() -> Process:
    # Isolated, so that neither the current folder nor PYTHONPATH lends it a module, and
    # without bytecode, which would be left among the files that were written.
    return subprocess.Popen(
        [sys.executable, "-I", "-B", str(_HERE / "import_probe.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=_HERE.anchor,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
    )


def _end() -> None:
    for process in (*_judges, *_probes):
        process.kill()
        process.communicate()
