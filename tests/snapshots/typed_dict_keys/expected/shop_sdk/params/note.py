"""What requests take for `Note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from .. import models


class NoteDict(TypedDict):
    """Has keys that are named like builtins."""

    list: Sequence[builtins.str]
    """What there is."""

    str: NotRequired[builtins.str]

    int: NotRequired[builtins.int]

    bytes: NotRequired[builtins.bytes | builtins.str]


Note: TypeAlias = "NoteDict | models.Note"
