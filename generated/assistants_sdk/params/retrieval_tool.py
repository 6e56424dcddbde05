"""What requests take for `RetrievalTool`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class RetrievalToolDict(TypedDict):
    """Lets the model search the attached files."""

    type: Literal["retrieval"]
    """Kind of tool, always `retrieval`."""


RetrievalTool: TypeAlias = "RetrievalToolDict | models.RetrievalTool"
