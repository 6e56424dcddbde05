"""What is kept between runs, and what is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import cache


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKGEN_CACHE", str(tmp_path / "cache"))


def test_the_cache_gives_back_what_was_put(tmp_path: Path) -> None:
    key = cache.key_of("a", b"b")
    assert cache.get(key) is None
    cache.put(key, b"content")
    assert cache.get(key) == b"content"
    assert cache.key_of("ab") != cache.key_of("a", "b") == key


def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path) -> None:
    key = cache.key_of("a")
    cache.put(key, b"content")
    (entry,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert cache.get(key) is None


def test_an_entry_in_the_place_of_another_is_as_good_as_none(tmp_path: Path) -> None:
    one, other = cache.key_of("a"), cache.key_of("b")
    cache.put(one, b"content")
    cache.put(other, b"more")
    (source,), (target,) = (tmp_path.rglob(key) for key in (one, other))
    target.write_bytes(source.read_bytes())
    assert (cache.get(one), cache.get(other)) == (b"content", None)


def test_the_cache_can_be_turned_off_and_may_be_unusable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = cache.key_of("a")
    (tmp_path / "file").write_text("")
    for setting in ("off", "OFF", str(tmp_path / "file")):
        monkeypatch.setenv("SDKGEN_CACHE", setting)
        cache.put(key, b"content")
        assert cache.get(key) is None


def test_what_has_not_been_used_for_longest_makes_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [cache.key_of(str(number)) for number in range(4)]
    for age, key in enumerate(keys):
        cache.put(key, b"x" * 1000)
        (entry,) = (tmp_path / "cache").rglob(key)
        os.utime(entry, (1000 + age, 1000 + age))
    monkeypatch.setattr(cache, "CAP_BYTES", 2500)
    # A new run looks at the folder once.
    monkeypatch.setenv("SDKGEN_CACHE", str(tmp_path / "cache") + "/")
    cache._sweep_once.cache_clear()
    cache.put(cache.key_of("new"), b"")
    assert [cache.get(key) is not None for key in keys] == [False, False, True, True]
