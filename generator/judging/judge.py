"""What openapi-spec-validator finds in one description, as lines of JSON."""

from __future__ import annotations

import gc
import json
import marshal
import sys
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError
from openapi_spec_validator.schemas.utils import get_schema_content
from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)

from ..pointers import Json, join
from .facts import describe
from .guards import (
    PlacedError,
    Rules,
    SeveralErrors,
    StoppedError,
    guarded,
    guarded_validator,
)

if sys.platform != "win32":
    import resource

# sdkgen's own checks find these, with their places.
_FOUND_ELSEWHERE = (
    DuplicateOperationIDError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
# The validator judges schemas of OpenAPI 3.2 by the rules of 3.1, which has no such key.
_NEW_KEY = "/discriminator/defaultMapping"
_PATH_ITEMS = (("paths",), ("webhooks",), ("components", "pathItems"))
_NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "subprocess.Popen"})


def judge(data: Any, version: str) -> Iterator[dict[str, str]]:
    """What the validator finds, each with `pointer`, `fact` and `remedy`.

    For a part that it could not judge, there is `stopped` with the reason instead.
    """
    for finding in _judged(data, version):
        if version != "3.2" or not finding.get("pointer", "").endswith(_NEW_KEY):
            yield finding


def _judged(data: Any, version: str) -> Iterator[dict[str, str]]:
    validator = guarded_validator(data, version)
    rules = Rules(dict(get_schema_content(version)), None)
    pointers = _pointers(data)
    for error in guarded(rules.iter_errors(data)):
        yield from _findings(error, "")
    for error in guarded(validator.root_validator(validator.schema_path)):
        for one in error.errors if isinstance(error, SeveralErrors) else [error]:
            if not isinstance(one, PlacedError):
                yield from _findings(one, "")
            elif id(one.owner) in pointers:
                yield from _findings(one.error, pointers[id(one.owner)], one.within)


def _findings(
    error: ValidationError, pointer: str, within: str = ""
) -> Iterator[dict[str, str]]:
    if isinstance(error, StoppedError):
        yield {"stopped": error.message}
    elif within:
        # Of a default, the place is told once, and not where in it the misfit stands.
        for found in describe(error):
            fact = f"the {within} does not fit its schema: {found.fact}"
            yield {
                "pointer": join(pointer, within),
                "fact": fact,
                "remedy": found.remedy,
            }
    elif not isinstance(error, _FOUND_ELSEWHERE) and not _is_beside_a_path(error):
        for found in describe(error):
            at = pointer
            for step in found.path:
                at = join(at, step)
            yield {"pointer": at, "fact": found.fact, "remedy": found.remedy}


def _is_beside_a_path(error: ValidationError) -> bool:
    """Whether it is about what stands beside a path item's `$ref`.

    The specification lets it stand there; the validator takes all that has one for a plain
    reference.
    """
    value, place = error.instance, tuple(error.absolute_path)
    return (
        error.validator == "unevaluatedProperties"
        and isinstance(value, dict)
        and "$ref" in value
        and place[:-1] in _PATH_ITEMS
    )


def _pointers(data: Json) -> dict[int, str]:
    """The pointer of each mapping, by identity: the validator hands on the values alone."""
    found: dict[int, str] = {}
    pending: list[tuple[Json, str]] = [(data, "")]
    while pending:
        value, pointer = pending.pop()
        if isinstance(value, dict):
            found.setdefault(id(value), pointer)
            pending.extend((child, join(pointer, key)) for key, child in value.items())
        elif isinstance(value, list):
            pending.extend(
                (child, join(pointer, index)) for index, child in enumerate(value)
            )
    return found


def main() -> None:
    """Judges one description, and writes a line of JSON a finding, at once.

    The line on stdin says where: the paths `source` and `findings`, the `version`, and the
    limits `seconds` and `bytes`. Without it there is nothing to do.
    """
    order = sys.stdin.buffer.readline()
    if not order:
        return
    options = json.loads(order)
    _limit(options["seconds"], options["bytes"])
    gc.disable()
    with open(options["source"], "rb") as source:
        data = marshal.load(source)
    with open(options["findings"], "w", encoding="utf-8") as findings:
        sys.addaudithook(_stay_inside)
        for finding in judge(data, options["version"]):
            print(json.dumps(finding), file=findings, flush=True)
        print(json.dumps({"done": True}), file=findings, flush=True)


def _limit(seconds: int, memory: int) -> None:
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _stay_inside(event: str, _: object) -> None:
    if event in _NETWORK:
        raise PermissionError(event)
