"""The operations of `group_24_7_shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Body, Operation, Param
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.omit import Omit

_OPERATION_2ND_REACTION: Operation[models.ComExampleReactionV2] = Operation(
    "2nd-reaction",
    "GET",
    "/reactions/{+1}/{reaction.id}",
    returns=lambda: models.ComExampleReactionV2,
    params=(Param("query", "ids[]"),),
)
_SET_REACTIONS: Operation[models.Private] = Operation(
    "set.reactions",
    "PUT",
    "/reactions",
    returns=lambda: models.Private,
    body=Body("application/json"),
)


class Group247Shop(Resource):
    """The operations of `group_24_7_shop`."""

    def operation_2nd_reaction(
        self,
        plus_1: str,
        reaction_id: str,
        *,
        query_filter: str | Omit = OMIT,
        filter: str | Omit = OMIT,
        ids: Sequence[str] | Omit = OMIT,
        page_size: int | Omit = OMIT,
        parameter: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
    ) -> models.ComExampleReactionV2:
        """Get a reaction."""
        return self._send(
            _OPERATION_2ND_REACTION,
            path=(plus_1, reaction_id),
            query={
                "$filter": query_filter,
                "filter": filter,
                "ids[]": ids,
                "page[size]": page_size,
                "_": parameter,
            },
            headers={"X-Trace": x_trace},
        )

    def set_reactions(
        self,
        *,
        plain: str,
        with_space: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
    ) -> models.Private:
        """Set reactions.

        Args:
            with_space: What a class could not have.
        """
        return self._send(
            _SET_REACTIONS,
            body={
                "plain": plain,
                "with space": with_space,
                "class": class_,
                "list": list,
            },
        )


class AsyncGroup247Shop(AsyncResource):
    """The same as `Group247Shop`, to be awaited."""

    async def operation_2nd_reaction(
        self,
        plus_1: str,
        reaction_id: str,
        *,
        query_filter: str | Omit = OMIT,
        filter: str | Omit = OMIT,
        ids: Sequence[str] | Omit = OMIT,
        page_size: int | Omit = OMIT,
        parameter: str | Omit = OMIT,
        x_trace: str | Omit = OMIT,
    ) -> models.ComExampleReactionV2:
        """Get a reaction."""
        return await self._send(
            _OPERATION_2ND_REACTION,
            path=(plus_1, reaction_id),
            query={
                "$filter": query_filter,
                "filter": filter,
                "ids[]": ids,
                "page[size]": page_size,
                "_": parameter,
            },
            headers={"X-Trace": x_trace},
        )

    async def set_reactions(
        self,
        *,
        plain: str,
        with_space: str | Omit = OMIT,
        class_: str | Omit = OMIT,
        list: Sequence[str] | Omit = OMIT,
    ) -> models.Private:
        """Set reactions. See `Group247Shop.set_reactions`."""
        return await self._send(
            _SET_REACTIONS,
            body={
                "plain": plain,
                "with space": with_space,
                "class": class_,
                "list": list,
            },
        )
