"""The other end of the calls."""

from __future__ import annotations

import httpx2

from .answers import ELSEWHERE, Answer, accepts
from .surface import Method


class Server:
    """The other end: keeps the request and gives the answer that was laid ready."""

    def __init__(self) -> None:
        self.request: httpx2.Request | None = None
        self.answers: list[Answer] = []
        self.answered: Answer | None = None
        self.method: Method | None = None

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        if str(request.url) == ELSEWHERE:
            return httpx2.Response(200, content=b"a file")
        method = self.method
        assert method is not None
        self.request = request
        fitting = [a for a in self.answers if accepts(method, a, request)]
        self.answered = fitting[0] if fitting else None
        return (self.answered or Answer(204)).response()

    async def handle(self, request: httpx2.Request) -> httpx2.Response:
        await request.aread()
        return self(request)
