"""The command `sdkgen`, also as `python -m generator`.

A run that has nothing to do ends here, before anything slow is imported.
"""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

# Calls whose work is more than what stands in the output folder afterwards.
_NEVER_IDLE = frozenset({"--help", "--report"})


def main() -> None:
    """Runs the command line."""
    if isinstance(sys.stdout, TextIOWrapper):
        # A pipe on Windows has a code page, where a description may have any letter.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        # What click says and does, which may not be loaded yet.
        print("\nAborted!", file=sys.stderr)
        sys.exit(1)


def _run(words: list[str]) -> None:
    from . import standby
    from .freshness import recall

    options = {word.partition("=")[0] for word in words}
    if words[:1] == ["generate"] and _NEVER_IDLE.isdisjoint(options):
        outcome = recall(words)
        if outcome is not None:
            print(*outcome.problems, outcome.summary, sep="\n", file=sys.stderr)
            return
    standby.begin(words)
    if words[:1] != ["docs"]:
        # A run leaves no garbage worth looking for, and looking takes a tenth of its time.
        gc.disable()
    from .cli import cli

    cli(prog_name="sdkgen", obj=words)


if __name__ == "__main__":
    main()
