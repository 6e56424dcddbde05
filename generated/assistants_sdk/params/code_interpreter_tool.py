"""What requests take for `CodeInterpreterTool`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class CodeInterpreterToolDict(TypedDict):
    """Lets the model write Python code and run it in a sandbox."""

    type: Literal["code_interpreter"]
    """Kind of tool, always `code_interpreter`."""


CodeInterpreterTool: TypeAlias = "CodeInterpreterToolDict | models.CodeInterpreterTool"
