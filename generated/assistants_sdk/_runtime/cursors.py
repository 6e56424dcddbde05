"""The way from one page to the next, and the refusal to walk in circles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeGuard, TypeVar
from urllib.parse import urljoin, urlsplit

from .arguments import Next
from .errors import APIError
from .paths import dig

if TYPE_CHECKING:
    from .plans import Paging

_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[^\s=;,]+\s*(?:=\s*(?:"[^"]*"|[^\s;,]*))?)*)')
_REL = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]*))', re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}

B_co = TypeVar("B_co", covariant=True)


class Answer(NamedTuple, Generic[B_co]):
    """One page as it came, and what had been sent for it."""

    body: B_co
    sent: Mapping[str, object]
    """The query parameters by wire name, or the body's fields where paging is there."""

    url: str
    """The address that was asked, with its query."""

    headers: Mapping[str, str]
    """The response's headers, found whatever the case of their names."""


class Position:
    """Where a page stands in its list, and where the next one begins.

    A cursor or address that was followed before would lead round for ever. Brent's way
    of finding circles needs no list of all that went before: each page is compared with
    one earlier page, which is taken anew after 1, 2, 4, 8 … pages.
    """

    __slots__ = (
        "_before",
        "_compared",
        "_count",
        "_mark",
        "_paging",
        "_sent",
        "_span",
        "_steps",
        "_url",
        "next",
    )

    def __init__(
        self,
        answer: Answer[object],
        paging: Paging[Any, Any],
        count: int,
        previous: Position | None = None,
    ) -> None:
        body, self._sent, self._url, headers = answer
        self._paging = paging
        self._count = count
        followed = None if previous is None else previous.next
        self._mark = self._sent_value()
        if paging.style in ("link", "next_url"):
            # Not the answer's own address, to which credentials and more may be added.
            self._mark = (followed and followed.url) or self._url
        if previous is None:
            page = count if paging.style == "page" else 1
            self._before = (self._number() - self._first()) * page
            self._compared, self._steps, self._span = self._mark, 0, 1
        else:
            self._before = previous._before + previous._count
            self._compared = previous._compared
            self._steps, self._span = previous._steps + 1, previous._span
            if self._steps == self._span:
                self._compared, self._steps = self._mark, 0
                self._span *= 2
        more = dig(body, paging.more) if paging.more else None
        # A server that leaves the flag out is taken by its other signs.
        over = more is not None and not more
        self.next: Next | None = None if over else self._after(body, headers)
        """How to ask for the next page; `None` after the last."""

    def leave(self) -> Next:
        """How to ask for the next page, once that is known to be safe.

        Raises:
            LookupError: There is no next page.
            APIError: The server leads to another origin, or in a circle.
        """
        step = self.next
        if step is None:
            raise LookupError("there is no next page; look at has_next_page first")
        mark: object
        if step.url is None:
            mark = {**step.query, **step.body}[self._paging.parameter]
        else:
            mark = step.url
            if _origin(step.url) != _origin(self._url):
                raise APIError(
                    f"the next page is at another origin, {_origin(step.url)},"
                    " and was not asked for"
                )
        if mark is not None and mark in (self._mark, self._compared):
            raise APIError(f"the pages go round in a circle: {mark!r} came again")
        return step

    def _after(self, body: object, headers: Mapping[str, str]) -> Next | None:
        paging = self._paging
        match paging.style:
            case "cursor":
                cursor = dig(body, paging.next)
                if cursor is None or cursor == "":
                    return None
                # Some servers repeat the last cursor beside an empty page.
                if not self._count and cursor == self._mark:
                    return None
                return self._change(cursor)
            case "offset":
                return self._counted(body, self._number() + self._count)
            case "page":
                pages = dig(body, paging.pages) if paging.pages else None
                number = self._number() + 1
                if _is_count(pages) and number - self._first() >= pages:
                    return None
                return self._counted(body, number)
            case "next_url":
                return self._follow(dig(body, paging.next))
            case "link":
                return self._follow(_next_link(headers.get("link", "")))

    def _counted(self, body: object, number: int) -> Next | None:
        # A short page is no sign of the end: servers cap the size that was asked for.
        if not self._count:
            return None
        total = dig(body, self._paging.total) if self._paging.total else None
        if _is_count(total) and self._before + self._count >= total:
            return None
        return self._change(number)

    def _follow(self, link: object) -> Next | None:
        # A link may be an object with its address and more.
        url = link if isinstance(link, str) else dig(link, ("href",))
        if not isinstance(url, str) or not url:
            return None
        try:
            return Next(url=_encrypted(urljoin(self._url, url), self._url))
        except ValueError:
            # No address at all; `leave` says so, if anybody wants to go there.
            return Next(url=url)

    def _change(self, value: object) -> Next:
        change = {self._paging.parameter: value}
        if self._paging.parameter_in_body:
            return Next(body=change)
        return Next(query=change)

    def _sent_value(self) -> object:
        return self._sent.get(self._paging.parameter)

    def _first(self) -> int:
        if self._paging.start is not None:
            return self._paging.start
        return 1 if self._paging.style == "page" else 0

    def _number(self) -> int:
        sent = self._sent_value()
        if isinstance(sent, str):
            return int(sent) if sent.isdecimal() else self._first()
        return int(sent) if isinstance(sent, (int, float)) else self._first()


def _is_count(said: object) -> TypeGuard[int | float]:
    """Whether this is how many there are; 0 or -1 beside items stands for "unknown"."""
    return isinstance(said, (int, float)) and said > 0


def _next_link(header: str) -> str | None:
    """The target of the link whose relation is `next` (RFC 8288)."""
    for link in _LINK.finditer(header):
        rel = _REL.search(link[2])
        if rel and "next" in (rel[1] or rel[2] or "").lower().split():
            return link[1]
    return None


def _encrypted(url: str, here: str) -> str:
    """The address of the next page, encrypted where this one was at the same host.

    Many servers behind a proxy do not know that they are asked so.
    """
    parts, asked = urlsplit(url), urlsplit(here)
    lacks = (parts.scheme, asked.scheme) == ("http", "https")
    return (
        parts._replace(scheme="https").geturl()
        if lacks and parts.netloc == asked.netloc
        else url
    )


def _origin(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.hostname}:{port}"
