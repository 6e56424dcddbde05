"""Virtual environments for peers, made once and kept in the user's cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from platformdirs import user_cache_path


def python_with(*requirements: str) -> Path:
    """The interpreter of an environment that has just these packages."""
    name = "-".join(sorted(requirements)).replace("=", "").replace("/", "_") or "bare"
    folder = user_cache_path("sdkgen") / "benchmarks" / name
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(folder)], check=True
        )
        install = [str(python), "-m", "pip", "install", "--quiet", *requirements]
        subprocess.run(install, check=True)
        (folder / "ready").touch()
    return python
