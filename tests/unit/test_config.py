"""`sdkgen.yaml`: what may stand in it, and what is said of what may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Config, PollingSection, suggestion
from generator.config_reading import load_config
from generator.document import load
from generator.errors import Problem, Severity, UnusableInput
from generator.frontend import Built, build

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Shop API, version: 1.0.0}
paths:
  /books:
    get: {operationId: listBooks, tags: [shop], responses: {"204": {description: ok}}}
components:
  schemas: {Book: {type: object}}
  securitySchemes: {Key: {type: http, scheme: bearer}}
security: [{Key: []}]
"""


def read(folder: Path, text: str) -> Config:
    path = folder / "sdkgen.yaml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def refusal(folder: Path, text: str) -> list[str]:
    """`line:column pointer: fact; remedy` of everything that is wrong with a file."""
    with pytest.raises(UnusableInput) as caught:
        read(folder, text)
    return [place(problem) for problem in caught.value.problems]


def place(problem: Problem) -> str:
    assert problem.file.endswith("sdkgen.yaml")
    where = f"{problem.line}:{problem.column} {problem.pointer}"
    return f"{where}: {problem.fact}; {problem.remedy}"


def warnings(folder: Path, text: str, described: str = "") -> list[str]:
    """The same for what a sound file says of a description that does not have it."""
    path = folder / "openapi.yaml"
    path.write_text(described or DESCRIPTION, encoding="utf-8")
    problems = build(load(path), read(folder, text), {}).problems
    ours = [problem for problem in problems if problem.file.endswith("sdkgen.yaml")]
    assert {problem.severity for problem in ours} <= {Severity.WARNING}
    return [place(problem) for problem in ours]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing yet\n") == Config()


def test_every_section_is_read(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """\
spec: shop.yaml
strict: true
package: {name: the-shop, module: shop, version: 2.0.0}
resources: {Runs: threads.runs}
operations: {lstBks: {name: list_books, resource: shop.books}}
schemas: {bk: Book}
paging: [{style: cursor, items: data, parameter: after, next: last_id}]
streaming: [{operations: [chat], done: "[DONE]"}]
polling: {order: {read: getOrder, terminal: [done]}}
include: {tags: [shop]}
""",
    )
    assert (config.spec, config.strict) == ("shop.yaml", True)
    assert config.package.name == "the-shop"
    assert config.resources == {"Runs": "threads.runs"}
    assert config.operations["lstBks"].name == "list_books"
    assert config.schemas == {"bk": "Book"}
    assert config.paging[0].next == "last_id"
    assert config.streaming[0].done == "[DONE]"
    assert config.polling["order"] == PollingSection(
        read="getOrder", terminal=("done",)
    )
    assert config.include.tags == ("shop",)


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ("package: {module: WORD}", "/package/module"),
        ("operations: {a: {name: WORD}}", "/operations/a/name"),
        ("operations: {a: {resource: b.WORD}}", "/operations/a/resource"),
        ("resources: {b: WORD.c}", "/resources/b"),
        ("auth: {Key: {arguments: [WORD]}}", "/auth/Key/arguments/0"),
        ("polling: {WORD: {read: a, terminal: [b]}}", "/polling/WORD"),
    ],
)
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("class", "'class' is a keyword of Python"),
        ("Big", "'Big' is no name: it takes small letters, digits and _, a letter"),
        ("_a", "'_a' is no name"),
    ],
)
def test_names_are_names_of_python(
    tmp_path: Path, text: str, pointer: str, word: str, said: str
) -> None:
    (found,) = refusal(tmp_path, text.replace("WORD", word))
    assert found.startswith("1:")
    assert f" {pointer.replace('WORD', word)}: {said}" in found


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('spec: "a\\0"', "/spec"),
        ('out: "a\\0"', "/out"),
        ('overlays: ["a\\0"]', "/overlays/0"),
    ],
)
def test_what_is_no_path_is_told(tmp_path: Path, text: str, pointer: str) -> None:
    (found,) = refusal(tmp_path, text)
    assert f" {pointer}: no path has a NUL in it;" in found


@pytest.mark.parametrize("key", ["site_url", "repository"])
@pytest.mark.parametrize("address", ["shop.example", "/docs", "https://", "ftp://a/b"])
def test_what_is_no_address_is_told(tmp_path: Path, key: str, address: str) -> None:
    (found,) = refusal(tmp_path, f'docs: {{{key}: "{address}"}}')
    assert f" /docs/{key}: '{address}' is no address:" in found


@pytest.mark.parametrize("address", ["https://shop.example/docs/", "http://[::1]:8000"])
def test_where_the_site_stands_is_an_address(tmp_path: Path, address: str) -> None:
    assert read(tmp_path, f'docs: {{site_url: "{address}"}}').docs.site_url == address


def test_a_class_is_no_keyword(tmp_path: Path) -> None:
    (found,) = refusal(tmp_path, "schemas: {book: None}")
    assert "1:11 /schemas/book: 'None' is a keyword of Python;" in found


def test_names_may_have_letters_of_any_script(tmp_path: Path) -> None:
    config = read(tmp_path, "package: {module: größe, base_url_variable: ÜRL}")
    assert config.package.module == "größe"


def test_words_that_older_yaml_takes_for_booleans_are_texts(tmp_path: Path) -> None:
    config = read(tmp_path, "polling: {a: {read: no, terminal: [off, yes]}}\n")
    assert config.polling["a"].terminal == ("off", "yes")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("spce: a", "1:1 /spce: there is no key 'spce' here; did you mean 'spec'?"),
        (
            "zzzzz: a",
            "1:1 /zzzzz: there is no key 'zzzzz' here; remove it; the README lists the keys",
        ),
        (
            "package:\n  nmae: a",
            "2:3 /package/nmae: there is no key 'nmae' here; did you mean 'name'?",
        ),
        (
            "operations:\n  listBooks:\n    resorce: a",
            "3:5 /operations/listBooks/resorce: there is no key 'resorce' here;"
            " did you mean 'resource'?",
        ),
        (
            "paging:\n- {style: cursor, items: a, paramter: b}",
            "2:29 /paging/0/paramter: there is no key 'paramter' here;"
            " did you mean 'parameter'?",
        ),
        (
            "paging:\n- {style: pages, items: a}",
            "2:4 /paging/0/style: input should be 'cursor', 'offset', 'page', 'link' or"
            " 'next_url'; correct it; the README says what may stand here",
        ),
        (
            "package: [a]",
            "1:1 /package: input should be a mapping; correct it; the README says what"
            " may stand here",
        ),
        (
            "paging: {style: link, items: a}",
            "1:1 /paging: input should be a list, with `- ` before each of its items;"
            " correct it; the README says what may stand here",
        ),
        (
            "operations: [a]",
            "1:1 /operations: input should be a mapping; correct it; the README says"
            " what may stand here",
        ),
        (
            "strict: perhaps",
            "1:1 /strict: input should be true or false; correct it; the README says"
            " what may stand here",
        ),
        (
            "spec: 1",
            "1:1 /spec: input should be a text, in quotes where it looks like another"
            " value; correct it; the README says what may stand here",
        ),
        (
            "_file: a",
            "1:1 /_file: there is no key '_file' here; remove it; the README lists the"
            " keys",
        ),
        (
            "grouping: colours",
            "1:1 /grouping: input should be 'tags', 'paths' or 'flat'; correct it; the"
            " README says what may stand here",
        ),
    ],
)
def test_what_may_not_stand_there_is_named_with_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    assert refusal(tmp_path, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "package: {module: the shop}",
        "package: {module: 2nd}",
        "package: {module: ../outside}",
        "package: {name: ../outside}",
        "package: {name: shop-}",
        "package: {version: one}",
        "schemas: {Book: book}",
        "schemas: {Book: 'Book; import os'}",
        "operations: {a: {name: 'list()'}}",
        "operations: {a: {resource: ../a}}",
        "auth: {Key: {arguments: [a b]}}",
        "auth: {Key: {variables: ['A=B']}}",
        "auth: {Key: {scopes: [read write]}}",
        "auth: {Key: {scopes: read}}",
        "auth: {Key: {token_parameters: {scope: read}}}",
        "auth: {Key: {token_parameters: {client_secret: a}}}",
        "auth: {Key: {token_parameters: {audience: 1}}}",
        "auth: {Key: {send_as: post}}",
        "polling: {a: {read: b, terminal: [c], interval: 0}}",
        "polling: {a: {read: b}}",
        "strict: perhaps",
        "[a, list]",
        "a text",
    ],
)
def test_a_value_that_could_not_become_code_is_refused(
    tmp_path: Path, text: str
) -> None:
    assert len(refusal(tmp_path, text)) == 1


def test_everything_that_is_wrong_is_named_at_once_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    said = refusal(tmp_path, "zzz: 1\ngrouping: 2\npackage: {version: a, mdule: b}\n")
    assert [line.split(":")[0] for line in said] == ["1", "2", "3", "3"]


def test_a_file_that_is_no_yaml_is_told_so(tmp_path: Path) -> None:
    (said,) = refusal(tmp_path, "package: {name: a\n")
    assert "not valid YAML" in said


def test_a_key_that_stands_there_twice_is_told(tmp_path: Path) -> None:
    assert any(
        "twice" in said or "already" in said
        for said in refusal(tmp_path, "out: a\nout: b\n")
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "operations: {lsitBooks: {name: a}}",
            "1:14 /operations/lsitBooks: there is no operation 'lsitBooks' in the"
            " description, so this is ignored; did you mean 'listBooks'?",
        ),
        (
            "resources: {Shop: a}",
            "1:13 /resources/Shop: there is no tag 'Shop' in the description, so this is"
            " ignored; did you mean 'shop'?",
        ),
        (
            "schemas: {Author: Writer}",
            "1:11 /schemas/Author: there is no schema 'Author' in the description, so"
            " this is ignored; correct it, or remove it",
        ),
        (
            "auth: {Keys: {arguments: [a]}}",
            "1:8 /auth/Keys: there is no security scheme 'Keys' in the description, so"
            " this is ignored; did you mean 'Key'?",
        ),
        (
            "streaming: [{operations: [chat]}]",
            "1:27 /streaming/0/operations/0: there is no operation 'chat' in the"
            " description, so this is ignored; correct it, or remove it",
        ),
        (
            "polling: {a: {read: getBook, terminal: [b]}}",
            "1:15 /polling/a/read: there is no operation 'getBook' in the description,"
            " so this is ignored; did you mean 'listBooks'?",
        ),
        (
            "polling: {a: {read: listBooks, terminal: [b], starts: [c]}}",
            "1:56 /polling/a/starts/0: there is no operation 'c' in the description, so"
            " this is ignored; correct it, or remove it",
        ),
        (
            "exclude: {paths: [/shelves/*]}",
            "1:19 /exclude/paths/0: no path is like '/shelves/*' in the description, so"
            " this is ignored; correct it, or remove it",
        ),
        (
            "exclude: {tags: [internal]}",
            "1:18 /exclude/tags/0: there is no tag 'internal' in the description, so"
            " this is ignored; correct it, or remove it",
        ),
        (
            "exclude: {operations: [a]}",
            "1:24 /exclude/operations/0: there is no operation 'a' in the description,"
            " so this is ignored; correct it, or remove it",
        ),
    ],
)
def test_a_name_that_nothing_has_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert warnings(tmp_path, text) == [said]


def test_a_total_that_sounds_like_a_number_of_pages_is_told(tmp_path: Path) -> None:
    text = "paging: [{style: page, items: a, total: meta.total_pages}]"
    assert warnings(tmp_path, text)[-1] == (
        "1:34 /paging/0/total: 'total_pages' sounds like a number of pages, and `total` is"
        " one of items; call it `pages` if that is what it is; else items would be missed"
    )


def test_a_name_that_something_has_is_no_reason_to_speak(tmp_path: Path) -> None:
    text = """\
operations: {listBooks: {name: all_books}}
resources: {shop: books}
schemas: {Book: Volume}
auth: {Key: {arguments: [key]}}
polling: {a: {read: listBooks, terminal: [b], starts: [listBooks]}}
exclude: {paths: [/boo*], tags: [shop], operations: [listBooks]}
"""
    assert warnings(tmp_path, text) == []


ORDERS = DESCRIPTION.replace(
    "components:",
    """\
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters: [{in: path, name: id, required: true, schema: {type: string}}]
      responses: {"204": {description: ok}}
components:""",
)


def built(folder: Path, text: str) -> Built:
    """What comes of a description with books and orders."""
    path = folder / "openapi.yaml"
    path.write_text(ORDERS, encoding="utf-8")
    return build(load(path), read(folder, text), {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "resources: {shop: with_options}",
            "1:13 /resources/shop: 'with_options' is what the SDK calls something of its"
            " own; choose another name",
        ),
        (
            "operations: {listBooks: {resource: shop.models}}",
            "1:26 /operations/listBooks/resource: 'models' is what the SDK calls something"
            " of its own; choose another name",
        ),
        (
            "operations: {GET /books: {name: models}}",
            "1:27 /operations/GET ~1books/name: the name 'models' is taken; choose another"
            " name",
        ),
        (
            "operations: {getOrder: {name: a, resource: shop}, listBooks: {name: a}}",
            "1:25 /operations/getOrder/name: the name 'a' is taken; choose another name",
        ),
        (
            "schemas: {Book: Model}",
            "1:11 /schemas/Book: the name 'Model' is taken; choose another name",
        ),
        (
            "auth: {Key: {arguments: [timeout]}}",
            "1:26 /auth/Key/arguments/0: the name 'timeout' is taken; choose another name",
        ),
        (
            "auth: {Key: {variables: [A, B]}}",
            "1:14 /auth/Key/variables: 'Key' takes 1 of them, and 2 are named; leave out"
            " the others",
        ),
        (
            "auth: {Key: {token_parameters: {audience: a}}}",
            "1:14 /auth/Key/token_parameters: the client fetches no tokens for 'Key';"
            " remove it; it is for OAuth 2 schemes with the flow clientCredentials",
        ),
        (
            "operations: {listBooks: {name: a}, GET /books: {exclude: true}}",
            "1:36 /operations/GET ~1books: this is 'listBooks', which stands here as well;"
            " put both into one",
        ),
    ],
)
def test_a_name_that_cannot_be_given_is_told(
    tmp_path: Path, text: str, said: str
) -> None:
    found = built(tmp_path, text).problems
    assert [place(each) for each in found if each.file.endswith("sdkgen.yaml")] == [
        said
    ]


LOGINS = """\
openapi: 3.1.0
info: {title: Shop API, version: "1"}
paths: {}
components:
  securitySchemes:
    Login: {type: http, scheme: basic}
    Own: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://x, scopes: {}}}}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "auth: {Own: {arguments: [token, client_id, client_secret]}}",
            [
                "1:26 /auth/Own/arguments/0: 'token' stands where the id belongs; the order"
                " is id, secret, token",
                "1:33 /auth/Own/arguments/1: 'client_id' stands where the secret belongs;"
                " the order is id, secret, token",
                "1:44 /auth/Own/arguments/2: 'client_secret' stands where the token belongs;"
                " the order is id, secret, token",
            ],
        ),
        (
            "auth: {Own: {variables: [SHOP_TOKEN]}}",
            [
                "1:26 /auth/Own/variables/0: 'SHOP_TOKEN' stands where the id belongs; the"
                " order is id, secret, token",
            ],
        ),
        (
            "auth: {Login: {arguments: [password, username]}}",
            [
                "1:28 /auth/Login/arguments/0: 'password' stands where the username belongs;"
                " the order is username, password",
                "1:38 /auth/Login/arguments/1: 'username' stands where the password belongs;"
                " the order is username, password",
            ],
        ),
        (
            "auth: {Login: {arguments: [email, token]}, Own: {arguments: [id, secret, key]}}",
            [],
        ),
    ],
)
def test_credentials_in_another_order_than_theirs_are_told(
    tmp_path: Path, text: str, said: list[str]
) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(LOGINS, encoding="utf-8")
    found = build(load(path), read(tmp_path, text), {}).problems
    ours = [each for each in found if each.file.endswith("sdkgen.yaml")]
    assert sorted(map(place, ours)) == said


JOBS = """\
openapi: 3.1.0
info: {title: Shop API, version: "1"}
paths:
  /jobs:
    get:
      operationId: listJobs
      parameters: [{in: query, name: after, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Jobs"}}}}
    post:
      operationId: startJob
      requestBody: {content: {application/json: {}, text/plain: {}}}
      responses: &job
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}}
  /jobs/{id}:
    parameters: [{in: path, name: id, required: true, schema: {type: string}}]
    get: {operationId: getJob, responses: *job}
  /events:
    get:
      operationId: watchJobs
      responses: {"200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Event"}}}}}
components:
  schemas:
    Job: {properties: {number: {type: string}, state: {type: string, enum: [new, done]}}}
    Jobs: {properties: {jobs: {type: array, items: {$ref: "#/components/schemas/Job"}}, last: {type: string}}}
    Event: {oneOf: [{$ref: "#/components/schemas/Born"}, {$ref: "#/components/schemas/Gone"}]}
    Born: {required: [type], properties: {type: {const: born}, job: {$ref: "#/components/schemas/Job"}}}
    Gone: {required: [type], properties: {type: {const: gone}}}
"""
IGNORED = "in the description, so this is ignored"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "operations: {startJob: {content_type: text/html}}",
            f"1:25 /operations/startJob/content_type: 'startJob' has no body of 'text/html'"
            f" {IGNORED}; choose from application/json, text/plain",
        ),
        (
            "operations: {GET /jobs: {content_type: text/html}}",
            f"1:26 /operations/GET ~1jobs/content_type: 'listJobs' has no body {IGNORED};"
            " remove it",
        ),
        (
            "paging: [{style: cursor, items: jobs, parameter: after, next: lsat}]",
            f"1:10 /paging/0: no operation has all that this names {IGNORED}; correct the"
            " names, or remove it",
        ),
        (
            "paging: [{style: cursor, items: jobs, parameter: after, next: last, size: n}]",
            f"1:69 /paging/0/size: no operation that this is for has a parameter 'n'"
            f" {IGNORED}; correct it, or remove it",
        ),
        (
            "polling: {a: {read: getJob, field: state, terminal: [dnoe]}}",
            f"1:54 /polling/a/terminal/0: 'state' is never 'dnoe' {IGNORED}; did you mean"
            " 'done'?",
        ),
        (
            "polling: {a: {read: getJob, field: status, terminal: [done]}}",
            "1:29 /polling/a/field: the answer of 'getJob' has no 'status' in the"
            " description; name a field that it has",
        ),
        (
            "polling: {a: {read: getJob, field: job.state, terminal: [done]}}",
            "1:29 /polling/a/field: the answer of 'getJob' has no 'job.state' in the"
            " description; name a field that it has",
        ),
        (
            "polling: {a: {read: getJob, field: state, terminal: [done], starts: [startJob]}}",
            "1:70 /polling/a/starts/0: not every answer of 'startJob' has 'id' in the"
            " description; name a field that all have for 'id' (`arguments:`), or remove it;"
            " nothing waits for it then",
        ),
        (
            "polling: {a: {read: getJob, field: state, terminal: [done], arguments: {i: a}}}",
            f"1:73 /polling/a/arguments/i: the path of 'getJob' has no parameter 'i'"
            f" {IGNORED}; did you mean 'id'?",
        ),
        (
            "streaming: [{operations: [watchJobs]}, {operations: [watchJobs]}]",
            "1:54 /streaming/1/operations/0: 'watchJobs' stands in a section before, so"
            " this is ignored; take it out of the one or the other",
        ),
        (
            "streaming: [{operations: [watchJobs], accumulation: {class: A, slots: {job:"
            " {schema: Job, replace: [born, bron]}}}}]",
            f"1:107 /streaming/0/accumulation/slots/job/replace/1: there is no event 'bron'"
            f" {IGNORED}; did you mean 'born'?",
        ),
    ],
)
def test_a_name_within_an_operation_that_it_has_not_is_told(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "openapi.yaml").write_text(JOBS, encoding="utf-8")
    document = load(tmp_path / "openapi.yaml")
    found = build(document, read(tmp_path, text), {}).problems
    assert [place(each) for each in found if each.file.endswith("sdkgen.yaml")] == [
        said
    ]


def test_names_within_operations_that_they_have_are_no_reason_to_speak(
    tmp_path: Path,
) -> None:
    (tmp_path / "openapi.yaml").write_text(JOBS, encoding="utf-8")
    text = """\
operations: {startJob: {content_type: text/plain}}
paging: [{style: cursor, items: jobs, parameter: after, next: last}]
polling:
  job: {read: getJob, field: state, terminal: [done], arguments: {id: number}, starts: [startJob]}
streaming:
  - operations: [watchJobs]
    accumulation: {class: A, slots: {job: {schema: Job, merge: {born: job}}}, texts: {gone: a}}
"""
    made = build(load(tmp_path / "openapi.yaml"), read(tmp_path, text), {})
    assert not [each for each in made.problems if each.file.endswith("sdkgen.yaml")]


@pytest.mark.parametrize("name", ["Response", "NotFoundError", "Server", "Pager"])
def test_a_stream_has_no_name_of_the_runtime(tmp_path: Path, name: str) -> None:
    """`AsyncPager` is the runtime's, as `Pager` itself is not."""
    path = tmp_path / "openapi.yaml"
    path.write_text(JOBS, encoding="utf-8")
    text = (
        "streaming: [{operations: [watchJobs], accumulation:"
        f" {{class: {name}, slots: {{job: {{schema: Job}}}}}}}}]"
    )
    (problem,) = build(load(path), read(tmp_path, text), {}).problems
    assert problem.fact == f"the name {name!r} is taken"


def test_a_resource_yields_its_name_to_a_stream_that_is_called_so(
    tmp_path: Path,
) -> None:
    """The resource's module has both."""
    path = tmp_path / "openapi.yaml"
    path.write_text(
        JOBS.replace("{operationId: getJob,", "{operationId: getJob, tags: [watch],")
    )
    text = """\
resources: {watch: watch_jobs}
streaming: [{operations: [watchJobs], accumulation: {class: WatchJobs, slots: {job: {schema: Job}}}}]
"""
    resources = build(load(path), read(tmp_path, text), {}).api.resources
    assert [each.class_name for each in resources if each.name == "watch_jobs"] == [
        "WatchJobs_"
    ]


def test_the_names_of_the_client_stay_its_own_where_the_run_goes_on(
    tmp_path: Path,
) -> None:
    api = built(tmp_path, "resources: {shop: config.object}").api
    assert [each.name for each in api.resources] == ["config_", "orders"]
    assert [each.name for each in api.resources[0].children] == ["object_"]


def test_what_includes_nothing_is_told(tmp_path: Path) -> None:
    found = built(tmp_path, "include: {tags: [books]}").problems
    assert [place(each) for each in found if each.severity is Severity.ERROR] == [
        "1:1 /include: no operation of the description is left; name tags, paths or"
        " operations that it has"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "include: {operations: ['GET /orders/{id}']}",
        "exclude: {operations: [GET /books]}",
        "operations: {GET /books: {exclude: true}}",
    ],
)
def test_an_operation_can_always_be_named_by_method_and_path(
    tmp_path: Path, text: str
) -> None:
    made = built(tmp_path, text)
    assert not made.problems
    assert [each.name for each in made.api.resources] == ["orders"]


def test_the_field_of_a_poll_may_have_a_dot_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(JOBS.replace("state:", "'@odata.state':", 1), encoding="utf-8")
    text = """\
polling:
  job: {read: getJob, field: "@odata.state", terminal: [done], arguments: {id: number}, starts: [startJob]}
"""
    made = build(load(path), read(tmp_path, text), {})
    assert not [each for each in made.problems if each.file.endswith("sdkgen.yaml")]
    (poller,) = [each for place in made.api.resources for each in place.pollers]
    assert poller.polling.field == ("@odata.state",)
    started = made.api.by_id()["startJob"].polling
    assert started is not None
    assert started.field == ("@odata.state",)


def test_sections_find_operations_by_method_and_path(tmp_path: Path) -> None:
    made = built(
        tmp_path,
        """\
streaming: [{operations: [GET /books], event: Book}]
polling: {books: {read: GET /books, terminal: [done], starts: ["GET /orders/{id}"]}}
""",
    )
    assert not made.problems
    books, order = made.api.operations()
    assert books.streaming is not None
    assert order.polling is not None
    assert order.polling.operation == "listBooks"


def test_an_operation_without_an_id_is_named_by_method_and_path(tmp_path: Path) -> None:
    anonymous = DESCRIPTION.replace("operationId: listBooks, ", "")
    path = tmp_path / "openapi.yaml"
    path.write_text(anonymous, encoding="utf-8")
    config = read(tmp_path, "operations: {GET /books: {name: all_books}}\n")
    built = build(load(path), config, {})
    assert [o.name for r in built.api.resources for o in r.operations] == ["all_books"]
    assert len(built.problems) == 0


def test_a_configuration_without_a_file_still_says_what_it_means() -> None:
    problem = Config().problem(("paging", 0, "a/b"), "a fact", "a remedy")
    assert str(problem) == "sdkgen.yaml:1:1 /paging/0/a~1b: a fact; a remedy"


def test_what_is_far_from_all_is_not_suggested() -> None:
    assert (
        suggestion("listBooks", ["list_books", "getBook"])
        == "did you mean 'list_books'?"
    )
    assert suggestion("x", ["listBooks"]) == ""


STREAMS = """\
openapi: 3.1.0
info: {title: Shop API, version: 1.0.0}
paths:
  /chat:
    post:
      operationId: chat
      parameters:
        - {in: query, name: follow, schema: {type: boolean}}
        - {in: query, name: limit, schema: {type: integer}}
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {stream: {type: [boolean, "null"]}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {}}}}}
components: {schemas: {Piece: {type: object}}}
"""


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("flag: stream, event: Piece", ""),
        ("flag: follow, event: Piece", ""),
        (
            "flag: stream",
            "1:13 /streaming/0: 'chat' answers with no stream in the description; name the"
            " schema of one event (`event:`), or remove the operation here",
        ),
        (
            "flag: folow, event: Piece",
            "1:34 /streaming/0/flag: 'chat' has no field or query parameter 'folow';"
            " did you mean 'follow'?",
        ),
        (
            "flag: limit, event: Piece",
            "1:34 /streaming/0/flag: 'limit' of 'chat' is no boolean; name another",
        ),
        (
            "done: x, event: Piece, format: jsonl",
            "1:34 /streaming/0/done: lines of JSON end without a mark, so this is ignored;"
            " remove it",
        ),
    ],
)
def test_a_stream_that_cannot_be_is_told(
    tmp_path: Path, section: str, said: str
) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(STREAMS, encoding="utf-8")
    config = read(tmp_path, f"streaming: [{{operations: [chat], {section}}}]")
    problems = build(load(path), config, {}).problems
    ours = [place(each) for each in problems if each.file.endswith("sdkgen.yaml")]
    assert ours == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "emitted"),
    [
        ("", ["bookAdded", "bookSold"]),
        ("exclude: {operations: [onSold]}", ["bookAdded"]),
        ("exclude: {operations: [bookAdded]}", ["bookSold"]),
        ("exclude: {tags: [events]}", ["bookAdded"]),
        ("include: {tags: [events]}", ["bookSold"]),
        ("include: {operations: [listBooks]}", []),
    ],
)
def test_webhooks_are_included_and_excluded_as_operations_are(
    tmp_path: Path, text: str, emitted: list[str]
) -> None:
    body = "requestBody: {content: {application/json: {schema: {$ref: '#/%s'}}}}"
    sold = body % "components/schemas/Sale"
    path = tmp_path / "openapi.yaml"
    path.write_text(
        DESCRIPTION.replace("{Book:", "{Sale: {type: object}, Book:")
        + "webhooks:\n  bookAdded: {post: {responses: {}}}\n"
        f"  bookSold: {{post: {{operationId: onSold, tags: [events], {sold}}}}}\n",
        encoding="utf-8",
    )
    made = build(load(path), read(tmp_path, text), {})
    assert [hook.wire_name for hook in made.api.webhooks] == emitted
    assert ("Sale" in made.api.schemas) is ("bookSold" in emitted)
    assert not any("sdkgen.yaml" in problem.file for problem in made.problems)


def test_only_filters_speak_of_webhooks(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    hooks = "webhooks: {a: {post: {operationId: onSold, responses: {}}}}\n"
    path.write_text(DESCRIPTION + hooks, encoding="utf-8")
    config = read(tmp_path, "operations: {onSold: {name: sold}}")
    facts = [problem.fact for problem in build(load(path), config, {}).problems]
    assert any("there is no operation 'onSold'" in fact for fact in facts)


STATES = DESCRIPTION.replace(
    "components:",
    """\
  /jobs/{id}:
    get:
      operationId: getJob
      parameters: [{in: path, name: id, required: true, schema: {type: string}}]
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  done: {type: boolean}
                  code: {type: integer}
                  level: {enum: [1, 2]}
                  state: {enum: [ready, gone]}
                  free: {}
components:""",
)


@pytest.mark.parametrize(
    ("field", "terminal", "wrong"),
    [
        ("done", "[true]", []),
        ("done", "['true', 1]", ["'true'", "1"]),
        ("code", "[3, 4]", []),
        ("code", "['3', true]", ["'3'", "True"]),
        ("level", "[2, '2']", ["'2'"]),
        ("state", "[ready, true]", ["True"]),
        ("free", "[ready, true, 3]", []),
    ],
)
def test_a_state_that_a_field_never_has_is_told(
    tmp_path: Path, field: str, terminal: str, wrong: list[str]
) -> None:
    text = f"polling: {{job: {{read: getJob, field: {field}, terminal: {terminal}}}}}"
    found = warnings(tmp_path, text, STATES)
    assert len(found) == len(wrong)
    for said, value in zip(found, wrong, strict=True):
        assert f"{field!r} is never {value} in the description" in said
        assert "in quotes only if it is a text" in said


def test_a_state_is_one_value(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(tmp_path, "polling: {a: {read: b, terminal: [null, 1.5, done]}}\n")
    assert [problem.pointer for problem in caught.value.problems] == [
        "/polling/a/terminal/0",
        "/polling/a/terminal/1",
    ]
    assert "a text, a whole number, true or false" in str(caught.value)
