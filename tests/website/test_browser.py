"""The site as a reader has it: in a browser, served or from a folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.contract.judge import Judge
from tests.contract.mock import Mock

from .pages import DOCS, PROJECT, ROOT, snippets
from .serving import serving
from .watching import DESKTOP, PHONE, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.site

_SERVER = "https://api.openai.com/v1"
_RESOURCE = "sdks/assistants/index.html"
_MODEL = "models/CreateRunRequest.html"
_SHOWN = ["index.html", "streaming.html", _RESOURCE, _MODEL]
# A page of many operations has the same things again and again, which takes axe minutes.
_LEAVE_OUT_REPETITIONS = """() => {
  const rest = (kind, kept) => [...document.querySelectorAll(kind)].slice(kept);
  for (const heading of rest("article h2", 3)) {
    while (heading.nextSibling) heading.nextSibling.remove();
    heading.remove();
  }
  rest(".md-sidebar--secondary li", 20).forEach(entry => entry.remove());
}"""
_COPY = 'button[title="Copy to clipboard"]'


@pytest.fixture(params=["served", "folder"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site is: on a server, or just a folder of this machine."""
    if request.param == "folder":
        return site.as_uri()
    address: str = request.getfixturevalue("address")
    return address


def test_a_newcomer_streams_a_run_after_two_clicks(
    browser: Browser, root: str, tmp_path: Path
) -> None:
    """What the front page leads to is copied, saved and run, and nothing in it is changed."""
    options: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visiting(browser, f"{root}/index.html", **options) as page:
        page.locator("article").get_by_role("link", name="Streaming").first.click()
        page.wait_for_url("**/streaming.html")
        assert page.locator("h1").inner_text().startswith("Streaming")
        link = page.locator("article").get_by_role("link", name="create_run_stream")
        link.first.click()
        page.wait_for_url("**#create_run_stream")
        heading = page.locator("#create_run_stream")
        assert heading.is_visible()
        block = heading.locator("xpath=following::div[@class='tabbed-block'][1]")
        block.hover()
        block.locator(_COPY).click()
        page.get_by_text("Copied to clipboard").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    program = tmp_path / "newcomer.py"
    program.write_text(copied, encoding="utf-8")
    mock = Mock(Judge(str(ROOT / "spec" / "assistants.yaml")))
    with serving(mock, _SERVER) as address:
        result = subprocess.run(
            [sys.executable, str(program)],
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "OPENAI_API_KEY": "sk-test",
                "ASSISTANTS_BASE_URL": address,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert result.returncode == 0, result.stderr
    assert "event='thread.message.delta'" in result.stdout
    (exchange,) = mock.exchanges
    assert exchange.verdict.operation_id == "createRun"
    assert json.loads(exchange.request.content)["stream"] is True


def test_the_navigation_leads_to_every_kind_of_page(
    browser: Browser, address: str
) -> None:
    with visiting(browser, f"{address}/index.html") as page:
        navigation = page.locator(".md-sidebar--primary")
        for section, name, url in [
            ("Guides", "Retries and timeouts", "**/retries-and-timeouts.html"),
            ("Reference", "Assistants", f"**/{_RESOURCE}"),
            ("Models", "CreateRunRequest", f"**/{_MODEL}"),
        ]:
            link = navigation.get_by_role("link", name=name, exact=True)
            if not link.is_visible():
                navigation.locator("label", has_text=section).locator(
                    "visible=true"
                ).first.click()
            # A mouse that presses what is still moving may let go beside it.
            link.press("Enter")
            page.wait_for_url(url)
            assert page.locator("h1").is_visible()


def test_search_finds_how_to_cancel_a_run(browser: Browser, root: str) -> None:
    with visiting(browser, f"{root}/index.html") as page:
        page.get_by_placeholder("Search").click()
        page.keyboard.type("cancel a run")
        first = page.locator(".md-search-result__item").first
        first.wait_for()
        found = first.locator("a[href*='#cancel_run']").first
        if not found.is_visible():
            first.locator("summary").click()
        found.click()
        page.wait_for_url(f"**/{_RESOURCE}*#cancel_run*")


def test_search_finds_a_name_behind_a_dot(browser: Browser, root: str) -> None:
    with visiting(browser, f"{root}/index.html") as page:
        page.get_by_placeholder("Search").click()
        page.keyboard.type("text_deltas")
        first = page.locator(".md-search-result__item").first
        first.wait_for()
        assert first.locator("a[href*='streaming']").count()


def test_tabs_switch_everywhere_at_once(browser: Browser, address: str) -> None:
    with visiting(browser, f"{address}/pagination.html") as page:
        sync = page.locator("code", has_text="client = Client()")
        other = page.locator("code", has_text="AsyncClient() as client")
        assert (sync.count(), other.count()) == (2, 2)
        assert [sync.nth(at).is_visible() for at in range(2)] == [True, True]
        assert [other.nth(at).is_visible() for at in range(2)] == [False, False]
        page.locator(".tabbed-labels label", has_text="Python, async").first.click()
        other.first.wait_for()
        other.last.wait_for()
        assert [sync.nth(at).is_visible() for at in range(2)] == [False, False]


def test_tabs_switch_by_keyboard(browser: Browser, address: str) -> None:
    with visiting(browser, f"{address}/pagination.html") as page:
        page.locator(".tabbed-set > input").first.focus()
        page.keyboard.press("ArrowRight")
        page.locator("code", has_text="AsyncClient() as client").first.wait_for()


def test_the_copy_button_copies_what_runs(browser: Browser, address: str) -> None:
    options: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visiting(browser, f"{address}/streaming.html", **options) as page:
        page.locator(".highlight").first.hover()
        page.locator(_COPY).locator("visible=true").first.click()
        page.get_by_text("Copied to clipboard").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
    first = next(item for item in snippets() if item.page == "streaming.md")
    assert copied.strip() == first.code.strip()


@pytest.mark.parametrize("path", _SHOWN)
def test_a_page_fits_desktop_and_phone(
    browser: Browser, address: str, shots: Path, path: str
) -> None:
    name = path.replace("/", "-").removesuffix(".html")
    for device, size in {"desktop": DESKTOP, "phone": PHONE}.items():
        for scheme in ("light", "dark"):
            with visiting(
                browser, f"{address}/{path}", viewport=size, color_scheme=scheme
            ) as page:
                page.screenshot(path=shots / f"{name}-{device}-{scheme}.png")
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= size["width"], "the page as a whole scrolls sideways"
                edges = page.locator("article table").evaluate_all(
                    "found => found.map(one => one.getBoundingClientRect().right)"
                )
                assert max(edges, default=0) <= size["width"], "a table is cut off"
                assert page.locator(".md-typeset__scrollwrap").count() == 0


def test_a_wide_table_is_a_list_that_names_its_columns(
    browser: Browser, address: str
) -> None:
    with visiting(browser, f"{address}/{_MODEL}", java_script_enabled=False) as page:
        table = page.locator("article table").first
        row = table.get_by_role("row").filter(has_text="temperature")
        cells = row.get_by_role("cell")
        shown = [cell for cell in cells.all() if cell.is_visible()]
        labels = [cell.get_attribute("data-label") for cell in shown]
        assert labels[:3] == ["Field", "Type", "Presence"]
        assert "Description" in labels
        above = shown[0].bounding_box()
        below = shown[labels.index("Description")].bounding_box()
        assert above
        assert below
        assert below["y"] > above["y"]
        headers = table.get_by_role("columnheader")
        assert headers.all_inner_texts()[: len(labels)][:3] == labels[:3]


def test_a_phone_has_the_navigation_in_a_drawer(browser: Browser, address: str) -> None:
    with visiting(browser, f"{address}/index.html", viewport=PHONE) as page:
        page.locator("header label[for=__drawer]").click()
        page.locator(".md-nav--primary label", has_text="Guides").first.click()
        page.locator(".md-nav--primary").get_by_role(
            "link", name="Streaming", exact=True
        ).click()
        page.wait_for_url("**/streaming.html")


def test_colours_follow_the_system_and_can_be_changed(
    browser: Browser, address: str
) -> None:
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    for system, seen, other in [
        ("light", "default", "slate"),
        ("dark", "slate", "default"),
    ]:
        with visiting(browser, f"{address}/index.html", color_scheme=system) as page:
            assert page.evaluate(scheme) == seen
            page.locator("form[data-md-component=palette] label:visible").click()
            assert page.evaluate(scheme) == other


def test_pages_read_well_without_javascript(browser: Browser, address: str) -> None:
    url = f"{address}/streaming.html"
    with visiting(browser, url, java_script_enabled=False) as page:
        assert page.locator("h1").is_visible()
        assert page.locator("code", has_text="client = Client()").first.is_visible()
        # Tabs are made of CSS.
        page.locator(".tabbed-labels label", has_text="Python, async").first.click()
        assert page.locator("code", has_text="async with").first.is_visible()
        page.locator(".md-sidebar--primary a", has_text="Polling").first.click()
        page.wait_for_url("**/polling.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", _SHOWN)
def test_axe_finds_nothing_serious(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    axe = _axe()
    url = f"{address}/{path}"
    for size in (DESKTOP, PHONE):
        with visiting(browser, url, viewport=size, color_scheme=scheme) as page:
            page.evaluate(_LEAVE_OUT_REPETITIONS)
            page.evaluate(axe)
            found = page.evaluate("axe.run()")
        assert found["passes"]
        serious = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}: "
            + "; ".join(node["html"][:150] for node in violation["nodes"][:3])
            for violation in found["violations"]
            if violation["impact"] in {"serious", "critical"}
        ]
        assert not serious, "\n".join(serious)


def _axe() -> str:
    given = os.environ.get("SDKGEN_NODE")
    for folder in (Path(given),) if given else (ROOT, ROOT / ".ci" / "node"):
        file = folder / "node_modules" / "axe-core" / "axe.min.js"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    if given:
        # Whoever names the folder wants these tests; not to find it must not pass.
        raise FileNotFoundError(f"axe-core is not in {given}, named by SDKGEN_NODE")
    pytest.skip("axe-core is not here; npm install --prefix .ci/node axe-core")


def test_every_page_opens_without_a_complaint(browser: Browser, root: str) -> None:
    """Each page but those of models, which are alike."""
    for source in sorted(DOCS.rglob("*.md")):
        if source.parent.name != "models":
            path = source.relative_to(DOCS).as_posix()
            path = re.sub(r"README\.md$", "index.md", path).replace(".md", ".html")
            with visiting(browser, f"{root}/{path}") as page:
                assert page.locator("h1").count() == 1, path
