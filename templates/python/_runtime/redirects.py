"""Following redirects without giving anything away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import httpx2

from .url import is_host

MOST: Final = 10
_UNSAFE: Final = frozenset({301, 302})
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class UnsafeError(Exception):
    """Why a redirect is not followed; becomes an `APIStatusError`."""


def follow(
    response: httpx2.Response, secrets: Iterable[str], replayable: bool
) -> httpx2.Request:
    """The request that a redirect leads to.

    To another origin go no credentials. A redirect that would turn a call which changes
    something into one that reads, or encrypted traffic into open, is not followed.

    Args:
        response: The redirect.
        secrets: The names of headers that carry credentials, in lower case.
        replayable: Whether the body can be sent once more.

    Raises:
        UnsafeError: It is not followed.
    """
    old, new = response.request, response.next_request
    if new is None:
        raise UnsafeError("the redirect leads nowhere")
    if new.url.scheme not in ("http", "https"):
        raise UnsafeError(f"the redirect leads to {new.url.scheme}:, which is not HTTP")
    if not is_host(new.url.raw_host.decode("ascii")):
        raise UnsafeError(f"the redirect leads to {new.url.host!r}, which is no host")
    if old.url.scheme == "https" and new.url.scheme == "http":
        raise UnsafeError("the redirect leads to an unencrypted address")
    is_other = new.method != old.method.upper()
    if response.status_code in _UNSAFE and is_other and old.method not in _READING:
        raise UnsafeError(f"the redirect would turn {old.method} into {new.method}")
    if not is_other:
        new.method = old.method
    keeps_body = new.method == old.method and old.method not in _READING
    if keeps_body and not replayable:
        raise UnsafeError("the body cannot be sent a second time, as the redirect asks")
    same = new.url.origin == old.url.origin or _is_upgrade(old.url, new.url)
    for name in secrets:
        if same and name in old.headers:
            # httpx2 takes away cookies even where they were meant for this origin.
            new.headers[name] = old.headers[name]
        elif not same and name in new.headers:
            del new.headers[name]
    if new.method != old.method:
        for name in ("content-type", "content-length", "transfer-encoding"):
            new.headers.pop(name, None)
    return new


def _is_upgrade(old: httpx2.URL, new: httpx2.URL) -> bool:
    # What was sent in the open before may be sent to the same host encrypted.
    return old.host == new.host and (old.scheme, old.port, new.port) == (
        "http",
        None,
        None,
    )
