"""The clients of the Shop API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import Bearer
from ._runtime.client import BaseAsyncClient, BaseClient
from ._runtime.config import ClientConfig
from ._runtime.servers import Server
from ._version import __version__

if TYPE_CHECKING:
    from typing import Unpack

    import httpx2

    from ._runtime.auth import Secret
    from ._runtime.options import Changes
    from .resources.orders import AsyncOrders, Orders
    from .resources.tasks import AsyncTasks, Tasks

_CONFIG = ClientConfig(
    package="shop_sdk",
    version=__version__,
    servers=(Server("https://api.shop.example/v1"),),
    base_url_variable="SHOP_SDK_BASE_URL",
    security=(("ApiKey",),),
)


class Client(BaseClient):
    """A client of the Shop API whose calls wait for their answers.

    Args:
        token: The key, or a function that gives the current one; read from
            `SHOP_SDK_TOKEN` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.Client`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        token: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={"ApiKey": Bearer(token, "SHOP_SDK_TOKEN", argument="token")},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def orders(self) -> Orders:
        """The operations of `orders`."""
        from .resources.orders import Orders

        return Orders(self)

    @cached_property
    def tasks(self) -> Tasks:
        """The operations of `tasks`."""
        from .resources.tasks import Tasks

        return Tasks(self)


class AsyncClient(BaseAsyncClient):
    """A client of the Shop API whose calls are awaited.

    Args:
        token: The key, or a function that gives the current one; read from
            `SHOP_SDK_TOKEN` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.AsyncClient`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        token: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={"ApiKey": Bearer(token, "SHOP_SDK_TOKEN", argument="token")},
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def tasks(self) -> AsyncTasks:
        """The operations of `tasks`."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self)
