"""When a call as a whole has taken too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .clock import Clock
    from .options import Timeout

# No time at all would mean not to wait, and not that the time is up.
_SHORTEST: Final = 0.001


class Deadline:
    """A moment that no step of a call may outlast.

    Args:
        clock: Tells the time.
        total: Seconds from now on.
    """

    __slots__ = ("_clock", "_ends")

    def __init__(self, clock: Clock, total: float) -> None:
        self._clock = clock
        self._ends = clock.monotonic() + total

    @property
    def left(self) -> float:
        """Seconds until then; 0 or less once it has passed."""
        return self._ends - self._clock.monotonic()

    def limits(self, timeout: Timeout) -> dict[str, float | None]:
        """The limits of one attempt in httpx2's form."""
        return _Limits(timeout, self)


class _Limits(dict[str, float | None]):
    """Limits that shrink with the time that is left whenever a step begins."""

    __slots__ = ("_deadline",)

    def __init__(self, timeout: Timeout, deadline: Deadline) -> None:
        super().__init__(timeout.within(deadline.left))
        self._deadline = deadline

    # The transport asks for a step's limit right before it takes the step.
    def get(self, name: str, default: object = None, /) -> float | None:
        limit = self[name]
        left = max(self._deadline.left, _SHORTEST)
        return left if limit is None else min(limit, left)
