"""Our SDK."""

from __future__ import annotations

from .stub import Stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable
    from typing import Any

PACKAGES = ("httpx2", "pydantic")
END_MARK = True


class Contestant:
    """Calls through a stub, or to an address."""

    def __init__(self, url: str | None = None) -> None:
        import httpx2
        from assistants_sdk import AsyncClient, Client

        self.stub = Stub(httpx2)
        if url is None:
            http = httpx2.Client(transport=self.stub.transport())
            self._client = Client(api_key="key", http_client=http)
            ahttp = httpx2.AsyncClient(transport=self.stub.async_transport())
            self._async = AsyncClient(api_key="key", http_client=ahttp)
        else:
            self._client = Client(api_key="key", base_url=url)
            self._async = AsyncClient(api_key="key", base_url=url)

    def run(self) -> Any:
        return self._client.assistants.get_run("thread_1", "run_1")

    def run_async(self) -> Awaitable[Any]:
        return self._async.assistants.get_run("thread_1", "run_1")

    def messages(self) -> Any:
        return self._client.assistants.list_messages("thread_1", limit=100).items

    def events(self) -> Iterable[Any]:
        return self._client.assistants.create_run_stream(
            "thread_1", assistant_id="asst_1"
        )


def load_models() -> None:
    """Load every model; each is built where it is first made."""
    import assistants_sdk

    models: Any = assistants_sdk.models
    for name in models.__all__:
        getattr(models, name)
