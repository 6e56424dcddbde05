"""A server that speaks HTTP/2 without TLS, one thread for each connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, Event, RequestReceived, StreamEnded

Handle = Callable[["Exchange"], object]


class Exchange:
    """A request that has come, and the ways to answer it."""

    def __init__(self, connection: H2Connection, stream: int) -> None:
        self._connection = connection
        self._stream = stream
        self.headers: dict[str, str] = {}
        self.body = b""

    def answer(
        self, body: bytes, status: int = 200, *, ends: bool = True, **headers: str
    ) -> None:
        """Send an answer, or the first part of one."""
        lines = {":status": str(status), "content-type": "application/json", **headers}
        named = [(name.replace("_", "-"), value) for name, value in lines.items()]
        self._connection.send_headers(self._stream, named)
        self._connection.send_data(self._stream, body, end_stream=ends)

    def reset(self) -> None:
        """End this exchange alone, without an answer."""
        self._connection.reset_stream(self._stream)

    def leave(self) -> None:
        """Take no more requests on this connection."""
        self._connection.close_connection(last_stream_id=self._stream - 2)


class Http2Server:
    """Keeps the requests of each connection in `connections`."""

    def __init__(self, handle: Handle) -> None:
        self.connections: list[list[Exchange]] = []
        self._handle = handle
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        open_ones: dict[int, Exchange] = {}
        finished: list[Exchange] = []
        self.connections.append(finished)
        with peer:
            peer.sendall(connection.data_to_send())
            while data := peer.recv(65536):
                for event in connection.receive_data(data):
                    exchange = _taken(connection, open_ones, event)
                    if exchange is not None:
                        finished.append(exchange)
                        self._handle(exchange)
                peer.sendall(connection.data_to_send())


def _taken(
    connection: H2Connection, open_ones: dict[int, Exchange], event: Event
) -> Exchange | None:
    """Note what has come; gives the exchange whose request is complete now."""
    match event:
        case RequestReceived(stream_id=stream, headers=headers):
            exchange = open_ones[stream] = Exchange(connection, stream)
            exchange.headers = {
                name.decode(): value.decode() for name, value in headers
            }
        case DataReceived(stream_id=stream, data=data, flow_controlled_length=size):
            open_ones[stream].body += data
            connection.acknowledge_received_data(size, stream)
        case StreamEnded(stream_id=stream):
            return open_ones[stream]
        case _:
            pass
    return None
