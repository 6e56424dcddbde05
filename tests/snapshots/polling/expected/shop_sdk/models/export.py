"""The model `Export` and its parts."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime.model import Model

ExportStateName: TypeAlias = Literal["waiting", "working", "done", "failed"]


class ExportState(Model):
    """Export state."""

    name: ExportStateName | str


class Export(Model):
    """Export."""

    export_id: Annotated[str, Field(alias="exportId")]

    order_id: Annotated[str, Field(alias="orderId")]

    state: ExportState
