"""The clients of the Shop API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.auth import ApiKey, Basic, Bearer
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
)


class Client(BaseClient):
    """A client of the Shop API whose calls wait for their answers.

    Args:
        api_key: The key for the header `X-Shop-Key`; read from `SHOP_KEY` when left
            out.
        query_key: The key for the query parameter `key`; read from `SHOP_SDK_QUERY_KEY`
            when left out.
        cookie_key: The key for the cookie `session`; read from `SHOP_SDK_COOKIE_KEY`
            when left out.
        user: The user's name; read from `SHOP_SDK_USER` when left out.
        password: The user's password; read from `SHOP_SDK_PASSWORD` when left out.
        token: The key, or a function that gives the current one; read from
            `SHOP_SDK_TOKEN` when left out.
        admin_token: The key, or a function that gives the current one; read from
            `SHOP_SDK_ADMIN_TOKEN` when left out.
        identity_token: The key, or a function that gives the current one; read from
            `SHOP_SDK_IDENTITY_TOKEN` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.Client`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        user: Secret | None = None,
        password: Secret | None = None,
        token: Secret | None = None,
        admin_token: Secret | None = None,
        identity_token: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "HeaderKey": ApiKey(
                    api_key,
                    "SHOP_KEY",
                    name="X-Shop-Key",
                    place="header",
                    argument="api_key",
                ),
                "QueryKey": ApiKey(
                    query_key,
                    "SHOP_SDK_QUERY_KEY",
                    name="key",
                    place="query",
                    argument="query_key",
                ),
                "CookieKey": ApiKey(
                    cookie_key,
                    "SHOP_SDK_COOKIE_KEY",
                    name="session",
                    place="cookie",
                    argument="cookie_key",
                ),
                "Login": Basic(
                    user,
                    password,
                    ("SHOP_SDK_USER", "SHOP_SDK_PASSWORD"),
                    arguments=("user", "password"),
                ),
                "Token": Bearer(token, "SHOP_SDK_TOKEN", argument="token"),
                "AdminToken": Bearer(
                    admin_token, "SHOP_SDK_ADMIN_TOKEN", argument="admin_token"
                ),
                "Identity": Bearer(
                    identity_token, "SHOP_SDK_IDENTITY_TOKEN", argument="identity_token"
                ),
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
        api_key: The key for the header `X-Shop-Key`; read from `SHOP_KEY` when left
            out.
        query_key: The key for the query parameter `key`; read from `SHOP_SDK_QUERY_KEY`
            when left out.
        cookie_key: The key for the cookie `session`; read from `SHOP_SDK_COOKIE_KEY`
            when left out.
        user: The user's name; read from `SHOP_SDK_USER` when left out.
        password: The user's password; read from `SHOP_SDK_PASSWORD` when left out.
        token: The key, or a function that gives the current one; read from
            `SHOP_SDK_TOKEN` when left out.
        admin_token: The key, or a function that gives the current one; read from
            `SHOP_SDK_ADMIN_TOKEN` when left out.
        identity_token: The key, or a function that gives the current one; read from
            `SHOP_SDK_IDENTITY_TOKEN` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `SHOP_SDK_BASE_URL` does the same.
        http_client: Your own `httpx2.AsyncClient`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        query_key: Secret | None = None,
        cookie_key: Secret | None = None,
        user: Secret | None = None,
        password: Secret | None = None,
        token: Secret | None = None,
        admin_token: Secret | None = None,
        identity_token: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "HeaderKey": ApiKey(
                    api_key,
                    "SHOP_KEY",
                    name="X-Shop-Key",
                    place="header",
                    argument="api_key",
                ),
                "QueryKey": ApiKey(
                    query_key,
                    "SHOP_SDK_QUERY_KEY",
                    name="key",
                    place="query",
                    argument="query_key",
                ),
                "CookieKey": ApiKey(
                    cookie_key,
                    "SHOP_SDK_COOKIE_KEY",
                    name="session",
                    place="cookie",
                    argument="cookie_key",
                ),
                "Login": Basic(
                    user,
                    password,
                    ("SHOP_SDK_USER", "SHOP_SDK_PASSWORD"),
                    arguments=("user", "password"),
                ),
                "Token": Bearer(token, "SHOP_SDK_TOKEN", argument="token"),
                "AdminToken": Bearer(
                    admin_token, "SHOP_SDK_ADMIN_TOKEN", argument="admin_token"
                ),
                "Identity": Bearer(
                    identity_token, "SHOP_SDK_IDENTITY_TOKEN", argument="identity_token"
                ),
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
