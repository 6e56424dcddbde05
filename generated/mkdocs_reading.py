"""Makes the pages of the site easy to read, on a phone too.

A table that is too wide is shown as a list: what a row is about, and below it the rest, each
with the name of its column. The parts that every operation has are named after it in links,
which thus lead there whatever is added before them.
"""

import re
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import escape

# A table of more columns, or of longer words side by side, is a list: everywhere, on a phone.
_MOST_COLUMNS, _MOST_COLUMNS_ON_PHONE = 4, 3
_MOST_SIGNS, _MOST_SIGNS_ON_PHONE = 80, 40

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEADER = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CONTENT = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_CELL = re.compile(r"<td\b[^>]*>")
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row"}
_ROLES |= {"th": "columnheader", "td": "cell"}
# A chapter, or a part of it; where several parts are called the same, they are numbered.
_HEADING = re.compile(r'<h([23]) id="([^"]*)">(.*?)</h\1>', re.DOTALL)
_NUMBER = re.compile(r"_\d+$")
_TAG = re.compile(r"<(table|thead|tbody|tr|th|td)\b")


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """The page with what its tables need to be shown as lists, and with lasting anchors."""
    if page.file.src_uri.startswith("sdks/"):
        html = _anchored(html)
    return _TABLE.sub(lambda table: _list(table[0]), html)


def _anchored(html: str) -> str:
    chapter = ""

    def named(heading: re.Match[str]) -> str:
        nonlocal chapter
        level, anchor, shown = heading.groups()
        if level == "2":
            chapter = anchor
            return heading[0]
        own = f"{chapter}-{_NUMBER.sub('', anchor)}"
        shown = shown.replace(f'href="#{anchor}"', f'href="#{own}"')
        return f'<h3 id="{own}">{shown}</h3>'

    return _HEADING.sub(named, html)


def _list(table: str) -> str:
    labels = [escape(_text(header)) for header in _HEADER.findall(table)]
    kind = _kind(labels, _longest_words(table, len(labels)))
    table = _ROW.sub(lambda row: _labelled(row[0], labels), table)
    # A table that is laid out as a list stays a table for those who hear it.
    table = _TAG.sub(lambda tag: f'{tag[0]} role="{_ROLES[tag[1]]}"', table)
    return table.replace("<table", f'<table class="sdk-{kind}"', 1)


def _kind(labels: list[Any], signs: int) -> str:
    if len(labels) > _MOST_COLUMNS or signs > _MOST_SIGNS:
        return "rows"
    if len(labels) > _MOST_COLUMNS_ON_PHONE or signs > _MOST_SIGNS_ON_PHONE:
        return "rows-on-phone"
    return "plain"


def _longest_words(table: str, columns: int) -> int:
    """How many signs stand side by side when every column is as narrow as can be."""
    longest = [0] * columns
    for row in _ROW.findall(table):
        for at, cell in enumerate(_CONTENT.findall(row)[:columns]):
            words = _text(cell).split()
            longest[at] = max([longest[at], *map(len, words)])
    return sum(longest)


def _text(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html)).strip()


def _labelled(row: str, labels: list[Any]) -> str:
    given = iter(labels)
    return _CELL.sub(
        lambda cell: f'{cell[0][:-1]} data-label="{next(given, "")}">', row
    )


def on_post_build(config: Any, **_: Any) -> None:
    """Writes what `extra_css` in `mkdocs.yml` names."""
    file = Path(config["site_dir"], "assets", "stylesheets", "reading.css")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_PAGE + _TABLES + _ROWS, encoding="utf-8")


_PAGE = """\
/* Links within text are told apart by more than their colour. */
.md-typeset a:not(.headerlink) {
  text-decoration: underline;
}

.md-typeset .tabbed-labels > label > a {
  text-decoration: none;
}

/* Code whose fainter parts have enough contrast too, at least 4.5 : 1. */
[data-md-color-scheme] {
  --md-code-hl-comment-color: var(--md-code-fg-color);
  --md-code-hl-constant-color: var(--md-code-fg-color);
  --md-code-hl-generic-color: var(--md-code-fg-color);
  --md-code-hl-operator-color: var(--md-code-fg-color);
  --md-code-hl-punctuation-color: var(--md-code-fg-color);
  --md-code-hl-variable-color: var(--md-code-fg-color);
}

[data-md-color-scheme="slate"] {
  --md-code-hl-number-color: #ee8276;
}

"""

_TABLES = """\
.md-typeset table[class^="sdk-"] {
  border: 0.05rem solid var(--md-typeset-table-color);
  border-collapse: collapse;
  font-size: 0.68rem;
  line-height: 1.5;
  margin: 1em 0;
  max-width: 100%;
}

.md-typeset table[class^="sdk-"] :is(th, td) {
  border-top: 0.05rem solid var(--md-typeset-table-color);
  padding: 0.5em 0.9em;
  text-align: left;
  vertical-align: top;
}

.md-typeset table[class^="sdk-"] th {
  font-weight: 700;
}

/* Material has a sign for sorting here. */
.md-typeset table[class^="sdk-"] th::after {
  content: none;
}

.md-typeset table[class^="sdk-"] :is(a, code) {
  overflow-wrap: break-word;
  word-break: normal;
}

"""

# The same for many columns everywhere and for several columns on a phone.
_LIST = """\
.md-typeset table.NAME, .md-typeset table.NAME tbody {
  display: block;
}

.md-typeset table.NAME thead {
  clip-path: inset(50%);
  height: 1px;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
  width: 1px;
}

.md-typeset table.NAME tbody tr {
  border-top: 0.05rem solid var(--md-typeset-table-color);
  column-gap: 1.2em;
  display: flex;
  flex-wrap: wrap;
  padding: 0.6em 0.9em;
}

.md-typeset table.NAME tbody tr:first-child {
  border-top: 0;
}

.md-typeset table.NAME td {
  border: 0;
  max-width: 100%;
  overflow-wrap: anywhere;
  padding: 0.1em 0;
}

.md-typeset table.NAME td:empty {
  display: none;
}

.md-typeset table.NAME td:first-child {
  font-weight: 700;
}

.md-typeset table.NAME td:nth-child(n + 3)::before {
  color: var(--md-default-fg-color--light);
  content: attr(data-label) ": ";
}

.md-typeset table.NAME td:is([data-label="Description"], [data-label="When"]) {
  flex-basis: 100%;
}

.md-typeset table.NAME td:is([data-label="Description"], [data-label="When"])::before {
  content: none;
}
"""
_ROWS = (
    _LIST.replace("NAME", "sdk-rows")
    + "\n@media screen and (max-width: 44.9375em) {\n"
    + _LIST.replace("NAME", "sdk-rows-on-phone")
    + "}\n"
)
