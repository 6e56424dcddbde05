"""Links by reference are written out where they stand."""

from __future__ import annotations

import time

import pytest

from generator.spelling.links import inlined
from generator.targets.docs.markdown.prose import cell, prose, summary
from generator.targets.python.docstrings import argument, sentence, wrap

DEFINED = (
    '\n\n[1]: https://x.io/a "Title"\n[The *API*]: <https://y.io/b_(c)>\n[api]: /z\n'
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("See [RFC][1].", "See [RFC](https://x.io/a)."),
        (
            "See [`x`][API], [The *api*], [1].",
            "See [`x`](/z), [The *api*](<https://y.io/b_(c)>), [1](https://x.io/a).",
        ),
        ("The [the *API*][].", "The [the *API*](<https://y.io/b_(c)>)."),
        ("An ![icon][1].", "An ![icon](https://x.io/a)."),
        ("[here](/a), [a][9], [b], a[1](2)", "[here](/a), [a][9], [b], a[1](2)"),
        (r"Not \[1\].", r"Not \[1\]."),
        ("Not `[a][1]`.", "Not `[a][1]`."),
        ("```\n[1]: /in/code\n[a][1]\n```", "```\n[1]: /in/code\n[a][1]\n```"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_link_by_reference_is_written_out(source: str, text: str, end: str) -> None:
    whole = f"[1], [api], [the *API*].\n\n{source}{DEFINED}".replace("\n", end)
    first, _, rest = inlined(whole).replace(end, "\n").partition("\n\n")
    assert first.count("](") == 3
    assert rest == text


@pytest.mark.parametrize(
    "source",
    [
        "[Note]: deprecated",
        "[unused]: /a",
        "A list:\n[a]: b c",
        "[^1]: a/footnote",
        "[1]:",
        "x[1]: y",
    ],
)
def test_what_defines_no_link_stays(source: str) -> None:
    assert inlined(source) == source


def test_tables_and_docstrings_have_the_link() -> None:
    source = "See [RFC][1].\n\nOr not.\n\n[1]: https://x.io"
    assert cell(source) == "See [RFC](https://x.io). Or not."
    assert summary(source) == "See [RFC](https://x.io)."
    assert wrap(sentence(source), 80) == [
        *("See [RFC](https://x.io).", "", "Or not."),
    ]
    assert argument("a", sentence(source), 0) == ["a: See [RFC](https://x.io). Or not."]


@pytest.mark.parametrize(
    "piece", ["[", "[a]: ", "[a]:.", "[1]: /", "]:", ".", " ", "["]
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    began = time.monotonic()
    for start in ("[a]: ", "[a]: /b", "[a]: x "):
        inlined(f"{start}{piece * 50_000}!\n[x]:/y")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "text",
    [
        "~" * 20_000 + "`",
        "~~~" + "a" * 60_000 + "`",
        "# a" + " " * 20_000 + "b",
        "a|b\n-" + " " * 60_000 + "x",
        "[a](" + " " * 60_000 + "x",
        "~" * 20_000 + "\n<",
        "a" + "\n" * 60_000 + "b",
    ],
)
def test_no_text_takes_a_long_time(text: str) -> None:
    began = time.process_time()
    prose(text)
    argument("a", sentence(text), 0)
    assert time.process_time() - began < 5
