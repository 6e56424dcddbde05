"""The model `RunErrorCode`."""

from typing import Literal, TypeAlias

RunErrorCode: TypeAlias = Literal[
    "server_error", "rate_limit_exceeded", "invalid_prompt"
]
"""Why a run failed. The server had an error, a rate limit was reached, or the prompt
was refused.
"""
