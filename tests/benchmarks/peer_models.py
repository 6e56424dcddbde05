"""The API's models as other generators write them, for SDKs that have not got this API.

    python -m tests.benchmarks.peer_models FOLDER

Our own models tell what there is, so that every SDK has the same ones. Runs where
`assistants_sdk` can be imported.
"""

from __future__ import annotations

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

# What events hold, told apart by the kind of object.
EVENT_DATA = {
    "thread": "Thread",
    "thread.run": "Run",
    "thread.run.step": "RunStep",
    "thread.run.step.delta": "RunStepDelta",
    "thread.message": "Message",
    "thread.message.delta": "MessageDelta",
}


def main() -> None:
    folder = Path(sys.argv[1])
    models: Any = import_module("assistants_sdk.models")
    values = {name: getattr(models, name) for name in models.__all__}
    for style in (Stainless(values), Speakeasy(values)):
        package = folder / style.package
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        for name, text in style.modules():
            (package / f"{name}.py").write_text(text)


class Style(ABC):
    """Writes Python from models.

    Args:
        models: Every model and alias by its name.
    """

    package: str
    head: str
    with_typed_dicts = False

    def __init__(self, models: dict[str, Any]) -> None:
        self._classes = {n: m for n, m in models.items() if isinstance(m, type)}
        self._unions = {
            n: m for n, m in models.items() if get_origin(m) is Annotated and _tag(m)
        }

    def modules(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each module."""
        for name, class_ in self._classes.items():
            if hasattr(class_, "__pydantic_fields__"):
                yield _module(name), self._whole(name, self.class_text(name, class_))
        for name, union in self._unions.items():
            yield _module(name), self._whole(name, self.union_text(name, union))

    @abstractmethod
    def class_text(self, name: str, class_: Any) -> str:
        """A model as a class."""

    @abstractmethod
    def union_text(self, name: str, union: Any) -> str:
        """A union as an alias."""

    @abstractmethod
    def open_literal(self, literal: str) -> str:
        """A literal with other values allowed."""

    def type_text(self, type_: Any, suffix: str = "") -> str:
        """A type without its `None`; `suffix` ends the names of models."""
        for name, union in self._unions.items():
            if type_ == union:
                return name + suffix
        origin, arguments = get_origin(type_), get_args(type_)
        if origin is Annotated:
            return self.type_text(arguments[0], suffix)
        if origin in (Union, UnionType):
            return self._either([a for a in arguments if a is not NoneType], suffix)
        if origin is Literal:
            return f"Literal[{', '.join(map(repr, arguments))}]"
        if origin is list:
            return f"List[{self.type_text(arguments[0], suffix)}]"
        if origin is dict:
            texts = ", ".join(self.type_text(a, suffix) for a in arguments)
            return f"Dict[{texts}]"
        if type_ is Any:
            return "Any"
        own: str = type_.__name__
        return own + suffix if own in self._classes else own

    def _either(self, members: list[Any], suffix: str) -> str:
        texts = [self.type_text(member, suffix) for member in members]
        if len(texts) == 1:
            return texts[0]
        literals = [text for text in texts if text.startswith("Literal[")]
        if literals and len(texts) == len(literals) + 1 and "str" in texts:
            return self.open_literal(literals[0])
        return f"Union[{', '.join(texts)}]"

    def fields(self, class_: Any) -> Iterator[tuple[str, Any, bool, bool]]:
        """Name, type, whether it may be `None`, and whether it may be left out."""
        hints = get_type_hints(class_, include_extras=True)
        for name, field in class_.__pydantic_fields__.items():
            type_ = hints[name]
            yield name, type_, NoneType in get_args(type_), not field.is_required()

    def _whole(self, name: str, text: str) -> str:
        names = [*self._classes, *self._unions]
        used = [
            n for n in names if n != name and re.search(rf"\b{n}(TypedDict)?\b", text)
        ]
        imports = [
            f"from .{_module(n)} import {n}"
            + (f", {n}TypedDict" if self.with_typed_dicts else "")
            for n in used
        ]
        return "\n".join([self.head, *imports, "\n", text])


class Stainless(Style):
    """As in the SDKs of OpenAI and Anthropic."""

    package = "stainless_models"
    head = """\
from typing import Any, Dict, List, Optional, Union
from typing_extensions import Annotated, Literal, TypeAlias

from anthropic._models import BaseModel, UnionDiscriminator
"""

    def modules(self) -> Iterator[tuple[str, str]]:
        yield from super().modules()
        # Its streams look at nothing but the data of events.
        text = self._tagged("EventData", EVENT_DATA.values(), "object")
        yield "event_data", self._whole("EventData", text)

    def class_text(self, name: str, class_: Any) -> str:
        lines = [f"class {name}(BaseModel):"]
        for field, type_, nullable, optional in self.fields(class_):
            text = self.type_text(type_)
            if nullable or optional:
                text = f"Optional[{text}] = None"
            lines += [f"    {field}: {text}", ""]
        return "\n".join(lines)

    def union_text(self, name: str, union: Any) -> str:
        members = [variant.__name__ for variant in _variants(union).values()]
        return self._tagged(name, members, _tag(union))

    def open_literal(self, literal: str) -> str:
        # They do not check what arrives, and promise what is known.
        return literal

    def _tagged(self, name: str, members: Iterable[str], tag: str) -> str:
        union = f"Union[{', '.join(members)}]"
        return f'{name}: TypeAlias = Annotated[{union}, UnionDiscriminator("{tag}")]\n'


class Speakeasy(Style):
    """As in the SDK of Mistral."""

    package = "speakeasy_models"
    with_typed_dicts = True
    head = '''\
"""Code generated by Speakeasy (https://speakeasy.com). DO NOT EDIT."""

from __future__ import annotations
from functools import partial
from mistralai.client.types import (
    BaseModel,
    Nullable,
    OptionalNullable,
    UNSET,
    UNSET_SENTINEL,
    UnrecognizedStr,
)
from mistralai.client.utils import (
    FieldMetadata,
    PathParamMetadata,
    QueryParamMetadata,
    validate_const,
)
from mistralai.client.utils.unions import parse_open_union
import pydantic
from pydantic import ConfigDict, model_serializer
from pydantic.functional_validators import AfterValidator, BeforeValidator
from typing import Any, Dict, List, Literal, Optional, Union
from typing_extensions import Annotated, NotRequired, TypeAliasType, TypedDict
'''
    serializer = """
    @model_serializer(mode="wrap")
    def serialize_model(self, handler):
        optional_fields = set({optional})
        nullable_fields = set({nullable})
        serialized = handler(self)
        m = {{}}
        for n, f in type(self).model_fields.items():
            k = f.alias or n
            val = serialized.get(k, serialized.get(n))
            is_nullable_and_explicitly_set = (
                k in nullable_fields
                and (self.__pydantic_fields_set__.intersection({{n}}))
            )
            if val != UNSET_SENTINEL:
                if (
                    val is not None
                    or k not in optional_fields
                    or is_nullable_and_explicitly_set
                ):
                    m[k] = val
        return m
"""
    requests = {
        "GetRunRequest": ("path thread_id", "path run_id"),
        "ListMessagesRequest": ("path thread_id", "query limit"),
        "StreamRequest": ("path thread_id",),
    }

    def modules(self) -> Iterator[tuple[str, str]]:
        yield from super().modules()
        for name, fields in self.requests.items():
            lines = [f"class {name}(BaseModel):"]
            for place, field in map(str.split, fields):
                style = "simple" if place == "path" else "form"
                meta = f'{place.title()}ParamMetadata(style="{style}", explode=False)'
                type_ = f"Annotated[Any, FieldMetadata({place}={meta})]"
                lines += [f"    {field}: {type_}", ""]
            yield _module(name), self._whole(name, "\n".join(lines))
        # A class of a name and of data of several kinds, as its own streams have it: a
        # union of whole events would take half as long again.
        yield "event", self._whole(
            "Event",
            self._tagged("EventData", EVENT_DATA, "object")
            + "\n\nclass Event(BaseModel):\n    event: str\n\n    data: EventData\n",
        )

    def class_text(self, name: str, class_: Any) -> str:
        lines = [f"class {name}(BaseModel):"]
        typed = [f"class {name}TypedDict(TypedDict):", "    pass"]
        optionals: list[str] = []
        nullables: list[str] = []
        for field, type_, nullable, optional in self.fields(class_):
            text = self.type_text(type_)
            as_typed = self.type_text(type_, "TypedDict")
            default = ""
            if get_origin(type_) is Literal:
                (value,) = get_args(type_)
                checked = f"AfterValidator(validate_const({value!r}))"
                text = f"Annotated[{text}, {checked}]"
                text = f'Annotated[{text}, pydantic.Field(alias="{field}")]'
                default = f" = {value!r}"
            elif optional:
                optionals.append(field)
                text, default = f"Optional[{text}]", " = None"
                as_typed = f"NotRequired[{as_typed}]"
            elif nullable:
                nullables.append(field)
                text, as_typed = f"Nullable[{text}]", f"Nullable[{as_typed}]"
            lines += [f"    {field}: {text}{default}", ""]
            typed.append(f"    {field}: {as_typed}")
        if optionals or nullables:
            lines.append(self.serializer.format(optional=optionals, nullable=nullables))
        rebuilt = f"try:\n    {name}.model_rebuild()\nexcept NameError:\n    pass\n"
        return "\n".join([*typed, "\n", *lines, "\n", rebuilt])

    def union_text(self, name: str, union: Any) -> str:
        variants = {str(t): v.__name__ for t, v in _variants(union).items()}
        return self._tagged(name, variants, _tag(union))

    def _tagged(self, name: str, variants: Mapping[str, str], tag: str) -> str:
        members = list(variants.values())
        typed = ", ".join(f"{member}TypedDict" for member in members)
        table = ", ".join(f"{tag!r}: {variant}" for tag, variant in variants.items())
        return f"""\
{name}TypedDict = TypeAliasType("{name}TypedDict", Union[{typed}])


class Unknown{name}(BaseModel):
    {tag}: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True

    model_config = ConfigDict(frozen=True)


_VARIANTS: dict[str, Any] = {{{table}}}


{name} = Annotated[
    Union[{', '.join(members)}, Unknown{name}],
    BeforeValidator(
        partial(
            parse_open_union,
            disc_key="{tag}",
            variants=_VARIANTS,
            unknown_cls=Unknown{name},
            union_name="{name}",
        )
    ),
]
"""

    def open_literal(self, literal: str) -> str:
        return f"Union[{literal}, UnrecognizedStr]"


def _tag(union: Any) -> str:
    return next((m.tag for m in union.__metadata__ if hasattr(m, "tag")), "")


def _variants(union: Any) -> dict[str, type]:
    mark = next(m for m in union.__metadata__ if hasattr(m, "tag"))
    found: dict[str, type] = mark.variants(get_args(union)[0])
    return found


def _module(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


if __name__ == "__main__":
    main()
