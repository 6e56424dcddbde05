"""The model `MessageStatus`."""

from typing import Literal, TypeAlias

MessageStatus: TypeAlias = Literal["in_progress", "incomplete", "completed"]
"""How far a message has got. `in_progress` is still being written, `completed` is
whole, and `incomplete` was broken off.
"""
