"""Credentials: where the security schemes of a description put them."""

from __future__ import annotations

import re

import httpx2

from .description import Description, Node, Operation


def places(description: Description, operation: Operation) -> set[tuple[str, str]]:
    """Where an operation may carry credentials, such as `("header", "x-api-key")`."""
    names = {name for alternative in operation.security for name in alternative}
    return {_place(description.scheme(name)) for name in names}


def complaint(
    description: Description,
    operation: Operation,
    request: httpx2.Request,
    given: set[tuple[str, str]],
) -> str | None:
    """What is wrong with the credentials of a request, of which `given` are present."""
    if not operation.security:
        return None
    authorization = request.headers.get("authorization", "")
    for alternative in operation.security:
        schemes = [description.scheme(name) for name in alternative]
        if all(
            _place(scheme) in given and _well_formed(scheme, authorization)
            for scheme in schemes
        ):
            return None
    wanted = " or ".join(" and ".join(names) for names in operation.security)
    return f"security: no credentials for {wanted}"


def _place(scheme: Node) -> tuple[str, str]:
    if scheme.plain("type") != "apiKey":
        return "header", "authorization"
    location, name = str(scheme.plain("in")), str(scheme.plain("name"))
    return location, name.lower() if location == "header" else name


def _well_formed(scheme: Node, authorization: str) -> bool:
    kind = scheme.plain("type")
    if kind in ("apiKey", "mutualTLS"):
        return True
    prefix = scheme.plain("scheme", "bearer") if kind == "http" else "bearer"
    return re.fullmatch(rf"(?i:{re.escape(prefix)}) \S+", authorization) is not None
