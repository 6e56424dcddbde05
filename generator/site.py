"""The docs as a site: what `sdkgen docs` runs."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path


class SiteError(Exception):
    """The site cannot be built; the text says why and what to do."""


def build(project: Path, site: Path) -> None:
    """Builds the site of an emitted project into a folder, which is replaced.

    Raises:
        SiteError: MkDocs is not installed, or finds something wrong with the pages.
    """
    _run(project, ["build", "--strict", "--quiet", "--site-dir", str(site.absolute())])


def serve(project: Path, address: str) -> None:
    """Serves the site until it is interrupted, and builds it anew whenever a page changes.

    Raises:
        SiteError: MkDocs is not installed, or cannot serve.
    """
    _run(project, ["serve", "--dev-addr", address])


def _run(project: Path, arguments: list[str]) -> None:
    settings = project / "mkdocs.yml"
    if not settings.is_file():
        raise SiteError(f"{settings} is not there; run `sdkgen generate` first")
    if importlib.util.find_spec("material") is None:
        raise SiteError("MkDocs is not installed; run `pip install 'sdkgen[docs]'`")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        *arguments,
        "--config-file",
        str(settings),
    ]
    # Material announces its successor at every start.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        status = subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return
    if status:
        raise SiteError(
            f"mkdocs {arguments[0]} ended with {status}; its findings are above"
        )
