"""Time and chance, as far as a call depends on them."""

from __future__ import annotations

import random
import time


class Clock:
    """The real ones. Tests hand in another that neither waits nor surprises."""

    __slots__ = ()

    def monotonic(self) -> float:
        """Seconds that only ever grow, for deadlines and intervals."""
        return time.monotonic()

    def time(self) -> float:
        """Seconds since the Unix epoch, for dates that a server names."""
        return time.time()

    def random(self) -> float:
        """A number from 0 up to, but not including, 1."""
        return random.random()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        import anyio

        await anyio.sleep(seconds)


CLOCK = Clock()
