"""The model `MessageRole`."""

from typing import Literal, TypeAlias

MessageRole: TypeAlias = Literal["user", "assistant"]
"""Who speaks. `user` is the person who talks to the assistant, `assistant` the
assistant itself.
"""
