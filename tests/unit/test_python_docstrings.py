"""Texts of a description in the emitted code, which they can never leave."""

from __future__ import annotations

import ast

import pytest
from hypothesis import example, given, strategies as st

from generator.targets.python.docstrings import (
    argument,
    docstring,
    fallback,
    pythonic,
    sentence,
)
from generator.targets.python.filling import wrap

# What descriptions try to break out with, more often than chance would have it.
HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                '"',
                '"""',
                "'''",
                "\\",
                "\\N{",
                "\\x",
                "\n",
                "\r",
                "\t",
                "\0",
                "{",
                "}",
                "#",
            ),
            *("word", "import os", " ", "- ", "1. ", "```", "    ", "|", "\u2028"),
            *("\u202e", "\ud800", "é"),
        ]
    )
).map("".join)
TEXT = st.text() | HOSTILE


def read(source: str) -> str | None:
    """The text that Python reads from a docstring statement within a class."""
    indented = "\n".join(
        f"    {line}" if i == 0 else line for i, line in enumerate(source.split("\n"))
    )
    (node,) = ast.parse(f"class A:\n{indented}\n").body
    assert isinstance(node, ast.ClassDef)
    (statement,) = node.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert isinstance(statement.value.value, str)
    return statement.value.value


@given(TEXT)
@example('ends in a quote "')
@example('"""')
@example("ends in a backslash \\")
@example("\\")
def test_whatever_a_text_holds_it_stays_one_docstring(text: str) -> None:
    source = docstring(text, 4)
    if source:
        read(source)


@given(TEXT)
def test_no_word_of_a_text_is_lost(text: str) -> None:
    source = docstring(text, 4)
    said = "".join((read(source) or "").split()) if source else ""
    for word in text.split():
        if word.isalnum() and word.isascii():
            assert word in said


@given(TEXT)
def test_nothing_that_an_editor_hides_comes_through(text: str) -> None:
    source = docstring(text, 4)
    assert all(character not in source for character in "\0\r\u202e\u200b\u2028\x1b")


@given(st.lists(st.text("abcdefg", min_size=1, max_size=12)).map(" ".join))
def test_paragraphs_are_filled_to_the_width_of_the_code(text: str) -> None:
    for line in docstring(text, 4).split("\n"):
        assert len(line.strip()) + 4 <= 88


def test_one_line_stays_one_line() -> None:
    assert docstring("A book.", 4) == '"""A book."""'
    assert docstring("", 4) == ""


def test_more_lines_end_with_quotes_of_their_own() -> None:
    assert docstring("One.\n\nTwo.", 4) == '"""One.\n\n    Two.\n    """'


def test_lists_tables_and_code_stay_as_they_are() -> None:
    text = "Intro\ncontinued.\n\n- one\n- two\n\n| a | b |\n|---|---|\n\n```\nx   =  1\n```"
    assert wrap(text, 60) == [
        "Intro continued.",
        "",
        "- one",
        "- two",
        "",
        "| a | b |",
        "|---|---|",
        "",
        "```",
        "x   =  1",
        "```",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**Note:** one two\nthree four five six seven eight nine ten", 2),
        ("> one two three four five\n> six seven eight nine\nten eleven", 2),
        ("- one\ntwo three", 1),
        ("- one\n    two three", 1),
        ("One.\n        Two.", 1),
        ("One.\n\n        Two   two.", 3),
        ("- one\n\n  two three\n\nfour", 5),
        ("> - one\n> - two\n>\n> three", 4),
        ("a | b\n--- | ---\nc | d\n\ne | f\ng", 5),
        ("one  two   three", 1),
    ],
)
def test_text_is_filled_as_its_markdown_means(text: str, lines: int) -> None:
    filled = wrap(text, 40)
    assert len(filled) == lines
    assert all(len(line) <= 40 for line in filled)
    assert wrap("\n".join(filled), 40) == filled


def test_a_list_that_follows_a_full_line_stays_a_list() -> None:
    """The quotes take three columns of the first line."""
    text = f"{'word ' * 16}end:\n- one\n- two"
    lines = docstring(text, 4).split("\n")
    assert lines[1:] == ["    end:", "    - one", "    - two", '    """']
    text = f"- {'word ' * 15}words\n- two"
    assert docstring(text, 4).split("\n")[1:] == ["      words", "    - two", '    """']


def test_only_the_first_line_is_shorter_by_the_quotes() -> None:
    first, second, *_ = docstring("word " * 40, 4).split("\n")
    assert (len(first), len(second)) == (82, 88)


@pytest.mark.parametrize("mark", ["-", "*", "1.", "#", ">"])
def test_nothing_within_a_sentence_begins_a_list(mark: str) -> None:
    lines = wrap(f"One two three four five six seven eight {mark} nine", 40)
    assert lines == ["One two three four five six seven", f"eight {mark} nine"]


def test_a_long_entry_of_a_list_hangs() -> None:
    assert wrap("- one two three four five six seven eight nine ten", 40) == [
        "- one two three four five six seven",
        "  eight nine ten",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("list orders", "List orders."),
        ("Done.", "Done."),
        ("Really?", "Really?"),
        ("of `a`", "Of `a`."),
        ("  padded  ", "Padded."),
        ("", ""),
        ("`null` clears it", "`None` clears it."),
        ("user_id of the owner", "user_id of the owner."),
        ("iOS only", "iOS only."),
        ("https://x.io", "https://x.io."),
        ("don't ask", "Don't ask."),
    ],
)
def test_a_sentence_begins_and_ends_like_one(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.mark.parametrize("text", ["\u200b", " \u200b\n", "&#8203;", "<p>\u2066</p>"])
def test_what_no_editor_shows_says_nothing(text: str) -> None:
    """A class would have nothing in it."""
    assert sentence(text) == ""


def test_constants_are_called_what_python_calls_them() -> None:
    assert pythonic("`true`, `false` or `null`, but not true") == (
        "`True`, `False` or `None`, but not true"
    )


def test_an_argument_is_one_paragraph_that_hangs() -> None:
    text = "Which page.\n\nFrom the " + "very " * 15 + "first."
    first, *rest = argument("page", text, 20)
    assert first.startswith("page: Which page. From the very")
    assert rest
    assert all(line.startswith("    ") for line in rest)


def test_a_class_without_a_text_says_its_name() -> None:
    assert fallback("OrderLine") == "Order line."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("How:\n\n- a: One.\n- b: Two\n  lines.", "x: How: a: One; b: Two lines."),
        ("* a\n* b", "x: a; b"),
        ("*One* or -1", "x: *One* or -1"),
        ("## How\n> One\n> two > 1.", "x: How One two > 1."),
    ],
)
def test_a_list_stands_in_one_paragraph_of_an_argument(text: str, line: str) -> None:
    assert argument("x", text, 8) == [line]


def test_code_and_tables_of_an_argument_keep_their_lines() -> None:
    text = "What to\nsay. For example:\n\n```json\n[\n  {}\n]\n```\n\nOr:\n| a |\n| - |"
    assert argument("messages", text, 12) == [
        "messages: What to say. For example:",
        "",
        "    ```json",
        "    [",
        "      {}",
        "    ]",
        "    ```",
        "",
        "    Or:",
        "    | a |",
        "    | - |",
    ]


def test_the_paragraphs_of_an_argument_are_sentences() -> None:
    text = "The names\n\nEach: One\ntwo:\n\n- three\n\nMore."
    assert argument("a", text, 8) == ["a: The names. Each: One two: three. More."]


def test_an_argument_may_begin_with_code() -> None:
    assert argument("x", "```\na\n```", 12) == ["x:", "    ```", "    a", "    ```"]


def test_an_argument_shows_a_table_of_html() -> None:
    text = sentence("<h4>x</h4><table><tr><th>a</th></tr><tr><td>b</td></tr></table>")
    lines = ["w:", "    # x", "", "    | a |", "    | --- |", "    | b |"]
    assert argument("w", text, 12) == lines


def test_code_that_fits_on_a_line_is_not_broken() -> None:
    span = "`` [a-z] `?[ 0-9] or more ``"
    assert wrap(f"What is named here matches {span}.", 40) == [
        "What is named here matches",
        f"{span}.",
    ]
    assert argument("a", f"{span} or {span} is it.", 50) == [
        f"a: {span} or",
        f"    {span} is it.",
    ]


def test_code_that_fits_on_no_line_is_filled_as_text_is() -> None:
    words = " ".join(["word"] * 12)
    assert all(len(line) <= 40 for line in wrap(f"Say `{words}` or `{words}`.", 40))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<p>Gets <code>a</code> &amp; <strong>b</strong>.</p>\n\n<p>Or&nbsp;not.</p>",
            "Gets `a` & **b**.\n\nOr not.",
        ),
        (
            "see <a href='/docs?a=1&amp;b=2'>the docs</a>",
            "See [the docs](/docs?a=1&b=2).",
        ),
        ('At <a href="https://x.io">https://x.io</a>', "At https://x.io."),
        ("<a>here</a>", "Here."),
        ("One of<ul><li>a</li><li>b</li></ul>", "One of\n\n- a\n- b."),
        (
            "<ul> <li> <p>A</p> </li> <li> <p>B</p> <p>C</p> </li> <li>D </ul> E",
            "- A\n- B\n\n  C\n\n- D\n\nE.",
        ),
        ("<ul><li>A<ol><li>B\nb</li></ol></li><li></li></ul>", "- A\n  - B b."),
        ("A <b> <code>X</code> </b> y<b></b><h2></h2>", "A **`X`** y."),
        ("|a|\n|---|\n|b <br> <p>c|\n\nd<br>e", "|a|\n|---|\n|b c|\n\nd e."),
        (
            "So:<pre><code>  if &lt;a&gt;:\n    b</code></pre>",
            "So:\n\n```\n  if <a>:\n    b\n```",
        ),
        ("<td><pre>```</pre><pre> </pre>", "````\n```\n````"),
        (
            "<table><thead><tr><th>A <th>B</thead><tr><td>c<pre>d\ne</pre><td>"
            "<ul><li>f|g<li>h</ul></table>",
            "| A | B |\n| --- | --- |\n| c `d e` | - f\\|g - h |",
        ),
        (
            "<table>So<tr><td><table><tr><td>a</table></td></tr><tr></tr></table>b",
            "So\n\n|  |\n| --- |\n| a |\n\nb.",
        ),
        ("a<table></table><p>b", "A\n\nb."),
        ("A `<b>&amp;</b>` <i>x</i>.", "A `<b>&amp;</b>` *x*."),
        ("`null` or <code>null</code>.", "`None` or `None`."),
        ("For <id> where 1 < 2 && 3 > 2.", "For <id> where 1 < 2 && 3 > 2."),
        ("Ask https://x.io?a=1&copy=2.", "Ask https://x.io?a=1&copy=2."),
    ],
)
def test_html_reads_as_text(source: str, text: str) -> None:
    lines = "\n".join(wrap(sentence(source), 80))
    assert lines == text


@given(TEXT.map(lambda text: f"<p>{text}&quot;&#92;&#34;&#10;</p>"))
def test_html_does_not_leave_a_docstring_either(text: str) -> None:
    read(docstring(sentence(text), 4))
