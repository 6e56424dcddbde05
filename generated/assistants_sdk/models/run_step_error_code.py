"""The model `RunStepErrorCode`."""

from typing import Literal, TypeAlias

RunStepErrorCode: TypeAlias = Literal["server_error", "rate_limit_exceeded"]
"""Why a step failed. The server had an error, or a rate limit was reached."""
