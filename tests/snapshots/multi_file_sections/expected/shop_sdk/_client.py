"""The clients of the Shop API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import ApiKey
from ._runtime.client import BaseAsyncClient, BaseClient
from ._runtime.config import ClientConfig
from ._runtime.servers import Server
from ._version import __version__

if TYPE_CHECKING:
    from typing import Unpack

    import httpx2

    from ._runtime.auth import Secret
    from ._runtime.options import Changes
    from .resources.shop import AsyncShop, Shop

_CONFIG = ClientConfig(
    package="shop_sdk",
    version=__version__,
    servers=(Server("https://api.shop.example/v1"),),
    base_url_variable="SHOP_SDK_BASE_URL",
    security=(("Key",), ()),
)


class Client(BaseClient):
    """A client of the Shop API whose calls wait for their answers.

    Args:
        key: The key for the header `X-Key`; read from `SHOP_SDK_KEY` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.Client`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        key: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "Key": ApiKey(
                    key, "SHOP_SDK_KEY", name="X-Key", place="header", argument="key"
                )
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def shop(self) -> Shop:
        """The operations of `shop`."""
        from .resources.shop import Shop

        return Shop(self)


class AsyncClient(BaseAsyncClient):
    """A client of the Shop API whose calls are awaited.

    Args:
        key: The key for the header `X-Key`; read from `SHOP_SDK_KEY` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.AsyncClient`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        key: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "Key": ApiKey(
                    key, "SHOP_SDK_KEY", name="X-Key", place="header", argument="key"
                )
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def shop(self) -> AsyncShop:
        """The operations of `shop`."""
        from .resources.shop import AsyncShop

        return AsyncShop(self)
