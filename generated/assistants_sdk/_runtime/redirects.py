"""Following redirects without giving anything away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import httpx2

from .url import is_host

MOST: Final = 10
_UNSAFE: Final = frozenset({301, 302})
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def follow(
    response: httpx2.Response, secrets: Iterable[str], replayable: bool
) -> httpx2.Request | str:
    """The request that a redirect leads to, or why it is not followed.

    To another origin go no credentials. A redirect that would turn a call which changes
    something into one that reads, or encrypted traffic into open, is not followed.

    Args:
        response: The redirect.
        secrets: The names of headers that carry credentials, in lower case.
        replayable: Whether the body can be sent once more.
    """
    old, new = response.request, response.next_request
    if new is None:
        return "the redirect leads nowhere"
    if new.url.scheme not in ("http", "https"):
        return f"the redirect leads to {new.url.scheme}:, which is not HTTP"
    if not is_host(new.url.raw_host.decode("ascii")):
        return f"the redirect leads to {new.url.host!r}, which is no host"
    if old.url.scheme == "https" and new.url.scheme == "http":
        return "the redirect leads to an unencrypted address"
    is_other = new.method != old.method.upper()
    if response.status_code in _UNSAFE and is_other and old.method not in _READING:
        return f"the redirect would turn {old.method} into {new.method}"
    if not is_other:
        new.method = old.method
    keeps_body = new.method == old.method and old.method not in _READING
    if keeps_body and not replayable:
        return "the body cannot be sent a second time, as the redirect asks"
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
