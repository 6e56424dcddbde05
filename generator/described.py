"""A copy of the description that carries the snippets of the SDK.

Redoc, Scalar and Mintlify show `x-codeSamples` beside each operation.
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import PurePosixPath

from .document import Document, bundle
from .files import File
from .ir import Api
from .targets.docs.samples import code_samples


def described(document: Document, api: Api) -> File:
    """The description in one file, with our snippets at its operations."""
    data = deepcopy(bundle(document))
    paths = data.get("paths")
    for samples in code_samples(api):
        item = paths.get(samples.path) if isinstance(paths, dict) else None
        operation = item.get(samples.method.lower()) if isinstance(item, dict) else None
        if isinstance(operation, dict):
            operation["x-codeSamples"] = list(samples.entries)
    text = json.dumps(data, indent=2, ensure_ascii=False)
    return File(PurePosixPath("docs/openapi.json"), f"{text}\n")
