"""Small APIs, built by hand: what a test does not speak of has an everyday value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from generator.ir import (
    Alias,
    Api,
    Body,
    BodyKind,
    Constraints,
    Content,
    EnumModel,
    Example,
    Field,
    Json,
    Literal,
    Location,
    Model,
    Operation,
    Package,
    Parameter,
    Ref,
    Resource,
    Response,
    ResponseContent,
    ResponseKind,
    Scalar,
    ScalarKind,
    Schema,
    SchemeKind,
    SecurityRequirement,
    SecurityScheme,
    Server,
    Source,
    Style,
    Type,
)
from generator.rendering import Templates
from generator.targets.docs import emit

TEXT = Scalar(ScalarKind.STRING)
WHOLE = Scalar(ScalarKind.INTEGER)
NUMBER = Scalar(ScalarKind.NUMBER)
FLAG = Scalar(ScalarKind.BOOLEAN)

_SOURCE = Source("shop.yaml", "")
TEMPLATES = Templates()


def field(
    name: str, type_: Type = TEXT, *, required: bool = True, doc: str = ""
) -> Field:
    return Field(name, name, type_, required, doc)


def model(name: str, *fields: Field, doc: str = "") -> Model:
    return Model(name, fields, _SOURCE, doc=doc)


def alias(name: str, type_: Type, limits: Constraints | None = None) -> Alias:
    return Alias(name, type_, _SOURCE, constraints=limits or Constraints())


def enum(name: str, *values: str) -> EnumModel:
    return EnumModel(name, Literal(values), _SOURCE)


def path_parameter(name: str, doc: str = "", example: Json = None) -> Parameter:
    examples = () if example is None else (example,)
    return Parameter(
        name,
        name,
        Location.PATH,
        TEXT,
        True,
        Style.SIMPLE,
        False,
        doc=doc,
        examples=examples,
    )


def query_parameter(
    name: str, type_: Type = TEXT, *, required: bool = False
) -> Parameter:
    return Parameter(name, name, Location.QUERY, type_, required, Style.FORM, True)


def json_body(type_: Type, *fields: Field, example: Json = None) -> Body:
    examples = () if example is None else (Example("default", example),)
    content = Content(
        "application/json", BodyKind.JSON, type_, fields, examples=examples
    )
    return Body(True, (content,))


def answer(type_: Type | None, status: str = "200", example: Json = None) -> Response:
    if type_ is None:
        return Response(status, ())
    examples = () if example is None else (Example("default", example),)
    content = ResponseContent(
        "application/json", ResponseKind.JSON, type_, examples=examples
    )
    return Response(status, (content,))


def operation(
    name: str = "get_pet",
    method: str = "GET",
    path: str = "/pets/{pet_id}",
    *parameters: Parameter,
    returns: Type | None = None,
    body: Body | None = None,
) -> Operation:
    """An operation whose id is its name; a name in the path is a parameter of its own."""
    in_path = tuple(
        path_parameter(part[1:-1]) for part in path.split("/") if part.startswith("{")
    )
    given = {parameter.name for parameter in parameters}
    return Operation(
        name,
        name,
        method,
        path,
        _SOURCE,
        (*(one for one in in_path if one.name not in given), *parameters),
        body,
        (answer(returns),),
    )


def api(*operations: Operation, schemas: tuple[Schema, ...] = (), doc: str = "") -> Api:
    """An API whose operations are all below `client.pets`."""
    resource = Resource("pets", "Pets", operations, title="Pets")
    return Api(
        "Pet shop",
        "1.0.0",
        doc,
        Package("pet-shop", "pet_shop", "1.0.0", "MIT", "A shop for pets."),
        (Server("https://api.example.com/v1"),),
        (SecurityScheme("key", SchemeKind.BEARER, (("api_key", "SHOP_KEY"),)),),
        (SecurityRequirement((("key", ()),)),),
        (resource,) if operations else (),
        {schema.name: schema for schema in schemas},
    )


def pages(api_: Api) -> dict[str, str]:
    """The emitted Markdown by path below `docs/`."""
    return {
        str(file.path.relative_to("docs")): file.content
        for file in emit(api_, TEMPLATES)
        if file.path.is_relative_to("docs")
        and file.path.suffix == ".md"
        and isinstance(file.content, str)
    }


def page(api_: Api, path: str = "sdks/pets/README.md") -> str:
    return pages(api_)[path]


def nested(api_: Api, *names: str) -> Api:
    """The same API, its only resource below others of these names."""
    (resource,) = api_.resources
    for name in reversed(names):
        resource = Resource(
            name, name.title(), children=(resource,), title=name.title()
        )
    return replace(api_, resources=(resource,))


PET = model("Pet", field("id"), field("name"), field("age", WHOLE, required=False))
PET_REF = Ref("Pet")
GET_PET = operation("get_pet", "GET", "/pets/{pet_id}", returns=PET_REF)
DOCS = PurePosixPath("docs")
