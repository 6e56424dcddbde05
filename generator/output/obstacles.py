"""Why an output folder is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One place in the output folder that stands in the way, and what to do about it."""

    path: str
    fact: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.fact}; {self.remedy}"


class OutputError(Exception):
    """The output cannot be written; nothing in the folder was changed."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__("\n".join(str(obstacle) for obstacle in obstacles))
        self.obstacles = tuple(obstacles)
