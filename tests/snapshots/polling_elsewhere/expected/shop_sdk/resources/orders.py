"""The operations of `orders`."""

from __future__ import annotations

from .. import models
from .._runtime.operation import Operation
from .._runtime.plans import Polling
from .._runtime.resource import AsyncResource, Resource

_CREATE_ORDER: Operation[models.Task] = Operation(
    "createOrder", "POST", "/orders", returns=lambda: models.Task
)
_GET_TASK: Operation[models.Task] = Operation(
    "getTask", "GET", "/tasks/{id}", returns=lambda: models.Task
)
_POLLING = Polling(
    field=("status",), terminal=("done", "failed"), interval=1.0, deadline=600.0
)


class Orders(Resource):
    """The operations of `orders`."""

    def create_order(self) -> models.Task:
        """Place an order."""
        return self._send(_CREATE_ORDER)

    def create_order_and_poll(self) -> models.Task:
        """Place an order. Waits until it is settled.

        Returns when `status` is `done` or `failed`. Takes what `create_order` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = self._start(_CREATE_ORDER)
        return self._poll(_GET_TASK, _POLLING, started, path=(started.id,))


class AsyncOrders(AsyncResource):
    """The same as `Orders`, to be awaited."""

    async def create_order(self) -> models.Task:
        """Place an order."""
        return await self._send(_CREATE_ORDER)

    async def create_order_and_poll(self) -> models.Task:
        """Place an order. Waits until it is settled.

        Returns when `status` is `done` or `failed`. Takes what `create_order` takes.

        Raises:
            PollTimeoutError: It took longer than `poll_deadline`, 600 s by default.
        """
        started = await self._start(_CREATE_ORDER)
        return await self._poll(_GET_TASK, _POLLING, started, path=(started.id,))
