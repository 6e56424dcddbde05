"""What requests take for `ModelName`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .. import models


ModelName: TypeAlias = "str | models.KnownModel"
"""ID of a model, either a known one or any other which the account has access to."""
