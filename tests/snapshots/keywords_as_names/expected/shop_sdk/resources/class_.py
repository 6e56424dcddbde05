"""The operations of `class_`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import builtins
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from .._runtime.omit import Omit

_IMPORT_: Operation[models.Model_] = Operation(
    "import",
    "POST",
    "/import",
    returns=lambda: models.Model_,
    params=(Param("query", "list"),),
    body=Body(
        "application/json", required=False, needs=("class", "list"), dates=("date",)
    ),
)
_LIST: Operation[list[models.List]] = Operation(
    "list",
    "GET",
    "/lists",
    returns=lambda: list[models.List],
    params=(Param("query", "str"),),
)
_MODELS_: Operation[models.Any_] = Operation(
    "models",
    "POST",
    "/lists",
    returns=lambda: models.Any_,
    body=Body("application/json"),
)
_CLOSE: Operation[None] = Operation("close", "DELETE", "/lists")


class Class(Resource):
    """The operations of `class_`."""

    def import_(
        self,
        *,
        from_: str,
        type: str | Omit = OMIT,
        none: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
        str: str | Omit = OMIT,
        async_: bool | Omit = OMIT,
        class_: str | Omit = OMIT,
        body_from_: str | Omit = OMIT,
        body_none: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        body_list: Sequence[int] | Omit = OMIT,
        dict_: Mapping[str, int] | Omit = OMIT,
        body_str: Sequence[str] | Omit = OMIT,
        int: int | Omit = OMIT,
        float: Sequence[float] | Omit = OMIT,
        bool: bool | Omit = OMIT,
        bytes: bytes | str | Omit = OMIT,
        any: object = OMIT,
        model_config_: str | Omit = OMIT,
        model_fields_: str | Omit = OMIT,
        model_id: str | Omit = OMIT,
        copy_: str | Omit = OMIT,
        schema_: Mapping[str, object] | Omit = OMIT,
        json_: str | Omit = OMIT,
        dt_: dt.datetime | str | Omit = OMIT,
        date: dt.date | str | Omit = OMIT,
        body_type: str | Omit = OMIT,
        id: str | Omit = OMIT,
        literal: Literal["a", "b"] | Omit = OMIT,
    ) -> models.Model_:
        """Import what another shop has.

        Args:
            class_: Required with any other field of the body.
            body_list: Required with any other field of the body.
        """
        return self._send(
            _IMPORT_,
            query={"from": from_, "type": type, "None": none, "list": list, "str": str},
            headers={"async": async_},
            body={
                "class": class_,
                "from": body_from_,
                "None": body_none,
                "self": self_,
                "list": body_list,
                "dict": dict_,
                "str": body_str,
                "int": int,
                "float": float,
                "bool": bool,
                "bytes": bytes,
                "Any": any,
                "model_config": model_config_,
                "model_fields": model_fields_,
                "model_id": model_id,
                "copy": copy_,
                "schema": schema_,
                "json": json_,
                "dt": dt_,
                "date": date,
                "type": body_type,
                "id": id,
                "Literal": literal,
            },
        )

    def list(self, *, str: Sequence[str] | Omit = OMIT) -> builtins.list[models.List]:
        """List lists."""
        return self._send(_LIST, query={"str": str})

    def models_(self, *, print: str | Omit = OMIT) -> models.Any_:
        """Add a list."""
        return self._send(_MODELS_, body={"print": print})

    def close(self) -> None:
        """Close all lists."""
        return self._send(_CLOSE)


class AsyncClass(AsyncResource):
    """The same as `Class`, to be awaited."""

    async def import_(
        self,
        *,
        from_: str,
        type: str | Omit = OMIT,
        none: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
        str: str | Omit = OMIT,
        async_: bool | Omit = OMIT,
        class_: str | Omit = OMIT,
        body_from_: str | Omit = OMIT,
        body_none: str | Omit = OMIT,
        self_: str | Omit = OMIT,
        body_list: Sequence[int] | Omit = OMIT,
        dict_: Mapping[str, int] | Omit = OMIT,
        body_str: Sequence[str] | Omit = OMIT,
        int: int | Omit = OMIT,
        float: Sequence[float] | Omit = OMIT,
        bool: bool | Omit = OMIT,
        bytes: bytes | str | Omit = OMIT,
        any: object = OMIT,
        model_config_: str | Omit = OMIT,
        model_fields_: str | Omit = OMIT,
        model_id: str | Omit = OMIT,
        copy_: str | Omit = OMIT,
        schema_: Mapping[str, object] | Omit = OMIT,
        json_: str | Omit = OMIT,
        dt_: dt.datetime | str | Omit = OMIT,
        date: dt.date | str | Omit = OMIT,
        body_type: str | Omit = OMIT,
        id: str | Omit = OMIT,
        literal: Literal["a", "b"] | Omit = OMIT,
    ) -> models.Model_:
        """Import what another shop has. See `Class.import_`."""
        return await self._send(
            _IMPORT_,
            query={"from": from_, "type": type, "None": none, "list": list, "str": str},
            headers={"async": async_},
            body={
                "class": class_,
                "from": body_from_,
                "None": body_none,
                "self": self_,
                "list": body_list,
                "dict": dict_,
                "str": body_str,
                "int": int,
                "float": float,
                "bool": bool,
                "bytes": bytes,
                "Any": any,
                "model_config": model_config_,
                "model_fields": model_fields_,
                "model_id": model_id,
                "copy": copy_,
                "schema": schema_,
                "json": json_,
                "dt": dt_,
                "date": date,
                "type": body_type,
                "id": id,
                "Literal": literal,
            },
        )

    async def list(
        self, *, str: Sequence[str] | Omit = OMIT
    ) -> builtins.list[models.List]:
        """List lists."""
        return await self._send(_LIST, query={"str": str})

    async def models_(self, *, print: str | Omit = OMIT) -> models.Any_:
        """Add a list."""
        return await self._send(_MODELS_, body={"print": print})

    async def close(self) -> None:
        """Close all lists."""
        return await self._send(_CLOSE)
