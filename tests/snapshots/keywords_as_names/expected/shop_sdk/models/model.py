"""The model `Model_`."""

import builtins
import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Field

from .._runtime.model import Model


class Model_(Model):
    """Model."""

    class_: Annotated[builtins.str, Field(alias="class")]

    from_: Annotated[builtins.str | None, Field(alias="from")] = None

    none: Annotated[builtins.str | None, Field(alias="None")] = None

    self: builtins.str | None = None

    list: builtins.list[builtins.int]

    dict_: Annotated[dict[builtins.str, builtins.int] | None, Field(alias="dict")] = (
        None
    )

    str: builtins.list[builtins.str] | None = None

    int: builtins.int | None = None

    float: builtins.list[builtins.float] | None = None

    bool: builtins.bool | None = None

    bytes: builtins.bytes | None = None

    any: Annotated[Any, Field(alias="Any")] = None

    model_config_: Annotated[builtins.str | None, Field(alias="model_config")] = None

    model_fields_: Annotated[builtins.str | None, Field(alias="model_fields")] = None

    model_id: builtins.str | None = None

    copy_: Annotated[builtins.str | None, Field(alias="copy")] = None

    schema_: Annotated[dict[builtins.str, Any] | None, Field(alias="schema")] = None

    json_: Annotated[builtins.str | None, Field(alias="json")] = None

    dt_: Annotated[dt.datetime | None, Field(alias="dt")] = None

    date: dt.date | None = None

    type: builtins.str | None = None

    id: builtins.str | None = None

    literal: Annotated[
        Literal["a", "b"] | builtins.str | None, Field(alias="Literal")
    ] = None
