"""What requests take for `Box`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from .. import models


class BoxDict(TypedDict):
    """Box."""

    type: Literal["box"]


Box: TypeAlias = "BoxDict | models.Box"
