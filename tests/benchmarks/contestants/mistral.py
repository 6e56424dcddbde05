"""Mistral's SDK, which Speakeasy generated, with this API's models in its style."""

from __future__ import annotations

from importlib import import_module

from .stub import Stub

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

PACKAGES = ("mistralai", "httpx2", "pydantic")
END_MARK = True


class Contestant:
    """Calls through a stub, or to an address, made as the SDK's methods make theirs."""

    def __init__(self, url: str | None = None) -> None:
        http: Any = import_module("httpx2")
        self.stub = Stub(http)
        clients = {}
        if url is None:
            clients["client"] = http.Client(
                transport=self.stub.transport(), follow_redirects=True
            )
            clients["async_client"] = http.AsyncClient(
                transport=self.stub.async_transport(), follow_redirects=True
            )
        client: Any = import_module("mistralai.client")
        self._sdk = client.Mistral(api_key="key", server_url=url, **clients)
        self._utils: Any = import_module("mistralai.client.utils")
        self._hooks: Any = import_module("mistralai.client._hooks")
        self._security: Any = import_module("mistralai.client.models").Security
        self._unmarshal: Any = import_module(
            "mistralai.client.utils.unmarshal_json_response"
        ).unmarshal_json_response

    def run(self) -> Any:
        request = self._model("get_run_request", "GetRunRequest")
        response = self._sdk.do_request(
            request=self._sdk._build_request(
                **self._described("/v1/threads/{thread_id}/runs/{run_id}"),
                request=request(thread_id="thread_1", run_id="run_1"),
            ),
            **self._sent("getRun"),
        )
        return self._answer(response, self._model("run", "Run"))

    async def run_async(self) -> Any:
        request = self._model("get_run_request", "GetRunRequest")
        response = await self._sdk.do_request_async(
            request=self._sdk._build_request_async(
                **self._described("/v1/threads/{thread_id}/runs/{run_id}"),
                request=request(thread_id="thread_1", run_id="run_1"),
            ),
            **self._sent("getRun"),
        )
        return self._answer(response, self._model("run", "Run"))

    def messages(self) -> Any:
        request = self._model("list_messages_request", "ListMessagesRequest")
        response = self._sdk.do_request(
            request=self._sdk._build_request(
                **self._described("/v1/threads/{thread_id}/messages"),
                request=request(thread_id="thread_1", limit=100),
            ),
            **self._sent("listMessages"),
        )
        return self._answer(response, self._model("message_list", "MessageList")).data

    def events(self) -> Iterable[Any]:
        request = self._model("stream_request", "StreamRequest")(thread_id="thread_1")
        described = {
            **self._described("/v1/threads/{thread_id}/runs#stream"),
            "method": "POST",
            "accept_header_value": "text/event-stream",
        }
        response = self._sdk.do_request(
            request=self._sdk._build_request(**described, request=request),
            **self._sent("createRun"),
            stream=True,
        )
        if not self._utils.match_response(response, "200", "text/event-stream"):
            raise RuntimeError(response)
        event = self._model("event", "Event")
        streaming: Any = import_module("mistralai.client.utils.eventstreaming")
        events: Iterable[Any] = streaming.EventStream(
            response,
            lambda raw: self._unmarshal(event, response, raw),
            sentinel="[DONE]",
            client_ref=self._sdk,
        )
        return events

    def _model(self, module: str, name: str) -> Any:
        return getattr(import_module(f"speakeasy_models.{module}"), name)

    def _described(self, path: str) -> dict[str, Any]:
        sdk = self._sdk
        return {
            "method": "GET",
            "path": path,
            "base_url": sdk._get_url(None, None),
            "url_variables": None,
            "request_body_required": False,
            "request_has_path_params": True,
            "request_has_query_params": True,
            "user_agent_header": "user-agent",
            "accept_header_value": "application/json",
            "http_headers": None,
            "security": sdk.sdk_configuration.security,
            "allow_empty_value": None,
            "timeout_ms": 300_000,
        }

    def _sent(self, name: str) -> dict[str, Any]:
        configuration = self._sdk.sdk_configuration
        utils = self._utils
        return {
            "hook_ctx": self._hooks.HookContext(
                config=configuration,
                base_url="",
                operation_id=name,
                oauth2_scopes=None,
                security_source=utils.get_security_from_env(
                    configuration.security, self._security
                ),
                tags=["assistants"],
                extensions=None,
            ),
            "is_error_status_code": lambda c: utils.match_status_codes(
                ["4XX", "5XX"], c
            ),
            "retry_config": None,
        }

    def _answer(self, response: Any, type_: Any) -> Any:
        if self._utils.match_response(response, "200", "application/json"):
            return self._unmarshal(type_, response)
        raise RuntimeError(response)


def load_models() -> None:
    """Load every model, which builds it."""
    from pkgutil import iter_modules

    for module in iter_modules(import_module("speakeasy_models").__path__):
        import_module(f"speakeasy_models.{module.name}")
