"""The option that rewrites what is expected, and what is no test here."""

from __future__ import annotations

import pytest

# The emitted packages are data, whatever their modules are called.
collect_ignore_glob = ["*/expected/*", "*/expected"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="Write what sdkgen emits now over what the snapshots expect.",
    )
