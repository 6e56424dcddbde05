"""Text of a description that means harm is shown as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from .conftest import build
from .generating import generate
from .pages import ROOT
from .watching import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.site

_INJECTION: Final = (
    ROOT.parent / "shared" / "corpus" / "invalid" / "12-template-injection.json"
)
_MARK: Final = "<script>window.PWNED=1</script><img src=x onerror='window.PWNED=1'>"
# What a page has of its own accord, and what would come of text that breaks out.
_FOREIGN: Final = "article :is(script, img, iframe, object, form, svg[onload], style)"


def test_injected_templates_stay_text(browser: Browser, tmp_path: Path) -> None:
    if not _INJECTION.is_file():
        pytest.skip("the corpus is not here")
    site = _site(_INJECTION, tmp_path)
    text = _visit(browser, site)
    for written in (
        'Inject """ \' \\\\ {{ 7*7 }} {% raw %} ${7*7} <%= 7 %>',
        "{{ 7*7 }}",
        "{{x}}",
        "{{ self.__init__.__globals__ }}",
        "__import__('os').system('touch PWNED_BY_SPEC')",
        "{% for x in [1] %}{% endfor %}",
        '{% include "/etc/passwd" %}',
        "\\N{BULLET} \\x41 \\u0041",
    ):
        assert written.replace("\\\\", "\\") in text, written
    assert "root:x:" not in text
    assert not list(tmp_path.rglob("PWNED_BY_SPEC"))
    assert not (ROOT / "PWNED_BY_SPEC").exists()


def test_html_stays_text(browser: Browser, tmp_path: Path) -> None:
    title = f'A & B\'s "C" &amp; </title>{_MARK}'
    tag = f"tag </title>{_MARK}"
    thing: dict[str, Any] = {
        "type": "object",
        "title": f"Thing {_MARK}",
        "description": f"{_MARK} </code></pre> [x](javascript:window.PWNED=1)",
        "properties": {
            _MARK: {"type": "string", "description": f"a | b {_MARK}"},
            "size": {
                "type": "string",
                "enum": ["</code>" + _MARK, "|", "`" + _MARK],
                "example": "</code>" + _MARK,
            },
        },
    }
    spec = tmp_path / "html.json"
    spec.write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {
                    "title": title,
                    "version": "1",
                    "description": f"About.\n\n{_MARK}\n\n<div onclick='x'>\n\n```\n",
                },
                "servers": [{"url": "https://api.example.com"}],
                "tags": [{"name": tag, "description": f"Tag. {_MARK}"}],
                "paths": {
                    "/things": {
                        "get": {
                            "operationId": "list_things",
                            "tags": [tag],
                            "summary": f"Summary {_MARK}",
                            "description": f'<!-- {_MARK}\n\n=== "x"\n\n!!! note\n',
                            "responses": {
                                "200": {
                                    "description": f"Fine {_MARK}",
                                    "content": {"application/json": {"schema": thing}},
                                }
                            },
                        }
                    }
                },
                "components": {"schemas": {"Thing": thing}},
            }
        ),
        encoding="utf-8",
    )
    text = _visit(browser, _site(spec, tmp_path))
    lines = {" ".join(line.split()) for line in text.splitlines()}
    for written in (title, tag, f"{tag} - {title}", f"Next: {tag}"):
        assert written in lines, written
    assert "&lt;" not in text
    assert "&amp;amp;" not in text


def _site(spec: Path, folder: Path) -> Path:
    generate(spec, folder / "out")
    build(folder / "out", folder / "html")
    return folder / "html"


def _visit(browser: Browser, site: Path) -> str:
    """Opens every page; gives what all of them show and are called, a line each."""
    shown = []
    for file in sorted(site.rglob("*.html")):
        # The page for errors has addresses that only a server understands.
        if file.name == "404.html":
            continue
        with visiting(browser, file.as_uri()) as page:
            assert page.evaluate("window.PWNED") is None, file
            assert page.locator(_FOREIGN).count() == 0, file
            links = page.locator("[href^='javascript:' i], [onclick], [onerror]")
            assert links.count() == 0, file
            # What has to be on every page, and was not swallowed.
            assert page.locator("h1").count() == 1, file
            assert page.locator("footer").count() >= 1, file
            shown += [page.title(), page.locator("body").inner_text()]
            named = page.locator("[aria-label], [title]")
            for place in ("aria-label", "title"):
                shown += [
                    value
                    for value in named.evaluate_all(
                        f"found => found.map(one => one.getAttribute({place!r}))"
                    )
                    if value
                ]
    return "\n".join(shown)
