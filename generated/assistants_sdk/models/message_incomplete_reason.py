"""The model `MessageIncompleteReason`."""

from typing import Literal, TypeAlias

MessageIncompleteReason: TypeAlias = Literal[
    "content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"
]
"""Why a message was broken off. The content filter stepped in, the tokens ran out, or
its run was cancelled, expired or failed.
"""
