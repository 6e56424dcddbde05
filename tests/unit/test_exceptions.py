"""The exceptions that docstrings and pages name are those that the SDK raises."""

from __future__ import annotations

from generator.spelling.exceptions import BASE, BY_STATUS, exception
from templates.python._runtime.errors import status_error


def test_every_status_has_the_class_that_the_runtime_gives_it() -> None:
    for status in range(400, 600):
        assert exception(str(status)) == status_error(status).__name__


def test_ranges_have_what_their_statuses_have_in_common() -> None:
    assert exception("5XX") == "InternalServerError"
    assert exception("4XX") == exception("default") == BASE
    assert BASE not in BY_STATUS.values()
