"""The model `RunStepStatus`."""

from typing import Literal, TypeAlias

RunStepStatus: TypeAlias = Literal[
    "in_progress", "cancelled", "failed", "completed", "expired"
]
"""Where a step stands. It is `in_progress` until it is `completed`, is `cancelled` or
has `expired` together with its run, or has `failed`.
"""
