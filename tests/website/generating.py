"""The command that people use, for descriptions that are not the project's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .pages import ROOT


def generate(spec: Path, out: Path, *, patience: float = 300) -> None:
    """Generates into a folder, in at most `patience` seconds."""
    command = [sys.executable, "-m", "generator", "generate", str(spec), "--lenient"]
    subprocess.run(
        [*command, "--out", str(out)],
        cwd=out.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=patience,
        check=True,
    )
