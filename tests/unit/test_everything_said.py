"""What a description says stands in the emitted project: its texts, limits and warnings."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from generator.rendering import Templates
from generator.spelling.titles import called
from generator.targets import docs, python

from .descriptions import PATHS, built, operations, problems


def emitted(folder: Path, text: str) -> dict[str, str]:
    """The texts of the project of a description, by path."""
    api = built(folder, text).api
    templates = Templates()
    return {
        str(file.path): file.content
        for file in (*python.emit(api, templates), *docs.emit(api, templates))
        if isinstance(file.content, str)
    }


# The API ---------------------------------------------------------------------------

INFO = """\
openapi: 3.1.0
info:
  title: Shop API
  version: "1"
  summary: Sells books.
  description: A shop.
  termsOfService: https://shop.example/terms
  contact: {name: Ann, url: https://shop.example/help, email: ann@shop.example}
  license: {name: Apache 2.0, identifier: Apache-2.0}
"""


def test_whom_to_ask_and_on_which_terms_stands_on_the_front_page(
    tmp_path: Path,
) -> None:
    page = emitted(tmp_path, INFO + PATHS)["docs/index.md"]
    assert (
        "Contact: [Ann](https://shop.example/help), [ann@shop.example](mailto:ann@shop.example)."
        " [Terms of service](https://shop.example/terms). License: Apache 2.0 (Apache-2.0).\n"
    ) in page
    assert "\n\nSells books.\n\nA shop.\n\n" in page


def test_what_cannot_be_a_link_is_shown_beside_its_name(tmp_path: Path) -> None:
    text = INFO.replace("https://shop.example/help", "javascript:a()")
    page = emitted(tmp_path, text + PATHS)["docs/index.md"]
    assert "Contact: Ann (javascript:a()), [ann" in page


def test_the_projects_metadata_leads_to_both(tmp_path: Path) -> None:
    project = tomllib.loads(emitted(tmp_path, INFO + PATHS)["pyproject.toml"])
    assert project["project"]["urls"] == {
        "Contact": "https://shop.example/help",
        "Terms of service": "https://shop.example/terms",
    }
    text = INFO.replace("https://shop.example", "somewhere")
    assert "urls" not in emitted(tmp_path, text + PATHS)["pyproject.toml"]


@pytest.mark.parametrize(
    ("title", "distribution", "prefix"),
    [
        ("Größe API", "grosse-sdk", "GROSSE_SDK"),
        ("Année 2 書", "annee-2-sdk", "ANNEE_2_SDK"),
        ("書 2", "sdk-2-sdk", "SDK_2_SDK"),
        ("書籍", "api-sdk", "API_SDK"),
    ],
)
def test_what_packaging_and_shells_read_is_ascii_whatever_the_title(
    tmp_path: Path, title: str, distribution: str, prefix: str
) -> None:
    text = (
        f"openapi: 3.1.0\ninfo: {{title: {title}, version: '1'}}\nsecurity: [{{Key: []}}]\n"
        "components: {securitySchemes: {Key: {type: apiKey, in: header, name: K}}}\n"
    )
    found = emitted(tmp_path, text + PATHS)
    project = tomllib.loads(found["pyproject.toml"])
    assert project["project"]["name"] == distribution
    pages = [found[name] for name in ("README.md", "docs/index.md")]
    assert all(f"\npip install {distribution}\n" in page for page in pages)
    (module,) = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    client = found[f"{module}/_client.py"]
    assert f'"{prefix}_BASE_URL"' in client and f'"{prefix}_KEY"' in client


@pytest.mark.parametrize(
    ("title", "module"),
    [
        ("The Plaid API", "plaid_sdk"),
        ("Theatre API", "theatre_sdk"),
        ("The", "the_sdk"),
        ("The API", "api_sdk"),
    ],
)
def test_a_package_is_called_by_the_title_without_its_article(
    tmp_path: Path, title: str, module: str
) -> None:
    text = f"openapi: 3.1.0\ninfo: {{title: {title}, version: '1'}}\n{PATHS}"
    assert built(tmp_path, text).api.package.module == module


def test_a_title_that_gives_a_distribution_no_name_of_its_own_is_told(
    tmp_path: Path,
) -> None:
    text = f"openapi: 3.1.0\ninfo: {{title: 書籍, version: '1'}}\n{PATHS}"
    (told,) = built(tmp_path, text).problems
    assert (told.pointer, told.fact) == (
        "/info/title",
        "nothing of '書籍_sdk' may stand in a distribution's name, so it is 'api-sdk'",
    )
    named = {"package": {"name": "books-sdk"}}
    assert not len(built(tmp_path, text, named).problems)
    assert not len(built(tmp_path, text.replace("書籍", "API")).problems)


@pytest.mark.parametrize(
    ("licence", "read"),
    [
        ("{name: MIT}", "MIT"),
        ("{name: Any, identifier: MIT OR Apache-2.0}", "MIT OR Apache-2.0"),
        ("{name: Apache 2.0}", {"text": "Apache 2.0"}),
        ("{name: Mine}", {"text": "Mine"}),
    ],
)
def test_a_licence_that_spdx_does_not_know_is_a_text(
    tmp_path: Path, licence: str, read: object
) -> None:
    """Anything else there, and the project could not be built."""
    text = INFO.replace("{name: Apache 2.0, identifier: Apache-2.0}", licence)
    project = tomllib.loads(emitted(tmp_path, text + PATHS)["pyproject.toml"])
    assert project["project"]["license"] == read


@pytest.mark.parametrize(
    "title",
    [
        'The "A" and "B" API isn\'t it',
        "C:\\A",
        "Bell\a and\x7f",
        "\x85 \U0001f4d6",
    ],
)
def test_a_title_with_signs_of_toml_stays_a_text(tmp_path: Path, title: str) -> None:
    head = f"openapi: 3.1.0\ninfo: {{title: {json.dumps(title)}, version: '1'}}\n"
    found = emitted(tmp_path, head + PATHS)
    project = tomllib.loads(found["pyproject.toml"])["project"]
    assert project["description"] == f"Python client for {called(title)}."


def test_the_short_summary_for_language_models_is_one_quote(tmp_path: Path) -> None:
    found = emitted(tmp_path, INFO + PATHS)["docs/llms.txt"]
    assert "\n> Sells books.\n>\n> A shop.\n" in found


# Limits ----------------------------------------------------------------------------


def schema_row(folder: Path, schema: str) -> tuple[str, str]:
    """A property in the docs, and what its line in the model says below it."""
    found = emitted(
        folder,
        f"{PATHS}components: {{schemas: {{A: {{properties: {{a: {schema}}}}}}}}}\n",
    )
    (row,) = (
        line for line in found["docs/models/A.md"].split("\n") if "| `a` |" in line
    )
    module = next(text for path, text in found.items() if path.endswith("models/a.py"))
    return row, module.partition("a: ")[2]


@pytest.mark.parametrize(
    ("schema", "told", "below"),
    [
        (
            "{type: array, maxItems: 4, items: {type: string, maxLength: 9, pattern: ^b}}",
            "| at most 4 items; each at most 9 characters; each matches `^b` |",
            "At most 4 items, each at most 9 characters, each matches `^b`.",
        ),
        (
            "{type: array, items: {type: array, items: {type: integer, minimum: 3}}}",
            "| each each at least 3 |",
            "Each each at least 3.",
        ),
        (
            "{type: object, additionalProperties: {type: integer, minimum: 3}}",
            "| each at least 3 |",
            "Each at least 3.",
        ),
        (
            "{type: object, additionalProperties:"
            " {type: string, minLength: 2, maxLength: 9}}",
            "| values of at most 9 characters; each at least 2 characters |",
            "Values of at most 9 characters, each at least 2 characters.",
        ),
        (
            "{anyOf: [{type: string, maxLength: 9}, {type: 'null'}]}",
            "| at most 9 characters |",
            "At most 9 characters.",
        ),
        (
            "{oneOf: [{type: string, maxLength: 9}, {type: integer, minimum: 3}]}",
            "| at least 3; at most 9 characters |",
            "At least 3, at most 9 characters.",
        ),
        (
            "{oneOf: [{type: string, maxLength: 9}, {type: array, items: {}}, {type: array,"
            " items: {}, minItems: 2}]}",
            "| at most 9 characters |",
            "At most 9 characters.",
        ),
        (
            "{anyOf: [{type: string, maxLength: 9}, {type: string, enum: ['']}]}",
            "| at most 9 characters |",
            "At most 9 characters.",
        ),
        (
            "{type: string, contentEncoding: base64url, contentMediaType: text/css}",
            "| encoded as `base64url`; holds `text/css` |",
            "Encoded as `base64url`, holds `text/css`.",
        ),
        (
            "{type: string, contentEncoding: base64, contentMediaType: image/png}",
            "| holds `image/png` |",
            "Holds `image/png`.",
        ),
        (
            "{type: array, prefixItems: [{type: string, maxLength: 9}, {type: integer},"
            " {type: string, enum: [b]}], items: {type: integer, minimum: 3}}",
            '| item 1 at most 9 characters; item 3 always `"b"`; each further at least 3 |',
            "Item 1 at most 9 characters, each further at least 3.",
        ),
        (
            "{type: array, prefixItems: [{}, {type: array, items: {type: integer,"
            " maximum: 4}}], items: false}",
            "| item 2 each at most 4 |",
            "Item 2 each at most 4.",
        ),
    ],
)
def test_limits_of_what_a_value_holds_or_may_be_are_told(
    tmp_path: Path, schema: str, told: str, below: str
) -> None:
    row, doc = schema_row(tmp_path, schema)
    assert told in row
    assert below in doc


def test_what_is_said_of_places_is_told(tmp_path: Path) -> None:
    row, below = schema_row(
        tmp_path,
        "{type: array, description: What., prefixItems: [{type: string, description: A.},"
        " {type: string}, {type: string, description: C.}],"
        " items: {type: string, description: More.}}",
    )
    assert "| What. Item 1: A. Item 3: C. Each further: More. |" in row
    assert "Item 1: A.\n\n    Item 3: C." in below


def test_limits_that_could_not_be_told_apart_are_not_mixed(tmp_path: Path) -> None:
    text = "{type: string, maxLength: 9}"
    row, _ = schema_row(
        tmp_path, f"{{anyOf: [{text}, {{type: string, format: date}}]}}"
    )
    assert "characters" not in row


def test_examples_keep_to_the_limits_of_places(tmp_path: Path) -> None:
    place = "{type: array, prefixItems: [{type: integer, minimum: 5}], minItems: 1"
    files = emitted(
        tmp_path,
        "paths: {/a: {get: {operationId: a, tags: [t], responses: {'200': {description: ok,"
        f" content: {{application/json: {{schema: {place}, items: {{type: integer,"
        " maximum: 2}}, examples: {a: {value: [4]}, b: {value: [6, 3]}, c:"
        " {value: [6, 2]}}}}}}}}}\n",
    )
    assert "[\n  6,\n  2\n]" in files["docs/sdks/t/README.md"]


def test_examples_keep_to_the_limits_of_items(tmp_path: Path) -> None:
    row, _ = schema_row(tmp_path, "{type: array, items: {type: integer, minimum: 333}}")
    assert "`[333]`" in row


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        (
            "{type: string, format: email, maxLength: 9}",
            "at most 9 characters; format `email`",
        ),
        ("{type: [string, 'null'], format: uri}", "format `uri`"),
        ("{type: array, items: {type: string, format: uri}}", "each format `uri`"),
        (
            "{type: object, patternProperties: {^b: {type: string}, ^c: {type: string}}}",
            "described for keys that match `^b` or `^c`",
        ),
    ],
)
def test_forms_of_texts_and_patterns_of_keys_are_told(
    tmp_path: Path, schema: str, told: str
) -> None:
    row, _ = schema_row(tmp_path, schema)
    assert f"| {told} |" in row


@pytest.mark.parametrize(
    "schema",
    [
        "{type: string, format: date-time}",
        "{type: string, format: binary}",
        "{type: string, format: slug, enum: [a]}",
        "{type: integer, format: int64}",
    ],
)
def test_a_form_that_the_type_says_is_not_told_again(
    tmp_path: Path, schema: str
) -> None:
    row, _ = schema_row(tmp_path, schema)
    assert "format" not in row


def test_limits_of_an_object_with_fields_are_told(tmp_path: Path) -> None:
    schema = (
        "{properties: {b: {type: integer}}, minProperties: 2,"
        " additionalProperties: {type: string, pattern: ^q}}"
    )
    files = emitted(tmp_path, f"{PATHS}components: {{schemas: {{A: {schema}}}}}\n")
    page = files["docs/models/A.md"]
    assert (
        "Any other field: `str`. Limits: at least 2 entries; each matches `^q`." in page
    )
    module = next(text for path, text in files.items() if path.endswith("models/a.py"))
    assert '"""A.\n\n    At least 2 entries' in module


# Operations ------------------------------------------------------------------------


def operation_page(folder: Path, operation: str, above: str = "") -> str:
    """The page of the only operation, whose fields are given."""
    paths = (
        f"paths: {{/a: {{{above}get: {{operationId: a, tags: [t], {operation}}}}}}}\n"
    )
    return emitted(folder, paths)["docs/sdks/t/README.md"]


def test_all_that_is_said_of_answers_stands_below_response(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'204': {summary: Found, description: It is here. Look!},"
        " '205': {description: Later.}, '404': {summary: Gone, description: Not here.}}",
    )
    assert (
        "`None`. With status `204`: Found. It is here. Look! With status `205`: Later."
        in page
    )
    assert "| Gone. Not here. |" in page


def test_a_response_may_have_no_more_than_a_summary(tmp_path: Path) -> None:
    page = operation_page(tmp_path, "responses: {'204': {summary: Found}}")
    assert "`None`. Found.\n" in page


def test_what_a_path_says_of_its_operations_stands_after_their_own_words(
    tmp_path: Path,
) -> None:
    page = operation_page(
        tmp_path,
        "summary: Get it, description: At once., responses: {}",
        "summary: Things, description: One thing., ",
    )
    assert "\n\nGet it.\n\nAt once.\n\nThings\n\nOne thing.\n\n`GET /a`" in page


def test_what_a_path_says_is_not_said_twice(tmp_path: Path) -> None:
    above = "summary: Things, description: One thing., "
    page = operation_page(tmp_path, "description: One thing., responses: {}", above)
    assert "\n\nThings.\n\nOne thing.\n\n`GET /a`" in page


def test_all_that_is_said_of_a_webhook_stands_in_its_row(tmp_path: Path) -> None:
    page = emitted(
        tmp_path,
        f"{PATHS}webhooks: {{new: {{summary: A thing, description: Something., post:"
        " {deprecated: true, description: It is new., requestBody: {description: Which.,"
        " content: {application/json: {schema: {type: object}}}},"
        " responses: {'200': {description: Got it}, '410': {summary: No more}}}}}\n",
    )["docs/webhooks.md"]
    assert (
        "| **Deprecated.** A thing. It is new. Something. Which."
        " Answer with `200`: Got it. Answer with `410`: No more. |"
    ) in page


SENT = """\
webhooks:
  new:
    parameters: [{name: X-Sign, in: header, required: true, description: Of the body.,
      schema: {type: string, minLength: 7, default: none}, example: 4f}]
    post:
      parameters: [{name: at, in: query, deprecated: true, schema: {type: integer}}]
      requestBody: {content: {application/json: {schema:
        {type: array, maxItems: 3, description: All new., items: {type: string}}}}}
      responses: {'200': {description: ok}}
"""


def test_what_comes_beside_the_body_of_a_webhook_stands_below_it(
    tmp_path: Path,
) -> None:
    files = emitted(tmp_path, PATHS + SENT)
    page = files["docs/webhooks.md"]
    assert (
        '| `new` | `X-Sign` | header | `str` | always | `"none"`'
        ' | at least 7 characters | Of the body. | `"4f"` |'
    ) in page
    assert "| `new` | `at` | query | `int` | optional |  |  | **Deprecated.**" in page
    module = next(text for path, text in files.items() if path.endswith("webhooks.py"))
    assert "  - header `X-Sign`: Of the body. At least 7 characters" in module
    assert "  - query `at`: Deprecated." in module


def test_all_that_is_said_of_an_inline_payload_stands_in_its_row(
    tmp_path: Path,
) -> None:
    page = emitted(tmp_path, PATHS + SENT)["docs/webhooks.md"]
    assert "| list of `str` | at most 3 items | All new. Answer with" in page


def test_what_of_a_webhook_is_not_emitted_is_a_warning(tmp_path: Path) -> None:
    text = (
        "webhooks: {new: {post: {security: [], servers: [{url: /a}], requestBody:"
        " {content: {application/json: {schema: {type: string}}, text/csv: {}}},"
        " responses: {'200': {description: ok, headers: {X-A: {schema: {}}},"
        " content: {text/plain: {}}}}}}}\n"
    )
    found = {
        each.split(" stands in")[0] for each in problems(built(tmp_path, PATHS + text))
    }
    place = "warning /webhooks/new/post"
    assert {
        f"{place}/security: `security` of a webhook",
        f"{place}/servers: `servers` of a webhook",
        f"{place}/requestBody/content/text~1csv: another form of a webhook's body",
        f"{place}/responses/200/headers: `headers` of an answer to a webhook",
        f"{place}/responses/200/content: `content` of an answer to a webhook",
    } <= found


@pytest.mark.parametrize(
    "text",
    [
        "x-webhooks: {new: {post: {summary: A thing, responses: {}}}}\n",
        "x-webhooks: {new: {'{$url}': {post: {summary: A thing, responses: {}}}}}\n",
        "x-webhooks: {new: {post: {summary: A thing, responses: {}}}}\nwebhooks: {}\n",
        "x-webhooks: {new: {post: {summary: A thing, responses: {}}}}\n"
        "webhooks: {old: {post: {responses: {}}}}\n",
    ],
)
def test_webhooks_may_stand_where_older_descriptions_have_them(
    tmp_path: Path, text: str
) -> None:
    assert (
        "| `new` | `POST` |  | A thing"
        in emitted(tmp_path, PATHS + text)["docs/webhooks.md"]
    )


def test_all_that_is_said_of_a_header_stands_in_its_row(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, headers: {X-Left: {description: Calls left.,"
        " deprecated: true, example: 7, schema: {type: integer, minimum: 2, default: 9,"
        " description: Per minute.}}}}}",
    )
    assert (
        "| `X-Left` | `int` | optional | `9` | at least 2"
        " | **Deprecated.** Calls left. Per minute. | `7` |"
    ) in page


def test_the_docs_say_where_headers_are_found(tmp_path: Path) -> None:
    headers = "headers: {X-Left: {schema: {type: integer}}}"
    good = f"responses: {{'200': {{description: ok, {headers}}}"
    said = "The answer's headers, which `raw` gives beside the value"
    assert f"{said}, as texts:" in operation_page(tmp_path, f"{good}}}")
    both = f"{good}, '404': {{description: no, {headers}}}}}"
    assert f"{said}, and an error's `response`, as texts:" in operation_page(
        tmp_path, both
    )


def test_a_method_tells_the_headers_that_are_described_for_it_alone(
    tmp_path: Path,
) -> None:
    text = """\
paths:
  /a:
    post:
      operationId: a
      tags: [t]
      responses:
        '201':
          description: Made.
          headers:
            Location: {description: Where it is, schema: {type: string, maxLength: 9}}
            "X-\\0\\"\\"\\"": {description: Odd., schema: {type: string}}
            X-Left: {$ref: '#/components/headers/Left'}
            X-Bare: {schema: {type: string}}
            Access-Control-Allow-Origin: {description: Who., schema: {type: string}}
        '202':
          description: Later.
          headers:
            Location: {description: Where to ask, schema: {type: string}}
        '404':
          description: Gone.
          headers: {X-Why: {description: Why., schema: {type: string}}}
components:
  headers: {Left: {description: Calls left., schema: {type: integer}}}
"""
    files = emitted(tmp_path, text)
    (module,) = (files[path] for path in files if path.endswith("resources/t.py"))
    assert '''\
        Raises:
            NotFoundError: Gone.

        The answer's headers, which `raw` gives:
            Location: Where it is. At most 9 characters.
            X-\\"\\"\\": Odd.
        """
''' in module


def test_all_that_is_said_of_a_whole_body_stands_in_its_row(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        "paths: {/a: {post: {operationId: a, tags: [t], responses: {}, requestBody:"
        " {description: All of them., content: {application/json: {schema: {type: array,"
        " deprecated: true, maxItems: 7, description: At once., items: {type: string}}}}}}}}\n",
    )
    page = files["docs/sdks/t/README.md"]
    assert "| at most 7 items | **Deprecated.** All of them. At once. |" in page
    module = next(
        text for path, text in files.items() if path.endswith("resources/t.py")
    )
    assert "body: All of them. At once. At most 7 items. Deprecated." in module


def test_an_event_is_said_to_arrive_by_its_own_method(tmp_path: Path) -> None:
    text = "webhooks: {new: {put: {responses: {'204': {description: ok}}}}}\n"
    files = emitted(tmp_path, PATHS + text)
    page = files["docs/webhooks.md"]
    assert "| `new` | `PUT` |" in page
    assert "POST" not in page
    module = next(text for path, text in files.items() if path.endswith("webhooks.py"))
    assert "- `new` (PUT): an event" in module


def test_where_more_is_said_and_of_which_version_is_told(tmp_path: Path) -> None:
    more = "externalDocs: {url: 'https://e.test/%s', description: 'All | of it.'}"
    files = emitted(
        tmp_path,
        f"{more % 'api'}\ntags: [{{name: t, {more % 'tag'}}}]\n"
        f"paths: {{/a: {{get: {{operationId: a, tags: [t], {more % 'a'}, responses: {{}}}}}}}}\n"
        f"webhooks: {{new: {{post: {{externalDocs: {{url: /new}}, responses: {{}}}}}}}}\n",
    )
    shown = "See also: [All \\| of it](https://e.test/%s)."
    assert f"Version 1 of the API. {shown % 'api'}" in files["docs/index.md"]
    page = files["docs/sdks/t/README.md"]
    assert f"## Overview\n\n{shown % 'tag'}\n" in page
    assert f"## a\n\n{shown % 'a'}\n" in page
    assert "|  | See also: /new. |" in files["docs/webhooks.md"]


def test_limits_of_which_there_is_nothing_to_say_are_not_begun(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, content: {application/json: {schema:"
        " {type: string, minLength: 0}}}}}",
    )
    assert "Limits: " not in page


def test_all_that_is_said_of_an_inline_answer_stands_below_response(
    tmp_path: Path,
) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, content: {application/json: {schema:"
        " {type: array, maxItems: 7, title: The first names, description: Of all.,"
        " items: {type: string, minLength: 2}, example: [Ann, Bob]}}}},"
        " '404': {description: no, content: {text/html: {schema:"
        " {type: string, maxLength: 5, deprecated: true, description: Why so.}},"
        " application/json: {schema: {type: string, enum: [a, b]}}}}}",
    )
    assert (
        "list of `str`. ok. The first names. Of all. Limits: at most 7 items;"
        " each at least 2 characters.\n"
    ) in page
    assert '[\n  "Ann",\n  "Bob"\n]' in page
    assert (
        '| no. Limits: one of `"a"`, `"b"`. As `text/html`: **Deprecated.**'
        " Why so. Limits: at most 5 characters. |"
    ) in page


def test_a_title_that_says_no_more_than_the_operation_is_not_told(
    tmp_path: Path,
) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, content: {application/json: {schema:"
        " {type: array, title: Response A, items: {type: string}}}}}}",
    )
    assert "list of `str`. ok.\n" in page


def test_what_has_a_class_is_said_there_alone(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, content: {application/json: {schema:"
        " {type: object, description: Inline, properties: {a: {}}}},"
        " text/plain: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\n"
        "components: {schemas: {A: {type: string, description: A text}}}\n#",
    )
    assert ". ok.\n" in page


def test_an_inline_body_is_shown_as_its_own_example_has_it(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        "paths: {/a: {post: {operationId: a, tags: [t], responses: {}, requestBody:"
        " {content: {application/json: {schema: {type: array, minItems: 2,"
        " items: {type: string}, example: [Ann, Bob]}}}}}}}\n",
    )
    assert '["Ann", "Bob"]' in files["docs/sdks/t/README.md"]


def test_an_example_of_an_inline_body_keeps_to_its_limits(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, content: {application/json: {schema:"
        " {type: array, minItems: 2, items: {type: integer, minimum: 5}},"
        " example: [4, 6]}}}}",
    )
    assert "[\n  5,\n  5\n]" in page


def test_a_security_scheme_says_what_its_tokens_are_and_that_it_is_deprecated(
    tmp_path: Path,
) -> None:
    files = emitted(
        tmp_path,
        "security: [{old: []}]\n"
        "paths: {/a: {get: {operationId: a, tags: [t], responses: {}}}}\n"
        "components: {securitySchemes: {old: {type: http, scheme: bearer,"
        " bearerFormat: JWT, deprecated: true, description: Ask.}}}\n",
    )
    page = files["docs/authentication.md"]
    assert "| header `Authorization: Bearer …` (JWT) | **Deprecated.** Ask. |" in page
    client = next(text for path, text in files.items() if path.endswith("_client.py"))
    assert "when left out. Deprecated." in " ".join(client.split())


def test_a_deprecated_object_says_so_in_requests_as_well(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        "paths: {/a: {post: {operationId: a, tags: [t], responses: {}, requestBody:"
        " {content: {application/json: {schema: {type: array, items:"
        " {$ref: '#/components/schemas/A'}}}}}}}}\n"
        "components: {schemas: {A: {deprecated: true, properties: {b: {type: string}}}}}\n",
    )
    params = next(text for path, text in files.items() if path.endswith("params/a.py"))
    assert "Deprecated." in params


# Texts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        (
            "{type: string, title: First name, description: Of Ann.}",
            "First name. Of Ann.",
        ),
        ("{type: string, title: First name}", "First name"),
        ("{type: string, title: The A, description: Of Ann.}", "Of Ann."),
        (
            "{type: string, title: Name of Ann, description: The name of Ann.}",
            "The name of Ann.",
        ),
        ("{type: string, title: NameParam, description: Of Ann.}", "Of Ann."),
    ],
)
def test_a_title_is_told_where_it_says_more(
    tmp_path: Path, schema: str, told: str
) -> None:
    row, doc = schema_row(tmp_path, schema)
    assert f"| {told} |" in row
    assert " ".join(doc.split()).startswith(f'str | None = None """{told.rstrip(".")}.')


def test_a_title_of_one_word_is_none_for_readers(tmp_path: Path) -> None:
    row, doc = schema_row(tmp_path, "{type: string, title: name_param}")
    assert "name_param" not in row + doc


def test_a_title_of_a_class_leads_its_page(tmp_path: Path) -> None:
    text = f"{PATHS}components: {{schemas: {{A: {{title: A small thing, KIND, description: It is.}}}}}}\n"
    for kind in ("properties: {b: {}}", "enum: [b]", "type: array"):
        found = emitted(tmp_path, text.replace("KIND", kind))
        assert "\n\nA small thing.\n\nIt is.\n\n" in found["docs/models/A.md"]


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        (
            "{type: array, description: Names., items: {description: One.}}",
            "Names. Each: One.",
        ),
        (
            "{type: object, additionalProperties: {type: string, description: One.}}",
            "Each: One.",
        ),
        ("{anyOf: [{type: string, description: One.}, {type: 'null'}]}", "One."),
    ],
)
def test_what_is_said_of_items_and_of_what_may_be_null_is_told(
    tmp_path: Path, schema: str, told: str
) -> None:
    row, doc = schema_row(tmp_path, schema)
    assert f"| {told} |" in row
    assert f'"""{told}' in " ".join(doc.split())


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("x-enum-varnames: [OFF, ON]", ["- `0`: OFF", "- `1`: ON"]),
        ("x-enumNames: [Off, On]", ["- `0`: Off", "- `1`: On"]),
        ("x-enum-descriptions: [It is off., '']", ["- `0`: It is off."]),
        ("x-enumDescriptions: {'1': It is on.}", ["- `1`: It is on."]),
        (
            "x-enum-varnames: [OFF, ON], x-enum-descriptions: [It rests., It is ON.]",
            ["- `0`: OFF: It rests.", "- `1`: It is ON."],
        ),
        ("x-enum-varnames: [OFF]", []),
        ("x-enum-varnames: {}", []),
        ("x-enum-varnames: [[], 7]", []),
    ],
)
def test_names_and_texts_beside_an_enum_are_told_of_its_values(
    tmp_path: Path, beside: str, told: list[str]
) -> None:
    text = f"{PATHS}components: {{schemas: {{A: {{enum: [0, 1], {beside}}}}}}}\n"
    files = emitted(tmp_path, text)
    module = next(text for path, text in files.items() if path.endswith("models/a.py"))
    found = [line.strip('"') for line in module.splitlines() if "- `" in line]
    assert found == told
    assert ("## Values" in files["docs/models/A.md"]) == bool(told)


def test_texts_of_an_inline_enum_stand_where_it_is_used(tmp_path: Path) -> None:
    enum = "{enum: [a], x-enum-descriptions: [First.]}"
    row, _ = schema_row(tmp_path, f"{{type: array, items: {enum}}}")
    assert "`a`: First." in row


def test_a_constant_has_its_title_and_its_description(tmp_path: Path) -> None:
    one = "{const: 1, title: Open, description: It goes on.}"
    row, _ = schema_row(tmp_path, f"{{oneOf: [{one}, {{const: b, title: B}}]}}")
    assert "`1`: Open: It goes on." in row
    assert "`b`: B" in row


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        (
            "{description: What., oneOf: [{type: string, description: A.},"
            " {type: array, items: {}, title: The second form, description: B.}]}",
            "| What. A. The second form. B. |",
        ),
        (
            "{oneOf: [{type: string, description: A}, {type: integer, description: B}]}",
            "| One of these: A; B |",
        ),
        ("{oneOf: [{type: string, description: A.}, {type: integer}]}", "| A. |"),
        (
            "{description: A., oneOf: [{type: string, description: A.}, {type: integer}]}",
            "| A. |",
        ),
        (
            "{oneOf: [{type: string, description: A.},"
            " {type: object, description: B., properties: {b: {}}}]}",
            "| A. |",
        ),
    ],
)
def test_what_is_said_of_alternatives_without_a_class_is_told(
    tmp_path: Path, schema: str, told: str
) -> None:
    assert told in schema_row(tmp_path, schema)[0]


def test_parts_of_an_object_say_what_they_are_before_its_base(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        f"{PATHS}components: {{schemas: {{A: {{title: The base here, description: Base.}}, B: {{allOf:"
        " [{$ref: '#/components/schemas/A'}, {type: object, description: Own.},"
        " {description: More., properties: {b: {}}}]}, C: {description: C., allOf:"
        " [{type: object, description: Part., properties: {c: {}}}]}, D:"
        " {$ref: '#/components/schemas/C', description: D.}}}\n",
    )
    assert "# B\n\nOwn.\n\nMore.\n\n```" in files["docs/models/B.md"]
    assert "# C\n\nC.\n\nPart.\n\n```" in files["docs/models/C.md"]
    assert "# D\n\nD.\n\n```" in files["docs/models/D.md"]


def test_what_is_said_of_further_fields_stands_with_the_object(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        f"{PATHS}components: {{schemas: {{A: {{description: What., properties: {{a: {{}}}},"
        " additionalProperties: {type: string, description: A note.}}}}\n",
    )
    assert "What.\n\nAny other field: A note.\n" in files["docs/models/A.md"]


REFERRED = """\
paths:
  /a:
    post:
      operationId: a
      tags: [t]
      parameters: [{$ref: '#/components/parameters/P', description: Own parameter.}]
      requestBody: {$ref: '#/components/requestBodies/B', description: Own body.}
      responses:
        '200': {$ref: '#/components/responses/R', description: Own answer.}
        '404': {$ref: '#/components/responses/Again'}
        '409': {$ref: '#/components/responses/R'}
        '410': {$ref: '#/components/responses/R', description: Gone for good.}
components:
  parameters: {P: {name: p, in: query, description: Shared parameter., schema: {type: string}}}
  requestBodies: {B: {description: Shared body., content: {application/json: {schema: {type: integer}}}}}
  headers: {H: {description: Shared header., schema: {type: string}}}
  examples: {E: {summary: Shared example, value: 3}}
  responses:
    Again: {$ref: '#/components/responses/R', description: Answer on the way.}
    R:
      description: Shared answer.
      headers: {X-A: {$ref: '#/components/headers/H', description: Own header.}}
      content: {application/json: {schema: {type: integer}}}
"""


def test_what_stands_beside_a_reference_is_said_of_its_use(tmp_path: Path) -> None:
    files = emitted(tmp_path, REFERRED)
    page = files["docs/sdks/t/README.md"]
    for own in ("Own parameter.", "Own body.", "`int`. Own answer.", "Own header."):
        assert own in page
    assert "`int` | Answer on the way." in page
    assert "`int` | Shared answer." in page
    errors = operations(built(tmp_path, REFERRED).api)["a"].errors
    shared = {error.status: error.shared for error in errors}
    assert shared == {"404": True, "409": True, "410": False}


# Tags ------------------------------------------------------------------------------


def test_the_summary_of_a_tag_is_the_title_of_its_page(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        "tags: [{name: t, summary: All things, description: They are here.}]\n"
        "paths: {/a: {get: {operationId: a, tags: [t], responses: {}}}}\n",
    )
    assert files["docs/sdks/t/README.md"].startswith("# All things\n\n(*client.t*)")
    assert "* [All things](sdks/t/README.md) - They are here." in files["docs/index.md"]


def test_what_is_said_of_tags_that_group_nothing_is_a_warning(tmp_path: Path) -> None:
    text = (
        "tags: [{name: t, description: A.}, {name: u, description: B.}, {name: v}]\n"
        "paths: {/a: {get: {operationId: a, tags: [t, u], responses: {}}}}\n"
    )
    assert (
        "warning /tags/1: 1 tag is the first of no operation;"
        " what is said there is not emitted"
    ) in problems(built(tmp_path, text))


# Servers ---------------------------------------------------------------------------


def test_what_is_said_of_an_operations_server_stands_by_it(tmp_path: Path) -> None:
    files = emitted(
        tmp_path,
        "paths: {/a: {get: {operationId: a, responses: {}, servers:"
        " [{url: 'https://b.example', description: For files.}]}}}\n",
    )
    assert "| `https://b.example` (For files.) |" in files["docs/servers.md"]


# Examples --------------------------------------------------------------------------

EXAMPLES = """\
schema: {type: array, items: {type: integer}}, examples: {a: {value: x, summary: Wrong},
b: {value: [7], summary: Seven, description: As sent.}, c: {value: [8], summary: No}}
"""


def test_what_is_said_of_an_example_stands_above_it(tmp_path: Path) -> None:
    content = f"content: {{application/json: {{{EXAMPLES}}}}}"
    page = operation_page(
        tmp_path,
        f"requestBody: {{{content}}}, responses: {{'200': {{description: ok, {content}}}}}",
    )
    assert "### Example Usage\n\nSeven.\n\nAs sent.\n\nPython:" in page
    assert "Seven.\n\nAs sent.\n\n```json\n[\n  7\n]\n```" in page
    assert "Wrong" not in page


def test_what_is_said_of_an_example_of_a_webhook_stands_above_it(
    tmp_path: Path,
) -> None:
    page = emitted(
        tmp_path,
        f"{PATHS}webhooks: {{new: {{post: {{requestBody:"
        f" {{content: {{application/json: {{{EXAMPLES}}}}}}}}}}}}}\n",
    )["docs/webhooks.md"]
    assert "Seven.\n\nAs sent.\n\n```json\n[\n  7\n]\n```" in page


def test_what_is_said_of_examples_of_a_parameter_stands_in_its_row(
    tmp_path: Path,
) -> None:
    page = operation_page(
        tmp_path,
        "responses: {}, parameters: [{name: q, in: query, description: What.,"
        " schema: {type: string}, examples: {a: {value: x, summary: One}, b: {value: y}}}]",
    )
    assert '| What. For example: `"x"`: One; `"y"` |' in page


def test_examples_of_a_parameter_may_be_of_any_form(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, headers: {X-A: {schema: {type: array,"
        " items: {}}, examples: {a: {value: [1], summary: One}}}}}}, parameters:"
        " [{name: q, in: query, schema: {type: object},"
        " examples: {a: {value: {b: 1}, summary: One}, b: {value: {c: 2}}}},"
        " {name: r, in: query, content: {application/json: {schema: {type: integer},"
        " examples: {a: {value: 3, description: Three}}}}}]",
    )
    assert '| For example: `{"b": 1}`: One; `{"c": 2}` | `{"b": 1}` |' in page
    assert "| For example: `3`: Three | `3` |" in page
    assert "| For example: `[1]`: One | `[1]` |" in page


def test_a_long_example_in_a_row_is_cut(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {}, parameters: [{name: q, in: query, schema: {type: string},"
        f" examples: {{a: {{value: {'x' * 900}, summary: Long}}}}}}]",
    )
    assert f'`"{"x" * 199}…`: Long' in page


def test_what_a_header_carries_is_described_where_it_stands(tmp_path: Path) -> None:
    page = operation_page(
        tmp_path,
        "responses: {'200': {description: ok, headers: {X-A: {content: {application/json:"
        " {schema: {type: integer, minimum: 3, description: Left.}, example: 7}}}}}}",
    )
    assert "| `X-A` | `int` | optional | at least 3 | Left. | `7` |" in page


def test_examples_of_every_answer_stand_by_it(tmp_path: Path) -> None:
    """Those of answers under a key of their own stand on the page on errors, once."""
    schema = "schema: {type: object, properties: {b: {type: integer}}}"
    files = emitted(
        tmp_path,
        "paths: {/a: {get: {operationId: a, tags: [t], responses: {'200':"
        f" {{description: ok, content: {{application/json: {{{schema}}}}}}}, '201':"
        f" {{description: ok, content: {{application/json: {{{schema}, examples:"
        " {a: {value: {b: 1}, summary: New}}}}}, '202': {description: ok, content:"
        " {text/plain: {example: Wait}}},"
        f" '404': {{description: no, content: {{application/json: {{{schema},"
        " example: {b: 4}}}}, '409': {$ref: '#/components/responses/A'}, '410':"
        " {$ref: '#/components/responses/A'}}}}}\n"
        "components: {responses: {A: {description: no, content: {application/json:"
        f" {{{schema}, example: {{b: 9}}}}}}}}}}}}\n",
    )
    page = files["docs/sdks/t/README.md"]
    assert 'With status `201`:\n\nNew\n\n```json\n{\n  "b": 1\n}\n```' in page
    assert "With status `202`:\n\n```text\nWait\n```" in page
    assert 'With status `404`:\n\n```json\n{\n  "b": 4\n}\n```' in page
    assert '"b": 9' not in page
    shared = 'With status `409` or `410`:\n\n```json\n{\n  "b": 9\n}\n```'
    assert files["docs/errors.md"].count(shared) == 1


def test_an_example_of_a_stream_stands_where_it_is_explained(tmp_path: Path) -> None:
    json = "application/json: {schema: {type: object}}"
    content = "text/event-stream: {schema: {type: object}, example: %s}"
    for example, shown in (('"data: 1"', "```text\ndata: 1"), ("{b: 2}", '"b": 2')):
        for also in ("", f"{json}, "):
            page = operation_page(
                tmp_path,
                "responses: {'200': {description: ok, content:"
                f" {{{also}{content % example}}}}}}}",
            )
            assert shown in page


MISFITS = """\
paths:
  /a:
    post:
      parameters:
      - {name: q, in: query, schema: {type: integer}, examples: {a: {value: x}, b: {value: 1}}}
      - {name: r, in: query, schema: {$ref: '#/components/schemas/A'}}
      requestBody: {content: {application/json: {schema: {type: string}, example: 1}}}
      responses:
        '200':
          description: ok
          headers: {X-A: {schema: {type: integer}, example: x}}
          content:
            application/json: {schema: {maxLength: 2, type: string}, example: abc}
            text/csv: {example: a}
        '202': {description: ok, content: {application/xml: {example: {a: 1}}}}
webhooks: {a: {post: {requestBody: {content: {application/json:
  {schema: {type: string}, example: 1}}}}}}
components:
  schemas:
    A: {type: string, enum: [a], example: b}
    B: {type: object, required: [c], properties: {c: {type: string, example: 1}}, example: {}}
    C: {type: string, minLength: 3, example: c}
"""


def test_examples_that_are_wrong_or_have_no_place_are_a_warning(tmp_path: Path) -> None:
    found = [each for each in problems(built(tmp_path, MISFITS)) if "n example" in each]
    assert found == [
        "warning /paths/~1a/post/parameters/0/examples/a/value: an example that does not fit"
        " its schema stands in the description 9 times; here, 'x' stands where an integer"
        " belongs; the docs make no call or answer of it",
        "warning /paths/~1a/post/responses/200/content/text~1csv/example: an example of"
        " another form of an answer stands in the description 2 times; the docs show the"
        " form that is asked for",
    ]


WRONG = """\
paths:
  /a:
    post:
      parameters: [%s]
      requestBody: {content: {application/json: {%s}}}
      responses: {'200': {description: ok, headers: {X-A: {%s}}, %s}}
components: {parameters: {P: {name: p, in: query, %s}}, schemas: {A: {type: object, %s}}}
"""


@pytest.mark.parametrize(
    ("place", "written", "pointer", "reason"),
    [
        (
            0,
            "{name: q, in: query, schema: {type: string, maxLength: 1, example: ab}}",
            "/paths/~1a/post/parameters/0/schema/example",
            "'ab' breaks the rule maxLength: 1",
        ),
        (
            1,
            "schema: {allOf: [{minItems: 2}, {type: array, items: {}, example: [1]}]}",
            "/paths/~1a/post/requestBody/content/application~1json/schema/allOf/1/example",
            "[1] breaks the rule minItems: 2",
        ),
        (
            1,
            "schema: {type: array, items: {type: integer}}, example: [1, [2]]",
            "/paths/~1a/post/requestBody/content/application~1json/example",
            "at /1, a list stands where an integer belongs",
        ),
        (
            2,
            "schema: {type: boolean}, example: 'yes'",
            "/paths/~1a/post/responses/200/headers/X-A/example",
            "'yes' stands where true or false belongs",
        ),
        (
            3,
            "content: {application/json: {schema: {type: string, format: date, example: x}}}",
            "/paths/~1a/post/responses/200/content/application~1json/schema/example",
            "'x' stands where a text of the form date belongs",
        ),
        (
            4,
            "schema: {enum: [b, c]}, example: a",
            "/components/parameters/P/example",
            "'a' is not among 'b', 'c'",
        ),
        (
            5,
            "required: [b], properties: {b: {}}, examples: [{b: 1}, {a: 1}]",
            "/components/schemas/A/examples/1",
            "'b' is missing",
        ),
        (
            5,
            "properties: {a/b: {type: array, items: {additionalProperties: false}, example: [{c: 1}]}}",
            "/components/schemas/A/properties/a~1b/example",
            "at /0, 'c' may not stand here",
        ),
    ],
)
def test_of_wrong_examples_one_is_told_with_its_place_and_reason(
    tmp_path: Path, place: int, written: str, pointer: str, reason: str
) -> None:
    parts = ["{$ref: '#/components/parameters/P'}", "", "", "x-a: 1", "schema: {}", ""]
    parts[place] = written
    (found,) = (
        p for p in problems(built(tmp_path, WRONG % tuple(parts))) if "fit" in p
    )
    assert found.startswith(
        f"warning {pointer}: an example that does not fit its schema"
    )
    assert f" once; here, {reason}; the docs make" in found


# Warnings --------------------------------------------------------------------------

TYPED = "schema: {$ref: '#/components/schemas/A'}"


def given_as_they_come(folder: Path, body: str, answer: str) -> list[str]:
    made = built(
        folder,
        f"""\
paths:
  /a:
    post:
      operationId: a
      requestBody: {{content: {{{body}}}}}
      responses: {{'200': {{description: ok, content: {{{answer}}}}}}}
components: {{schemas: {{A: {{properties: {{x: {{}}}}}}, B: {{type: string}}}}}}
""",
    )
    return [line.partition(": ")[2] for line in problems(made) if "sent and" in line]


@pytest.mark.parametrize(
    ("body", "answer", "told"),
    [
        (
            f"application/xml: {{{TYPED}}}",
            f"'application/xml; charset=utf-8': {{{TYPED}}}",
            ["application/xml 2 times; what it describes is sent and given as text"],
        ),
        (
            "text/plain: {schema: {type: integer}}",
            f"application/x-protobuf: {{{TYPED}}}",
            [
                "application/x-protobuf once; what it describes is sent and given as bytes",
                "text/plain once; what it describes is sent and given as text",
            ],
        ),
        (
            "text/plain: {schema: {$ref: '#/components/schemas/B'}}",
            "text/csv: {schema: {enum: [a]}}, application/pdf: {schema: {}}",
            [],
        ),
        (
            f"application/json: {{{TYPED}}}, application/xml: {{{TYPED}}}",
            f"application/json: {{{TYPED}}}, application/yaml: {{{TYPED}}}",
            [],
        ),
        (
            f"application/json: {{schema: {{}}}}, application/xml: {{{TYPED}}}",
            "text/plain: {schema: {anyOf: [{type: string}, {type: number}]}}",
            [
                "application/xml once; what it describes is sent and given as text",
                "text/plain once; what it describes is sent and given as text",
            ],
        ),
    ],
)
def test_schemas_of_what_is_given_as_it_comes_are_told(
    tmp_path: Path, body: str, answer: str, told: list[str]
) -> None:
    found = given_as_they_come(tmp_path, body, answer)
    assert sorted(found) == [f"a schema stands under {each}" for each in told]


def test_parts_without_names_are_a_command_line_too(tmp_path: Path) -> None:
    page = emitted(
        tmp_path,
        """\
paths:
  /a:
    post:
      operationId: a
      requestBody:
        required: true
        content:
          multipart/mixed:
            schema: {type: array, items: {type: object, properties: {x: {type: string}}}}
            itemEncoding: {contentType: application/json}
            example: [{x: "it's"}, {x: b}]
      responses: {'204': {description: ok}}
""",
    )["docs/sdks/a/README.md"]
    assert '-H "Content-Type: multipart/mixed; boundary=part"' in page
    part = "--part\\r\\nContent-Type: application/json\\r\\n\\r\\n"
    first, second = '{"x":"it\\\'s"}', '{"x":"b"}'
    written = f"{part}{first}\\r\\n{part}{second}\\r\\n--part--\\r\\n"
    assert f"--data-binary $'{written}'" in page


# Bodies ----------------------------------------------------------------------------


def test_fields_without_a_name_stand_on_the_page_with_their_example(
    tmp_path: Path,
) -> None:
    found = emitted(
        tmp_path,
        """\
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          application/json:
            schema: {properties: {id: {type: string}}, additionalProperties: {type: integer}}
            example: {id: x, more: 3}
      responses: {'204': {description: ok}}
""",
    )
    page = found["docs/sdks/a/README.md"]
    assert 'client.a.a(id="x", other_fields={"more": 3})' in page
    assert (
        '| `other_fields` | dict of `str` to `int` | No | Any other field, by its name. | `{"more": 3}` |'
        in page
    )
    assert '"id": "x",\n    "more": 3\n' in page
    module = next(text for path, text in found.items() if path.endswith("/a.py"))
    assert 'body={"id": id, **(other_fields or {})}' in module


def test_what_is_always_sent_is_told_as_it_is_sent(tmp_path: Path) -> None:
    text = """\
paths:
  /a:
    get:
      tags: [books]
      parameters:
        - {name: X-Flag, in: header, required: true, schema: {const: true}}
        - {name: most, in: query, required: true, schema: {const: 1.0e+16}}
      responses: {'204': {description: ok}}
"""
    found = emitted(tmp_path, text)
    page = next(each for each in found.values() if "### " in each and "X-Flag" in each)
    assert "`X-Flag: true`" in page and "`most: 10000000000000000`" in page
    (source,) = (t for path, t in found.items() if path.endswith("/books.py"))
    assert 'query={"most": "10000000000000000"}' in source
