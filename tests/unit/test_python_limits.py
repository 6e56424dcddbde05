"""What is said of limits and defaults that a description does not say itself."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import Constraints, Default, Field, Scalar, ScalarKind
from generator.targets.python.limits import described, limits


def said(
    doc: str = "",
    *,
    default: object = None,
    required: bool = False,
    deprecated: bool = False,
    **given: Any,
) -> str:
    field = Field(
        "a",
        "a",
        Scalar(ScalarKind.INTEGER),
        required=required,
        doc=doc,
        default=None if default is None else Default(default),  # type: ignore[arg-type]
        constraints=Constraints(**given),
        deprecated=deprecated,
    )
    return described(field)


@pytest.mark.parametrize(
    ("constraints", "default", "text"),
    [
        ({}, None, ""),
        ({"minimum": 1, "maximum": 100}, 20, "From 1 to 100, `20` when left out."),
        ({"minimum": 0}, None, "At least 0."),
        ({"maximum": 9.5}, None, "At most 9.5."),
        ({"minimum": 1.0, "maximum": 2e3}, None, "From 1 to 2,000."),
        ({"maximum": 1e300}, None, "At most 1e+300."),
        ({"exclusive_minimum": 0}, None, "More than 0."),
        ({"exclusive_maximum": 1}, None, "Less than 1."),
        ({"multiple_of": 5}, None, "A multiple of 5."),
        ({"min_length": 3, "max_length": 3}, None, "Exactly 3 characters."),
        ({"min_length": 1, "max_length": 64}, None, "1 to 64 characters."),
        ({"max_length": 1}, None, "At most 1 character."),
        ({"max_length": 5000}, None, "At most 5,000 characters."),
        ({"pattern": "^[a-z]{2}$"}, None, "Matches `^[a-z]{2}$`."),
        ({"pattern": "^`+$"}, None, "Matches `` ^`+$ ``."),
        ({"format": "email"}, None, "Format `email`."),
        (
            {"key_patterns": ("^a", "^b")},
            None,
            "Described for keys that match `^a` or `^b`.",
        ),
        ({"min_items": 1}, None, "At least 1 item."),
        (
            {"max_items": 5, "unique_items": True},
            None,
            "At most 5 items, no item twice.",
        ),
        ({"max_properties": 16}, None, "At most 16 entries."),
        ({"key_max_length": 64}, None, "Keys of at most 64 characters."),
        ({}, "en", '`"en"` when left out.'),
        ({}, False, "`False` when left out."),
        ({}, [1, 2], "`[1, 2]` when left out."),
        ({}, [], ""),
        ({}, "", ""),
    ],
)
def test_limits_make_one_sentence(
    constraints: dict[str, Any], default: object, text: str
) -> None:
    given = None if default is None else Default(default)  # type: ignore[arg-type]
    assert limits(Constraints(**constraints), given) == text


def test_a_default_of_null_goes_without_saying() -> None:
    assert limits(Constraints(), Default(None)) == ""


@pytest.mark.parametrize(
    ("doc", "text"),
    [
        ("How many.", "How many. From 1 to 100, `20` when left out."),
        ("How many, from 1 to 100.", "How many, from 1 to 100. `20` when left out."),
        ("How many, 1-100; 20 by default.", "How many, 1-100; 20 by default."),
        ("At most 1000.", "At most 1000. From 1 to 100, `20` when left out."),
        ("", "From 1 to 100, `20` when left out."),
        ("One.\n\nTwo.", "One.\n\nTwo.\n\nFrom 1 to 100, `20` when left out."),
    ],
)
def test_what_a_description_says_itself_is_not_said_again(doc: str, text: str) -> None:
    assert said(doc, default=20, minimum=1, maximum=100) == text


def test_a_pattern_is_said_where_the_description_has_not_its_signs() -> None:
    assert said("Matches `^a{2}$`.", pattern="^a{2}$") == "Matches `^a{2}$`."
    assert said("2 signs.", pattern="^a{2}$") == "2 signs. Matches `^a{2}$`."
    assert said("An e-mail address (email).", format="email").endswith("(email).")
    assert said("For security.", format="uri") == "For security. Format `uri`."


@pytest.mark.parametrize(
    "doc",
    [
        "The order; `desc` when left out.",
        'The order, "desc" by default.',
        "One of `asc`, `desc` (the default).",
        "The order. **Default:** 'desc'.",
        "Either `asc` or `desc`. When it is omitted, `desc`.",
    ],
)
def test_a_default_that_is_a_word_is_not_said_again_either(doc: str) -> None:
    assert said(doc, default="desc") == doc


@pytest.mark.parametrize(
    ("doc", "default"),
    [
        ("Either <code>asc</code> or <code>desc</code>.", "asc"),
        ("Either `asc` (default) or `desc`.", "desc"),
        ("Either 'asc' or 'desc'. The default depends on it.", "desc"),
        ("Number, 1 to 10.", 10),
        ("From 1 to 10, 1 by default.", 10),
        ("The default is 10.5.", 10),
        ("Whether `True` or `False`.", False),
    ],
)
def test_naming_a_value_is_not_calling_it_the_default(
    doc: str, default: str | int | bool
) -> None:
    assert "when left out." in said(doc, default=default)


@pytest.mark.parametrize(
    ("doc", "default"),
    [
        ("At most 1,000 (default 1,000).", 1000),
        ("Ratio, -0.5 if not specified.", -0.5),
        ("Defaults to `True`.", True),
        ("The page size. Default:\n20.", 20),
    ],
)
def test_a_number_that_is_called_the_default_is_not_said_again(
    doc: str, default: float
) -> None:
    assert "when left out." not in said(doc, default=default)


def test_a_word_that_happens_to_be_the_default_does_not_name_it() -> None:
    assert said("The order in which to sort.", default="order") == (
        'The order in which to sort. `"order"` when left out.'
    )


def test_what_is_deprecated_is_told() -> None:
    assert said("Old.", deprecated=True) == "Old. Deprecated."
    assert said(deprecated=True) == "Deprecated."


def test_what_has_to_be_given_cannot_be_left_out() -> None:
    assert said("The size.", default=20, required=True) == "The size. Default: `20`."
    assert said(default=20, minimum=1, required=True) == "At least 1, default: `20`."
