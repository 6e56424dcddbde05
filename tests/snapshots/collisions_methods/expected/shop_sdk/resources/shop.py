"""The catalogue and the orders of the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import models
from .._runtime.omit import OMIT
from .._runtime.operation import Operation
from .._runtime.plans import Paging, Polling, Sse
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .._runtime.omit import Omit
    from .._runtime.paging import AsyncPager, Page
    from .._runtime.streaming import AsyncStream, Stream

_ERRORS_ = {"400": lambda: models.Refused}
_PAGING_: Paging[Any, Any] = Paging(
    "cursor", items=("data",), parameter="cursor", next=("next_cursor",)
)
_CHAT: Operation[str] = Operation(
    "chat", "POST", "/chat", returns=lambda: str, errors=_ERRORS_
)
_CHAT_STREAM_2: Operation[str] = Operation(
    "chat", "POST", "/chat", returns=lambda: str, stream=Sse(), errors=_ERRORS_
)
_CHAT_STREAM: Operation[None] = Operation("chatStream", "GET", "/chat", errors=_ERRORS_)
_ERRORS: Operation[models.Page_] = Operation(
    "errors", "GET", "/errors", returns=lambda: models.Page_
)
_PAGING: Operation[None] = Operation("paging", "GET", "/paging")
_POLLING: Operation[models.State] = Operation(
    "polling", "GET", "/polling", returns=lambda: models.State
)
_POLL_STATE: Operation[None] = Operation("pollState", "POST", "/polling")
_SEND: Operation[None] = Operation("_send", "GET", "/models")
_WITH_OPTIONS: Operation[None] = Operation("with_options", "PUT", "/models")
_POLLING_ = Polling(field=("status",), terminal=("done",), interval=1.0, deadline=600.0)


class Shop(Resource):
    """The catalogue and the orders of the shop."""

    def chat(self) -> str:
        """Talk to the shop."""
        return self._send(_CHAT)

    def chat_stream_2(self) -> Stream[str]:
        """Talk to the shop. Streams the events.

        Use the result in `with`: its events arrive one by one as they happen. Takes
        what `chat` takes.
        """
        return self._stream(_CHAT_STREAM_2)

    def chat_stream(self) -> None:
        """Get the stream of a chat."""
        return self._send(_CHAT_STREAM)

    def errors(self, *, cursor: str | Omit = OMIT) -> Page[str, models.Page_]:
        """List errors."""
        return self._page(_ERRORS, _PAGING_, query={"cursor": cursor})

    def paging(self) -> None:
        """Get the paging."""
        return self._send(_PAGING)

    def polling(self) -> models.State:
        """Get the polling."""
        return self._send(_POLLING)

    def poll_state(self) -> None:
        """Poll the state."""
        return self._send(_POLL_STATE)

    def send(self) -> None:
        """Send."""
        return self._send(_SEND)

    def with_options(self) -> None:
        """Set the options."""
        return self._send(_WITH_OPTIONS)

    def poll_state_2(
        self,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.State], object] | None = None,
    ) -> models.State:
        """Call `polling` until `status` is `done`.

        Args:
            interval: Seconds between two reads, 1 when left out.
            deadline: Seconds after which to give up, 600 when left out.
            on_progress: Called with what each read gave.

        Raises:
            PollTimeoutError: The deadline has passed.
        """
        return self._poll(
            _POLLING,
            _POLLING_,
            None,
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )


class AsyncShop(AsyncResource):
    """The same as `Shop`, to be awaited."""

    async def chat(self) -> str:
        """Talk to the shop."""
        return await self._send(_CHAT)

    def chat_stream_2(self) -> AsyncStream[str]:
        """Talk to the shop. Streams the events.

        Use the result in `async with`: its events arrive one by one as they happen.
        Takes what `chat` takes.
        """
        return self._stream(_CHAT_STREAM_2)

    async def chat_stream(self) -> None:
        """Get the stream of a chat."""
        return await self._send(_CHAT_STREAM)

    def errors(self, *, cursor: str | Omit = OMIT) -> AsyncPager[str, models.Page_]:
        """List errors."""
        return self._page(_ERRORS, _PAGING_, query={"cursor": cursor})

    async def paging(self) -> None:
        """Get the paging."""
        return await self._send(_PAGING)

    async def polling(self) -> models.State:
        """Get the polling."""
        return await self._send(_POLLING)

    async def poll_state(self) -> None:
        """Poll the state."""
        return await self._send(_POLL_STATE)

    async def send(self) -> None:
        """Send."""
        return await self._send(_SEND)

    async def with_options(self) -> None:
        """Set the options."""
        return await self._send(_WITH_OPTIONS)

    async def poll_state_2(
        self,
        *,
        interval: float | None = None,
        deadline: float | None = None,
        on_progress: Callable[[models.State], object] | None = None,
    ) -> models.State:
        """Call `polling` until `status` is `done`."""
        return await self._poll(
            _POLLING,
            _POLLING_,
            None,
            interval=interval,
            deadline=deadline,
            on_progress=on_progress,
        )
