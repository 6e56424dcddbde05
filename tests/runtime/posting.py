"""Operations with a body of each kind, and the requests that their calls send."""

from __future__ import annotations

from typing import Any

from templates.python._runtime.operation import Body, Operation

from .conftest import Recorder


def post(body: Body, method: str = "POST") -> Operation[Any]:
    return Operation("post", method, "/x", body=body)


JSON = post(Body("application/json"))
FORM = Body("application/x-www-form-urlencoded", "form")
MULTIPART = Body("multipart/form-data", "multipart")
BYTES = post(Body("application/octet-stream", "bytes"))


def sent(make_api: Any, operation: Operation[Any], value: Any, **options: Any) -> Any:
    recorder = Recorder()
    make_api(recorder, **options).call(operation, body=value)
    return recorder.request
