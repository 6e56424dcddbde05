"""The model `OrderStatus`."""

from typing import Literal, TypeAlias

OrderStatus: TypeAlias = Literal["placed", "paid", "sent"]
"""Where an order stands."""
