"""Operations: their parameters, bodies, answers, credentials, pages and streams."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from generator.config import Config
from generator.document import Json
from generator.frontend import build
from generator.ir import (
    Any as Any_,
    Binary,
    BodyKind,
    List,
    Literal,
    Location,
    Map,
    Model,
    Nullable,
    PagingStyle,
    Ref,
    ResponseKind,
    Scalar,
    ScalarKind,
    SchemeKind,
    Style,
    TokenRequest,
    Tuple,
    Type,
    Union,
)

from .descriptions import PATHS, built, operation, operations, problems
from .documents import HEAD, opened

STRING = Scalar(ScalarKind.STRING)
FILE = Union((Binary(), STRING))


def parameters(folder: Path, text: str, path: str = "/a") -> dict[tuple[str, str], Any]:
    found = operation(folder, f"parameters: [{text}]", path).parameters
    return {(p.location.value, p.wire_name): p for p in found}


# Ids -------------------------------------------------------------------------------


def test_operations_that_are_called_alike_are_told_apart_by_their_routes(
    tmp_path: Path,
) -> None:
    """`GET /c` names the path's own operation, and a fixed method counts before another."""
    text = """\
openapi: 3.2.0
info: {title: T, version: "1"}
paths:
  /a:
    get: {operationId: GET /c, responses: {'204': {description: ok}}}
    additionalOperations:
      GET: {responses: {'204': {description: ok}}}
      PUT: {responses: {'204': {description: ok}}}
      COPY: {responses: {'204': {description: ok}}}
      copy: {responses: {'204': {description: ok}}}
  /c:
    get: {responses: {'204': {description: ok}}}
"""
    found = operations(built(tmp_path, text).api)
    methods = {id_: each.method for id_, each in found.items()}
    assert methods == {
        id_: id_.split()[0]
        for id_ in ("GET /a", "PUT /a", "COPY /a", "copy /a", "GET /c")
    }
    assert len({each.name for each in found.values()}) == len(found)


# Parameters ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "style", "explode"),
    [
        ("query", Style.FORM, True),
        ("header", Style.SIMPLE, False),
        ("cookie", Style.FORM, True),
    ],
)
def test_a_parameter_has_the_style_of_its_place(
    tmp_path: Path, place: str, style: Style, explode: bool
) -> None:
    found = parameters(tmp_path, f"{{name: a, in: {place}, schema: {{type: string}}}}")[
        place, "a"
    ]
    assert (found.style, found.explode, found.required) == (style, explode, False)


def test_a_header_is_overridden_whatever_its_case(tmp_path: Path) -> None:
    text = """\
paths:
  /a:
    parameters:
      - {name: X-Id, in: header, schema: {type: string}}
      - {name: X-Id, in: query, schema: {type: string}}
    get:
      operationId: a
      parameters:
        - {name: x-id, in: header, required: true, schema: {type: string}}
        - {name: x-id, in: query, schema: {type: string}}
      responses: {'204': {description: ok}}
"""
    (found,) = operations(built(tmp_path, text).api).values()
    assert [(p.location, p.wire_name, p.required) for p in found.parameters] == [
        (Location.QUERY, "X-Id", False),
        (Location.QUERY, "x-id", False),
        (Location.HEADER, "x-id", True),
    ]


def test_path_parameters_come_in_the_order_of_the_path(tmp_path: Path) -> None:
    text = ", ".join(
        f"{{name: {n}, in: path, required: true, schema: {{}}}}" for n in "cab"
    )
    found = parameters(tmp_path, text, "/{a}/x/{b}.{c}")
    assert [wire for _, wire in found] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("path", "declared", "meant"),
    [
        ("/a/:a/:b-:c", "abc", "/a/{a}/{b}-{c}"),
        ("/a/:a/b/{b}:c", "ab", "/a/{a}/b/{b}:c"),
        ("/a/{a}/:a", "a", "/a/{a}/:a"),
        ("/a/:b", "a", "/a/:b"),
    ],
)
def test_a_declared_parameter_behind_a_colon_is_one_in_braces(
    tmp_path: Path, path: str, declared: str, meant: str
) -> None:
    text = ", ".join(
        f"{{name: {n}, in: path, required: true, schema: {{}}}}" for n in declared
    )
    found = operation(tmp_path, f"parameters: [{text}]", f"'{path}'")
    assert found.path == meant
    assert [p.wire_name for p in found.parameters] == [
        name for name in declared if f"{{{name}}}" in meant
    ]


def test_a_path_parameter_that_is_not_declared_is_a_string(tmp_path: Path) -> None:
    found = operation(tmp_path, "tags: [x]", "/{a}").parameters
    assert [(p.wire_name, p.location, p.type) for p in found] == [
        ("a", Location.PATH, STRING)
    ]


def test_a_parameter_of_the_operation_goes_before_that_of_its_path(
    tmp_path: Path,
) -> None:
    made = built(
        tmp_path,
        """\
paths:
  /a:
    parameters:
      - {name: a, in: query, schema: {type: string}}
      - {name: b, in: query, schema: {type: string}}
    get:
      operationId: a
      parameters: [{name: a, in: query, required: true, schema: {type: integer}}]
      responses: {'204': {description: ok}}
""",
    )
    found = {p.wire_name: p for p in operations(made.api)["a"].parameters}
    assert (found["a"].required, found["a"].type) == (True, Scalar(ScalarKind.INTEGER))
    assert found["b"].type == STRING


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_are_the_librarys_own_business_are_left_out(
    tmp_path: Path, name: str
) -> None:
    assert parameters(tmp_path, f"{{name: {name}, in: header, schema: {{}}}}") == {}


def test_a_required_parameter_with_one_value_is_never_asked_for(tmp_path: Path) -> None:
    text = "{name: v, in: header, required: true, schema: {enum: [2]}}, {name: w, in: header, schema: {const: 3}}"
    found = parameters(tmp_path, text)
    assert found["header", "v"].constant == 2
    assert found["header", "w"].constant is None


def test_a_parameter_may_have_a_media_type(tmp_path: Path) -> None:
    text = "{name: f, in: query, content: {application/json: {schema: {type: object}}}}"
    found = parameters(tmp_path, text)["query", "f"]
    assert (found.style, found.media_type) == (Style.CONTENT, "application/json")


def test_a_query_string_that_is_a_form_is_what_its_properties_make(
    tmp_path: Path,
) -> None:
    text = "{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}"
    found = parameters(tmp_path, text)["querystring", "q"]
    assert (found.style, found.explode, found.media_type) == (Style.FORM, True, None)


@pytest.mark.parametrize(
    ("media_type", "schema", "type_"),
    [
        ("application/json", "{type: array, items: {type: string}}", List(STRING)),
        ("application/jsonpath", "{type: string}", STRING),
        ("application/xml", "{type: object, properties: {a: {}}}", STRING),
    ],
)
@pytest.mark.parametrize("place", ["querystring", "query"])
def test_any_other_query_string_is_one_text(
    tmp_path: Path, media_type: str, schema: str, type_: object, place: str
) -> None:
    text = f"{{name: q, in: {place}, content: {{{media_type}: {{schema: {schema}}}}}}}"
    found = parameters(tmp_path, text)[place, "q"]
    assert (found.type, found.media_type) == (type_, media_type)


# Bodies ----------------------------------------------------------------------------


def bodies(folder: Path, content: str, config: Json = None) -> dict[str, Any]:
    text = f"requestBody: {{required: true, content: {{{content}}}}}"
    path = f"/a:\n    post:\n      operationId: a\n      {text}\n"
    made = built(
        folder,
        f"paths:\n  {path}      responses: {{'204': {{description: ok}}}}\n",
        config,
    )
    found = operations(made.api)
    return {key: each.body.contents[0] for key, each in found.items() if each.body}


OBJECT = "schema: {type: object, properties: {x: {type: string}}}"


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", BodyKind.JSON),
        ("application/json; charset=utf-8", BodyKind.JSON),
        ("application/vnd.shop+json", BodyKind.JSON),
        ("application/x-www-form-urlencoded", BodyKind.FORM),
        ("multipart/form-data", BodyKind.MULTIPART),
        ("application/x-ndjson", BodyKind.JSON_LINES),
        ("text/plain", BodyKind.TEXT),
        ("application/xml", BodyKind.TEXT),
        ("application/octet-stream", BodyKind.BINARY),
        ("image/png", BodyKind.BINARY),
    ],
)
def test_a_media_type_says_how_a_body_is_written(
    tmp_path: Path, media_type: str, kind: BodyKind
) -> None:
    assert bodies(tmp_path, f"'{media_type}': {{{OBJECT}}}")["a"].kind is kind


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("contentMediaType: '*/*'", BodyKind.BINARY),
        ("contentMediaType: application/pdf", BodyKind.BINARY),
        ("type: string, format: binary", BodyKind.BINARY),
        ("contentMediaType: application/json", BodyKind.JSON),
        ("type: string", BodyKind.TEXT),
        ("type: object", BodyKind.JSON),
    ],
)
def test_a_body_of_any_media_type_is_written_as_its_schema_says(
    tmp_path: Path, schema: str, kind: BodyKind
) -> None:
    content = bodies(tmp_path, f"'*/*': {{schema: {{{schema}}}}}")["a"]
    assert content.kind is kind


def test_json_by_any_name_is_json_when_it_is_a_text(tmp_path: Path) -> None:
    schema = "{schema: {type: string}}"
    content = bodies(tmp_path, f"'application/*+json': {schema}")["a"]
    assert content.kind is BodyKind.JSON


@pytest.mark.parametrize(
    ("media_type", "flat"),
    [("application/json", True), ("multipart/form-data", True), ("text/plain", False)],
)
def test_the_properties_of_an_object_are_arguments(
    tmp_path: Path, media_type: str, flat: bool
) -> None:
    content = bodies(tmp_path, f"{media_type}: {{{OBJECT}}}")["a"]
    assert [field.name for field in content.fields] == (["x"] if flat else [])


@pytest.mark.parametrize(
    ("body", "media_type", "type_"),
    [
        ("{$ref: '#/gone'}", "application/json", Any_()),
        ("{content: {a/b+json: {$ref: '#/gone'}}}", "a/b+json", Any_()),
        ("{content: {text/plain: {$ref: '#/gone'}}}", "text/plain", STRING),
    ],
)
def test_a_body_that_is_broken_may_be_anything(
    tmp_path: Path, body: str, media_type: str, type_: Any
) -> None:
    found = operation(tmp_path, f"requestBody: {body}").body
    assert found is not None
    (content,) = found.contents
    assert (content.media_type, content.type) == (media_type, type_)
    assert (content.argument, found.required) == ("body", False)


@pytest.mark.parametrize(
    ("media_type", "schema", "shown", "meant"),
    [
        ("application/json", "{type: object}", '{"x": "a"}', {"x": "a"}),
        ("application/json", "{properties: {x: {}}}", ' {"x": "a"}', {"x": "a"}),
        ("application/json", "{type: array}", '["a"]', ["a"]),
        ("application/json", "{type: object}", '"a"', '"a"'),
        ("application/json", "{type: object}", '{"x": }', '{"x": }'),
        ("application/json", "{type: object}", "[" * 5000, "[" * 5000),
        ("application/json", "{type: string}", '{"x": "a"}', '{"x": "a"}'),
        ("text/plain", "{type: object}", '{"x": "a"}', '{"x": "a"}'),
    ],
)
def test_an_example_of_an_object_may_be_the_text_that_is_sent(
    tmp_path: Path, media_type: str, schema: str, shown: str, meant: Json
) -> None:
    example = f"example: {shown!r}"
    content = bodies(tmp_path, f"{media_type}: {{schema: {schema}, {example}}}")["a"]
    assert [each.value for each in content.examples] == [meant]


def test_xml_of_one_name_goes_before_xml_of_any(tmp_path: Path) -> None:
    both = "'application/*+xml': {}, application/xml: {}"
    assert bodies(tmp_path, both)["a"].media_type == "application/xml"


def test_a_body_that_is_no_object_is_one_argument(tmp_path: Path) -> None:
    content = bodies(
        tmp_path, "application/json: {schema: {type: array, items: {type: string}}}"
    )
    assert (content["a"].argument, content["a"].type) == ("body", List(STRING))


@pytest.mark.parametrize(
    "schema",
    ["{type: object}", "{properties: {id: {readOnly: true}}}", "{type: array}"],
)
def test_a_body_without_fields_is_an_argument_beside_one_of_its_name(
    tmp_path: Path, schema: str
) -> None:
    found = operation(
        tmp_path,
        f"""\
parameters: [{{name: body, in: query, schema: {{type: string}}}}]
requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}
responses: {{'204': {{description: ok}}}}
""",
    )
    assert found.body is not None
    names = {found.parameters[0].name, found.body.contents[0].argument}
    assert names == {"body", "request_body"}


def test_what_only_the_server_may_set_is_not_asked_for(tmp_path: Path) -> None:
    schema = "schema: {type: object, properties: {id: {readOnly: true}, x: {}}}"
    content = bodies(tmp_path, f"application/json: {{{schema}}}")["a"]
    assert [field.wire_name for field in content.fields] == ["x"]


@pytest.mark.parametrize(
    ("schema", "further"),
    [
        ("additionalProperties: {type: integer}", Map(Scalar(ScalarKind.INTEGER))),
        (
            "patternProperties: {^x-: {type: string}}, additionalProperties: false",
            Map(STRING),
        ),
        ("patternProperties: {^x-: {type: string}}", None),
        ("additionalProperties: true", None),
        ("additionalProperties: false", None),
        ("type: object", None),
    ],
)
@pytest.mark.parametrize("media_type", ["application/json", "multipart/form-data"])
def test_fields_of_a_type_without_a_name_are_an_argument(
    tmp_path: Path, schema: str, further: object, media_type: str
) -> None:
    schema = f"schema: {{properties: {{other_fields: {{}}}}, {schema}}}"
    content = bodies(tmp_path, f"{media_type}: {{{schema}}}")["a"]
    assert [field.name for field in content.fields] == ["other_fields"]
    found = content.further
    assert (found and (found.name, found.type, found.required)) == (
        further and ("body_other_fields", further, False)
    )


@pytest.mark.parametrize(
    ("content", "type_"),
    [
        ("itemSchema: {type: string}", List(STRING)),
        ("schema: {type: array, items: {type: string}}", List(STRING)),
        ("schema: {prefixItems: [{type: string}]}", Tuple((STRING,), Any_())),
    ],
)
def test_parts_without_names_are_a_list(
    tmp_path: Path, content: str, type_: object
) -> None:
    encoding = "prefixEncoding: [{contentType: a/b}], itemEncoding: {contentType: c/d}"
    found = bodies(tmp_path, f"multipart/mixed: {{{content}, {encoding}}}")["a"]
    assert (found.argument, found.type) == ("body", type_)
    assert [each.content_type for each in found.places] == ["a/b", "c/d"]
    found = bodies(tmp_path, f"multipart/mixed: {{{OBJECT}, {encoding}}}")["a"]
    assert ([field.name for field in found.fields], found.places) == (["x"], ())


def test_json_is_sent_where_there_is_a_choice(tmp_path: Path) -> None:
    both = f"multipart/form-data: {{{OBJECT}}}, application/json: {{{OBJECT}}}"
    found = bodies(tmp_path, both)
    assert {key: content.kind for key, content in found.items()} == {
        "a": BodyKind.JSON,
        "a:multipart": BodyKind.MULTIPART,
    }


def test_the_configuration_may_choose_another(tmp_path: Path) -> None:
    both = f"text/csv: {{}}, application/json: {{{OBJECT}}}"
    found = bodies(tmp_path, both, {"operations": {"a": {"content_type": "text/csv"}}})
    assert {key: content.media_type for key, content in found.items()} == {
        "a": "text/csv",
        "a:json": "application/json",
    }


LIST = "schema: {type: array, items: {type: string}}"


def test_json_of_another_schema_is_a_body_of_its_own(tmp_path: Path) -> None:
    found = bodies(
        tmp_path,
        f"application/json-patch+json: {{{LIST}}}, application/merge-patch+json: {{{OBJECT}}},"
        f" application/vnd.shop.book.v2+json: {{schema: {{type: string}}}}",
    )
    assert {key: content.media_type for key, content in found.items()} == {
        "a": "application/json-patch+json",
        "a:merge_patch": "application/merge-patch+json",
        "a:shop_book_v2": "application/vnd.shop.book.v2+json",
    }
    assert [field.name for field in found["a:merge_patch"].fields] == ["x"]


@pytest.mark.parametrize(
    "media_type", ["text/json", "application/x-www-form-urlencoded"]
)
@pytest.mark.parametrize("schema", [OBJECT, "schema: {$ref: '#/components/schemas/A'}"])
def test_the_same_once_more_says_nothing_new(
    tmp_path: Path, media_type: str, schema: str
) -> None:
    made = built(
        tmp_path,
        f"""\
paths:
  /a:
    post:
      operationId: a
      requestBody: {{content: {{application/json: {{{schema}}}, {media_type}: {{{schema}}}}}}}
      responses: {{'204': {{description: ok}}}}
components: {{schemas: {{A: {{properties: {{x: {{}}}}}}}}}}
""",
    )
    assert list(operations(made.api)) == ["a"]
    assert len(made.api.schemas) == (2 if schema is OBJECT else 1)
    left_out = [one.reason for one in made.count().fields.left_out]
    expected = ["says the same as the body of application/json"]
    assert left_out == (expected if schema is OBJECT else [])


@pytest.mark.parametrize(
    ("status", "schema", "names"),
    [
        ("202", "{properties: {x: {}}}", ["AResponse"]),
        ("202", "{properties: {x: {type: string}}}", ["AResponse", "AResponse202"]),
        ("400", "{properties: {x: {}}}", ["AResponse", "AError400"]),
    ],
)
def test_answers_of_the_same_inline_schema_are_of_one_class(
    tmp_path: Path, status: str, schema: str, names: list[str]
) -> None:
    answers = {"201": "{properties: {x: {}}}", status: schema}
    lines = "".join(
        f"        '{status}': {{description: a, content: {{application/json: {{schema: {each}}}}}}}\n"
        for status, each in answers.items()
    )
    made = built(
        tmp_path,
        f"paths:\n  /a:\n    post:\n      operationId: a\n      responses:\n{lines}",
    )
    assert list(made.api.schemas) == names
    left_out = [one.reason for one in made.count().fields.left_out]
    assert left_out == (["says the same as another answer"] if len(names) == 1 else [])


def test_a_part_has_the_media_type_that_its_schema_names(tmp_path: Path) -> None:
    fields = """\
    named: {$ref: '#/components/schemas/Picture'}
    several: {type: array, items: {$ref: '#/components/schemas/Picture'}}
    chosen: {contentMediaType: image/png}
    text: {type: string, contentMediaType: text/csv}
    round: {$ref: '#/components/schemas/Round'}
"""
    made = built(
        tmp_path,
        "paths: {/a: {post: {operationId: a, responses: {}, requestBody: {content:"
        " {multipart/form-data: {schema: {$ref: '#/components/schemas/Form'},"
        " encoding: {chosen: {contentType: image/webp}}}}}}}}\n"
        "components:\n  schemas:\n    Picture: {contentMediaType: image/png}\n"
        "    Round: {type: array, items: {$ref: '#/components/schemas/Round'}}\n"
        f"    Form:\n      type: object\n      properties:\n{indent(fields, '    ')}",
    )
    body = operations(made.api)["a"].body
    assert body is not None
    found = body.contents[0].encodings
    assert {each.wire_name: each.content_type for each in found} == {
        "chosen": "image/webp",
        "named": "image/png",
        "several": "image/png",
    }


@pytest.mark.parametrize(
    ("encoding", "style"),
    [
        ("{explode: true}", Style.FORM),
        ("{explode: false}", Style.FORM),
        ("{allowReserved: true}", Style.FORM),
        ("{style: deepObject, explode: true}", Style.DEEP_OBJECT),
        ("{explode: false, contentType: application/json}", None),
        ("{headers: {}}", None),
    ],
)
def test_a_part_has_a_style_where_anything_is_said_of_it(
    tmp_path: Path, encoding: str, style: Style | None
) -> None:
    schema = "schema: {type: object, properties: {x: {type: object}}}"
    for media_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        content = f"{media_type}: {{{schema}, encoding: {{x: {encoding}}}}}"
        (part,) = bodies(tmp_path, content)["a"].encodings
        assert part.style is style


@pytest.mark.parametrize(
    ("schema", "encoding", "expected"),
    [
        ("{}", "{}", FILE),
        ("true", "{}", FILE),
        ("{title: A}", "{}", FILE),
        ("{$ref: '#/components/schemas/Blob'}", "{}", FILE),
        ("{type: array, items: {}}", "{}", List(FILE)),
        ("{type: [array, 'null'], items: true}", "{}", Nullable(List(FILE))),
        ("{contentMediaType: application/x-tar}", "{}", Binary()),
        ("{}", "{contentType: 'image/png, image/jpeg'}", Binary()),
        ("{contentMediaType: application/json}", "{}", Any_()),
        ("{}", "{contentType: application/json}", Any_()),
        ("{}", "{contentType: text/plain}", Any_()),
        ("{example: red}", "{}", Any_()),
        ("{maxLength: 3}", "{}", Any_()),
        ("{type: array}", "{}", List(Any_())),
    ],
)
def test_a_part_without_a_type_is_a_file(
    tmp_path: Path, schema: str, encoding: str, expected: Type
) -> None:
    def type_of(head: str) -> Type:
        made = built(
            tmp_path,
            f"""{head}\
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          multipart/form-data:
            schema: {{type: object, properties: {{x: {schema}}}}}
            encoding: {{x: {encoding}}}
      responses: {{'204': {{description: ok}}}}
components: {{schemas: {{Blob: {{description: Any bytes.}}}}}}
""",
        )
        body = operations(made.api)["a"].body
        assert body is not None
        return body.contents[0].fields[0].type

    assert type_of(HEAD) == expected
    if schema == "{}":
        assert type_of(HEAD.replace("3.1.0", "3.0.3")) == Any_()


# Answers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("responses", "success", "errors"),
    [
        ("{'200': {description: a}, '404': {description: b}}", ["200"], ["404"]),
        ("{2xx: {description: a}, 4XX: {description: b}}", ["2XX"], ["4XX"]),
        ("{default: {description: a}}", ["default"], []),
        ("{'200': {description: a}, default: {description: b}}", ["200"], ["default"]),
        ("{'302': {description: a}, '400': {description: b}}", ["302"], ["400"]),
        ("{'200': {description: a}, '202': {description: b}}", ["200", "202"], []),
        ("{'200': {description: a}, '100': {description: b}}", ["200"], []),
        ("{'200': {description: a}, '304': {description: b}}", ["200"], ["304"]),
        ("{'200': {description: a}, 3XX: {description: b}}", ["200"], []),
        ("{'404': {description: a}}", ["2XX"], ["404"]),
    ],
)
def test_answers_are_successes_or_errors(
    tmp_path: Path, responses: str, success: list[str], errors: list[str]
) -> None:
    found = operation(tmp_path, f"responses: {responses}")
    assert [response.status for response in found.responses] == success
    assert [response.status for response in found.errors] == errors


def test_what_an_answer_on_the_way_to_another_holds_is_counted(tmp_path: Path) -> None:
    content = "content: {application/json: {schema: {type: string}}}"
    responses = (
        "{'204': {description: a}, '302': {description: b}, "
        f"'303': {{description: c, {content}}}, 1xx: {{description: d, {content}}}}}"
    )
    made = built(tmp_path, f"paths: {{/a: {{get: {{responses: {responses}}}}}}}\n")
    assert problems(made) == [
        "warning /paths/~1a/get/responses/303: the content of a 1xx or 3xx answer beside others"
        " stands in the description 2 times; no method returns it"
    ]
    (found,) = operations(made.api).values()
    assert [response.status for response in found.responses] == ["204"]


NOWHERE = "{$ref: '#/components/responses/Nowhere'}"


@pytest.mark.parametrize(
    ("responses", "contents"),
    [
        (f"{{'200': {NOWHERE}}}", [[("*/*", Binary())]]),
        (f"{{'200': {NOWHERE}, '204': {NOWHERE}}}", [[("*/*", Binary())], []]),
        (f"{{default: {NOWHERE}}}", [[("*/*", Binary())]]),
        ("{'200': [a]}", [[("*/*", Binary())]]),
        (
            f"{{'200': {{description: a, content: {{a/json: {NOWHERE}}}}}}}",
            [[("a/json", Binary())]],
        ),
        (
            f"{{'200': {{description: a, content: {{application/json: {NOWHERE}}}}}}}",
            [[("application/json", Any_())]],
        ),
    ],
)
def test_an_answer_that_cannot_be_read_is_handed_over_as_it_comes(
    tmp_path: Path, responses: str, contents: list[list[tuple[str, Any]]]
) -> None:
    found = operation(tmp_path, f"responses: {responses}")
    assert [
        [(content.media_type, content.type) for content in response.contents]
        for response in found.responses
    ] == contents


ANYTHING = [("*/*", Any_())]


@pytest.mark.parametrize(
    ("method", "responses", "contents"),
    [
        ("get", "{'200': {description: a}}", [ANYTHING]),
        ("post", "{'201': {description: a}}", [ANYTHING]),
        ("put", "{default: {description: a}}", [ANYTHING]),
        ("get", "{'200': {description: a}, '204': {description: b}}", [ANYTHING, []]),
        ("get", "{'200': {description: a, content: {}}}", [[]]),
        ("get", "{'302': {description: a}}", [[]]),
        ("delete", "{'200': {description: a}}", [[]]),
        ("head", "{'200': {description: a}}", [[]]),
        ("get", "{'404': {description: a}}", [ANYTHING]),
        ("delete", "{'404': {description: a}}", []),
        (
            "post",
            "{'200': {description: a, content: {'*/*': {}}}, '202': {description: b}}",
            [ANYTHING, []],
        ),
    ],
)
def test_an_answer_of_which_no_body_is_described_is_what_comes(
    tmp_path: Path, method: str, responses: str, contents: list[list[tuple[str, Any]]]
) -> None:
    made = built(tmp_path, f"paths: {{/a: {{{method}: {{responses: {responses}}}}}}}\n")
    (found,) = operations(made.api).values()
    assert [
        [(content.media_type, content.type) for content in response.contents]
        for response in found.responses
    ] == contents
    told = [each for each in problems(made) if "without a word about" in each]
    is_silent = contents == [] or ("content" not in responses and ANYTHING in contents)
    assert len(told) == is_silent


def test_an_answer_that_is_declared_to_stream_is_nothing_else(tmp_path: Path) -> None:
    text = (
        "paths: {/a: {get: {operationId: a, responses: {'200': {description: a}}}}}\n"
    )
    schema = "components: {schemas: {Event: {type: object}}}\n"
    config: Json = {"streaming": [{"operations": ["a"], "event": "Event"}]}
    streaming = operations(built(tmp_path, text + schema, config).api)["a"].streaming
    assert streaming is not None
    assert streaming.only


def test_an_error_that_cannot_be_read_is_one_all_the_same(tmp_path: Path) -> None:
    text = f"responses: {{'204': {{description: a}}, '400': {NOWHERE}}}"
    found = operation(tmp_path, text)
    assert [(each.status, each.contents) for each in found.errors] == [("400", ())]


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", ResponseKind.JSON),
        ("application/problem+json", ResponseKind.JSON),
        ("'*/*'", ResponseKind.JSON),
        ("text/plain", ResponseKind.TEXT),
        ("application/pdf", ResponseKind.BINARY),
        ("text/event-stream", ResponseKind.SSE),
        ("application/jsonl", ResponseKind.JSON_LINES),
    ],
)
def test_a_media_type_says_how_an_answer_is_read(
    tmp_path: Path, media_type: str, kind: ResponseKind
) -> None:
    text = f"responses: {{'200': {{description: ok, content: {{{media_type}: {{{OBJECT}}}}}}}}}"
    (response,) = operation(tmp_path, text).responses
    assert [content.kind for content in response.contents] == [kind]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: object}", Any_()),
        ("{type: object, additionalProperties: {}}", Map(Any_())),
        ("{type: object, additionalProperties: {type: string}}", Map(STRING)),
    ],
)
def test_an_object_of_no_kind_is_anything_where_anything_may_come(
    tmp_path: Path, schema: str, expected: Type
) -> None:
    def type_of(media_type: str) -> Type | None:
        content = f"content: {{{media_type}: {{schema: {schema}}}}}"
        made = operation(
            tmp_path, f"responses: {{'200': {{description: ok, {content}}}}}"
        )
        return made.responses[0].contents[0].type

    assert type_of("'*/*'") == expected
    assert type_of("application/json") == (
        Map(Any_()) if expected == Any_() else expected
    )


@pytest.mark.parametrize(
    "media_type", ["application/json", "text/json", "text/plain", "text/csv", "'*/*'"]
)
@pytest.mark.parametrize(
    "schema",
    [
        "{type: string, format: binary}",
        "{type: [string, 'null'], format: binary}",
        "{contentMediaType: image/png}",
        "{contentMediaType: application/pdf}",
        "{contentMediaType: '*/*'}",
        "{$ref: '#/components/schemas/File'}",
        "{allOf: [{$ref: '#/components/schemas/File'}]}",
        "{type: file}",
    ],
)
def test_a_file_is_bytes_whatever_its_media_type_is_called(
    tmp_path: Path, media_type: str, schema: str
) -> None:
    made = built(
        tmp_path,
        f"""\
paths:
  /a:
    get:
      operationId: a
      responses: {{'200': {{description: ok, content: {{{media_type}: {{schema: {schema}}}}}}}}}
components: {{schemas: {{File: {{type: string, format: binary}}}}}}
""",
    )
    (content,) = operations(made.api)["a"].responses[0].contents
    assert (content.kind, content.type) == (ResponseKind.BINARY, Binary())


@pytest.mark.parametrize(
    ("statuses", "kinds"),
    [
        ("'204': {description: ok}, default: GONE", []),
        ("'303': {description: ok}, default: GONE", []),
        ("default: GONE", [ResponseKind.BINARY]),
        ("'404': {description: no}, default: GONE", [ResponseKind.BINARY]),
        ("'404': GONE, '200': GONE", [ResponseKind.BINARY]),
    ],
)
def test_what_cannot_be_read_is_bytes_where_it_is_what_a_call_returns(
    tmp_path: Path, statuses: str, kinds: list[ResponseKind]
) -> None:
    gone = statuses.replace("GONE", "{$ref: '#/components/responses/gone'}")
    made = built(
        tmp_path, f"paths: {{/a: {{get: {{operationId: a, responses: {{{gone}}}}}}}}}\n"
    )
    found = operations(made.api)["a"]
    answers = (*found.responses, *found.errors)
    assert [one.kind for each in answers for one in each.contents] == kinds


@pytest.mark.parametrize(
    "schema",
    [
        "itemSchema: {type: string}",
        "schema: {type: string}",
        "schema: {type: array, items: {type: string}}",
        "schema: {type: array, items: {type: integer}}, itemSchema: {type: string}",
    ],
)
@pytest.mark.parametrize("media_type", ["application/jsonl", "text/event-stream"])
def test_a_list_as_the_schema_of_a_stream_stands_for_all_of_it(
    tmp_path: Path, media_type: str, schema: str
) -> None:
    content = f"content: {{{media_type}: {{{schema}}}}}"
    text = f"requestBody: {{{content}}}\nresponses: {{'200': {{description: x, {content}}}}}"
    made = operation(tmp_path, text)
    assert made.responses[0].contents[0].type == STRING
    assert made.body is not None
    if media_type == "application/jsonl":
        assert made.body.contents[0].type == STRING


ANSWERS = """\
paths:
  /a:
    get:
      operationId: a
      responses:
        %s:
          description: ok
          content:
            application/json: {schema: {type: object, properties: {x: {type: string}}}}
            application/vnd.star+json: {schema: {type: object, properties: {%s: {type: string}}}}
"""


@pytest.mark.parametrize(
    ("status", "fact"),
    [
        ("'200'", "an answer may be {}; the first is asked for"),
        ("'404'", "an error may be {}; it is read as the first"),
    ],
)
def test_json_that_is_not_asked_for_is_told_and_not_emitted(
    tmp_path: Path, status: str, fact: str
) -> None:
    made = built(tmp_path, ANSWERS % (status, "y"))
    both = "application/json or application/vnd.star+json"
    assert any(line.endswith(fact.format(both)) for line in problems(made))
    assert len(made.api.schemas) == 1
    (left_out,) = made.count().fields.left_out
    assert left_out.pointer.endswith("application~1vnd.star+json/schema/properties/y")
    assert (
        left_out.reason
        == "is the body of application/vnd.star+json, which is not asked for"
    )


@pytest.mark.parametrize(
    ("count", "further"),
    [
        (1, ""),
        (2, ", here and at 1 more place"),
        (4, ", here and at 3 more places"),
    ],
)
def test_what_is_told_once_is_told_with_its_places(
    tmp_path: Path, count: int, further: str
) -> None:
    answers = "\n".join(
        f"  /a{number}: {{get: {{operationId: a{number}, responses: {{'200': {{description: ok,"
        " content: {application/json: {}, text/csv: {}}}}}}"
        for number in range(count)
    )
    (line,) = problems(built(tmp_path, f"paths:\n{answers}\n"))
    assert "/paths/~1a0/get/responses/200: an answer may be" in line
    assert line.endswith(f"; the first is asked for{further}")


def test_json_of_the_same_schema_is_the_same_answer(tmp_path: Path) -> None:
    made = built(tmp_path, ANSWERS % ("'200'", "x"))
    assert problems(made) == []
    (response,) = operations(made.api)["a"].responses
    assert [each.type for each in response.contents] == [Ref("AResponse")] * 2
    assert len(made.api.schemas) == 1


def _bodies(tmp_path: Path, first: str, second: str) -> int:
    paths = f"""\
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          application/json: {{schema: {first}}}
          application/x-www-form-urlencoded: {{schema: {second}}}
      responses: {{'204': {{description: ok}}}}
"""
    return len(operations(built(tmp_path, paths).api))


def test_a_form_in_fewer_words_is_no_body_of_its_own(tmp_path: Path) -> None:
    plain = "{properties: {description: {type: string}}, required: [description]}"
    told = "{description: Said., properties: {description: {description: So., type: string}},\
 required: [description]}"
    other = "{description: Said., properties: {}, required: [description]}"
    assert _bodies(tmp_path, told, plain) == 1
    assert _bodies(tmp_path, plain, told) == 2
    assert _bodies(tmp_path, plain, other) == 2
    assert _bodies(tmp_path, told.replace("Said", "Else"), told) == 2


def test_a_shared_answer_names_its_types_after_its_key(tmp_path: Path) -> None:
    made = built(
        tmp_path,
        """\
paths:
  /a:
    get:
      operationId: a
      responses: {'200': {description: ok}, '400': {$ref: '#/components/responses/Refused'}}
components:
  responses:
    Refused:
      description: Refused.
      content: {application/json: {schema: {type: object, properties: {x: {}}}}}
""",
    )
    (error,) = operations(made.api)["a"].errors
    assert error.shared
    assert error.contents[0].type == Ref("Refused")


# Streams ---------------------------------------------------------------------------

CHAT = """\
requestBody: {content: {application/json: {schema: {type: object, properties: {stream: {type: %s}}}}}}
responses:
  '200':
    description: ok
    content: {application/json: {schema: {type: string}}, text/event-stream: {schema: {%s}}}
"""


def test_an_answer_in_two_forms_has_a_streaming_variant(tmp_path: Path) -> None:
    streaming = operation(tmp_path, CHAT % ("boolean", "type: string")).streaming
    assert streaming is not None
    assert (streaming.name, streaming.flag, streaming.only) == (
        "a_stream",
        "stream",
        False,
    )
    assert not streaming.content.envelope


def test_a_field_called_stream_that_is_no_switch_is_left_to_the_caller(
    tmp_path: Path,
) -> None:
    streaming = operation(tmp_path, CHAT % ("string", "type: string")).streaming
    assert streaming is not None
    assert streaming.flag is None


@pytest.mark.parametrize(
    ("schema", "envelope"),
    [
        ("properties: {event: {}, data: {}}", True),
        ("properties: {data: {}, id: {}, retry: {}}", True),
        ("properties: {event: {}, data: {}, id: {}, retry: {}, comment: {}}", True),
        ("properties: {data: {}, comment: {}}", False),
        ("properties: {event: {}, data: {}, more: {}}", False),
        ("properties: {event: {}}", False),
        (
            "oneOf: [{properties: {event: {}, data: {}}}, {properties: {data: {}}}]",
            True,
        ),
        (
            "oneOf: [{properties: {event: {}, data: {}}}, {properties: {text: {}}}]",
            False,
        ),
    ],
)
def test_a_schema_of_whole_events_is_an_envelope(
    tmp_path: Path, schema: str, envelope: bool
) -> None:
    streaming = operation(tmp_path, CHAT % ("boolean", schema)).streaming
    assert streaming is not None
    assert streaming.content.envelope is envelope


@pytest.mark.parametrize("holds", ["contentMediaType: application/json, ", ""])
@pytest.mark.parametrize("named", [False, True])
def test_the_data_of_an_event_is_what_its_text_holds(
    tmp_path: Path, holds: str, named: bool
) -> None:
    data = f"{{type: string, {holds}contentSchema: {{$ref: '#/components/schemas/X'}}}}"
    event = f"{{required: [data], properties: {{data: {data}, id: {{type: string}}}}}}"
    used = "{$ref: '#/components/schemas/E'}" if named else event
    made = built(
        tmp_path,
        f"""\
paths:
  /a:
    get:
      operationId: a
      responses: {{'200': {{description: ok, content: {{text/event-stream: {{itemSchema: {used}}}}}}}}}
components:
  schemas:
    E: {event if named else "{type: string}"}
    X: {{properties: {{x: {{type: string}}}}}}
    Y: {{properties: {{data: {data}}}}}
""",
    )
    streaming = operations(made.api)["a"].streaming
    assert streaming is not None
    assert streaming.content.envelope
    types = {
        name: {field.wire_name: field.type for field in schema.fields}
        for name, schema in made.api.schemas.items()
        if isinstance(schema, Model)
    }
    assert types["E" if named else "AEvent"]["data"] == Ref("X")
    assert types["Y"]["data"] == STRING
    (told,) = (line for line in problems(made) if "contentSchema" in line)
    assert "stands in the description once" in told


def test_what_the_data_of_a_kind_of_event_holds_is_no_copy(tmp_path: Path) -> None:
    made = built(
        tmp_path,
        """\
paths:
  /a:
    get:
      operationId: a
      responses: {'200': {description: ok, content: {text/event-stream: {itemSchema: {$ref: '#/components/schemas/E'}}}}}
components:
  schemas:
    E:
      properties: {event: {type: string}, data: {type: string}}
      oneOf:
        - properties: {event: {const: x}, data: {description: The news., contentSchema: {$ref: '#/components/schemas/X'}}}
        - properties: {event: {const: y}, data: {const: '[DONE]'}}
    X: {properties: {x: {type: string}}}
""",
    )
    data = {
        schema.name: (field.type, field.doc)
        for schema in made.api.schemas.values()
        if isinstance(schema, Model)
        for field in schema.fields
        if field.wire_name == "data"
    }
    assert data == {
        "EX": (Ref("X"), "The news."),
        "EY": (Literal(("[DONE]",)), ""),
    }


def test_an_answer_that_only_streams_has_no_variant(tmp_path: Path) -> None:
    text = "responses: {'200': {description: ok, content: {text/event-stream: {schema: {}}}}}"
    streaming = operation(tmp_path, text).streaming
    assert streaming is not None
    assert (streaming.name, streaming.only) == ("a", True)


def test_a_stream_that_the_description_does_not_know_can_be_configured(
    tmp_path: Path,
) -> None:
    made = built(
        tmp_path,
        f"{PATHS.replace('{}', '')}  /a: {{post: {{operationId: a, responses: {{'200': {{description: ok}}}},"
        " parameters: [{name: go, in: query, schema: {type: boolean}}]}}\n"
        "components: {schemas: {Piece: {properties: {text: {}}}}}\n",
        {
            "streaming": [
                {"operations": ["a"], "event": "Piece", "flag": "go", "done": "[END]"}
            ]
        },
    )
    streaming = operations(made.api)["a"].streaming
    assert streaming is not None
    assert (streaming.content.type, streaming.flag, streaming.done) == (
        Ref("Piece"),
        "go",
        "[END]",
    )
    assert streaming.flag_in_query


# Pages -----------------------------------------------------------------------------


def page(fields: str, *queries: str) -> str:
    asked = ", ".join(f"{{name: {name}, in: query, schema: {{}}}}" for name in queries)
    schema = f"{{type: object, properties: {{{fields}}}}}"
    content = f"{{application/json: {{schema: {schema}}}}}"
    answer = f"responses: {{'200': {{description: ok, content: {content}}}}}"
    return f"parameters: [{asked}]\n{answer}"


DATA = "data: {items: {type: object, properties: {id: {}}}}"


@pytest.mark.parametrize(
    ("text", "next_"),
    [
        (
            page(f"{DATA}, last_id: {{}}, has_more: {{}}", "after", "limit"),
            ("last_id",),
        ),
        (page(f"{DATA}, has_more: {{}}", "starting_after"), ("data", "-1", "id")),
        (
            page("items: {items: {}}, nextPageToken: {}", "pageToken"),
            ("nextPageToken",),
        ),
        (page("results: {items: {}}, next_cursor: {}", "cursor"), ("next_cursor",)),
    ],
)
def test_paging_is_found_where_it_is_evident(
    tmp_path: Path, text: str, next_: tuple[str, ...]
) -> None:
    paging = operation(tmp_path, text).paging
    assert paging is not None
    assert (paging.style, paging.next) == (PagingStyle.CURSOR, next_)


@pytest.mark.parametrize(
    "text",
    [
        page(f"{DATA}, last_id: {{}}, has_more: {{}}", "limit"),
        page(f"{DATA}, last_id: {{}}", "after"),
        page("data: {type: string}, next_cursor: {}", "cursor"),
        page("rows: {items: {}}, next_cursor: {}", "cursor"),
    ],
    ids=["no parameter", "no flag", "no list", "another name"],
)
def test_paging_is_not_guessed(tmp_path: Path, text: str) -> None:
    assert operation(tmp_path, text).paging is None


def job(*, media_type: str = "application/json", status: str = "'202'") -> str:
    content = f"{{{media_type}: {{schema: {{properties: {{job: {{}}}}}}}}}}"
    return f", {status}: {{description: later, content: {content}}}}}"


CURSOR: dict[str, Json] = {
    "style": "cursor",
    "items": "items",
    "parameter": "cursor",
    "next": "next_cursor",
}


@pytest.mark.parametrize("config", [None, {"paging": [CURSOR]}])
@pytest.mark.parametrize(
    ("other", "is_paged"),
    [
        (job(), False),
        (job(media_type="text/plain"), False),
        (", '204': {description: nothing}}", True),
        (job(status="default"), True),
    ],
    ids=["another object", "text", "nothing", "an error"],
)
def test_an_operation_that_may_answer_otherwise_has_no_pages(
    tmp_path: Path, other: str, is_paged: bool, config: Json
) -> None:
    text = page("items: {items: {}}, next_cursor: {}", "cursor")
    found = operation(tmp_path, text.removesuffix("}") + other, config=config)
    assert (found.paging is not None) is is_paged


def test_pages_of_an_operation_that_is_named_may_be_something_else(
    tmp_path: Path,
) -> None:
    answers = page("items: {items: {}}, next_cursor: {}", "cursor").removesuffix("}")
    text = indent(answers + job(), " " * 6)
    made = built(
        tmp_path,
        f"paths:\n  /a:\n    get:\n      operationId: a\n{text}\n",
        {"paging": [{**CURSOR, "operations": ["a"]}]},
    )
    assert operations(made.api)["a"].paging is not None
    (told,) = problems(made)
    assert told == (
        "warning /paging/0: a has several answers, and what is no page comes as an"
        " empty one"
    )


def test_paging_can_be_configured_and_inference_switched_off(tmp_path: Path) -> None:
    text = page(f"{DATA}, has_more: {{}}", "starting_after", "offset")
    offset = {
        "style": "offset",
        "items": "data",
        "parameter": "offset",
        "more": "has_more",
    }
    chosen = operation(tmp_path, text, config={"paging": [offset]}).paging
    assert chosen is not None
    assert (chosen.style, chosen.parameter) == (PagingStyle.OFFSET, "offset")
    assert operation(tmp_path, text, config={"infer_paging": False}).paging is None


@pytest.mark.parametrize(
    ("style", "schema", "chosen", "start"),
    [
        ("page", "type: integer", None, None),
        ("page", "default: 1, minimum: 0", None, None),
        ("page", "default: 0", None, 0),
        ("page", "type: [integer, 'null'], minimum: 0", None, 0),
        ("page", "$ref: '#/components/schemas/Count'", None, 0),
        ("page", "default: 20, minimum: 1", None, None),
        ("page", "default: true", None, None),
        ("page", "default: 0", 1, None),
        ("page", "type: integer", 0, 0),
        ("page", "type: integer", 7, 7),
        ("offset", "default: 0", None, None),
        ("offset", "minimum: 1", None, 1),
        ("cursor", "minimum: 0", 0, None),
    ],
)
def test_pages_and_offsets_begin_where_the_description_says(
    tmp_path: Path, style: str, schema: str, chosen: int | None, start: int | None
) -> None:
    section = {"style": style, "items": "data", "parameter": "at", "next": "next"}
    text = page(f"{DATA}, next: {{}}", "at").replace("{}}]", f"{{{schema}}}}}]")
    made = built(
        tmp_path,
        f"{PATHS.replace('{}', '')}  /a:\n    get:\n      operationId: a\n"
        f"{indent(text, ' ' * 6)}\n"
        "components: {schemas: {Count: {type: integer, minimum: 0}}}\n",
        {"paging": [section if chosen is None else {**section, "start": chosen}]},
    )
    paging = operations(made.api)["a"].paging
    assert paging is not None
    assert paging.start == start


# Credentials -----------------------------------------------------------------------


def schemes(folder: Path, text: str, config: Json = None) -> dict[str, Any]:
    made = built(
        folder, f"{PATHS}components: {{securitySchemes: {{{text}}}}}\n", config
    )
    return {scheme.wire_name: scheme for scheme in made.api.schemes}


@pytest.mark.parametrize(
    ("scheme", "kind", "arguments"),
    [
        ("type: apiKey, in: header, name: X-Key", SchemeKind.API_KEY, ["my_key"]),
        ("type: apiKey, in: query, name: key", SchemeKind.API_KEY, ["my_key"]),
        ("type: http, scheme: Bearer", SchemeKind.BEARER, ["token"]),
        ("type: http, scheme: basic", SchemeKind.BASIC, ["username", "password"]),
        (
            "type: openIdConnect, openIdConnectUrl: https://x",
            SchemeKind.BEARER,
            ["token"],
        ),
        (
            "type: oauth2, flows: {clientCredentials: {tokenUrl: https://x, scopes: {a: b}}}",
            SchemeKind.OAUTH2,
            ["client_id", "client_secret", "token"],
        ),
        (
            "type: oauth2, flows: {implicit: {authorizationUrl: https://x, scopes: {}}}",
            SchemeKind.BEARER,
            ["token"],
        ),
        ("type: mutualTLS", SchemeKind.OTHER, []),
        ("type: http, scheme: digest", SchemeKind.OTHER, []),
    ],
)
def test_a_scheme_is_filled_by_arguments_of_the_client(
    tmp_path: Path, scheme: str, kind: SchemeKind, arguments: list[str]
) -> None:
    found = schemes(tmp_path, f"MyKey: {{{scheme}}}")["MyKey"]
    assert (found.kind, [name for name, _ in found.arguments]) == (kind, arguments)


def test_a_variable_that_is_not_named_is_of_no_other_scheme(tmp_path: Path) -> None:
    text = "A: {type: http, scheme: basic}, B: {type: http, scheme: basic}"
    config: Json = {
        "package": {"module": "shop"},
        "auth": {"B": {"variables": ["SHOP_ADMIN"]}},
    }
    found = schemes(tmp_path, text, config)
    assert found["A"].arguments[1] == ("password", "SHOP_PASSWORD")
    assert found["B"].arguments == (
        ("b_username", "SHOP_ADMIN"),
        ("b_password", "SHOP_B_PASSWORD"),
    )


def test_tokens_are_fetched_with_the_scopes_of_their_own_flow(tmp_path: Path) -> None:
    code = "authorizationCode: {authorizationUrl: https://a, tokenUrl: https://b, scopes: {x: X}}"
    own = "clientCredentials: {tokenUrl: https://c, refreshUrl: https://d, scopes: {y: Y}}"
    both = schemes(tmp_path, f"K: {{type: oauth2, flows: {{{code}, {own}}}}}")["K"]
    assert both.token_request.url == "https://c"
    assert both.scopes == (("y", "Y"),)
    assert both.sources == (
        ("authorization code: authorization", "https://a"),
        ("authorization code: token", "https://b"),
        ("client credentials: token", "https://c"),
        ("client credentials: refresh", "https://d"),
    )
    alone = schemes(tmp_path, f"K: {{type: oauth2, flows: {{{code}}}}}")["K"]
    assert (alone.token_request, alone.scopes) == (None, (("x", "X"),))
    found = schemes(tmp_path, "K: {type: openIdConnect, openIdConnectUrl: https://x}")
    assert found["K"].sources == (("OpenID Connect discovery", "https://x"),)


PROGRAMS = """\
paths:
  /a: {get: {operationId: a, responses: {'204': {description: ok}}%s}}
  /b: {get: {operationId: b, responses: {'204': {description: ok}}}}
components:
  securitySchemes:
    K: {type: apiKey, in: header, name: X-Key}
    P:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: https://x, scopes: {r: Read, w: Write, admin: All}}
        authorizationCode: {authorizationUrl: https://a, tokenUrl: https://x, scopes: {me: I}}
"""


@pytest.mark.parametrize(
    ("general", "own", "scopes"),
    [
        ("[{P: [r]}]", "", ("r",)),
        ("[{P: [w]}]", "[{P: [r]}]", ("r", "w")),
        ("[{P: [r]}]", "[{P: []}]", ("r",)),
        ("[{P: []}]", "", ()),
        ("[]", "[]", ()),
        # The client never takes the second one, unless that asks for less beside.
        ("[{P: [r]}, {P: [admin]}, {K: [], P: [admin]}]", "", ("r",)),
        ("[{K: [], P: [admin]}, {P: [r]}]", "", ("r", "admin")),
        ("[{}, {P: [r]}]", "", ("r",)),
        # People alone are granted what stands in the other flow.
        ("[{P: [new, r, me]}]", "", ("r", "new")),
    ],
)
def test_a_token_is_asked_for_what_the_operations_require(
    tmp_path: Path, general: str, own: str, scopes: tuple[str, ...]
) -> None:
    text = PROGRAMS % (f", security: {own}" if own else "")
    made = built(tmp_path, f"security: {general}\n{text}").api
    (request,) = (each.token_request for each in made.schemes if each.token_request)
    assert request == TokenRequest("https://x", scopes)


def test_what_is_left_out_asks_for_no_scopes(tmp_path: Path) -> None:
    text = f"security: [{{P: [r]}}]\n{PROGRAMS % ', security: [{P: [admin]}]'}"
    made = built(tmp_path, text, {"exclude": {"operations": ["a"]}}).api
    assert made.schemes[1].token_request == TokenRequest("https://x", ("r",))


def test_how_a_token_is_asked_for_can_be_configured(tmp_path: Path) -> None:
    section = {
        "scopes": ["x/.default"],
        "token_parameters": {"audience": "https://api"},
        "send_as": "body",
    }
    text = f"security: [{{P: [r]}}]\n{PROGRAMS % ''}"
    made = built(tmp_path, text, {"auth": {"P": section}}).api
    assert made.schemes[1].token_request == TokenRequest(
        "https://x", ("x/.default",), (("audience", "https://api"),), True
    )
    none = built(tmp_path, text, {"auth": {"P": {"scopes": []}}}).api
    assert none.schemes[1].token_request == TokenRequest("https://x")


def test_credentials_come_from_the_environment_as_well(tmp_path: Path) -> None:
    config = {"auth": {"Key": {"arguments": ["api_key"], "variables": ["SHOP_KEY"]}}}
    text = "Key: {type: http, scheme: bearer}, Admin: {type: http, scheme: bearer}"
    found = schemes(tmp_path, text, config)
    assert found["Key"].arguments == (("api_key", "SHOP_KEY"),)
    assert found["Admin"].arguments == (("token", "T_SDK_TOKEN"),)


def test_a_second_token_is_called_after_its_scheme(tmp_path: Path) -> None:
    text = "Key: {type: http, scheme: bearer}, Admin: {type: http, scheme: bearer}"
    found = schemes(tmp_path, text)
    assert found["Admin"].arguments == (("admin_token", "T_SDK_ADMIN_TOKEN"),)


@pytest.mark.parametrize(
    ("security", "alternatives"),
    [
        ("", None),
        ("security: []", []),
        ("security: [{}]", [[]]),
        ("security: [{A: [], B: []}]", [["A", "B"]]),
        ("security: [{A: []}, {B: [x]}, {}]", [["A"], ["B"], []]),
    ],
)
def test_an_operation_says_which_credentials_it_takes(
    tmp_path: Path, security: str, alternatives: list[list[str]] | None
) -> None:
    made = built(
        tmp_path,
        f"""\
paths:
  /a:
    get:
      operationId: a
      {security}
      responses: {{'204': {{description: ok}}}}
components:
  securitySchemes:
    A: {{type: http, scheme: bearer}}
    B: {{type: http, scheme: basic}}
""",
    )
    found = operations(made.api)["a"].security
    told = found and [[name for name, _ in each.schemes] for each in found]
    assert told == (alternatives if alternatives is None else alternatives or ())


def test_a_credential_is_sent_where_nothing_says_which_one_is_taken(
    tmp_path: Path,
) -> None:
    text = """\
paths:
  /a: {get: {operationId: a, responses: {'204': {description: ok}}}}
  /b: {get: {operationId: b, responses: {'204': {description: ok}}}}
components:
  securitySchemes:
    A: {type: http, scheme: bearer}
    M: {type: mutualTLS}
    H: {type: apiKey, in: header, name: "no header"}
    B: {type: http, scheme: basic}
"""
    made = built(tmp_path, text)
    assert [dict(each.schemes) for each in made.api.security] == [
        {"A": ()},
        {"B": ()},
        {},
    ]
    assert "no operation says which security scheme it takes" in str(
        list(made.problems)
    )
    for said in (f"security: []\n{text}", text.replace(": b,", ": b, security: [],")):
        made = built(tmp_path, said)
        assert made.api.security == ()
        assert "no operation says" not in str(list(made.problems))


@pytest.mark.parametrize(
    ("security", "alternatives", "severity"),
    [
        ("[{Ghost: []}]", ((),), "error"),
        ("[{Ghost: [], A: []}]", (("A",),), "error"),
        ("[{Ghost: []}, {A: []}]", (("A",),), "warning"),
        ("[{Ghost: []}, {}]", ((),), "warning"),
    ],
)
def test_a_scheme_that_is_not_declared_is_an_error_where_nothing_stands_for_it(
    tmp_path: Path,
    security: str,
    alternatives: tuple[tuple[str, ...], ...],
    severity: str,
) -> None:
    made = built(
        tmp_path,
        f"paths: {{/a: {{get: {{operationId: a, security: {security}}}}}}}\n"
        "components: {securitySchemes: {A: {type: http, scheme: bearer}}}\n",
    )
    found = operations(made.api)["a"].security or ()
    assert (
        tuple(tuple(name for name, _ in each.schemes) for each in found) == alternatives
    )
    place = "/paths/~1a/get/security/0"
    told = f"{severity} {place}: security scheme 'Ghost' is not declared"
    assert told in problems(made)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("#/components/securitySchemes/A", "A"),
        ("api.yaml#/components/securitySchemes/A", "A"),
        ("keys.yaml#/Shared", "B"),
        ("keys.yaml#/Other", "Other"),
        ("keys.yaml#/A", "keys.yaml#/A"),
        ("./keys.yaml#/Other", "Other"),
        ("#/a", "#/a"),
    ],
)
def test_a_scheme_may_be_named_by_its_address(
    tmp_path: Path, address: str, name: str
) -> None:
    schemes = "A: {type: http, scheme: bearer}, B: {$ref: 'keys.yaml#/Shared'}"
    document = opened(
        tmp_path,
        f"{HEAD}security: [{{'{address}': []}}]\n"
        "paths: {/a: {get: {operationId: a}}}\n"
        f"components: {{securitySchemes: {{{schemes}, '#/a': {{type: mutualTLS}}}}}}\n",
        keys_yaml="".join(
            f"{key}: {{type: apiKey, name: X, in: header}}\n"
            for key in ("Shared", "Other", "A")
        ),
    )
    made = build(document, Config(), {})
    assert [each.schemes for each in made.api.security] == [((name, ()),)]
    assert name in {scheme.wire_name for scheme in made.api.schemes}
    assert not any("not declared" in problem for problem in problems(made))


def test_an_empty_default_of_a_server_is_one(tmp_path: Path) -> None:
    variables = "{a: {default: ''}, b: {}, c: {default: 8}}"
    text = f"servers: [{{url: 'https://x{{a}}{{b}}{{c}}', variables: {variables}}}]\n"
    (server,) = built(tmp_path, PATHS + text).api.servers
    assert [each.default for each in server.variables] == ["", None, "8"]


def test_the_servers_of_the_api_are_not_an_operations_own(tmp_path: Path) -> None:
    server = "{url: 'https://{a}.test', variables: {a: {default: x}}, description: D}"
    other = server.replace("D}", "E}")
    text = (
        f"servers: [{server}]\n"
        "paths:\n"
        f"  /a: {{servers: [{server}], get: {{operationId: a}}}}\n"
        f"  /b: {{servers: [{server}], get: {{operationId: b, servers: [{other}]}}}}\n"
    )
    found = operations(built(tmp_path, text).api)
    assert found["a"].servers is None
    assert found["b"].servers is not None


def test_what_stands_behind_a_reference_to_a_whole_section_is_emitted_and_counted(
    tmp_path: Path,
) -> None:
    document = opened(
        tmp_path,
        HEAD + "paths: {$ref: paths.yaml, /b: {$ref: 'paths.yaml#/~1a', post: {}}}\n"
        "components: {$ref: rest.yaml}\n",
        paths_yaml="/a: {get: {}, post: {}}\n",
        rest_yaml="schemas: {$ref: schemas.yaml, B: {}}\n",
        schemas_yaml="A: {properties: {x: {}, y: {}}}\n",
    )
    made = build(document, Config(), {})
    assert len(operations(made.api)) == 4
    assert set(made.api.schemas) == {"A", "B"}
    ledger = made.count()
    for account, total in (
        (ledger.operations, 4),
        (ledger.schemas, 2),
        (ledger.fields, 2),
    ):
        assert (account.total, account.left_out) == (total, ())


def test_a_method_may_be_spelled_in_upper_case(tmp_path: Path) -> None:
    answer = "{description: ok, content: {application/json: {schema: {properties: {x: {}}}}}}"
    operation = f"{{responses: {{'200': {answer}}}}}"
    text = f"paths: {{/a: {{GET: {operation}, Post: {operation}}}}}\n"
    hooks = f"webhooks: {{b: {{POST: {operation}}}}}\n"
    made = built(tmp_path, text + hooks)
    assert [each.method for each in operations(made.api).values()] == ["GET", "POST"]
    assert [each.wire_name for each in made.api.webhooks] == ["b"]
    ledger = made.count()
    assert (ledger.operations.total, ledger.operations.left_out) == (2, ())
    assert ledger.fields.total - len(ledger.fields.left_out) == 2


def test_an_operation_that_another_one_hides_is_counted(tmp_path: Path) -> None:
    text = "paths: {/p: {$ref: pi.yaml, get: {}, GET: {}}}\n"
    document = opened(tmp_path, HEAD + text, pi_yaml="get: {}\npost: {}\n")
    account = build(document, Config(), {}).count().operations
    assert account.total == 4
    assert [(one.pointer, one.reason) for one in account.left_out] == [
        ("/paths/~1p/GET", "another operation of its path has the same method"),
        ("pi.yaml#/get", "another operation of its path has the same method"),
    ]


def test_a_field_is_counted_also_where_a_reference_leads_to_it_first(
    tmp_path: Path,
) -> None:
    text = (
        "components: {schemas: {A: {properties: {x: {properties: {y: {}}}}},"
        " B: {$ref: '#/components/schemas/A/properties/x/properties/y'},"
        " C: {items: {$ref: '#/components/schemas/A/properties/x'}}}}\n"
    )
    ledger = built(tmp_path, PATHS + text).count()
    assert (ledger.fields.total, ledger.fields.left_out) == (2, ())


@pytest.mark.parametrize("key", ["webhooks", "x-webhooks"])
def test_fields_of_webhooks_are_counted(tmp_path: Path, key: str) -> None:
    content = "{application/json: {schema: {properties: {x: {}}}}}"
    hook = f"{{post: {{requestBody: {{content: {content}}}, responses: {{}}}}}}"
    ledger = built(tmp_path, f"{PATHS}{key}: {{new: {hook}}}\n").count()
    assert (ledger.fields.total, ledger.fields.left_out) == (1, ())


def test_a_webhook_may_be_written_as_a_callback(tmp_path: Path) -> None:
    expression = "{$request.body#/callback}"
    text = f"webhooks: {{paid: {{'{expression}': {{post: {{responses: {{}}}}}}}}}}\n"
    made = built(tmp_path, PATHS + text)
    (webhook,) = made.api.webhooks
    assert (webhook.wire_name, problems(made)) == ("paid", [])


def test_a_webhook_without_an_operation_is_told(tmp_path: Path) -> None:
    text = "webhooks: {paid: {description: Money came.}}\n"
    made = built(tmp_path, PATHS + text)
    assert made.api.webhooks == ()
    (said,) = problems(made)
    assert said.startswith(
        "warning /webhooks/paid: the webhook 'paid' has no operation"
    )


@pytest.mark.parametrize(
    ("media_type", "schema", "expected"),
    [
        ("application/x-www-form-urlencoded", "{type: array}", ["error"]),
        ("multipart/form-data", "{type: string}", ["error"]),
        ("multipart/form-data", "{type: string, format: binary}", ["error"]),
        ("multipart/form-data", "{type: object}", []),
        ("application/x-www-form-urlencoded", "{}", []),
    ],
)
def test_a_form_that_has_no_fields_is_told(
    tmp_path: Path, media_type: str, schema: str, expected: list[str]
) -> None:
    body = f"requestBody: {{content: {{{media_type}: {{schema: {schema}}}}}}}"
    responses = "responses: {'204': {description: ok}}"
    text = f"paths: {{/a: {{post: {{operationId: a, {body}, {responses}}}}}}}\n"
    made = built(tmp_path, text)
    assert [line.split()[0] for line in problems(made)] == expected
    sent = operations(made.api)["a"].body
    assert sent is not None
    # Going on all the same, one can give what the server may want after all.
    assert isinstance(sent.contents[0].type, Any_) or not expected


@pytest.mark.parametrize(
    ("media_type", "schema"),
    [
        ("application/x-www-form-urlencoded", "{type: array, items: {type: integer}}"),
        ("application/x-www-form-urlencoded", "{type: integer}"),
        ("multipart/form-data", "{type: array, items: {type: integer}}"),
        ("multipart/form-data", "{type: string}"),
    ],
)
def test_a_form_that_has_no_fields_is_left_out_beside_another_body(
    tmp_path: Path, media_type: str, schema: str
) -> None:
    both = ", ".join(
        f"{each}: {{schema: {schema}}}" for each in ("application/json", media_type)
    )
    body = f"requestBody: {{content: {{{both}}}}}"
    responses = "responses: {'204': {description: ok}}"
    text = f"paths: {{/a: {{post: {{operationId: a, {body}, {responses}}}}}}}\n"
    made = built(tmp_path, text)
    (sent,) = operations(made.api).values()
    assert sent.body is not None
    assert sent.body.contents[0].media_type == "application/json"
    (said,) = problems(made)
    assert "a form whose schema describes no fields, beside another body," in said
    assert said.startswith("warning")


def test_a_form_that_is_described_as_text_is_given_as_text(tmp_path: Path) -> None:
    kind = "application/x-www-form-urlencoded"
    made = operation(
        tmp_path,
        f"requestBody: {{content: {{{kind}: {{schema: {{type: string}}}}}}}}",
    )
    assert made.body is not None
    assert made.body.contents[0].kind is BodyKind.TEXT
