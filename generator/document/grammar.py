"""Which objects OpenAPI has, and which fields of theirs hold which shape.

The union of 3.0, 3.1 and 3.2: this is what a walk has to know to tell references from
data, and the frontend what it can rely on. Rules of single versions are the validator's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Leaf(Enum):
    """Values in which no objects stand. Each is called what a message calls it."""

    DATA = "any value"
    TEXT = "a string"
    REFERENCE = "a reference (a string)"
    FLAG = "true or false"
    NUMBER = "a number"


class Kind(Enum):
    """The objects, called what a message calls them."""

    DOCUMENT = "a description"
    INFO = "an info object"
    CONTACT = "a contact"
    LICENSE = "a license"
    SERVER = "a server"
    SERVER_VARIABLE = "a server variable"
    COMPONENTS = "a components object"
    PATHS = "a mapping of paths"
    PATH_ITEM = "a path item"
    OPERATION = "an operation"
    EXTERNAL_DOCS = "external documentation"
    PARAMETER = "a parameter"
    REQUEST_BODY = "a request body"
    MEDIA_TYPE = "a media type"
    ENCODING = "an encoding"
    RESPONSES = "a mapping of responses"
    RESPONSE = "a response"
    CALLBACK = "a callback"
    EXAMPLE = "an example"
    LINK = "a link"
    HEADER = "a header"
    TAG = "a tag"
    SCHEMA = "a schema"
    DISCRIMINATOR = "a discriminator"
    SECURITY_REQUIREMENT = "a security requirement"
    SECURITY_SCHEME = "a security scheme"
    OAUTH_FLOWS = "OAuth flows"
    OAUTH_FLOW = "an OAuth flow"


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one shape."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping with free keys."""

    shape: Shape


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A value, or a list of such."""

    shape: Shape


Shape: TypeAlias = Leaf | Kind | ListOf | MapOf | OneOrMore


@dataclass(frozen=True, slots=True)
class Object:
    """The fields of one kind. What has none of these names is an extension, or ignored."""

    fields: Mapping[str, Shape] = field(default_factory=dict[str, Shape])
    others: Shape | None = None
    """What stands under keys that are not named and do not begin with `x-`."""


METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def method_of(key: str) -> str | None:
    """The method whose operation stands under a path item's key, however that is spelled.

    >>> method_of("get"), method_of("POST"), method_of("servers")
    ('get', 'post', None)
    """
    method = key.lower()
    return method if method in METHODS else None


_TEXT, _FLAG, _NUMBER, _DATA = Leaf.TEXT, Leaf.FLAG, Leaf.NUMBER, Leaf.DATA
_DOC: dict[str, Shape] = {"summary": _TEXT, "description": _TEXT}
_SECURITY = ListOf(Kind.SECURITY_REQUIREMENT)
_CONTENT = MapOf(Kind.MEDIA_TYPE)
_EXAMPLES: dict[str, Shape] = {"example": _DATA, "examples": MapOf(Kind.EXAMPLE)}
_SERIALIZATION: dict[str, Shape] = {
    "style": _TEXT,
    "explode": _FLAG,
    "allowReserved": _FLAG,
}
_PARAMETER: dict[str, Shape] = {
    **_DOC,
    **_SERIALIZATION,
    **_EXAMPLES,
    "required": _FLAG,
    "deprecated": _FLAG,
    "allowEmptyValue": _FLAG,
    "schema": Kind.SCHEMA,
    "content": _CONTENT,
}

COMPONENTS: dict[str, Kind] = {
    "schemas": Kind.SCHEMA,
    "responses": Kind.RESPONSE,
    "parameters": Kind.PARAMETER,
    "examples": Kind.EXAMPLE,
    "requestBodies": Kind.REQUEST_BODY,
    "headers": Kind.HEADER,
    "securitySchemes": Kind.SECURITY_SCHEME,
    "links": Kind.LINK,
    "callbacks": Kind.CALLBACK,
    "pathItems": Kind.PATH_ITEM,
    "mediaTypes": Kind.MEDIA_TYPE,
}

_SCHEMA: dict[str, Shape] = {
    **dict.fromkeys(
        ("title", "description", "format", "pattern", "$ref", "$anchor"), _TEXT
    ),
    **dict.fromkeys(("$id", "$schema", "contentEncoding", "contentMediaType"), _TEXT),
    **dict.fromkeys(
        ("minimum", "maximum", "multipleOf", "minLength", "maxLength"), _NUMBER
    ),
    **dict.fromkeys(
        ("minItems", "maxItems", "minProperties", "maxProperties"), _NUMBER
    ),
    **dict.fromkeys(
        ("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"), _FLAG
    ),
    **dict.fromkeys(
        ("items", "additionalProperties", "not", "if", "then", "else"), Kind.SCHEMA
    ),
    **dict.fromkeys(("contains", "propertyNames", "contentSchema"), Kind.SCHEMA),
    **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), Kind.SCHEMA),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ListOf(Kind.SCHEMA)),
    **dict.fromkeys(("properties", "patternProperties"), MapOf(Kind.SCHEMA)),
    **dict.fromkeys(("dependentSchemas", "$defs", "definitions"), MapOf(Kind.SCHEMA)),
    "type": OneOrMore(_TEXT),
    "required": ListOf(_TEXT),
    "enum": ListOf(_DATA),
    "discriminator": Kind.DISCRIMINATOR,
    "externalDocs": Kind.EXTERNAL_DOCS,
}

OBJECTS: dict[Kind, Object] = {
    Kind.DOCUMENT: Object(
        {
            "info": Kind.INFO,
            "servers": ListOf(Kind.SERVER),
            "paths": Kind.PATHS,
            # As descriptions of OpenAPI 3.0 have them.
            **dict.fromkeys(("webhooks", "x-webhooks"), MapOf(Kind.PATH_ITEM)),
            "components": Kind.COMPONENTS,
            "security": _SECURITY,
            "tags": ListOf(Kind.TAG),
            "externalDocs": Kind.EXTERNAL_DOCS,
        }
    ),
    Kind.INFO: Object(
        {
            **_DOC,
            **dict.fromkeys(("title", "version", "termsOfService"), _TEXT),
            "contact": Kind.CONTACT,
            "license": Kind.LICENSE,
        }
    ),
    Kind.CONTACT: Object(dict.fromkeys(("name", "url", "email"), _TEXT)),
    Kind.LICENSE: Object(dict.fromkeys(("name", "identifier", "url"), _TEXT)),
    Kind.SERVER: Object(
        {
            **dict.fromkeys(("url", "description", "name"), _TEXT),
            "variables": MapOf(Kind.SERVER_VARIABLE),
        }
    ),
    Kind.SERVER_VARIABLE: Object(
        {"enum": ListOf(_TEXT), **dict.fromkeys(("default", "description"), _TEXT)}
    ),
    Kind.COMPONENTS: Object({name: MapOf(kind) for name, kind in COMPONENTS.items()}),
    Kind.PATHS: Object(others=Kind.PATH_ITEM),
    Kind.PATH_ITEM: Object(
        {
            **_DOC,
            "servers": ListOf(Kind.SERVER),
            "parameters": ListOf(Kind.PARAMETER),
            **dict.fromkeys(METHODS, Kind.OPERATION),
            "additionalOperations": MapOf(Kind.OPERATION),
        }
    ),
    Kind.OPERATION: Object(
        {
            **_DOC,
            "tags": ListOf(_TEXT),
            "externalDocs": Kind.EXTERNAL_DOCS,
            "operationId": _TEXT,
            "parameters": ListOf(Kind.PARAMETER),
            "requestBody": Kind.REQUEST_BODY,
            "responses": Kind.RESPONSES,
            "callbacks": MapOf(Kind.CALLBACK),
            "deprecated": _FLAG,
            "security": _SECURITY,
            "servers": ListOf(Kind.SERVER),
        }
    ),
    Kind.EXTERNAL_DOCS: Object(dict.fromkeys(("url", "description"), _TEXT)),
    Kind.PARAMETER: Object({**_PARAMETER, "name": _TEXT, "in": _TEXT}),
    Kind.HEADER: Object(_PARAMETER),
    Kind.REQUEST_BODY: Object(
        {"description": _TEXT, "content": _CONTENT, "required": _FLAG}
    ),
    Kind.MEDIA_TYPE: Object(
        {
            **_EXAMPLES,
            "schema": Kind.SCHEMA,
            "itemSchema": Kind.SCHEMA,
            "encoding": MapOf(Kind.ENCODING),
            "prefixEncoding": ListOf(Kind.ENCODING),
            "itemEncoding": Kind.ENCODING,
        }
    ),
    Kind.ENCODING: Object(
        {**_SERIALIZATION, "contentType": _TEXT, "headers": MapOf(Kind.HEADER)}
    ),
    Kind.RESPONSES: Object(others=Kind.RESPONSE),
    Kind.RESPONSE: Object(
        {
            **_DOC,
            "headers": MapOf(Kind.HEADER),
            "content": _CONTENT,
            "links": MapOf(Kind.LINK),
        }
    ),
    Kind.CALLBACK: Object(others=Kind.PATH_ITEM),
    Kind.EXAMPLE: Object(
        {**_DOC, "value": _DATA, "externalValue": _TEXT, "dataValue": _DATA}
    ),
    Kind.LINK: Object(
        {
            **dict.fromkeys(("operationRef", "operationId", "description"), _TEXT),
            "parameters": MapOf(_DATA),
            "requestBody": _DATA,
            "server": Kind.SERVER,
        }
    ),
    Kind.TAG: Object(
        {
            **dict.fromkeys(
                ("name", "summary", "description", "parent", "kind"), _TEXT
            ),
            "externalDocs": Kind.EXTERNAL_DOCS,
        }
    ),
    Kind.SCHEMA: Object(_SCHEMA),
    Kind.DISCRIMINATOR: Object(
        {"propertyName": _TEXT, "mapping": MapOf(_TEXT), "defaultMapping": _TEXT}
    ),
    Kind.SECURITY_REQUIREMENT: Object(others=ListOf(_TEXT)),
    Kind.SECURITY_SCHEME: Object(
        {
            **dict.fromkeys(("type", "description", "name", "in", "scheme"), _TEXT),
            **dict.fromkeys(("bearerFormat", "openIdConnectUrl"), _TEXT),
            "flows": Kind.OAUTH_FLOWS,
        }
    ),
    Kind.OAUTH_FLOWS: Object(
        dict.fromkeys(
            ("implicit", "password", "clientCredentials", "authorizationCode"),
            Kind.OAUTH_FLOW,
        )
    ),
    Kind.OAUTH_FLOW: Object(
        {
            **dict.fromkeys(("authorizationUrl", "tokenUrl", "refreshUrl"), _TEXT),
            "scopes": MapOf(_TEXT),
        }
    ),
}
