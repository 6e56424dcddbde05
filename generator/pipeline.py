"""The whole way, from a path to files; `cli` only chooses where they go."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .companion import Companion
from .config import Config
from .document import Document, Json, broken_references, bundle, load
from .errors import Problem, Problems
from .files import File
from .formatting import format_files
from .frontend import Ledger, build
from .gaps import gaps_page
from .inputs import Inputs
from .ir import Api, Package
from .names import Memory
from .output import read_manifest
from .rendering import Templates
from .suggestions import first_config
from .validation import check, start

# Deep descriptions nest schemas in schemas; the reader limits how deep.
_RECURSION_LIMIT = 20_000

Progress = Callable[[str], None]

Emitted = Callable[[Package, Sequence[File]], None]
"""Hears of the package's files as soon as they are final, before there are docs."""


@dataclass(frozen=True, slots=True)
class Generated:
    """What a run made."""

    document: Document
    files: list[File]
    names: Memory
    problems: tuple[Problem, ...]
    count: Callable[[], Ledger]

    def report(self) -> dict[str, Json]:
        """What `--report` writes."""
        return _report(self.count, self.problems)


class Rejected(Exception):
    """A description with errors, without `--lenient`."""

    def __init__(
        self,
        document: Document,
        problems: Sequence[Problem],
        count: Callable[[], Ledger],
    ) -> None:
        self.document = document
        self.problems = tuple(problems)
        self.count = count
        super().__init__(f"{len(self.problems)} problems")

    def report(self) -> dict[str, Json]:
        """What `--report` writes: the counts are those that `--lenient` would come to."""
        return _report(self.count, self.problems)


def _report(
    count: Callable[[], Ledger], problems: Sequence[Problem]
) -> dict[str, Json]:
    listed: list[Json] = [dict(problem.as_json()) for problem in problems]
    return {**count().as_json(), "problems": listed}


def examine(inputs: Inputs, progress: Progress) -> tuple[Document, Problems]:
    """The document and everything that is wrong with it.

    Raises:
        UnusableInput: It cannot be read at all.
    """
    document = _read(inputs, progress)
    verdict = start(document)
    progress("checking")
    built = build(document, inputs.config, {})
    own = [*document.problems, *check(document, built.unwanted)]
    problems = Problems([*own, *built.problems])
    progress("validating")
    problems.update(verdict.result(problems))
    return document, problems


def propose(
    inputs: Inputs, place: Path, progress: Progress
) -> tuple[str, list[Problem]]:
    """A first configuration for a description, with what can be inferred, to stand at `place`.

    With it comes what is lost in reading the description.

    Raises:
        UnusableInput: It cannot be read at all.
    """
    document = _read(inputs, progress)
    progress("building")
    spec, *overlays = (
        _path_from(place.parent, path) for path in (inputs.spec, *inputs.overlays)
    )
    built = build(document, inputs.config, {})
    return first_config(document, built, spec, overlays), list(document.problems)


def _path_from(folder: Path, path: Path) -> str:
    """How a file is named in a configuration that stands in a folder."""
    real = path.parent.resolve() / path.name
    try:
        return Path(os.path.relpath(real, folder.resolve())).as_posix()
    except ValueError:
        # There is no way from one drive to another.
        return real.as_posix()


def missing(inputs: Inputs, progress: Progress) -> tuple[Document, str]:
    """A description, and what it lacks, as Markdown with an overlay.

    Raises:
        UnusableInput: It cannot be read at all.
    """
    document = _read(inputs, progress)
    progress("building")
    return document, gaps_page(document, build(document, inputs.config, {}).api)


def bundled(
    inputs: Inputs, progress: Progress
) -> tuple[Document, dict[str, Json], list[Problem]]:
    """A description, the same in one file, and what is lost or broken in it.

    Raises:
        UnusableInput: It cannot be read at all.
    """
    document = _read(inputs, progress)
    data, broken = bundle(document), broken_references(document)
    return document, data, list(Problems([*document.problems, *broken]))


def generate(
    inputs: Inputs, progress: Progress, emitted: Emitted | None = None
) -> Generated:
    """The files that a description stands for.

    Raises:
        UnusableInput: It cannot be read at all.
        Rejected: It has errors, and `lenient` does not hold.
    """
    document = _read(inputs, progress)
    # Where warnings stop the run, the validator's word is worth waiting for.
    verdict = start(document, seconds=60 if inputs.config.strict else None)
    progress("building")
    names = read_manifest(inputs.out).names
    built = build(
        document, inputs.config, {kind: dict(each) for kind, each in names.items()}
    )
    templates = Templates(inputs.templates)
    progress("rendering")
    # They take longest, and so begin before it is known whether they are wanted.
    with Companion(
        lambda: _pages(document, built.api, templates, inputs.config)
    ) as pages:
        own = [*document.problems, *check(document, built.unwanted)]
        problems = Problems([*own, *built.problems])
        _refuse(document, problems, built.count, inputs)
        files = format_files(_package(built.api, templates))
        if emitted is not None:
            emitted(built.api.package, files)
        files += pages.result()
    progress("validating")
    problems.update(verdict.result(problems))
    _refuse(document, problems, built.count, inputs)
    return Generated(document, files, built.memory, tuple(problems), built.count)


# Each target is loaded where it works, so that neither waits for the other's modules.


def _package(api: Api, templates: Templates) -> list[File]:
    from .targets.python import emit

    return emit(api, templates)


def _pages(
    document: Document, api: Api, templates: Templates, config: Config
) -> list[File]:
    from .targets.docs import emit

    files = emit(api, templates)
    if config.docs.samples:
        from .described import described

        files.append(described(document, api))
    return files


def _refuse(
    document: Document, problems: Problems, count: Callable[[], Ledger], inputs: Inputs
) -> None:
    if inputs.lenient:
        return
    if problems.errors or (inputs.config.strict and problems.warnings):
        raise Rejected(document, list(problems), count)


def _read(inputs: Inputs, progress: Progress) -> Document:
    sys.setrecursionlimit(_RECURSION_LIMIT)
    progress("reading")
    return load(
        inputs.spec,
        overlays=inputs.overlays,
        allow_remote=inputs.allow_remote,
        allow_outside=inputs.allow_outside,
    )
