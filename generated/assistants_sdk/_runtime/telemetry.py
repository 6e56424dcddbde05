"""OpenTelemetry spans, for programs that use OpenTelemetry.

The package is never imported here: a program that wants spans has imported it, and for
all others it costs nothing.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2

    from .errors import APIError
    from .redaction import Redaction


class CallSpan:
    """The span around one call, with all its attempts.

    It is never made the current span, because a call may end in another task or thread
    than it began in.
    """

    __slots__ = ("_span",)

    def __init__(self, span: Any) -> None:
        self._span = span

    def sending(self, request: httpx2.Request, attempt: int) -> None:
        """Name the span to the server, so that its own become part of this one."""
        trace, propagate = sys.modules["opentelemetry.trace"], _propagate()
        if attempt > 1:
            self._span.set_attribute("http.request.resend_count", attempt - 1)
        if propagate is not None:
            carrier: dict[str, str] = {}
            propagate.inject(carrier, context=trace.set_span_in_context(self._span))
            request.headers.update(carrier)

    def answered(self, response: httpx2.Response) -> None:
        self._span.set_attribute("http.response.status_code", response.status_code)

    def end(self, error: APIError | None = None) -> None:
        if error is not None:
            status: Any = sys.modules["opentelemetry.trace"]
            self._span.set_attribute("error.type", type(error).__name__)
            self._span.set_status(status.StatusCode.ERROR, error.message)
        self._span.end()


def start_span(
    package: str, version: str, name: str, request: httpx2.Request, redaction: Redaction
) -> CallSpan | None:
    """A span for a call; `None` where the program does not use OpenTelemetry."""
    trace: Any = sys.modules.get("opentelemetry.trace")
    if trace is None:
        return None
    url = request.url
    span = trace.get_tracer(package, version).start_span(
        name,
        kind=trace.SpanKind.CLIENT,
        attributes={
            "http.request.method": request.method,
            "url.full": redaction.url(url),
            "server.address": url.host,
            "server.port": url.port or (443 if url.scheme == "https" else 80),
        },
    )
    return CallSpan(span)


def _propagate() -> Any:
    if (
        "opentelemetry.sdk" not in sys.modules
        and "opentelemetry.propagate" not in sys.modules
    ):
        return None
    from importlib import import_module

    return import_module("opentelemetry.propagate")
