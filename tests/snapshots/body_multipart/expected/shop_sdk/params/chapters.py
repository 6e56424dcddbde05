"""What requests take for `Chapters`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence


Chapters: TypeAlias = "Sequence[Chapters]"
