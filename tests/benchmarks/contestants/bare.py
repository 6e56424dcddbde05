"""No SDK: httpx2, with everything prepared that can be."""

from __future__ import annotations

from .stub import Stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PACKAGES = ("httpx2",)
HEADERS = {
    "Accept": "application/json",
    "User-Agent": "bare",
    "OpenAI-Beta": "assistants=v1",
    "Authorization": "Bearer key",
}


class Contestant:
    """Calls through a stub, or to an address."""

    def __init__(self, url: str | None = None) -> None:
        import httpx2

        self.stub = Stub(httpx2)
        self._request = httpx2.Request
        self._url = f"{url or 'https://api.openai.com/v1'}/threads/thread_1/runs/run_1"
        if url is None:
            self._client = httpx2.Client(transport=self.stub.transport())
            transport = self.stub.async_transport()
            self._async = httpx2.AsyncClient(transport=transport)
        else:
            self._client = httpx2.Client()
            self._async = httpx2.AsyncClient()

    def run(self) -> Any:
        request = self._request("GET", self._url, headers=HEADERS)
        return self._client.send(request).json()

    async def run_async(self) -> Any:
        request = self._request("GET", self._url, headers=HEADERS)
        return (await self._async.send(request)).json()


def load_models() -> None:
    """There are none."""
