"""The model `FunctionParameters`."""

from typing import Any, TypeAlias

FunctionParameters: TypeAlias = dict[str, Any]
"""A JSON Schema for an object whose properties are the arguments of a function."""
