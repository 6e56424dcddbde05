"""The model `ModelName`."""

from typing import TypeAlias

from .known_model import KnownModel

ModelName: TypeAlias = str | KnownModel
"""ID of a model, either a known one or any other which the account has access to."""
