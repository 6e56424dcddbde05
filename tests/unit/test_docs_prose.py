"""Texts of descriptions on the pages: readable as meant, and unable to do anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from generator.targets.docs.markdown.prose import cell, line, marked, prose, summary

from .markdown_judge import dangers, links, rendered, shown

ROOT = Path(__file__).parents[2]
BASE = "https://docs.example.com/api/"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Some *emphasis* and `code`.", "Some *emphasis* and `code`."),
        ("One\nparagraph.\n\nAnother.", "One\nparagraph.\n\nAnother."),
        ("Things:\n- one\n- two\n  more", "Things:\n\n- one\n- two\n    more"),
        ("1. one\n   - nested\n2) two", "1. one\n    - nested\n2. two"),
        ("1. one\n- other", "1. one\n\n- other"),
        ("- a\n  - b\n  1. c\n- d", "- a\n    - b\n\n    1. c\n- d"),
        ("- a\n  - b\n5. five\n6. six", "- a\n    - b\n\n5. five\n6. six"),
        ("```json\n{}\n```", "```json\n{}\n```"),
        ("Text\n\n    indented\n    code", "Text\n\n```text\nindented\ncode\n```"),
        ("> said\n> so", "> said\n> so"),
        ("> so:\n>\n> * a\n> > b", "> so:\n>\n> - a\n>     b"),
        ("> [!NOTE]\n>\n> So.", "> **Note:** So."),
        ("> [!tip]\n> - a", "> **Tip:**\n>\n> - a"),
        ("```\n> [!NOTE]\n```", "```text\n> [!NOTE]\n```"),
        ("one   \ntwo  \n\nthree", "one  \ntwo\n\nthree"),
        (
            "1. a\n   ```\n   b\n   ```\n2. c",
            "1. a\n\n    ```text\n    b\n    ```\n\n2. c",
        ),
        ("- a\n\n```\nb\n```", "- a\n\n```text\nb\n```"),
        ("a | b\n--|--\n1 | 2", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("[text](https://example.com/a_b)", "[text](https://example.com/a_b)"),
        ("<https://example.com>", "[https://example.com](https://example.com)"),
        ("`` a`b ``", "``a`b``"),
        ("{{ a.__b__ }}`c` {% d %}", "`{{ a.__b__ }}` `c` `{% d %}`"),
        ("{% a %}{{ b }}{% c %}", "`{% a %}{{ b }}{% c %}`"),
        ("_not_ __here__, (_or there_).", "_not_ __here__, (_or there_)."),
        ("see _[a](https://e.com)_", "see _[a](https://e.com)_"),
    ],
)
def test_harmless_markdown_stays(source: str, expected: str) -> None:
    assert prose(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("A <code>name</code>, <b>bold</b>, <i>not</i>.", "A `name`, **bold**, *not*."),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ('<a href="https://example.com">there</a>', "[there](https://example.com)"),
        ("one<br/>two<br>\nthree", "one  \ntwo  \nthree"),
        ("one<br><br>two", "one\n\ntwo"),
        ("<details><summary>More</summary>text</details>", "**More**\n\ntext"),
        ("a | b\n--|--\nc<br/>d | e<br/>f", "| a | b |\n| --- | --- |\n| c d | e f |"),
        ("<ul> <li> <p>A</p> <p>B</p> </li> </ul>", "- A\n\n    B"),
        ("a<pre>&lt;b&gt;\n  c</pre>", "a\n\n```text\n<b>\n  c\n```"),
        (
            "<table><tr><td>a<td>b<tr><td>`c`</table>",
            "|  |  |\n| --- | --- |\n| a | b |\n| `c` |  |",
        ),
        ("a <!-- note --> b", "a  b"),
        ("`<b>` is a tag", "`<b>` is a tag"),
    ],
)
def test_the_usual_html_becomes_markdown(source: str, expected: str) -> None:
    assert prose(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os').system('x')",
        "self.__init__.__globals__",
        "a file_id, a__b__c and _id or __v of _a",
        "links._self and \\_embedded_",
    ],
)
def test_underscores_of_names_are_shown(source: str) -> None:
    assert shown(prose(source)) == source.replace("\\", "")
    assert shown(cell(source)) == source.replace("\\", "")


def test_other_html_is_shown_as_text() -> None:
    source = "<script>alert(1)</script> and <img src=x onerror=alert(1)>"
    assert not dangers(prose(source))
    assert shown(prose(source)) == source


def test_an_image_is_a_link_so_that_nothing_is_fetched() -> None:
    assert (
        prose("![a cat](https://example.com/cat.png)")
        == "[a cat](https://example.com/cat.png)"
    )
    assert "<img" not in rendered(
        prose("!![x](https://example.com/x.png) \\![y](http://e.com)")
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "[![Run it](https://e.com/b.svg)](https://e.com/go)",
            "[Run it](https://e.com/go)",
        ),
        (
            "[![Run it](b.svg) ![now](c.svg)!](https://e.com)",
            "[Run it now!](https://e.com)",
        ),
        ("[![Run it](https://e.com/b.svg)](javascript:run)", "Run it"),
        (
            "![](https://e.com/flow%20chart.png)",
            "[flow chart.png](https://e.com/flow%20chart.png)",
        ),
        ("[![](https://e.com/b.svg)](https://e.com/go)", "[b.svg](https://e.com/go)"),
        ("![](x%3Cscript%3E.png)", "x&lt;script>.png"),
    ],
)
def test_an_image_within_a_link_is_the_text_of_the_link(
    source: str, expected: str
) -> None:
    assert prose(source) == expected
    assert not dangers(prose(source))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
    ],
)
def test_a_link_that_would_run_is_only_its_text(target: str) -> None:
    assert prose(f"[click](<{target}>)", BASE) == "click"


def test_a_relative_link_is_resolved_where_the_base_is_known() -> None:
    assert (
        prose("[files](/docs/files)", BASE)
        == "[files](https://docs.example.com/docs/files)"
    )
    assert (
        prose("[files](files#one)", BASE)
        == "[files](https://docs.example.com/api/files#one)"
    )
    assert prose("[files](/docs/files)") == "files"


def test_headings_do_not_disturb_those_of_the_page() -> None:
    assert prose("# Parameters\ntext\n\nLimits\n---\nmore") == (
        "**Parameters**\n\ntext\n\n**Limits**\n\nmore"
    )


@pytest.mark.parametrize(
    "source",
    [
        "[x]: javascript:alert(1)",
        "text[^1]\n\n[^1]: a note",
        "*[API]: something",
        "!!! note",
        "??? details",
        '=== "tab"',
        "::: module",
        "#no-space",
        "a ] b [ c",
        "| --- |",
        "{{ 7*7 }} {% raw %} ${x}",
        "1986\\. A great year",
        "a `tick",
    ],
)
def test_what_an_extension_would_take_for_its_own_is_shown(source: str) -> None:
    assert not dangers(prose(source))
    assert shown(prose(source)) == " ".join(source.replace("1986\\.", "1986.").split())


def test_braces_are_no_attributes_and_else_stay_as_written() -> None:
    assert "{{ 7*7 }}" in prose("Costs {{ 7*7 }} pence.")
    assert prose("text {: onclick=run() }") == "text \\{: onclick=run() }"
    assert prose("**bold**{ .cls }") == "**bold**\\{ .cls }"


def test_hidden_signs_are_gone() -> None:
    assert prose("a\u202eb\x00c\ufeff\ud800d") == "abcd"


def test_a_cell_is_one_line_without_a_bare_pipe() -> None:
    source = "Either:\n- `a|b`\n- c | d\n\n```json\n{}\n```"
    written = cell(source)
    assert "\n" not in written
    table = f"| one | two |\n| --- | --- |\n| {written} | end |"
    assert rendered(table).count("<td>") == 2
    assert shown(table) == "one two Either: a|b; c | d {} end"


def test_lists_on_the_site_keep_their_numbers_and_kinds() -> None:
    markdown = pytest.importorskip("markdown")
    settings = (ROOT / "generated" / "mkdocs.yml").read_text()
    assert "  - sane_lists\n" in settings
    source = "1. a\n\n```\nb\n```\n\n2. c\n3. d\n- e\n  1. f"
    html = markdown.markdown(prose(source), extensions=["sane_lists"])
    assert " ".join(re.findall(r"</?(?:ol|ul|li)\b[^>]*>|\b[acdef]\b", html)) == (
        '<ol> <li> a </li> </ol> <ol start="2"> <li> c </li> <li> d </li> </ol>'
        " <ul> <li> e <ol> <li> f </li> </ol> </li> </ul>"
    )


def test_a_line_joins_the_entries_of_a_list() -> None:
    assert line("Values:\n- one\n- two\n") == "Values: one; two"
    assert line("## Values\n- one\n- two\n") == "Values: one; two"
    assert line("What.\n\n> [!NOTE]\n> So:\n> * a\n> * b") == "What. **Note:** So: a; b"


def test_a_summary_is_the_first_sentence() -> None:
    assert (
        summary("# Title\nGets e.g. a pet. Then more.\n\nMore.") == "Gets e.g. a pet."
    )
    assert summary("No full stop") == "No full stop"
    assert summary("") == ""


_ATOMS = [
    *"`[]()!<>*_{}|#=-~+&\\\n\t \"'",
    *(
        "```",
        "\n```\n",
        "~~~",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "> ",
        "](",
        "![",
        "**",
        "---",
    ),
    *(
        "<script>",
        "</a>",
        "<p>",
        "<li>",
        "<code>",
        "</code>",
        "<!--",
        "-->",
        "<img src=x>",
    ),
    *(
        "<a href='javascript:x'>",
        "<a href='http://e/'>",
        "javascript:alert(1)",
        "http://e.com",
    ),
    *(
        "{: onclick=x }",
        "{{ x }}",
        "&lt;",
        "[x]: data:x\n",
        "\n|---|---|\n",
        "a",
        "b c",
    ),
]


@example("- ****")
@settings(max_examples=400)
@given(st.lists(st.sampled_from(_ATOMS), max_size=16).map("".join))
def test_no_text_is_dangerous_anywhere(source: str) -> None:
    assert not dangers(prose(source))
    assert not dangers(f"* [x](https://example.com) - {line(source)}")
    table = f"| a | b |\n| --- | --- |\n| {cell(source)} | end |"
    assert not dangers(table)
    assert "<td>end</td>" in rendered(table)


@pytest.mark.parametrize(
    "sign", ["`", "[", "{", "<", "> ", "- ", "*", "|", "<!--", "``` ", "![a]("]
)
def test_a_hostile_repetition_comes_to_an_end(sign: str) -> None:
    assert not dangers(prose(sign * 5_000))


def test_signs_that_could_end_a_link_are_encoded_in_its_target() -> None:
    source = "[a](https://example.com/x_(y)?a=1&b=2 'title')"
    assert links(prose(source)) == ["https://example.com/x_%28y%29?a=1&b=2"]


@pytest.mark.parametrize("base", [None, BASE])
@pytest.mark.parametrize(
    "source", ["`x` is [a-z]([-a-z0-9]*[a-z0-9])?", "Two: [a-z]([0-9]{2}), [a](b{2})."]
)
def test_what_is_no_reference_is_no_link(source: str, base: str | None) -> None:
    assert shown(prose(source, base)) == source.replace("`", "")
    assert list(links(prose(source, base))) == []


def test_paragraphs_in_a_cell_are_sentences() -> None:
    assert cell("The names\n\nEach: `One`\n\nTwo") == "The names. Each: `One`. Two"
    assert cell("The names:\n\n- one\n- two") == "The names: one; two"


@pytest.mark.parametrize("base", [None, BASE])
@pytest.mark.parametrize("target", ["/docs/{id}", "#tag/a/GET/a/{a_id}/b/{b-id}"])
def test_of_a_reference_with_a_template_the_text_stays(
    target: str, base: str | None
) -> None:
    assert prose(f"See [`/things/{{id}}`]({target}).", base) == "See `/things/{id}`."


def test_a_reference_stays_a_link() -> None:
    assert prose("[a](b.md?x=1#y)", BASE) == f"[a]({BASE}b.md?x=1#y)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "**Deprecated.**"),
        ("Its name.", "**Deprecated.** Its name."),
        ("Deprecated, use `b`.", "Deprecated, use `b`."),
        ("**DEPRECATED:** use `b`.", "**DEPRECATED:** use `b`."),
        ("deprecated_at is older.", "**Deprecated.** deprecated_at is older."),
    ],
)
def test_what_is_deprecated_says_so_once(text: str, shown: str) -> None:
    assert marked(text, deprecated=True) == shown
    assert marked(text, deprecated=False) == text
