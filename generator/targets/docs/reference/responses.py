"""What is said of a response, and of those of its bodies that have no class to say it."""

from __future__ import annotations

from collections.abc import Callable

from ....ir import Constraints, Literal, Response, ResponseContent, Scalar, ScalarKind
from ....spelling.markdown import cell_code
from ..book import Book
from ..markdown.prose import ended, marked


def said_of(response: Response, book: Book, spelled: Callable[[str], str]) -> str:
    """All of it on one line; `spelled` makes a description's text fit for the place."""
    asked = response.content
    first = "" if asked is None else _said_of_body(asked, book, spelled)
    others = (
        (content.media_type, _said_of_body(content, book, spelled))
        for content in response.contents
        if content is not asked
    )
    parts = [spelled(response.doc), first]
    parts.extend(
        f"As {cell_code(media_type)}: {said}"
        for media_type, said in others
        if said not in ("", first)
    )
    *before, last = [part for part in parts if part] or [""]
    return " ".join([*map(ended, before), last])


def _said_of_body(
    content: ResponseContent, book: Book, spelled: Callable[[str], str]
) -> str:
    type_ = content.type or Scalar(ScalarKind.STRING)
    limits = ""
    if isinstance(type_, Literal) or content.constraints != Constraints():
        limits = book.limits(type_, content.constraints)
    said = (ended(spelled(content.doc)), f"Limits: {limits}." if limits else "")
    words = " ".join(part for part in said if part)
    return marked(words, deprecated=content.deprecated)
