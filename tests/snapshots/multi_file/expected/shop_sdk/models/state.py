"""The model `State`."""

from typing import Literal, TypeAlias

State: TypeAlias = Literal["placed", "paid", "sent", "lost"]
