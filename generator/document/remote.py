"""Files from the network, which only `--allow-remote` fetches."""

from __future__ import annotations

import time

from ..errors import Problem, UnusableInput
from . import limits


def fetch(url: str) -> bytes:
    """The body at `url`.

    Raises:
        UnusableInput: It cannot be had, takes too long, or is too large.
    """
    # Most runs fetch nothing, and importing an HTTP client takes a tenth of a second.
    import httpx2

    deadline = time.monotonic() + limits.REMOTE_SECONDS
    body = bytearray()
    try:
        with (
            httpx2.Client(
                follow_redirects=True, timeout=limits.REMOTE_SECONDS
            ) as client,
            client.stream("GET", url) as response,
        ):
            response.raise_for_status()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > limits.FILE_BYTES:
                    raise _unusable(url, "the body is too large", "save a smaller copy")
                if time.monotonic() > deadline:
                    raise _unusable(
                        url, "the server is too slow", "save a copy beside the root"
                    )
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason = str(error) or type(error).__name__
        raise _unusable(
            url, reason.splitlines()[0], "save a copy beside the root"
        ) from None
    return bytes(body)


def _unusable(url: str, fact: str, remedy: str) -> UnusableInput:
    return UnusableInput([Problem(url, 1, 1, "", fact, remedy)])
