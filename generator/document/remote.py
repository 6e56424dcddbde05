"""Files from the network, which only `--allow-remote` fetches."""

from __future__ import annotations

import time
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError

from ..errors import Problem, UnusableInput
from . import limits

_PIECE_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came, and the URL that it came from at last."""

    url: str
    content: bytes


def fetch(url: str) -> Fetched:
    """What stands at an `http:` or `https:` URL, or where that redirects to.

    Raises:
        UnusableInput: It cannot be had as a whole, takes too long, or is too large.
    """
    deadline = time.monotonic() + limits.REMOTE_SECONDS
    body = bytearray()
    try:
        with _opener().open(url, timeout=limits.REMOTE_SECONDS) as response:
            while piece := response.read1(_PIECE_BYTES):
                body += piece
                if len(body) > limits.FILE_BYTES:
                    raise _unusable(url, "what it holds is too large")
                if time.monotonic() > deadline:
                    raise _unusable(url, "the server is too slow")
            announced = response.headers.get("Content-Length", "")
            if announced.isdecimal() and not response.chunked:
                _expect(url, int(announced), len(body))
            return Fetched(response.geturl(), bytes(body))
    except HTTPError as error:
        raise _unusable(url, f"the server answers with {error.code}") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise _unusable(url, f"it cannot be fetched ({reason})") from None


def _expect(url: str, announced: int, come: int) -> None:
    """Refuses a part: it may look like the whole of a smaller file."""
    if come != announced:
        raise _unusable(url, f"only {come} of its {announced} bytes came")


def _opener() -> urllib.request.OpenerDirector:
    """Opens what the network has; unlike the usual opener, neither files nor FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener


def _unusable(url: str, fact: str) -> UnusableInput:
    remedy = "save a copy beside the description"
    return UnusableInput([Problem(url, 1, 1, "", fact, remedy)])
