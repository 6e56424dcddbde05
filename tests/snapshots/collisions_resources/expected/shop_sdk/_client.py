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
    from .resources.async_orders import AsyncResourceAsyncOrders, ResourceAsyncOrders
    from .resources.client import AsyncClient_, Client_
    from .resources.close_ import AsyncClose, Close
    from .resources.orders import AsyncOrders, Orders
    from .resources.orders_2 import AsyncOrders2, Orders2
    from .resources.resource import AsyncResource_, Resource_
    from .resources.server import AsyncServer_, Server_

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
    def server(self) -> Server_:
        """Where the shop runs."""
        from .resources.server import Server_

        return Server_(self)

    @cached_property
    def resource(self) -> Resource_:
        """The operations of `resource`."""
        from .resources.resource import Resource_

        return Resource_(self)

    @cached_property
    def client(self) -> Client_:
        """The operations of `client`."""
        from .resources.client import Client_

        return Client_(self)

    @cached_property
    def orders(self) -> Orders:
        """The operations of `orders`."""
        from .resources.orders import Orders

        return Orders(self)

    @cached_property
    def async_orders(self) -> ResourceAsyncOrders:
        """The operations of `async_orders`."""
        from .resources.async_orders import ResourceAsyncOrders

        return ResourceAsyncOrders(self)

    @cached_property
    def close_(self) -> Close:
        """The operations of `close_`."""
        from .resources.close_ import Close

        return Close(self)

    @cached_property
    def orders_2(self) -> Orders2:
        """The operations of `orders_2`."""
        from .resources.orders_2 import Orders2

        return Orders2(self)


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
    def server(self) -> AsyncServer_:
        """Where the shop runs."""
        from .resources.server import AsyncServer_

        return AsyncServer_(self)

    @cached_property
    def resource(self) -> AsyncResource_:
        """The operations of `resource`."""
        from .resources.resource import AsyncResource_

        return AsyncResource_(self)

    @cached_property
    def client(self) -> AsyncClient_:
        """The operations of `client`."""
        from .resources.client import AsyncClient_

        return AsyncClient_(self)

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def async_orders(self) -> AsyncResourceAsyncOrders:
        """The operations of `async_orders`."""
        from .resources.async_orders import AsyncResourceAsyncOrders

        return AsyncResourceAsyncOrders(self)

    @cached_property
    def close_(self) -> AsyncClose:
        """The operations of `close_`."""
        from .resources.close_ import AsyncClose

        return AsyncClose(self)

    @cached_property
    def orders_2(self) -> AsyncOrders2:
        """The operations of `orders_2`."""
        from .resources.orders_2 import AsyncOrders2

        return AsyncOrders2(self)
