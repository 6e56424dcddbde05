"""What a client tells `logging`, under the package's name, without secrets.

Every attempt and its answer are of level DEBUG, retries of level INFO.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx2

    from .redaction import Redaction


class CallLog:
    """Writes the lines about calls.

    Args:
        package: The logger's name.
        redaction: What is secret.
    """

    __slots__ = ("_logger", "_redaction")

    def __init__(self, package: str, redaction: Redaction) -> None:
        self._logger = logging.getLogger(package)
        self._redaction = redaction

    @property
    def is_verbose(self) -> bool:
        """Whether anybody reads the lines about single attempts."""
        return self._logger.isEnabledFor(logging.DEBUG)

    def sending(self, name: str, request: httpx2.Request, attempt: int) -> None:
        self._logger.debug(
            "%s: sending %s %s (attempt %d), headers %s",
            name,
            request.method,
            self._redaction.url(request.url),
            attempt,
            self._redaction.headers(request.headers),
        )

    def answered(
        self,
        name: str,
        response: httpx2.Response,
        request_id: str | None,
        seconds: float,
    ) -> None:
        redaction = self._redaction
        # Servers repeat credentials, and gateways the headers of the request.
        secrets = redaction.secrets(response.request)
        headers = [
            (header, redaction.text(value, secrets))
            for header, value in redaction.headers(response.headers)
        ]
        self._logger.debug(
            "%s: answered %d in %.3f s, request id %s, headers %s",
            name,
            response.status_code,
            seconds,
            request_id,
            headers,
        )

    def retrying(self, name: str, reason: str, attempt: int, delay: float) -> None:
        self._logger.info(
            "%s: attempt %d failed (%s), trying again in %.2f s",
            name,
            attempt,
            reason,
            delay,
        )

    def given_up(self, name: str, reason: str, attempt: int) -> None:
        self._logger.debug("%s: giving up after attempt %d (%s)", name, attempt, reason)
