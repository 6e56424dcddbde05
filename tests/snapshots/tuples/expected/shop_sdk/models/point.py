"""The model `Point`."""

from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
"""Longitude and latitude."""
