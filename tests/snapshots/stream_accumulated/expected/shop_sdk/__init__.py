"""Python client for the Shop API."""

from typing import TYPE_CHECKING

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from . import models as models
    from ._client import AsyncClient as AsyncClient, Client as Client
    from ._runtime.errors import (
        APIConnectionError as APIConnectionError,
        APIError as APIError,
        APIResponseValidationError as APIResponseValidationError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ClientClosedError as ClientClosedError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        GoneError as GoneError,
        InternalServerError as InternalServerError,
        InvalidRequestError as InvalidRequestError,
        MethodNotAllowedError as MethodNotAllowedError,
        NotFoundError as NotFoundError,
        PayloadTooLargeError as PayloadTooLargeError,
        PermissionDeniedError as PermissionDeniedError,
        PollTimeoutError as PollTimeoutError,
        RateLimitError as RateLimitError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseTooLargeError as ResponseTooLargeError,
        StreamError as StreamError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from ._runtime.files import FileInput as FileInput
    from ._runtime.hooks import Hooks as Hooks
    from ._runtime.model import Model as Model
    from ._runtime.omit import OMIT as OMIT, Omit as Omit
    from ._runtime.options import Timeout as Timeout
    from ._runtime.paging import (
        AsyncPage as AsyncPage,
        AsyncPager as AsyncPager,
        Page as Page,
    )
    from ._runtime.raw import raw as raw
    from ._runtime.response import AsyncResponse as AsyncResponse, Response as Response
    from ._runtime.retries import Retries as Retries
    from ._runtime.streaming import AsyncStream as AsyncStream, Stream as Stream
    from ._runtime.unions import Unknown as Unknown
    from .streams import (
        AsyncExportStream as AsyncExportStream,
        AsyncExportStreamJob as AsyncExportStreamJob,
        ExportStream as ExportStream,
        ExportStreamJob as ExportStreamJob,
    )
else:
    from ._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
models
_client: AsyncClient Client
_runtime.errors: APIConnectionError APIError APIResponseValidationError APIStatusError APITimeoutError AuthenticationError BadRequestError ClientClosedError ConfigurationError ConflictError GoneError InternalServerError InvalidRequestError MethodNotAllowedError NotFoundError PayloadTooLargeError PermissionDeniedError PollTimeoutError RateLimitError RequestTimeoutError ResponseTooLargeError StreamError UnprocessableEntityError
_runtime.files: FileInput
_runtime.hooks: Hooks
_runtime.model: Model
_runtime.omit: OMIT Omit
_runtime.options: Timeout
_runtime.paging: AsyncPage AsyncPager Page
_runtime.raw: raw
_runtime.response: AsyncResponse Response
_runtime.retries: Retries
_runtime.streaming: AsyncStream Stream
_runtime.unions: Unknown
streams: AsyncExportStream AsyncExportStreamJob ExportStream ExportStreamJob
""",
    )
