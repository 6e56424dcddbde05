"""A page of a browser whose every complaint and request is noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request, Route

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@contextmanager
def visiting(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Opens a page; in the end there was no error and no request to another host."""
    options.setdefault("viewport", DESKTOP)
    complaints: list[str] = []
    home = urlsplit(url)

    def judge(route: Route, request: Request) -> None:
        there = urlsplit(request.url)
        if (there.scheme, there.netloc) == (home.scheme, home.netloc):
            route.continue_()
        else:
            complaints.append(f"asks for {request.url}")
            route.abort()

    context = browser.new_context(**options)
    try:
        context.route(lambda url: not url.startswith(("data:", "blob:")), judge)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        context.on(
            "console",
            lambda message: (
                complaints.append(f"console: {message.text}")
                if message.type in {"error", "warning"}
                else None
            ),
        )
        context.on(
            "requestfailed",
            # Who follows a link no longer waits for what the page was still loading.
            lambda request: (
                complaints.append(f"fails: {request.url} ({request.failure})")
                if request.failure != "net::ERR_ABORTED"
                else None
            ),
        )
        context.on("dialog", lambda dialog: complaints.append(dialog.message))
        # The machine may be busy with the other tests.
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(url)
        yield page
    finally:
        context.close()
    assert not complaints, complaints
