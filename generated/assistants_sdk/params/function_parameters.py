"""What requests take for `FunctionParameters`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


FunctionParameters: TypeAlias = "Mapping[str, object]"
"""A JSON Schema for an object whose properties are the arguments of a function."""
