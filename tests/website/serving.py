"""The mock of the description on a port of this machine, for programs that know nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx2

from tests.contract.judge import WrongRequestError
from tests.contract.mock import Mock


@contextmanager
def serving(mock: Mock, server: str) -> Iterator[str]:
    """Serves a mock in the place of a server, as long as the block lasts; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            request = httpx2.Request(
                self.command,
                server + self.path,
                headers=[*self.headers.items()],
                content=body,
            )
            try:
                response = mock.transport.handle_request(request)
            except WrongRequestError as error:
                response = httpx2.Response(400, text=str(error))
            self.send_response(response.status_code)
            for name, value in response.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(response.content)

        do_GET = do_POST = do_DELETE = _answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        Thread(target=listener.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listener.server_port}"
        listener.shutdown()
