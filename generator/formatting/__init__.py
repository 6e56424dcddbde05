"""Python as black would have it, without asking black about every line.

Black formats a few thousand lines a second. Emitted code uses little of the language,
and how black lays that little out is known here (`modules`); black itself gets the
statements, or at worst the modules, that use more of it. The tests hold both to the
same result. What was formatted once is remembered by content.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from ..files import File
from .failures import FormattingError, Unfamiliar
from .memory import Memory
from .modules import format_module
from .splitting import LINE_LENGTH

__all__ = ["LINE_LENGTH", "FormattingError", "format_files"]

# About what black formats in the time that processes take to start and to import it.
_LINES_WORTH_PROCESSES = 5_000


def format_files(files: Sequence[File]) -> list[File]:
    """The same files in the same order, the Python text among them formatted.

    Raises:
        FormattingError: One of them is not Python.
    """
    memory = Memory.of(files)
    formatted: dict[str, str] = {}
    unfamiliar: dict[str, File] = {}
    for file in files:
        source = _source(file)
        if source is None or source in formatted or source in unfamiliar:
            continue
        if (known := memory.module(source)) is not None:
            formatted[source] = known
            continue
        try:
            formatted[source] = format_module(source, memory.statement)
        except Unfamiliar:
            unfamiliar[source] = file
    formatted |= zip(unfamiliar, _blacken(list(unfamiliar.values())), strict=True)
    memory.keep(formatted)
    return [_with(file, formatted) for file in files]


def _source(file: File) -> str | None:
    """The text of a file that is to be formatted."""
    if isinstance(file.content, str) and file.path.suffix == ".py":
        return file.content
    return None


def _with(file: File, formatted: dict[str, str]) -> File:
    source = _source(file)
    return file if source is None else replace(file, content=formatted[source])


def _blacken(files: Sequence[File]) -> list[str]:
    if not files:
        return []
    # Black takes longer to import than most outputs to format without it.
    from .blackened import blacken_file

    lines = sum(file.data.count(b"\n") for file in files)
    workers = min(len(files), os.cpu_count() or 1)
    if workers == 1 or lines < _LINES_WORTH_PROCESSES:
        return [blacken_file(file) for file in files]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Forked, a worker could inherit a lock that a thread of this process holds.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return list(pool.map(blacken_file, files))
