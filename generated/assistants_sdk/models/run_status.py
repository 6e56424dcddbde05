"""The model `RunStatus`."""

from typing import Literal, TypeAlias

RunStatus: TypeAlias = Literal[
    "queued",
    "in_progress",
    "requires_action",
    "cancelling",
    "cancelled",
    "failed",
    "completed",
    "expired",
]
"""Where a run stands.

- `queued`: waiting for its turn.
- `in_progress`: the assistant is at work.
- `requires_action`: waiting for the outputs of function calls.
- `cancelling`: asked to stop, but not stopped yet.
- `cancelled`: stopped by request.
- `failed`: ended by an error.
- `completed`: done.
- `expired`: ended because an output or the run itself took too long.
"""
