"""URLs that were put together are those that parsing gives."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from hypothesis import given, strategies as st

from templates.python._runtime import splicing
from templates.python._runtime.splicing import at

ORIGINS = ("https://api.test", "http://127.0.0.1:8080", "https://[::1]:8443")
TEXT = st.text("aZ09-._~/?!$&'()*+,;=:@%#[] \"<>{}|\\^`é\u0661", max_size=30)


def parts(url: httpx2.URL) -> dict[str, Any]:
    names = ("scheme", "userinfo", "host", "port", "raw_path", "path", "query")
    found = {name: getattr(url, name) for name in names}
    return found | {"params": url.params, "text": str(url), "shown": repr(url)}


@given(st.sampled_from(ORIGINS), TEXT)
def test_what_is_put_together_is_what_parsing_gives(origin: str, text: str) -> None:
    parsed = httpx2.URL(f"{origin}/{text}")
    if "#" not in text:
        assert parts(at(httpx2.URL(origin), f"/{text}")) == parts(parsed)


@pytest.mark.parametrize(
    "target", ["/a/./b", "/a/../b", "/..", "/a%2fb", "/a?b=%20", "/a b", "/é?ü=ß"]
)
def test_what_needs_care_is_parsed(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(splicing, "_spliced", None)
    expected = httpx2.URL(f"https://a.test{target}")
    assert parts(at(httpx2.URL("https://a.test"), target)) == parts(expected)


def test_what_is_plain_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    origin = httpx2.URL("https://a.test")
    assert str(at(origin, "/warm")) == "https://a.test/warm"
    monkeypatch.setattr("httpx2._urls.urlparse", None)
    assert str(at(origin, "/runs/run_1?limit=2")) == "https://a.test/runs/run_1?limit=2"


def test_another_httpx2_is_asked_to_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    def changed(origin: httpx2.URL, target: str) -> httpx2.URL:
        raise AttributeError("_uri_reference")

    monkeypatch.setattr(splicing, "_spliced", changed)
    splicing._is_possible.cache_clear()
    try:
        url = at(httpx2.URL("https://a.test"), "/runs?limit=2")
    finally:
        splicing._is_possible.cache_clear()
    assert parts(url) == parts(httpx2.URL("https://a.test/runs?limit=2"))


def test_a_url_that_is_too_long_is_refused() -> None:
    with pytest.raises(httpx2.InvalidURL):
        at(httpx2.URL("https://a.test"), "/" + "a" * 70_000)
