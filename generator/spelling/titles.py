"""How an API is called in a sentence."""

from __future__ import annotations

import re

from ..ir import Api

_ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
_KIND = re.compile(r"\bapis?\b", re.IGNORECASE)


def called(title: str) -> str:
    """The API by its title.

    >>> called("The Plaid API"), called("Asana")
    ('the Plaid API', 'the Asana API')
    """
    name = " ".join(title.split()).rstrip(".") or "API"
    if (article := _ARTICLE.match(name)) is not None:
        name = name[article.end() :]
    return f"the {name}" if _KIND.search(name) else f"the {name} API"


def description_of(api: Api) -> str:
    """What the package is, in a line."""
    said = " ".join(api.package.description.split())
    return said or f"Python client for {called(api.title)}."
