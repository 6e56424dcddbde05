"""The model `Nothing`."""

from typing import Never, TypeAlias

Nothing: TypeAlias = Never
