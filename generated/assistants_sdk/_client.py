"""The clients of the Assistants API."""

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
    from .resources.assistants import Assistants, AsyncAssistants

_CONFIG = ClientConfig(
    package="assistants_sdk",
    version=__version__,
    servers=(Server("https://api.openai.com/v1"),),
    base_url_variable="ASSISTANTS_BASE_URL",
    security=(("ApiKeyAuth",),),
    headers={"OpenAI-Beta": "assistants=v1"},
)


class Client(BaseClient):
    """A client of the Assistants API whose calls wait for their answers.

    Args:
        api_key: The key, or a function that gives the current one; read from
            `OPENAI_API_KEY` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `ASSISTANTS_BASE_URL` does the same.
        http_client: Your own `httpx2.Client`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "ApiKeyAuth": Bearer(api_key, "OPENAI_API_KEY", argument="api_key")
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def assistants(self) -> Assistants:
        """Assistants with their files, threads with their messages, and runs with their
        steps.
        """
        from .resources.assistants import Assistants

        return Assistants(self)


class AsyncClient(BaseAsyncClient):
    """A client of the Assistants API whose calls are awaited.

    Args:
        api_key: The key, or a function that gives the current one; read from
            `OPENAI_API_KEY` when left out.
        base_url: Where requests go, in place of the API's own servers; the environment
            variable `ASSISTANTS_BASE_URL` does the same.
        http_client: Your own `httpx2.AsyncClient`; it is not closed with this one.
        options: What `with_options` takes: `timeout`, `max_retries`, `headers` and
            more.
    """

    def __init__(
        self,
        *,
        api_key: Secret | None = None,
        base_url: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        **options: Unpack[Changes],
    ) -> None:
        super().__init__(
            _CONFIG,
            schemes={
                "ApiKeyAuth": Bearer(api_key, "OPENAI_API_KEY", argument="api_key")
            },
            base_url=base_url,
            http_client=http_client,
            **options,
        )

    @cached_property
    def assistants(self) -> AsyncAssistants:
        """Assistants with their files, threads with their messages, and runs with their
        steps.
        """
        from .resources.assistants import AsyncAssistants

        return AsyncAssistants(self)
