"""What sdkgen can emit: each target turns an `Api` into files."""

from __future__ import annotations

from collections.abc import Callable

from ..files import File
from ..ir import Api
from ..rendering import Templates
from . import docs, python

Target = Callable[[Api, Templates], list[File]]

TARGETS: tuple[Target, ...] = (python.emit, docs.emit)

__all__ = ["TARGETS", "Target"]
