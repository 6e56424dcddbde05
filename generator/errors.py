"""What is wrong with an input: the place, the fact and the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the emitted code can still be right."""

    ERROR = "error"
    """An operation, parameter, schema or field cannot be emitted rightly."""

    WARNING = "warning"
    """A rule of the specification is broken, and the emitted code is right all the same."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. Problems sort by place."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    pointer: str
    """RFC 6901, within the file."""
    fact: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        pointer = f" {self.pointer}" if self.pointer else ""
        line = f"{self.file}:{self.line}:{self.column}{pointer}: {self.fact}; {self.remedy}"
        return line if line.isprintable() else _printable(line)

    def as_json(self) -> dict[str, str | int]:
        """The keys of `--format json`."""
        return asdict(self)


def clip(text: str, most: int = 120) -> str:
    """Text from a description, no longer than a message can bear."""
    return text if len(text) <= most else text[: most - 3] + "..."


def _printable(text: str) -> str:
    """One line that cannot steer a terminal, whatever the keys of a description hold."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


class Problems:
    """Collects problems; iterates over the distinct ones in the order of their places."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._found: set[Problem] = set(problems)

    def add(self, problem: Problem) -> None:
        self._found.add(problem)

    def update(self, problems: Iterable[Problem]) -> None:
        self._found.update(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self if problem.severity is Severity.WARNING]


class UnusableInput(Exception):
    """A file that cannot be read at all: syntax, encoding, limits, not OpenAPI."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
