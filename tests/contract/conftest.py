"""What the contract tests share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from .calls import SPEC
from .judge import Judge
from .mock import Mock
from .prism import command, serving, with_event_streams, write

if TYPE_CHECKING:
    from .doors import Door


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge(SPEC)


@pytest.fixture
def mock(judge: Judge) -> Mock:
    return Mock(judge)


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> type[Door]:
    """How the SDK is entered: by its `Client` or its `AsyncClient`."""
    # Imported late, so that the judge can be tested without an SDK.
    from .doors import AsyncDoor, SyncDoor

    return SyncDoor if request.param == "sync" else AsyncDoor


@pytest.fixture
def door(way: type[Door], mock: Mock) -> Door:
    return way(mock.transport)


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Prism, which answers by the description as it is."""
    folder = tmp_path_factory.mktemp("prism")
    with serving(_prism(), SPEC, folder / "log") as url:
        yield url


@pytest.fixture(scope="session")
def prism_with_streams(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Prism, which can answer with event streams as well."""
    folder = tmp_path_factory.mktemp("prism")
    spec = write(with_event_streams(SPEC), folder)
    with serving(_prism(), spec, folder / "log") as url:
        yield url


def _prism() -> list[str]:
    found, reason = command()
    if found is None:
        pytest.skip(reason)
    return found
