"""OpenAI's own SDK, which Stainless generated; every version with this API."""

from __future__ import annotations

from importlib import import_module

from .stub import Stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable
    from typing import Any

PACKAGES = ("openai", "httpx", "httpx2", "pydantic")
END_MARK = True


class Contestant:
    """Calls through a stub, or to an address."""

    def __init__(self, url: str | None = None) -> None:
        openai: Any = import_module("openai")
        # Version 2 and later build on httpx2.
        http: Any = import_module(
            "httpx" if openai.__version__.startswith("1.") else "httpx2"
        )
        self.stub = Stub(http)
        sync: dict[str, Any] = {"api_key": "key", "base_url": url}
        aio = dict(sync)
        if url is None:
            sync["http_client"] = http.Client(transport=self.stub.transport())
            transport = self.stub.async_transport()
            aio["http_client"] = http.AsyncClient(transport=transport)
        self._client = openai.OpenAI(**sync)
        self._async = openai.AsyncOpenAI(**aio)

    def run(self) -> Any:
        return self._client.beta.threads.runs.retrieve("run_1", thread_id="thread_1")

    def run_async(self) -> Awaitable[Any]:
        runs = self._async.beta.threads.runs
        answer: Awaitable[Any] = runs.retrieve("run_1", thread_id="thread_1")
        return answer

    def messages(self) -> Any:
        return self._client.beta.threads.messages.list("thread_1", limit=100).data

    def events(self) -> Iterable[Any]:
        events: Iterable[Any] = self._client.beta.threads.runs.create(
            "thread_1", assistant_id="asst_1", stream=True
        )
        return events


def load_models() -> None:
    """Load every model of this API; each is built where it is first checked, if ever."""
    from pkgutil import walk_packages

    package = import_module("openai.types.beta")
    for module in walk_packages(package.__path__, "openai.types.beta."):
        name = module.name.removeprefix("openai.types.beta.")
        if name.startswith(("assistant", "thread", "function", "code", "file")):
            import_module(module.name)
