"""Texts of the description as docstrings and comments, which they can never leave."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from ...names import words
from ...spelling.html import to_text

_WIDTH = 88
_PYTHON = {"`null`": "`None`", "`true`": "`True`", "`false`": "`False`"}
_CONSTANTS = re.compile("|".join(_PYTHON))
# A quote at the end that no backslash, itself not escaped, stands before.
_OPEN_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"\Z')
_ITEM = re.compile(r"[-*+]\s+")
# Lines that must stay as they are: lists, tables, quotes, headings, indented code.
_FIXED = re.compile(r"\s*([-*+|>#]|\d+[.)]\s|```|~~~|    |<)")
_BLOCK = re.compile(r"^[^\S\n]*+(```|~~~|\|)", re.MULTILINE)
_HANG = "    "
# What is longer fits on no line.
_SPAN = re.compile(r"(?<!`)(`{1,9})(?!`).{1,88}?(?<!`)\1(?!`)")
# Stands for a space at which no line ends; the texts have no such sign themselves.
_KEPT = "\0"


def docstring(text: str, indent: int) -> str:
    """A docstring statement without its first line's indentation; empty for no text.

    `indent` counts the columns before it. Paragraphs are wrapped; lists, tables and code
    stay as they are.
    """
    return assembled(wrap(text, _WIDTH - indent), indent)


def assembled(lines: list[str], indent: int) -> str:
    """A docstring of lines that are wrapped already; empty for none.

    Should the opening quotes push the first line out, its paragraph is filled again.
    """
    if not lines:
        return ""
    if len(lines[0]) + indent + 3 > _WIDTH:
        end = lines.index("") if "" in lines else len(lines)
        room = _WIDTH - indent - 3
        lines = [*_fill(" ".join(lines[:end]), room), *lines[end:]]
    escaped = [_escape(line) for line in lines]
    if len(escaped) == 1 and len(escaped[0]) + indent + 6 <= _WIDTH:
        return f'"""{_closed(escaped[0])}"""'
    pad = " " * indent
    body = [f"{pad}{line}" if line else "" for line in escaped[1:]]
    return "\n".join([f'"""{escaped[0]}', *body, f'{pad}"""'])


def wrap(text: str, width: int) -> list[str]:
    """The lines of a Markdown text, its paragraphs filled to `width`."""
    lines: list[str] = []
    paragraph: list[str] = []
    fenced = False

    def flush() -> None:
        if paragraph:
            lines.extend(_fill(" ".join(paragraph), width))
            paragraph.clear()

    for raw in _clean(text).splitlines():
        line = raw.rstrip()
        fence = line.lstrip().startswith(("```", "~~~"))
        if fence or fenced:
            flush()
            lines.append(line)
            fenced = fenced != fence
        elif not line:
            flush()
            if lines and lines[-1]:
                lines.append("")
        elif _FIXED.match(line):
            flush()
            lines.extend(_hang(line, width))
        else:
            paragraph.append(line.strip())
    flush()
    while lines and not lines[-1]:
        lines.pop()
    return lines


def pythonic(text: str) -> str:
    """A description's words for values as Python spells them: `null` is `None`."""
    return _CONSTANTS.sub(lambda match: _PYTHON[match[0]], text)


def sentence(text: str) -> str:
    """The text with a full stop, if it ends in a letter, and a capital at its start.

    Its HTML is Markdown then.
    """
    text = pythonic(_clean(to_text(text)).strip())
    if not text:
        return ""
    text = _ended(text)
    return text[0].upper() + text[1:]


def _ended(text: str) -> str:
    ends = text[-1:].isalnum() or text.endswith(("`", ")", '"', "'"))
    return f"{text}." if ends and not _ends_in_code(text) else text


def _ends_in_code(text: str) -> bool:
    """Whether the last line closes code, which anything behind it would leave open."""
    return text.rpartition("\n")[2].lstrip().startswith(("```", "~~~"))


def fallback(name: str) -> str:
    """What a class without a description says: the words of its name."""
    return f"{' '.join(words(name)).capitalize()}."


def argument(name: str, text: str, indent: int) -> list[str]:
    """One entry of an `Args:` section, its further lines indented once more.

    It is one paragraph, unless it shows code or tables, whose lines are to stay.
    """
    width, name = _WIDTH - indent, _flat(name)
    if not _BLOCK.search(text):
        return _fill(f"{name}: {_flat(text)}", width, _HANG)
    lines = wrap(text, width - len(_HANG))
    end = next((i for i, line in enumerate(lines) if _ends(line)), len(lines))
    head = _fill(f"{name}: {' '.join(lines[:end])}".rstrip(), width, _HANG)
    return [*head, *(f"{_HANG}{line}" if line else "" for line in lines[end:])]


def _ends(line: str) -> bool:
    """Whether a paragraph is over with the line before this one."""
    return not line or _FIXED.match(line) is not None


def _flat(text: str) -> str:
    """A text as one paragraph: sentences, and the items of a list apart by semicolons."""
    parts: list[str] = []
    in_list, after_blank = False, False
    for line in (line.strip() for line in _clean(text).splitlines()):
        item = _ITEM.match(line)
        if item is not None and in_list:
            parts[-1] = f"{parts[-1].rstrip('.;,')};"
        elif item is None and line and after_blank and parts:
            parts[-1] = _ended(parts[-1])
        after_blank = not line
        in_list = item is not None or in_list
        said = line[item.end() :] if item is not None else line
        if said:
            parts.append(said)
    return " ".join(parts)


def _fill(text: str, width: int, hang: str = "") -> list[str]:
    if len(text) <= width and text == " ".join(text.split()):
        return [text] if text else []
    width = max(width, 40)
    lines = textwrap.wrap(
        _whole_spans(text, width - len(hang)),
        width,
        subsequent_indent=hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_KEPT, " ") for line in lines]


def _whole_spans(text: str, width: int) -> str:
    """The text with its code held together that fits on a line: who copies it needs all."""
    if "`" not in text:
        return text
    held = _SPAN.sub(lambda match: match[0].replace(" ", _KEPT), text)
    return " ".join(
        word if len(word) <= width else word.replace(_KEPT, " ")
        for word in held.split(" ")
    )


def _hang(line: str, width: int) -> list[str]:
    match = re.match(r"\s*([-*+]|\d+[.)])\s+", line)
    if match is None or len(line) <= width:
        return [line]
    return _fill(line, width, " " * len(match[0]))


def _clean(text: str) -> str:
    """The text without what an editor does not show: control and direction characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        c
        for c in text
        if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _closed(line: str) -> str:
    """A last line that does not run into the closing quotes."""
    # Three quotes are escaped already: one more backslash would set the last one free.
    return f'{line[:-1]}\\"' if _OPEN_QUOTE.search(line) else line
