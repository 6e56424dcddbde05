"""Every feature is emitted as its folder says.

After a change that is meant: `pytest tests/snapshots --update`, then read the diff.
"""

from __future__ import annotations

import pytest

from . import cases


@pytest.mark.parametrize("name", cases.names())
def test_a_description_becomes_what_its_folder_expects(
    name: str, request: pytest.FixtureRequest
) -> None:
    made = cases.outcome(name)
    assert made.files or made.problems
    if request.config.getoption("--update", default=False):
        cases.update(name, made)
    difference = cases.difference(cases.expected(name), made)
    if difference:
        pytest.fail(f"{name} has changed:\n\n{difference}", pytrace=False)


def test_there_is_a_folder_for_each_of_the_many_features() -> None:
    # A pattern that finds nothing would let the test above pass.
    assert len(cases.names()) >= 40
