"""The model `Kind`."""

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["novel", "poetry", "drama", "other"]
"""Deprecated."""
