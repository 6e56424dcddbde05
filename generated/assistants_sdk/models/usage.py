"""The model `Usage`."""

from .._runtime.model import Model


class Usage(Model):
    """Tokens spent on a run or on one step of it."""

    completion_tokens: int
    """Tokens which the model has written."""

    prompt_tokens: int
    """Tokens which the model has read."""

    total_tokens: int
    """Both together."""
