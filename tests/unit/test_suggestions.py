"""The first configuration that `init` proposes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import Config
from generator.config_reading import config_of
from generator.frontend import build
from generator.suggestions import first_config
from generator.suggestions.words import Vocabulary, is_slip, slips, stray

from .documents import HEAD, opened


def proposed(folder: Path, text: str) -> str:
    document = opened(folder, HEAD + text)
    return first_config(document, build(document, Config(), {}), "api.yaml")


def paths(*operations: str, tag: str = "Things") -> str:
    """A description with these operationIds; one word of each is common elsewhere."""
    lines = [
        f"  /{tag}/{number}/assistants: {{get: {{operationId: {name}, tags: [{tag}],"
        " description: Assistants and the assistants of assistants.,"
        " responses: {'204': {description: Assistants}}}}\n"
        for number, name in enumerate(operations)
    ]
    return "paths:\n" + "".join(lines)


def test_what_is_proposed_is_a_configuration_with_the_grouping_and_the_keys(
    tmp_path: Path,
) -> None:
    text = paths("listAssistants") + (
        "components: {securitySchemes: {Key: {type: apiKey, in: header, name: X}}}\n"
    )
    made = proposed(tmp_path, text)
    config = config_of(yaml.safe_load(made))
    assert config.grouping == "tags"
    assert config.auth["Key"].arguments


def test_a_tag_that_is_nested_already_is_proposed_where_it_stands(
    tmp_path: Path,
) -> None:
    document = opened(tmp_path, HEAD + paths("listThings"))
    config = config_of({"resources": {"Things": "shop.things"}})
    made = first_config(document, build(document, config, {}), "api.yaml")
    assert "# resources:\n#   Things: shop.things\n" in made


def test_every_tag_is_proposed_however_many_there_are(tmp_path: Path) -> None:
    text = "".join(
        f"  /{n}: {{get: {{operationId: get{n}, tags: [Tag{n}], responses: {{}}}}}}\n"
        for n in range(30)
    )
    made = proposed(tmp_path, f"paths:\n{text}")
    assert made.count("#   Tag") == 30


def proposals(made: str) -> Any:
    """What is proposed for operations, once the comment signs are gone."""
    section = made.split("# operations:\n")[1].split("\n\n", maxsplit=1)[0]
    return yaml.safe_load("\n".join(line[2:] for line in section.splitlines()))


def test_a_word_found_nowhere_else_is_proposed_as_the_common_one(
    tmp_path: Path,
) -> None:
    made = proposed(tmp_path, paths("listAssitants"))
    assert proposals(made) == {"listAssitants": {"name": "list_assistants"}}
    assert "operations" not in yaml.safe_load(made)


@pytest.mark.parametrize(
    "operation_id",
    [
        "listAssistant",
        "assistantsed",
        "unassistants",
        "assistance",
        "addassistantsforall",
    ],
)
def test_other_forms_and_other_words_are_no_slips(
    tmp_path: Path, operation_id: str
) -> None:
    made = proposed(tmp_path, paths(operation_id))
    assert proposals(made) == {"getThing": {"name": "get_thing"}}


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("ouputs", "outputs", True),
        ("outtputs", "outputs", True),
        ("outqputs", "outputs", True),
        ("oupttus", "outputs", False),
        ("outptus", "outputs", True),
        ("checks", "check", False),
        ("created", "creates", False),
        ("posts", "ports", True),
        ("pots", "port", False),
    ],
)
def test_a_slip_is_one_letter_within_a_word(
    wrong: str, right: str, *, slip: bool
) -> None:
    assert is_slip(wrong, right) is slip


def test_what_another_operation_is_called_is_no_proposal(tmp_path: Path) -> None:
    made = proposed(tmp_path, paths("listAssitants", "listAssistants", "assistants2"))
    assert proposals(made) == {"getThing": {"name": "get_thing"}}


@pytest.mark.parametrize(
    ("tag", "other", "alike"),
    [
        ("Thing", "Things", True),
        ("Policy", "policies", True),
        ("vector-stores", "Vector Stores", True),
        ("Asistants", "Assistants", True),
        ("Watermarks (Folders)", "Watermarks (Files)", False),
        ("CallRecording", "Recording", False),
        ("Things2", "Things", False),
    ],
)
def test_a_tag_that_is_another_form_of_one_is_told(
    tmp_path: Path, tag: str, other: str, *, alike: bool
) -> None:
    text = paths("a", tag=other) + paths("b", tag=tag).removeprefix("paths:\n")
    made = proposed(tmp_path, text)
    assert ("stray form" in made) is alike


def test_of_several_words_the_first_in_the_description_is_proposed(
    tmp_path: Path,
) -> None:
    words = [f"pla{letter}et" for letter in "qzwkxjvy"]
    text = "paths:\n" + "".join(
        f"  /{word}/{word}/{word}: {{get: {{operationId: {operation_id},"
        " responses: {'204': {description: Done}}}}\n"
        for word, operation_id in zip(words, ["showPlanet", *"abcdefg"], strict=True)
    )
    made = proposed(tmp_path, text)
    assert proposals(made) == {"showPlanet": {"name": "show_plaqet"}}


def test_a_stray_tag_is_told_beside_the_first_that_is_like_it(tmp_path: Path) -> None:
    tags = ("Blue Watermrks", "blue watermark", "Blue Watermarks", "blue-watermrk")
    text = "paths:\n" + "".join(
        paths(operation_id, tag=tag).removeprefix("paths:\n")
        for operation_id, tag in zip("abcd", tags, strict=True)
    )
    told = [line for line in proposed(tmp_path, text).splitlines() if "stray" in line]
    assert [line.split(":")[0] for line in told] == [
        '# "Blue Watermarks" may be a stray form of "Blue Watermrks"',
        '# blue-watermrk may be a stray form of "Blue Watermrks"',
    ]


def test_thousands_of_tags_and_words_take_no_long_time(tmp_path: Path) -> None:
    """Each was compared with all the others."""
    letters = [
        f"{chr(97 + n // 676 % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}"
        for n in range(2_000)
    ]
    text = "paths:\n" + "".join(
        paths(f"show{each.title()}thing", tag=f"{each}mark {number:05d}").removeprefix(
            "paths:\n"
        )
        for number, each in enumerate(letters)
    )
    document = opened(tmp_path, HEAD + text)
    vocabulary = Vocabulary(document, build(document, Config(), {}).api.operations())
    began = time.process_time()
    assert not list(stray(vocabulary))
    assert not list(slips(vocabulary))
    assert time.process_time() - began < 3


STREAM = """
paths:
  /chat:
    post:
      operationId: chat
      summary: SUMMARY
      parameters: [{in: query, name: PARAMETER, schema: {type: boolean}}]
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {FIELD: {type: boolean, description: TEXT}}}
      responses: {'200': {description: ok, content: {CONTENT: {schema: {type: object}}}}}
"""


def streams(folder: Path, **parts: str) -> str:
    """What is proposed for a small description of a chat."""
    text = STREAM
    for key in ("summary", "parameter", "field", "text", "content"):
        text = text.replace(key.upper(), parts.get(key, "plain"))
    return proposed(folder, text.replace("{plain: {", "{application/json: {"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"summary": "Streams newline-delimited JSON."}, {"format": "jsonl"}),
        ({"summary": "Answers with server-sent events."}, {}),
        ({"field": "stream"}, {"flag": "stream"}),
        ({"parameter": "stream"}, {"flag": "stream"}),
        (
            {"field": "watch", "text": "Gives changes as a stream."},
            {"flag": "watch"},
        ),
        (
            {"field": "stream", "text": '"Ends with `data: [DONE]`"'},
            {"flag": "stream", "done": "[DONE]"},
        ),
    ],
)
def test_a_stream_that_is_told_of_is_proposed(
    tmp_path: Path, parts: dict[str, str], expected: dict[str, str]
) -> None:
    made = streams(tmp_path, **parts)
    section = made.split("# streaming:\n")[1].split("\n\n")[0]
    (entry,) = yaml.safe_load("\n".join(line[2:] for line in section.splitlines()))
    assert entry == {
        "operations": ["chat"],
        "event": "NameOfTheEventSchema",
        **expected,
    }


def test_what_only_sounds_like_a_stream_is_not_proposed(tmp_path: Path) -> None:
    for summary in ("Takes a file in jsonl.", "Encrypts with SSE-C.", "Upstream data."):
        assert "streaming" not in streams(tmp_path, summary=summary)


def test_the_mark_at_the_end_of_a_known_stream_is_set(tmp_path: Path) -> None:
    made = streams(tmp_path, content="text/event-stream", summary="Then `[DONE]`.")
    assert config_of(yaml.safe_load(made)).streaming[0].done == "[DONE]"
    made = streams(tmp_path, content="text/event-stream")
    assert config_of(yaml.safe_load(made)).streaming == ()


def test_signs_of_a_description_stay_within_their_line(tmp_path: Path) -> None:
    odd = '"a\\nstrict: true\\u2028out: x"'
    made = proposed(
        tmp_path,
        f"paths: {{/a: {{get: {{operationId: {odd}, tags: [{odd}],"
        " responses: {'204': {description: Server-sent events}}}}}\n",
    )
    assert all(line.startswith("#") for line in made.splitlines() if "strict" in line)
    assert config_of(yaml.safe_load(made)).strict is False


def test_whatever_the_title_the_names_are_those_that_a_configuration_may_have(
    tmp_path: Path,
) -> None:
    text = HEAD.replace("title: T", "title: Ünï Ключ") + "paths: {}\n"
    document = opened(tmp_path, text)
    made = first_config(document, build(document, Config(), {}), "api.yaml")
    config = config_of(yaml.safe_load(made))
    assert config.package.name == "uni-sdk"
    assert config.package.licence is None
    assert config.package.module == "ünï_ключ_sdk"


LISTS = """
paths:
  /a:
    get:
      operationId: listA
      parameters: &query
        - {in: query, name: offset, schema: {type: integer}}
      responses: &answer
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties: {results: {type: array, items: {}}, total: {type: integer}}
  /b: {METHOD: {operationId: findB, parameters: *query, responses: *answer}}
"""


@pytest.mark.parametrize(
    ("method", "named"), [("get", None), ("post", ("listA",))], ids=["all", "some"]
)
def test_paging_is_proposed_for_what_it_was_inferred_for(
    tmp_path: Path, method: str, named: tuple[str, ...] | None
) -> None:
    made = proposed(tmp_path, LISTS.replace("METHOD", method))
    (section,) = config_of(yaml.safe_load(made)).paging
    assert section.parameter == "offset"
    assert section.operations == named


TOLD = """
paths:
  /chat:
    post:
      operationId: chat
      MORE
      requestBody:
        content: {application/json: {schema: {properties: {stream: {type: boolean}}}}}
      responses: {'200': {description: ok, content: {CONTENT}}}
components:
  schemas:
    ChatAnswer: {type: object}
    Piece: {type: object}
    Other: {type: object}
"""
ANSWER = "application/json: {schema: {$ref: '#/components/schemas/ChatAnswer'}}"


def streaming_of(folder: Path, text: str) -> tuple[Any, Any]:
    """What is proposed of a stream, in force, and the operation that it makes."""
    made = proposed(folder, text)
    if "# streaming:\n" in made:
        before, after = made.split("# streaming:\n")
        section, *_ = after.split("\n\n")
        lines = [line.removeprefix("# ") for line in section.splitlines()]
        made = "\n".join([before, "streaming:", *lines])
    config = config_of(yaml.safe_load(made))
    (entry,) = config.streaming
    found = build(opened(folder, HEAD + text), config, {})
    assert not found.problems.errors
    (operation,) = found.api.operations()
    return entry, operation.streaming


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("true", ("ChatAnswer", None, "jsonl", None)),
        ("{format: sse}", ("ChatAnswer", None, "sse", None)),
        (
            "{format: sse, terminator: '[END]', stream-condition: $request.stream,"
            " response-stream: {$ref: '#/components/schemas/Piece'}}",
            ("Piece", "stream", "sse", "[END]"),
        ),
    ],
)
def test_the_stream_that_an_extension_tells_of_is_proposed_with_its_events(
    tmp_path: Path, more: str, expected: tuple[str | None, ...]
) -> None:
    text = TOLD.replace("MORE", f"x-fern-streaming: {more}").replace("CONTENT", ANSWER)
    entry, streaming = streaming_of(tmp_path, text)
    assert (entry.event, entry.flag, entry.format, entry.done) == expected
    assert streaming is not None


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("ChatStreamResponse", "ChatStreamResponse"),
        ("chat_chunk", "chat_chunk"),
        ("ChatMessageChunk", "NameOfTheEventSchema"),
        ("Chat", "NameOfTheEventSchema"),
    ],
)
def test_a_schema_called_as_the_answer_and_a_piece_of_it_is_the_event(
    tmp_path: Path, name: str, event: str
) -> None:
    text = TOLD.replace("MORE", "").replace("CONTENT", ANSWER).replace("Piece", name)
    assert f"#     event: {event}\n" in proposed(tmp_path, text)


def test_the_mark_at_the_end_that_an_extension_tells_of_is_set(tmp_path: Path) -> None:
    content = (
        "text/event-stream: {x-speakeasy-sse-sentinel: '[END]',"
        " schema: {$ref: '#/components/schemas/Piece'}}"
    )
    text = TOLD.replace("MORE", "").replace("CONTENT", content)
    entry, streaming = streaming_of(tmp_path, text)
    assert (entry.operations, entry.done) == (("chat",), "[END]")
    assert streaming.done == "[END]"
