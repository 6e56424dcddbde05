"""Reading a body with an eye on its size and on the clock."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from .call import Call

_PACKED = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class Collector:
    """Puts a body together, piece by piece.

    Args:
        call: Knows the size that is allowed and the time that is left.
        response: What is read, its body not yet.
    """

    __slots__ = ("_call", "_parts", "_response", "_size")

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._call = call
        self._response = response
        self._parts: list[bytes] = []
        self._size = 0

    def add(self, part: bytes) -> None:
        """Take the next piece.

        Raises:
            ResponseTooLargeError: The body is larger than allowed.
            APITimeoutError: The call has taken too long.
        """
        self._size += len(part)
        call, limit = self._call, self._call.limit
        if limit is not None and self._size > limit:
            raise call.failures.too_large(self._response, limit, call.attempt)
        # Asking for the time that is left raises where there is none.
        _ = call.left
        self._parts.append(part)

    def whole(self) -> httpx2.Response:
        """The response with its body."""
        return with_content(self._response, b"".join(self._parts))


def with_content(response: httpx2.Response, content: bytes) -> httpx2.Response:
    """A response whose body was read piece by piece, as if it had been read at once."""
    # The body is unpacked now, and the headers must not say otherwise.
    headers = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name.lower() not in _PACKED
    ]
    whole = httpx2.Response(
        response.status_code,
        headers=headers,
        content=content,
        request=response.request,
        extensions=response.extensions,
        history=response.history,
    )
    # It is not known where a transport of the caller's own had read the body before.
    with suppress(RuntimeError):
        whole.elapsed = response.elapsed
    return whole
