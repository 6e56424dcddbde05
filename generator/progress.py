"""What a person at a terminal sees while a run goes on; nothing where output is piped."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.live import Live


class Progress:
    """A line that names the step a run is at."""

    def __init__(self) -> None:
        self._line: Live | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            # Importing rich costs more than small runs take, and pipes never need it.
            from rich.console import Console
            from rich.live import Live

            # No thread refreshes it: a process with several could not fork.
            console = Console(stderr=True)
            self._line = Live(console=console, auto_refresh=False, transient=True)
        return self

    def __call__(self, step: str) -> None:
        """Shows the step that begins now."""
        if self._line is not None:
            from rich.text import Text

            self._line.start()
            self._line.update(Text(f"{step} ..."), refresh=True)

    def pause(self) -> None:
        """Takes the line away, so that something else can be printed."""
        if self._line is not None:
            self._line.stop()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.pause()
