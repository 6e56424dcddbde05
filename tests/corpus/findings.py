"""What comes out of one document."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Findings:
    """What came out of one document."""

    operations: int = 0
    emitted: int = 0
    called: int = 0
    calls: int = 0
    answers: int = 0
    models: int = 0
    unmade: list[str] = field(default_factory=list)
    """What was not tried, because no value fits its schema."""

    unfit: list[str] = field(default_factory=list)
    """Examples that are not even of the kind that their schema describes."""

    found: list[str] = field(default_factory=list)
    seconds: float = 0.0
