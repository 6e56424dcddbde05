"""What is wrong with a description, by sdkgen's own checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import Problem, Severity
from generator.validation import check

from .documents import HEAD, opened

HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")
OK = "responses: {'200': {description: ok}}"


def found(folder: Path, text: str, **others: str) -> list[str]:
    """`severity pointer: fact` of every own finding."""
    return [told(problem) for problem in check(opened(folder, text, **others))]


def told(problem: Problem) -> str:
    return f"{problem.severity} {problem.pointer}: {problem.fact}"


def test_webhooks_of_before_openapi_3_1_are_checked_as_well(tmp_path: Path) -> None:
    hook = "{post: {responses: {'200': {$ref: '#/nowhere'}}}}"
    text = HEAD_3_0 + f"paths: {{}}\nx-webhooks: {{born: {hook}}}\n"
    assert [one.partition(" leads")[0] for one in found(tmp_path, text)] == [
        "error /x-webhooks/born/post/responses/200: the reference #/nowhere"
    ]


# Forms -----------------------------------------------------------------------------


def test_a_sound_description_has_no_problems(tmp_path: Path) -> None:
    text = HEAD + f"paths: {{/a: {{get: {{operationId: a, {OK}}}}}}}\n"
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "paths: {/a: {get: []}}",
            "error /paths/~1a/get: a list stands where an operation belongs",
        ),
        (
            "paths: {/a: {get: null}}",
            "error /paths/~1a/get: nothing (null) stands where an operation",
        ),
        (
            "servers: http://x",
            "error /servers: a string stands where a list (each element a server)",
        ),
        (
            "components: {schemas: {A: 1}}",
            "error /components/schemas/A: a number stands where a schema",
        ),
        (
            "components: {schemas: {A: {required: x}}}",
            "error /components/schemas/A/required: a string stands where a list (each element a string)",
        ),
        (
            "components: {schemas: {A: {properties: {x: {type: 1}}}}}",
            "error /components/schemas/A/properties/x/type: a number stands where a string or a list",
        ),
        (
            "components: {schemas: {A: {items: [{}]}}}",
            "error /components/schemas/A/items: a list stands where a schema belongs",
        ),
        (
            "components: {schemas: {A: {nullable: 'yes'}}}",
            "error /components/schemas/A/nullable: a string stands where true or false belongs",
        ),
        (
            "paths: null",
            "warning /paths: nothing (null) stands where a mapping of paths belongs",
        ),
        ("tags: [a]", "warning /tags/0: a string stands where a tag belongs"),
        (
            "components: {schemas: {A: {required: true}}}",
            "warning /components/schemas/A/required: true stands where a list",
        ),
        (
            "components: {schemas: {A: {maxLength: '1', description: 1}}}",
            "warning /components/schemas/A/description: a number stands where a string belongs",
        ),
    ],
)
def test_a_value_of_the_wrong_form_is_found(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert any(
        line.startswith(expected) for line in found(tmp_path, HEAD + text + "\n")
    )


def test_places_of_a_list_as_older_drafts_describe_them_have_a_remedy(
    tmp_path: Path,
) -> None:
    text = HEAD + "components: {schemas: {A: {items: [{}]}}}\n"
    (problem,) = check(opened(tmp_path, text))
    assert problem.remedy.startswith("call it prefixItems")


def test_nothing_within_a_value_of_the_wrong_form_is_looked_at(tmp_path: Path) -> None:
    assert len(found(tmp_path, HEAD + "components: {schemas: [{$ref: gone}]}\n")) == 1


def test_data_may_have_any_form(tmp_path: Path) -> None:
    schema = (
        "{default: {$ref: gone}, example: [1], enum: [{}, null], x-a: {$ref: gone}}"
    )
    assert found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n") == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("/components/schemas/A", "{schemas: {A: {$ref: 5}}}"),
        (
            "/components/schemas/A/properties/x",
            "{schemas: {A: {properties: {x: {$ref: 5}}}}}",
        ),
        ("/components/parameters/P", "{parameters: {P: {$ref: 5}}}"),
        ("/components/responses/R", "{responses: {R: {$ref: 5}}}"),
    ],
)
def test_a_reference_is_text(tmp_path: Path, place: str, text: str) -> None:
    assert found(tmp_path, HEAD + f"components: {text}\n") == [
        f"error {place}/$ref: a number stands where a reference (a string) belongs"
    ]


def test_an_operation_beside_a_reference_to_another_is_told(tmp_path: Path) -> None:
    text = HEAD + f"paths: {{/p: {{$ref: pi.yaml, get: {{{OK}}}}}}}\n"
    assert found(tmp_path, text, pi_yaml=f"get: {{{OK}}}\npost: {{{OK}}}\n") == [
        "warning /paths/~1p/get: the path item that is referred to beside it has this "
        "method as well (pi.yaml#/get)"
    ]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (
            "enum",
            "error /components/schemas/A/enum: {} a list (each element any value)",
        ),
        ("required", "error /components/schemas/A/required: {} a list"),
        ("type", "error /components/schemas/A/type: {} a string or a list"),
        ("maximum", "warning /components/schemas/A/maximum: {} a number"),
        ("nullable", "error /components/schemas/A/nullable: {} true or false"),
        ("oneOf", None),
        ("properties", None),
        ("description", None),
    ],
)
def test_a_reference_that_nobody_follows_is_told(
    tmp_path: Path, place: str, told: str | None
) -> None:
    schema = f"{{{place}: {{$ref: f.yaml}}}}"
    content = {"oneOf": "[{}]", "properties": "{}", "description": "long"}
    content |= {"maximum": "5", "nullable": "true"}
    lines = found(
        tmp_path,
        HEAD + f"components: {{schemas: {{A: {schema}}}}}\n",
        f_yaml=content.get(place, "[a]"),
    )
    if told is None:
        assert lines == []
    else:
        (line,) = lines
        assert line.startswith(told.format("a reference stands where"))
        assert line.endswith("belongs, and is not followed there")


@pytest.mark.parametrize(
    ("ref", "target"),
    [
        ("#", "a description"),
        ("", "a description"),
        ("#/components", "a components object"),
        ("#/components/schemas", "a mapping (each value a schema)"),
        ("#/components/parameters/P", "a parameter"),
        ("#/components/parameters/P/schema", None),
        ("#/x-schemas/A", None),
        ("#/components/examples/E/value", None),
    ],
)
def test_a_schema_refers_to_schemas(
    tmp_path: Path, ref: str, target: str | None
) -> None:
    text = (
        HEAD
        + f"components:\n  schemas: {{A: {{properties: {{a: {{$ref: '{ref}'}}}}}}}}\n"
        "  parameters: {P: {name: a, in: query, schema: {type: string}}}\n"
        "  examples: {E: {value: {type: string}}}\nx-schemas: {A: {}}\n"
    )
    lines = found(tmp_path, text)
    if target is None:
        assert lines == []
    else:
        place = "error /components/schemas/A/properties/a: "
        assert (
            f"{place}the reference '{ref}' leads to {target}, not to a schema" in lines
        )


def test_a_reference_without_quotes_is_a_comment(tmp_path: Path) -> None:
    text = (
        HEAD + "components:\n  schemas:\n    A:\n      $ref: #/components/schemas/B\n"
    )
    (problem,) = check(opened(tmp_path, text))
    assert problem.severity is Severity.ERROR
    assert (problem.line, problem.remedy) == (
        6,
        "name what it refers to, in quotes: without them # begins a comment",
    )


def test_a_property_may_be_called_like_a_keyword(tmp_path: Path) -> None:
    schema = "{properties: {$ref: {type: string}, type: {type: string}, x-a: {type: string}}}"
    assert found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD_3_0, "error : paths is missing"),
        (HEAD, "error : paths, webhooks and components are all missing"),
        ("openapi: 3.1.0\npaths: {}\n", "error : info is missing"),
        (
            HEAD + "paths: {a: {}}\n",
            "error /paths/a: the path 'a' does not begin with /",
        ),
        (
            HEAD + "paths: {/a: {get: {responses: {ok: {description: x}}}}}\n",
            "error /paths/~1a/get/responses/ok: 'ok' is no status",
        ),
        (
            HEAD + "paths: {/a: {get: {responses: {2xx: {description: x}}}}}\n",
            "warning /paths/~1a/get/responses/2xx: 2xx is no range of statuses",
        ),
        (
            HEAD + "components: {parameters: {P: {name: x, schema: {}}}}\n",
            "error /components/parameters/P: in is missing",
        ),
        (
            HEAD + "components: {parameters: {P: {name: x, in: body, schema: {}}}}\n",
            "error /components/parameters/P/in: a parameter cannot stand there",
        ),
        (
            HEAD + "components: {securitySchemes: "
            '{K: {type: apiKey, in: header, name: "A\\r\\nB"}}}\n',
            "warning /components/securitySchemes/K/name: "
            r"no HTTP header can be called 'A\r\nB'",
        ),
        (
            HEAD + "components: {parameters: "
            "{P: {name: 'a:b', in: header, schema: {}}}}\n",
            "error /components/parameters/P/name: no HTTP header can be called 'a:b'",
        ),
        (
            HEAD + "components: {schemas: {A: {type: strng}}}\n",
            "error /components/schemas/A/type: there is no type 'strng'",
        ),
        (
            HEAD + "components: {securitySchemes: {K: {type: apiKey, in: header}}}\n",
            "error /components/securitySchemes/K: name is missing",
        ),
    ],
)
def test_what_an_object_lacks_or_says_wrongly_is_found(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert found(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        ("{url: 'ftp://a.example'}", "no request can be sent to 'ftp://a.example'"),
        ("{url: 'https:///v1'}", "no request can be sent to 'https:///v1'"),
        ("{url: 'ht tp://a'}", "no request can be sent to 'ht tp://a'"),
        ("{url: 'http://a:99999'}", "no request can be sent to 'http://a:99999'"),
        ("{url: 'http://u:p@a'}", "no request can be sent to 'http://u:p@a'"),
        ("{url: api.example.com/v1}", "no request can be sent to 'api.example.com/v1'"),
        ("{url: 'localhost:80'}", "no request can be sent to 'localhost:80'"),
        (
            "{url: 'http://a:{p}', variables: {p: {default: x}}}",
            "no request can be sent to 'http://a:x'",
        ),
        ("{url: 'http://{a}'}", "the server variable 'a' is not declared"),
        (
            "{url: 'http://{a}', variables: {a: {enum: [b]}}}",
            "the server variable 'a' has no default",
        ),
        (
            "{url: 'http://{a}', variables: {a: {enum: [b], default: c}}}",
            "the default 'c' of 'a' is not in its enum",
        ),
    ],
)
def test_a_server_that_cannot_be_called_is_told(
    tmp_path: Path, server: str, expected: str
) -> None:
    place = f"paths: {{/a: {{servers: [{server}]}}}}\n"
    for text in (HEAD + f"servers: [{server}]\npaths: {{}}\n", HEAD + place):
        (said,) = found(tmp_path, text)
        assert said.startswith("warning ")
        assert said.endswith(expected)


@pytest.mark.parametrize(
    "url", ["/", "''", "/v1", "./v1.0", "v1.0/x", "//a.example/v1", "'http://[::1]:80'"]
)
def test_a_server_may_be_relative(tmp_path: Path, url: str) -> None:
    assert found(tmp_path, HEAD + f"servers: [{{url: {url}}}]\npaths: {{}}\n") == []


def test_a_version_written_as_a_number_is_a_warning(tmp_path: Path) -> None:
    text = "openapi: 3.0\ninfo: {title: T, version: 1.10}\npaths: {}\n"
    document = opened(tmp_path, text)
    (version,) = document.problems
    assert document.version == "3.0"
    assert (
        told(version) == "warning /openapi: the version is the number 3.0, not a string"
    )
    (of_the_api,) = check(document)
    assert of_the_api.remedy == 'write "1.10", with quotes'


# References ------------------------------------------------------------------------


def test_every_reference_that_leads_nowhere_is_an_error_where_it_stands(
    tmp_path: Path,
) -> None:
    schemas = "{A: {$ref: '#/nowhere'}, B: {items: {$ref: '#/nowhere'}}, C: {$ref: gone.yaml}}"
    lines = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert [line.partition(": ")[0] for line in lines] == [
        "error /components/schemas/A",
        "error /components/schemas/B/items",
        "error /components/schemas/C",
    ]


def test_what_other_files_hold_is_checked_where_it_stands(tmp_path: Path) -> None:
    document = opened(
        tmp_path,
        HEAD + "components: {schemas: {A: {$ref: b.yaml}, B: {$ref: b.yaml}}}\n",
        b_yaml="properties:\n  x: {$ref: gone.yaml}\n",
    )
    (problem,) = check(document)
    assert (problem.file, problem.line) == (f"{tmp_path}/b.yaml", 2)


def test_what_stands_beside_a_reference_to_a_whole_section_is_checked(
    tmp_path: Path,
) -> None:
    text = HEAD + (
        "paths: {$ref: paths.yaml, /b: {get: 1}}\n"
        "components: {$ref: rest.yaml, schemas: {$ref: schemas.yaml, B: {type: odd}}}\n"
    )
    others = {"paths_yaml": "/a: {}\n", "rest_yaml": "{}", "schemas_yaml": "A: {}\n"}
    assert sorted(found(tmp_path, text, **others)) == [
        "error /components/schemas/B/type: there is no type 'odd'",
        "error /paths/~1b/get: a number stands where an operation belongs",
    ]


def test_a_scheme_that_is_named_by_address_is_checked(tmp_path: Path) -> None:
    text = HEAD + (
        "paths: {}\nsecurity: [{'keys.yaml#/A': []}, {'keys.yaml#/B': []}, {a/b: []}]\n"
        "components: {securitySchemes: {a/b: {type: mutualTLS}}}\n"
    )
    assert sorted(
        found(tmp_path, text, keys_yaml="A: {type: apiKey, in: query}\n")
    ) == [
        "error /A: name is missing",
        "error /security/1/keys.yaml#~1B: the reference keys.yaml#/B leads nowhere: "
        "keys.yaml has no 'B'",
    ]


def test_an_operation_may_be_a_reference(tmp_path: Path) -> None:
    text = HEAD + "paths: {'/a/{id}': {get: {$ref: get.yaml}}}\n"
    operation = (
        f"{OK}\nparameters: [{{name: id, in: path, required: true, schema: {{}}}}]\n"
    )
    assert found(tmp_path, text, get_yaml=operation) == []


def test_references_in_a_circle_are_one_error(tmp_path: Path) -> None:
    schemas = (
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}"
    )
    (line,) = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert line == (
        "error /components/schemas/A: the reference leads in a circle: "
        "#/components/schemas/A -> #/components/schemas/B -> #/components/schemas/A"
    )


def test_a_schema_that_is_part_of_itself_by_all_of_is_a_warning(tmp_path: Path) -> None:
    schemas = "{A: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}"
    (line,) = found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n")
    assert line.startswith(
        "warning /components/schemas/A: allOf leads back to the schema itself"
    )


@pytest.mark.parametrize(
    ("schema", "facts"),
    [
        (
            "allOf: [{type: string}, {type: integer}]",
            ["the schema: one part says string, another integer"],
        ),
        (
            "type: object, allOf: [{$ref: '#/components/schemas/B'}, {type: [number, string]}]",
            ["the schema: one part says object, another number or string"],
        ),
        (
            "properties: {n: {type: boolean}}, allOf: [{$ref: '#/components/schemas/B'}]",
            ["the property 'n': one part says boolean, another integer"],
        ),
        (
            "allOf: [{$ref: '#/components/schemas/B'}, {properties: {n: {type: number}}}]",
            [],
        ),
        ("allOf: [{type: integer}, {type: number}, {minimum: 1}]", []),
        (
            "allOf: [{enum: [a, b]}, {enum: [z]}]",
            ['the schema: one part lists "a" or "b", another "z"'],
        ),
        (
            "properties: {e: {const: z}}, allOf: [{$ref: '#/components/schemas/B'}]",
            ['the property \'e\': one part lists "z", another "a" or "b"'],
        ),
        (
            "allOf: [{type: string, const: a}, {type: integer, const: 1}]",
            ["the schema: one part says string, another integer"],
        ),
        ("allOf: [{enum: [a, b]}, {enum: [b, z]}, {const: b}]", []),
        ("allOf: [{type: string, enum: [1.10]}, {type: string, const: '1.10'}]", []),
        ("allOf: [{type: [string, 'null']}, {type: string, nullable: true}]", []),
        (
            "allOf: [{$ref: '#/components/schemas/A'}, {properties: {a: {$ref: '#/components/schemas/A'}}}]",
            [],
        ),
    ],
)
def test_parts_that_contradict_each_other_are_told_once(
    tmp_path: Path, schema: str, facts: list[str]
) -> None:
    """Once: what is built on such a schema adds no contradiction of its own."""
    text = HEAD + f"""components:
  schemas:
    A: {{{schema}}}
    B: {{properties: {{n: {{$ref: '#/components/schemas/N'}}, e: {{enum: [a, b]}}}}}}
    C: {{allOf: [{{$ref: '#/components/schemas/A'}}, {{description: no more}}]}}
    N: {{type: integer}}
"""
    said = [each for each in found(tmp_path, text) if "no value fits" in each]
    assert said == [
        f"warning /components/schemas/A: no value fits {fact}" for fact in facts
    ]


def test_recursion_through_a_value_is_no_circle(tmp_path: Path) -> None:
    schemas = "{A: {properties: {a: {$ref: '#/components/schemas/A'}}, required: [a]}}"
    assert found(tmp_path, HEAD + f"components: {{schemas: {schemas}}}\n") == []


def test_a_mapping_that_names_no_schema_is_an_error(tmp_path: Path) -> None:
    schema = "{discriminator: {propertyName: k, mapping: {a: '#/nowhere', b: A, c: gone.yaml}}}"
    lines = found(tmp_path, HEAD + f"components: {{schemas: {{A: {schema}}}}}\n")
    place = "error /components/schemas/A/discriminator/mapping"
    assert [line.partition(": ")[0] for line in lines] == [f"{place}/a", f"{place}/c"]


# Operations ------------------------------------------------------------------------


def test_operations_that_share_an_id_are_told(tmp_path: Path) -> None:
    paths = f"{{/a: {{get: {{operationId: x, {OK}}}}}, /b: {{put: {{operationId: x, {OK}}}}}}}"
    assert found(tmp_path, HEAD + f"paths: {paths}\n") == [
        "warning /paths/~1b/put/operationId: the operationId 'x' is that of GET /a already"
    ]


def test_a_path_parameter_behind_a_colon_is_an_error(tmp_path: Path) -> None:
    listed = "[{name: id, in: path, required: true, schema: {}}]"
    operation = f"{{parameters: {listed}, {OK}}}"
    text = HEAD + f"paths: {{'/a/:id/:b': {{get: {operation}}}}}\n"
    place = "/paths/~1a~1:id~1:b/get"
    assert sorted(found(tmp_path, text)) == [
        f"error {place}: the path has :id, which OpenAPI does not replace by a value",
        f"warning {place}: the path has :b, which is sent as it stands",
    ]


def test_a_method_in_upper_case_is_a_warning_and_a_second_one_an_error(
    tmp_path: Path,
) -> None:
    text = HEAD + f"paths: {{/a: {{get: {{{OK}}}, GET: {{{OK}}}, Put: {{{OK}}}}}}}\n"
    assert found(tmp_path, text) == [
        "error /paths/~1a/GET: the path has get already, and GET is no method",
        "warning /paths/~1a/Put: Put is no method",
    ]


def test_a_method_with_a_place_of_its_own_is_told_among_the_additional_ones(
    tmp_path: Path,
) -> None:
    others = f"additionalOperations: {{GET: {{{OK}}}, Put: {{{OK}}}, COPY: {{{OK}}}}}"
    head = HEAD.replace("3.1.0", "3.2.0")
    text = head + f"paths: {{/a: {{get: {{{OK}}}, {others}}}}}\n"
    place = "/paths/~1a/additionalOperations"
    assert found(tmp_path, text) == [
        f"error {place}/GET: the path has get already, and GET among additionalOperations"
        " is the same method",
        f"warning {place}/Put: Put has a place of its own",
    ]


def test_an_operation_may_not_be_called_as_another_is_without_an_id(
    tmp_path: Path,
) -> None:
    named = f"operationId: GET /c, {OK}"
    text = HEAD + f"paths: {{/a: {{get: {{{named}}}}}, /c: {{get: {{{named}}}}}}}\n"
    assert found(tmp_path, text) == [
        "warning /paths/~1a/get/operationId: the operationId 'GET /c' is that of GET /c already"
    ]


def test_what_a_method_in_upper_case_holds_is_checked(tmp_path: Path) -> None:
    text = HEAD + "paths: {/a: {GET: {responses: {200: {$ref: nowhere.yaml}}}}}\n"
    assert any("nowhere.yaml" in each for each in found(tmp_path, text))


def test_path_parameters_that_do_not_fit_the_path_are_told(tmp_path: Path) -> None:
    text = HEAD + f"""paths:
  /a/{{x}}/{{y}}/{{y}}:
    parameters: [{{name: ghost, in: path, required: true, schema: {{}}}}]
    get:
      parameters:
        - {{name: y, in: path, schema: {{}}}}
        - {{name: q, in: query, schema: {{}}}}
        - {{name: q, in: query, schema: {{}}}}
        - {{name: Q, in: query, schema: {{}}}}
        - {{name: h, in: header, schema: {{}}}}
        - {{name: H, in: header, schema: {{}}}}
      {OK}
"""
    item = "/paths/~1a~1{x}~1{y}~1{y}"
    assert sorted(found(tmp_path, text)) == [
        f"warning {item}/get/parameters/0: the path parameter 'y' is not marked as required",
        f"warning {item}/get/parameters/2: the query parameter 'q' is declared twice",
        f"warning {item}/get/parameters/5: the header parameter 'H' is declared twice",
        f"warning {item}/get: the path parameter 'x' is not declared",
        f"warning {item}/get: {{y}} stands in the path more than once",
        f"warning {item}/parameters/0: the path parameter 'ghost' does not occur in "
        "/a/{x}/{y}/{y}",
    ]
