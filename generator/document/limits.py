"""How much a description may ask of the machine that reads it."""

from __future__ import annotations

FILE_BYTES = 64 * 1024 * 1024
"""Of one file; the largest public description known has 13 MB."""

DEPTH = 900
"""Of mappings and lists in each other; the deepest public description known has 60.

libyaml goes no deeper than 1,000 since version 0.2.6, and calls it an error of syntax.
"""

POINTER_CHARACTERS = 10_000
"""Of the keys that lead to a value, together: they stand in the pointers of all that is below."""

ALIASED_NODES = 250_000
"""Values that YAML aliases may add to those written out."""

INLINED_NODES = 250_000
"""Mappings and lists that a bundle may repeat in place of references; DigitalOcean's has 15,000."""

DUPLICATE_KEYS = 100
"""Of one file, that are told."""

REMOTE_SECONDS = 20.0
"""For one file from the network."""
