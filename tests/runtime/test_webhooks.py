"""Events that an API sends are told apart and typed."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from templates.python._runtime.model import Model
from templates.python._runtime.webhooks import Webhooks


class Created(Model):
    type: Literal["created"]
    id: str


class Deleted(Model):
    type: Literal["deleted"]
    reason: str


class Moved(Model):
    place: str


TAGGED: Webhooks[Created | Deleted] = Webhooks(
    {"created": lambda: Created, "deleted": lambda: Deleted}, tag="type"
)
NAMED: Webhooks[Created | Deleted] = Webhooks(
    {},
    tag=None,
    named={"thing.created": lambda: Created, "thing.deleted": lambda: Deleted},
)
MIXED: Webhooks[Any] = Webhooks(
    {"created": lambda: Created},
    tag="type",
    named={"pinged": lambda: Any, "moved": lambda: Moved, "many": lambda: list[Moved]},
)


@pytest.mark.parametrize("form", [bytes, str])
def test_a_field_of_the_body_tells_which_event_it_is(form: type) -> None:
    text = '{"type": "deleted", "reason": "old"}'
    event = TAGGED.parse(text.encode() if form is bytes else text)
    assert isinstance(event, Deleted)
    assert event.reason == "old"


def test_a_header_names_the_event_where_no_field_does() -> None:
    event = NAMED.parse(b'{"id": "a"}', {"x-event": "thing.created"})
    assert isinstance(event, Created)


def test_the_only_event_needs_no_name() -> None:
    only: Webhooks[Created] = Webhooks({}, tag=None, named={"thing": lambda: Created})
    assert only.parse(b'{"id": "a"}').id == "a"


def test_an_unknown_event_is_said_to_be_one() -> None:
    with pytest.raises(LookupError, match="created, deleted"):
        TAGGED.parse(b'{"type": "renamed"}')


def test_a_tag_that_is_not_known_is_not_that_of_the_only_event_without_one() -> None:
    mixed: Webhooks[Any] = Webhooks(
        {"created": lambda: Created}, tag="type", named={"moved": lambda: Moved}
    )
    assert mixed.parse(b'{"place": 1}').place == 1
    with pytest.raises(LookupError, match="created, moved"):
        mixed.parse(b'{"type": "renamed", "place": 1}')


def test_what_does_not_fit_raises_only_when_strict() -> None:
    assert TAGGED.parse(b'{"type": "created"}').problems()
    with pytest.raises(ValueError, match="id"):
        TAGGED.parse(b'{"type": "created"}', strict=True)


def test_a_body_that_is_no_json_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        TAGGED.parse(b"<html>")
    with pytest.raises(ValueError, match="too deeply"):
        TAGGED.parse(b"[" * 100_000)


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ('{"type": "created", "id": "a"}', {}, Created),
        ('{"type": "created"}', {"x-event": "moved"}, Created),
        ('{"place": "here"}', {}, Moved),
        ('{"place": 1}', {"x-event": "moved"}, Moved),
        ('[{"place": "here"}]', {}, list),
        ('{"hello": 1}', {"x-event": "pinged"}, dict),
    ],
)
def test_events_without_a_tag_stand_beside_those_with_one(
    body: str, headers: dict[str, str], expected: type
) -> None:
    assert type(MIXED.parse(body, headers)) is expected


@pytest.mark.parametrize("body", ['{"type": "renamed"}', '{"hello": 1}'])
def test_what_fits_none_of_them_is_none(body: str) -> None:
    with pytest.raises(LookupError, match="created, pinged, moved, many"):
        MIXED.parse(body)
