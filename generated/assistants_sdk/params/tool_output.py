"""What requests take for `ToolOutput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from .. import models


class ToolOutputDict(TypedDict):
    """The output of one function call."""

    tool_call_id: NotRequired[str]
    """ID of the call, from the `required_action` of the run."""

    output: NotRequired[str]
    """What the function returned, as text for the model to read."""


ToolOutput: TypeAlias = "ToolOutputDict | models.ToolOutput"
