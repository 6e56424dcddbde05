"""Texts of the description as docstrings and comments, which they can never leave."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...formatting import LINE_LENGTH
from ...names import words
from ...spelling.html import to_text
from .filling import begins_block, clean, fill, wrap

_QUOTES = '"""'
_PYTHON = {"`null`": "`None`", "`true`": "`True`", "`false`": "`False`"}
_CONSTANTS = re.compile("|".join(_PYTHON))
# A quote at the end that no backslash, itself not escaped, stands before.
_OPEN_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"\Z')
_ITEM = re.compile(r"[-*+]\s+")
_LEAD = re.compile(r"\A(?:>\s?|#{1,6}\s)+")
# Code and tables.
_BLOCK = re.compile(r"^[^\S\n]*+(?:```|~~~|\||:?-+:?[^\S\n]*+\|)", re.MULTILINE)
# A word that is no name or address, of which every letter counts.
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[.,:;!?]*(?!\S)")
_HANG = "    "


def docstring(text: str, indent: int) -> str:
    """A docstring statement without its first line's indentation; empty for no text.

    `indent` counts the columns before it. Paragraphs are filled; tables and code stay as
    they are.
    """
    return assembled(opening(text, indent), indent)


def opening(text: str, indent: int) -> list[str]:
    """The lines of a text that begins a docstring."""
    return wrap(text, LINE_LENGTH - indent, len(_QUOTES))


def paragraphs(text: str, indent: int) -> list[str]:
    """The lines of a text that stands further down."""
    return wrap(text, LINE_LENGTH - indent)


def assembled(lines: list[str], indent: int) -> str:
    """A docstring of lines that are filled already; empty for none."""
    if not lines:
        return ""
    escaped = [_escape(line) for line in lines]
    if len(escaped) == 1 and len(escaped[0]) + indent + 2 * len(_QUOTES) <= LINE_LENGTH:
        return f"{_QUOTES}{_closed(escaped[0])}{_QUOTES}"
    pad = " " * indent
    body = [f"{pad}{line}" if line else "" for line in escaped[1:]]
    return "\n".join([f"{_QUOTES}{escaped[0]}", *body, f"{pad}{_QUOTES}"])


def section(title: str, entries: Iterable[tuple[str, str]], indent: int) -> list[str]:
    """A section such as `Args:` of a docstring; none where there is no entry."""
    lines = [
        f"{_HANG}{line}" if line else ""
        for name, text in entries
        for line in argument(name, text, indent + len(_HANG))
    ]
    return ["", f"{title}:", *lines] if lines else []


def pythonic(text: str) -> str:
    """A description's words for values as Python spells them: `null` is `None`."""
    return _CONSTANTS.sub(lambda match: _PYTHON[match[0]], text)


def sentence(text: str) -> str:
    """The text with a full stop, if it ends in a letter, and a capital at its start.

    Its HTML is Markdown then.
    """
    text = pythonic(clean(to_text(text)).strip())
    if not text:
        return ""
    word = _WORD.match(text)
    if word is not None and word[0].islower():
        text = text[0].upper() + text[1:]
    return _ended(text)


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
    width, name = LINE_LENGTH - indent, _flat(name)
    if not _BLOCK.search(text):
        return fill(f"{name}: {_flat(text)}", width, hang=_HANG)
    lines = wrap(text, width - len(_HANG))
    end = next((i for i, line in enumerate(lines) if begins_block(line)), len(lines))
    head = fill(f"{name}: {' '.join(lines[:end])}".rstrip(), width, hang=_HANG)
    return [*head, *(f"{_HANG}{line}" if line else "" for line in lines[end:])]


def _flat(text: str) -> str:
    """A text as one paragraph: sentences, and the items of a list apart by semicolons."""
    parts: list[str] = []
    in_list, after_blank = False, False
    for line in (_LEAD.sub("", line.strip(), 1) for line in clean(text).splitlines()):
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


def _escape(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _closed(line: str) -> str:
    """A last line that does not run into the closing quotes."""
    # Three quotes are escaped already: one more backslash would set the last one free.
    return f'{line[:-1]}\\"' if _OPEN_QUOTE.search(line) else line
