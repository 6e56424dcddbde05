"""openapi-spec-validator's verdict: asked for early, collected late, kept between runs."""

from __future__ import annotations

import json
import marshal
import re
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .. import cache, standby
from ..document import Bundle, Document, bundled
from ..errors import Problem, Problems, Severity
from ..pointers import parent, references_in

Place = tuple[str, str]
"""The file, as messages show it, and the pointer."""

MOST_SECONDS = 60.0
MEMORY_BYTES = 768 * 1024 * 1024
"""Of address space; the largest descriptions known take less than half."""

_NOWHERE = "PointerToNowhere"
_SILENT = "ended without a verdict"
_LONGEST = 200
_WORD = re.compile(r"\w+")
_JUDGING = Path(__file__).parent.parent / "judging"


def fingerprint(document: Document) -> str:
    """What the description says and what reads it: as long as it is the same, so is all else.

    Covers the files that have been read so far.
    """
    parts = [part for file in document.files for part in (file.name, file.digest)]
    return cache.key_of(_version("sdkgen"), document.version, *parts)


def start(document: Document, *, seconds: float | None = None) -> Pending:
    """Sets the validator to work on a description, all of which is read first.

    Without `seconds` its time is limited according to the description's size.
    """
    data = document.root.value
    leads_out = any(not ref.startswith("#") for ref in references_in(data))
    if isinstance(data, dict) and not leads_out:
        bundle = Bundle(document, data)
    else:
        bundle = bundled(document)
    key = cache.key_of(_rules(), fingerprint(document))
    known = cache.get(key)
    if known is not None:
        return Pending(bundle, key, None, known)
    try:
        return Pending(bundle, key, _Child(bundle, seconds))
    except OSError:
        return Pending(bundle, key, None)


class Pending:
    """A verdict that may still be being found."""

    def __init__(
        self, bundle: Bundle, key: str, child: _Child | None, kept: bytes = b""
    ) -> None:
        self._bundle = bundle
        self._key = key
        self._child = child
        self._kept = kept

    def result(self, known: Iterable[Problem] = ()) -> list[Problem]:
        """The validator's findings, less those that are `known` already; waits for them.

        They are warnings: what keeps sdkgen from emitting right code, its own checks find.
        When the validator fails or takes too long, one of the findings says so.
        """
        said: defaultdict[Place, list[str]] = defaultdict(list)
        for problem in (*known, *self._bundle.document.problems):
            said[(problem.file, problem.pointer)].append(problem.fact)
        return [problem for problem in self._found if not _is_said(problem, said)]

    @cached_property
    def _found(self) -> Problems:
        child = self._child
        output = self._kept if child is None else child.output()
        lines = _lines(output)
        problems = Problems(self._problems(lines))
        stops = [
            line["stopped"]
            for line in lines
            # What leads nowhere, sdkgen's own checks have told.
            if line.get("stopped", _NOWHERE) != _NOWHERE
        ]
        if stops:
            reasons = ", ".join(sorted(set(stops)))
            parts = "one part" if len(stops) == 1 else f"{len(stops)} parts"
            problems.add(
                self._failure(f"could not judge {parts} of the description ({reasons})")
            )
        if not lines or "done" not in lines[-1]:
            problems.add(self._failure(_SILENT if child is None else child.failure))
        elif child is not None:
            cache.put(self._key, output)
        return problems

    def _problems(self, lines: list[dict[str, str]]) -> Iterator[Problem]:
        misfits = {line["pointer"] for line in lines if _is_misfit(line)}
        for line in lines:
            # A value of the wrong form breaks other rules as well, which go with it.
            if "pointer" in line and (
                line["pointer"] not in misfits or _is_misfit(line)
            ):
                node = self._bundle.locate(line["pointer"])
                yield node.problem(line["fact"], line["remedy"], Severity.WARNING)

    def _failure(self, what: str) -> Problem:
        return self._bundle.document.root.problem(
            f"openapi-spec-validator {what}",
            "nothing needs to be done; sdkgen's own checks cover what it emits",
            Severity.WARNING,
        )


class _Child:
    """The process that judges one description."""

    def __init__(self, bundle: Bundle, seconds: float | None) -> None:
        content = marshal.dumps(bundle.data)
        by_size = min(MOST_SECONDS, 8 + 20 * len(content) / 1e6)
        seconds = by_size if seconds is None else seconds
        self.failure = _SILENT
        """Why what it has written does not end as a verdict does, where it does not."""
        self._late = f"did not finish within {seconds:.0f} s"
        self._deadline = time.monotonic() + seconds
        process = standby.judge()
        # Files, unlike pipes, let neither side wait for the other.
        folder, self._end = standby.workplace(self, process)
        source, self._findings = folder / "in", folder / "out"
        self._process = process
        source.write_bytes(content)
        order = {
            "source": str(source),
            "findings": str(self._findings),
            "version": bundle.document.version,
            "seconds": int(seconds) + 1,
            "bytes": MEMORY_BYTES,
        }
        standby.tell(process, json.dumps(order))

    def output(self) -> bytes:
        """All that it has written when it ends, or when its time is up."""
        left = max(0.0, self._deadline - time.monotonic())
        try:
            _, errors = self._process.communicate(timeout=left)
            if words := standby.last_words(errors):
                self.failure = f"{_SILENT} ({words[:_LONGEST]})"
        except subprocess.TimeoutExpired:
            self.failure = self._late
            self._process.kill()
            self._process.communicate()
        content = self._findings.read_bytes() if self._findings.exists() else b""
        self._end()
        return content


def _lines(output: bytes) -> list[dict[str, str]]:
    """The findings; without the last where it was cut off in the middle."""
    found: list[dict[str, str]] = []
    for line in output.splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            break
    return found


def _is_misfit(line: dict[str, str]) -> bool:
    return "stands where" in line.get("fact", "")


def _is_said(problem: Problem, said: Mapping[Place, list[str]]) -> bool:
    """Whether sdkgen's own checks have found the same, in their words."""
    here = said.get((problem.file, problem.pointer), [])
    subject, _, rest = problem.fact.partition(" ")
    if here and rest == "is missing":
        return any(subject in _WORD.findall(fact) for fact in here)
    if here:
        return True
    pointer = problem.pointer
    while pointer:
        pointer = parent(pointer)
        if any(
            "stands where" in fact for fact in said.get((problem.file, pointer), ())
        ):
            return True
    return False


@lru_cache(maxsize=1)
def _rules() -> str:
    """What a verdict depends on besides the description."""
    sources = [path.read_bytes() for path in sorted(_JUDGING.glob("*.py"))]
    return cache.key_of(_version("openapi-spec-validator"), *sources)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unpacked"
