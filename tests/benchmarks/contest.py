"""The SDKs that are compared, each in an environment and in processes of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from . import payloads
from .environments import python_with

ROOT: Final = Path(__file__).parents[2]
SDK: Final = ROOT / "generated" / "assistants_sdk"
PYDANTIC: Final = "pydantic==2.14.3"
HTTPX2: Final = "httpx2==2.16.2"

# What is measured begins with the first line: nothing of ours is loaded before.
_FIRST = """
import time
begun = time.process_time()
import {module}
imported = time.process_time()
from tests.benchmarks.contestants.{name} import Contestant
contestant = Contestant()
contestant.stub.answer("application/json", open("{folder}/run.json", "rb").read())
contestant.run()
print(imported - begun, time.process_time() - begun)
"""
_MEMORY = """
import {module}
from tests.benchmarks.contestants.{name} import load_models
load_models()
import gc
gc.collect()
print(next(line.split()[1] for line in open("/proc/self/status") if "VmRSS" in line))
"""


@dataclass
class Contestant:
    """One SDK.

    Args:
        title: How it is called.
        name: The module that speaks its language.
        module: What a program imports to use it.
        requirements: What its environment has.
    """

    title: str
    name: str
    module: str
    requirements: tuple[str, ...]
    python: Path = field(init=False)
    folder: Path = field(init=False)
    process: subprocess.Popen[str] = field(init=False)

    def start(self, folder: Path) -> None:
        """Get an interpreter with the SDK, and a worker that waits for orders."""
        self.folder = folder
        self.python = python_with(*self.requirements)
        worker = ["-m", "tests.benchmarks.contestants.worker", self.name, str(folder)]
        self.process = subprocess.Popen(
            [str(self.python), *worker],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=self._environment(),
            cwd=folder,
        )
        self.ask("check")

    def ask(self, what: str, *arguments: object) -> Any:
        """Have the worker do something; gives what it found."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([what, *arguments]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"the worker of {self.title} ended while asked for {what}")
        return json.loads(line)

    def stop(self) -> None:
        """End the worker."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def first(self) -> tuple[float, float]:
        """Seconds to import it and to its first answer, in a process of its own."""
        imported, answered = self._fresh(_FIRST).split()
        return float(imported), float(answered)

    def resident(self) -> float:
        """Bytes of a process that has imported it with all models, and made no client."""
        return float(self._fresh(_MEMORY)) * 1024

    def _fresh(self, program: str) -> str:
        text = program.format(name=self.name, module=self.module, folder=self.folder)
        return subprocess.run(
            [str(self.python), "-c", text],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env=self._environment(),
            cwd=self.folder,
        ).stdout

    def _environment(self) -> dict[str, str]:
        # Variables of the caller's would change what SDKs and interpreters do.
        kept = {name: os.environ[name] for name in ("HOME", "PATH")}
        path = os.pathsep.join([str(ROOT), str(self.folder)])
        return {**kept, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}


def contestants() -> dict[str, Contestant]:
    """All of them, ours first, by the titles that the table uses."""
    old = ("openai==1.20.0", "httpx<0.28", PYDANTIC)
    new = ("openai==3.54.0", HTTPX2, PYDANTIC)
    mistral = ("mistralai==3.7.0", HTTPX2, PYDANTIC)
    anthropic = ("anthropic==2.12.0", HTTPX2, PYDANTIC)
    all_of_them = (
        Contestant("ours", "ours", "assistants_sdk", (HTTPX2, PYDANTIC)),
        Contestant("openai 1.20", "openai_python", "openai", old),
        Contestant("openai 3.54", "openai_python", "openai", new),
        Contestant("mistralai 3.7", "mistral", "mistralai.client", mistral),
        Contestant("anthropic 2.12", "anthropic_python", "anthropic", anthropic),
        Contestant("bare httpx2", "bare", "httpx2", (HTTPX2, PYDANTIC)),
    )
    return {contestant.title: contestant for contestant in all_of_them}


def prepare(folder: Path) -> None:
    """Lay out what the workers need: our SDK as it is now, peers' models, answers."""
    # A copy, which nobody generates anew in between.
    shutil.copytree(
        SDK, folder / SDK.name, ignore=shutil.ignore_patterns("__pycache__")
    )
    payloads.write(folder)
    python = python_with(HTTPX2, PYDANTIC)
    path = os.pathsep.join([str(ROOT), str(folder)])
    for arguments in (
        ["-m", "tests.benchmarks.peer_models", str(folder)],
        ["-m", "compileall", "-q", str(folder)],
    ):
        environment = {**os.environ, "PYTHONPATH": path}
        subprocess.run([str(python), *arguments], check=True, env=environment)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a server that answers with a run."""
    command = [sys.executable, "-m", "tests.benchmarks.loopback"]
    process = subprocess.Popen(
        [*command, str(folder / "run.json")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
    finally:
        process.stdin.close()
        process.wait()
