"""A copy of the description that carries the snippets of the SDK.

Redoc, Scalar and Mintlify show `x-codeSamples` beside each operation.
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import PurePosixPath

from .document import Document, Json, bundle
from .files import File
from .ir import Api
from .targets.docs.samples import code_samples


def described(document: Document, api: Api) -> File:
    """The description in one file, with our snippets at its operations."""
    data = deepcopy(bundle(document))
    paths = data.get("paths")
    for samples in code_samples(api):
        item = paths.get(samples.path) if isinstance(paths, dict) else None
        operation = _operation(item, samples.method)
        if isinstance(operation, dict):
            operation["x-codeSamples"] = list(samples.entries)
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return File(PurePosixPath("docs/openapi.json"), f"{text}\n")


def _operation(item: Json, method: str) -> Json:
    """The operation of a path item; a method that OpenAPI has no key for stands below one."""
    if not isinstance(item, dict):
        return None
    others = item.get("additionalOperations")
    for holder in (item, others if isinstance(others, dict) else {}):
        for key in (method, method.lower(), *holder):
            if key in holder and method in (key, key.upper()):
                return holder[key]
    return None
