"""Operations that fail as an API says, and the errors that their calls end in."""

from __future__ import annotations

from typing import Any

import pytest

from templates.python._runtime.errors import APIError
from templates.python._runtime.model import Model
from templates.python._runtime.operation import Body, Operation

from .conftest import Recorder


class Problem(Model):
    code: int
    text: str


class Thing(Model):
    id: str


GET: Operation[Any] = Operation(
    "getThing",
    "GET",
    "/things/{id}",
    returns=lambda: Thing,
    errors={"404": lambda: Problem, "5XX": lambda: Problem, "default": lambda: Any},
)
POST: Operation[Any] = Operation(
    "postThing", "POST", "/things", returns=lambda: Thing, body=Body("application/json")
)


def fail(make_api: Any, *answers: Any, **options: Any) -> Any:
    """The error that a call ends in."""
    options = {"max_retries": 0, **options}
    with pytest.raises(APIError) as caught:
        make_api(Recorder(*answers), **options).call(GET, path=("a b",))
    return caught.value
