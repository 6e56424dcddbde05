"""openapi-spec-validator at work, in a process of its own.

The validator's rules are untouched. What is added: the place of every finding, which the
validator loses; metaschemas whose references are resolved once instead of at every use,
which halves the time; and a guard around each path and schema, so that one that the
validator cannot take does not keep it from judging the others.
"""

from __future__ import annotations

import gc
import json
import marshal
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from jsonschema.exceptions import ValidationError
from jsonschema.validators import validator_for
from jsonschema_path.paths import SchemaPath
from openapi_schema_validator._specifications import REGISTRY
from openapi_schema_validator.validators import OAS30Validator
from openapi_spec_validator import (
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.schemas.utils import get_schema_content
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    OpenAPIValidationError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
from openapi_spec_validator.validation.validators import SpecValidator
from referencing import Resource
from referencing.jsonschema import DRAFT202012

from ..document.pointers import Json, join
from .facts import describe

# sdkgen's own checks find these, with their places.
_FOUND_ELSEWHERE = (
    DuplicateOperationIDError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
_NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "subprocess.Popen"})


class _PlacedError(OpenAPIValidationError):
    """A finding, and the object in the description that its path begins at."""

    def __init__(self, error: ValidationError, owner: object, within: str = "") -> None:
        super().__init__(error.message)
        self.error = error
        self.owner = owner
        self.within = within


class _SeveralErrors(OpenAPIValidationError):
    """Several findings where the validator has room for one."""

    def __init__(self, errors: list[_PlacedError]) -> None:
        super().__init__("several")
        self.errors = errors


class _StoppedError(OpenAPIValidationError):
    """The validator failed on one part, and passed over it."""


# Guards ----------------------------------------------------------------------------


def _guarded(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    try:
        yield from errors
    # Whatever it is, it is the validator's own.
    except Exception as error:
        yield _StoppedError(type(error).__name__)


class _Guard(keywords.KeywordValidator):
    """Goes before one of the validator's classes, which may fail on odd input."""

    def __call__(self, *args: Any, **options: Any) -> Iterator[ValidationError]:
        guarded: Any = super()
        return _guarded(guarded.__call__(*args, **options))


class _Values(keywords.ValueValidator):
    """Tells which schema's default a finding is about."""

    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[ValidationError]:
        for error in _guarded(super().__call__(schema, value)):
            yield (
                error
                if isinstance(error, _StoppedError)
                else _PlacedError(error, schema.read_value(), "default")
            )


class _Ids(dict[int, None]):
    """What the validator keeps in a list, and looks through for every schema."""

    def append(self, value: int) -> None:
        self[value] = None


class _Schemas(keywords.SchemaValidator):
    """Tells which schema a finding is about, and gives all that its metaschema finds."""

    def __init__(self, registry: Any) -> None:
        super().__init__(registry)
        ids: Any = (_Ids(), _Ids())
        self.visited_schema_ids, self.meta_checked_schema_ids = ids
        self._metaschemas: dict[Any, Any] = {}

    def __call__(
        self,
        schema: SchemaPath,
        require_properties: bool = True,
        meta_checked: bool = False,
    ) -> Iterator[ValidationError]:
        errors = super().__call__(schema, require_properties, meta_checked)
        return errors if meta_checked else self._placed(_guarded(errors), schema)

    def _placed(
        self, errors: Iterable[ValidationError], schema: SchemaPath
    ) -> Iterator[ValidationError]:
        for error in errors:
            is_placed = isinstance(error, _PlacedError | _SeveralErrors | _StoppedError)
            yield error if is_placed else _PlacedError(error, schema.read_value())

    def _validate_schema_meta(self, schema: SchemaPath, schema_value: Any) -> Any:
        try:
            dialect = self._dialect(schema, schema_value)
        except ValueError as error:
            return _PlacedError(ValidationError(str(error)), schema_value)
        if dialect not in self._metaschemas:
            options = {"format_checker": dialect.FORMAT_CHECKER}
            self._metaschemas[dialect] = _prepared(
                dialect.META_SCHEMA, dialect, **options
            )
        errors = self._metaschemas[dialect].iter_errors(schema_value)
        placed = [_PlacedError(error, schema_value) for error in errors]
        return _SeveralErrors(placed) if placed else None

    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        raise NotImplementedError


class _Schemas30(_Schemas, keywords.OpenAPIV30SchemaValidator):
    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        return OAS30Validator


class _Schemas31(_Schemas, keywords.OpenAPIV31SchemaValidator):
    def _dialect(self, schema: SchemaPath, schema_value: Any) -> Any:
        name = self._get_schema_dialect_id(schema, schema_value)
        dialect = self._get_validator_class_for_dialect(name)
        if dialect is None:
            raise ValueError(f"the dialect {name} is not known")
        return dialect


class _Schemas32(_Schemas31, keywords.OpenAPIV32SchemaValidator):
    pass


class _Values30(_Values, keywords.OpenAPIV30ValueValidator):
    pass


class _Values31(_Values, keywords.OpenAPIV31ValueValidator):
    pass


class _Values32(_Values, keywords.OpenAPIV32ValueValidator):
    pass


_VERSIONS: dict[str, tuple[type[SpecValidator], type[_Schemas], type[_Values]]] = {
    "3.0": (OpenAPIV30SpecValidator, _Schemas30, _Values30),
    "3.1": (OpenAPIV31SpecValidator, _Schemas31, _Values31),
    "3.2": (OpenAPIV32SpecValidator, _Schemas32, _Values32),
}


def _prepared(schema: Any, fallback: Any, **options: Any) -> Any:
    """A validator for `schema` that has all of its anchors at hand."""
    kind: Any = validator_for(schema, default=fallback)
    name: str = (kind.ID_OF(schema) or "").rstrip("#")
    resource = Resource.from_contents(schema, default_specification=DRAFT202012)
    registry = REGISTRY.with_resource(name, resource).crawl()
    return kind(schema, _resolver=registry.resolver(name), **options)


def _validator(data: Any, version: str) -> SpecValidator:
    base, schemas, values = _VERSIONS[version]
    guarded = {
        name: type(f"Guarded{kind.__name__}", (_Guard, kind), {})
        for name, kind in base.keyword_validators.items()
        if name != "__root__"
    }
    own = {"schema": schemas, "default": values}
    attributes = {
        "keyword_validators": {**base.keyword_validators, **guarded, **own},
        # A reference that leads out of the description is not followed from here.
        "resolver_handlers": {},
    }
    kind: Any = type("Judge", (base,), attributes)
    validator: SpecValidator = kind(data)
    return validator


# Findings --------------------------------------------------------------------------


def judge(data: Any, version: str) -> Iterator[dict[str, str]]:
    """What the validator finds, each with `pointer`, `fact` and `remedy`.

    For a part that it could not judge, there is `stopped` with the reason instead.
    """
    validator = _validator(data, version)
    rules = _prepared(dict(get_schema_content(version)), None)
    pointers = _pointers(data)
    for error in _guarded(rules.iter_errors(data)):
        yield from _findings(error, "")
    for error in _guarded(validator.root_validator(validator.schema_path)):
        for one in error.errors if isinstance(error, _SeveralErrors) else [error]:
            if not isinstance(one, _PlacedError):
                yield from _findings(one, "")
            elif id(one.owner) in pointers:
                yield from _findings(one.error, pointers[id(one.owner)], one.within)


def _findings(
    error: ValidationError, pointer: str, within: str = ""
) -> Iterator[dict[str, str]]:
    if isinstance(error, _StoppedError):
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
    elif not isinstance(error, _FOUND_ELSEWHERE):
        for found in describe(error):
            at = pointer
            for step in found.path:
                at = join(at, step)
            yield {"pointer": at, "fact": found.fact, "remedy": found.remedy}


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
    """Judges what stdin has, and writes a line of JSON a finding, at once.

    Takes the version, and the limits in seconds and bytes.
    """
    version, seconds, memory = sys.argv[-3:]
    _limit(int(seconds), int(memory))
    sys.addaudithook(_stay_inside)
    gc.disable()
    data = marshal.load(sys.stdin.buffer)
    for finding in judge(data, version):
        print(json.dumps(finding), flush=True)
    print(json.dumps({"done": True}), flush=True)


def _limit(seconds: int, memory: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _stay_inside(event: str, _: object) -> None:
    if event in _NETWORK:
        raise PermissionError(event)
