"""Makes the pictures of the README again.

    python -m tests.website.pictures

Two pages of the site as Chromium shows them, and what `sdkgen` says in a terminal.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from .conftest import FLAGS, build, chromium
from .pages import PROJECT, ROOT

_PICTURES: Final = ROOT / ".github" / "pictures"
_SPEC: Final = "spec/assistants.yaml"
# What is wrong with the document in the picture, each at its first place.
_FAULTS: Final = {
    "$ref: '#/components/schemas/RunList'": "$ref: '#/components/schemas/RunsList'",
    "operationId: getRunStep": "operationId: getRun",
}
_STYLES: Final = {"error": "bold red", "warning": "bold yellow"}


def main() -> None:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build(PROJECT, Path(folder, "site"))
        _photograph(Path(folder, "site"))
        _terminal(Path(folder, "work"))


def _photograph(site: Path) -> None:
    size = {"width": 1280, "height": 800}
    path = chromium()
    if path is None:
        raise SystemExit("chromium is not here; apt-get install chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        for name, place, scheme in (
            ("streaming", "streaming.html", "dark"),
            ("operation", "sdks/assistants/index.html#create_message", "light"),
        ):
            page = browser.new_page(viewport=size, color_scheme=scheme)
            page.goto(f"{site.as_uri()}/{place}", wait_until="networkidle")
            page.wait_for_timeout(500)
            page.screenshot(path=_PICTURES / f"{name}.png")
        browser.close()


def _terminal(folder: Path) -> None:
    """Runs the commands where no path of this machine is told, and draws what they say."""
    shutil.copytree(ROOT / "spec", folder / "spec")
    wrong = (folder / _SPEC).read_text(encoding="utf-8")
    for right, fault in _FAULTS.items():
        assert right in wrong
        wrong = wrong.replace(right, fault, 1)
    (folder / "wrong.yaml").write_text(wrong, encoding="utf-8")
    console = Console(record=True, width=100, file=io.StringIO())
    for words in (["generate"], ["validate", "wrong.yaml"]):
        console.print(Text(f"$ sdkgen {' '.join(words)}", style="bold green"))
        result = subprocess.run(
            [sys.executable, "-m", "generator", *words],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        for line in result.stdout.splitlines():
            shown = Text(line)
            for word, style in _STYLES.items():
                shown.highlight_regex(rf"^{word}", style)
            console.print(shown)
        console.print()
    drawn = console.export_svg(title="sdkgen", theme=MONOKAI)
    # Its fonts would be fetched from another host.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    (_PICTURES / "terminal.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
