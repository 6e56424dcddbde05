"""Anthropic's SDK, which Stainless generated, with this API's models in its style."""

from __future__ import annotations

from importlib import import_module

from .stub import Stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable
    from typing import Any

PACKAGES = ("anthropic", "httpx2", "pydantic")
# Its streams may hold nothing but JSON.
END_MARK = False


class Contestant:
    """Calls through a stub, or to an address, made as the SDK's methods make theirs."""

    def __init__(self, url: str | None = None) -> None:
        http: Any = import_module("httpx2")
        anthropic: Any = import_module("anthropic")
        self.stub = Stub(http)
        sync: dict[str, Any] = {"api_key": "key", "base_url": url}
        aio = dict(sync)
        if url is None:
            sync["http_client"] = http.Client(transport=self.stub.transport())
            transport = self.stub.async_transport()
            aio["http_client"] = http.AsyncClient(transport=transport)
        self._client = anthropic.Anthropic(**sync)
        self._async = anthropic.AsyncAnthropic(**aio)
        self._path: Any = import_module("anthropic._utils").path_template
        self._options: Any = import_module(
            "anthropic._base_client"
        ).make_request_options
        self._run: Any = import_module("stainless_models.run").Run

    def run(self) -> Any:
        path = "/v1/threads/{thread_id}/runs/{run_id}"
        return self._client.get(
            self._path(path, thread_id="thread_1", run_id="run_1"),
            options=self._options(span_name="runs.retrieve", span_route=path),
            cast_to=self._run,
        )

    def run_async(self) -> Awaitable[Any]:
        path = "/v1/threads/{thread_id}/runs/{run_id}"
        answer: Awaitable[Any] = self._async.get(
            self._path(path, thread_id="thread_1", run_id="run_1"),
            options=self._options(span_name="runs.retrieve", span_route=path),
            cast_to=self._run,
        )
        return answer

    def messages(self) -> Any:
        path = "/v1/threads/{thread_id}/messages"
        message: Any = import_module("stainless_models.message").Message
        pagination: Any = import_module("anthropic.pagination")
        return self._client.get_api_list(
            self._path(path, thread_id="thread_1"),
            page=pagination.SyncPage[message],
            options=self._options(
                query={"limit": 100}, span_name="messages.list", span_route=path
            ),
            model=message,
        ).data

    def events(self) -> Iterable[Any]:
        path = "/v1/threads/{thread_id}/runs"
        event: Any = import_module("stainless_models.event_data").EventData
        anthropic: Any = import_module("anthropic")
        events: Iterable[Any] = self._client.post(
            self._path(path, thread_id="thread_1"),
            body={"assistant_id": "asst_1", "stream": True},
            options=self._options(span_name="runs.create", span_route=path),
            cast_to=event,
            stream=True,
            stream_cls=anthropic.Stream[event],
        )
        return events


def load_models() -> None:
    """Load every model; each is built where it is first checked, if ever."""
    from pkgutil import iter_modules

    for module in iter_modules(import_module("stainless_models").__path__):
        import_module(f"stainless_models.{module.name}")
