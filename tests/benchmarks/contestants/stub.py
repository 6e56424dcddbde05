"""The cheapest possible network: answers that are ready, whatever is asked."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CHUNK = 16_384
"""Bytes of a stream that arrive at once: as many as a TLS record has at most."""


class Stub:
    """Transports for an `httpx` or `httpx2` that give the same answer every time."""

    def __init__(self, http: Any) -> None:
        self._http = http
        self._headers: list[tuple[bytes, bytes]] = []
        self._body: Any = None

    def answer(self, media_type: str, body: bytes) -> None:
        """Answer with this from now on."""
        self._headers = [(b"Content-Type", media_type.encode())]
        if media_type != "text/event-stream":
            self._headers.append((b"Content-Length", str(len(body)).encode()))
            self._body = self._http.ByteStream(body)
            return
        chunks = [body[at : at + CHUNK] for at in range(0, len(body), CHUNK)]

        async def each(stream: object) -> Any:
            for chunk in chunks:
                yield chunk

        bases = (self._http.SyncByteStream, self._http.AsyncByteStream)
        methods = {"__iter__": lambda stream: iter(chunks), "__aiter__": each}
        self._body = type("Chunks", bases, methods)()

    def transport(self) -> Any:
        """What a sync client is to send with."""

        def handle(transport: object, request: object) -> Any:
            return self._http.Response(200, headers=self._headers, stream=self._body)

        bases = (self._http.BaseTransport,)
        return type("Transport", bases, {"handle_request": handle})()

    def async_transport(self) -> Any:
        """What an async client is to send with."""

        async def handle(transport: object, request: object) -> Any:
            return self._http.Response(200, headers=self._headers, stream=self._body)

        bases = (self._http.AsyncBaseTransport,)
        return type("Transport", bases, {"handle_async_request": handle})()
