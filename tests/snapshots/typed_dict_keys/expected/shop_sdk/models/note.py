"""The model `Note`."""

import builtins

from .._runtime.model import Model


class Note(Model):
    """Has keys that are named like builtins."""

    list: builtins.list[builtins.str]
    """What there is."""

    str: builtins.str | None = None

    int: builtins.int | None = None

    bytes: builtins.bytes | None = None
