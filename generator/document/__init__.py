"""Reading a description: data with positions, references across files, overlays, limits."""

from ..pointers import Json
from .bundling import Bundle, bundle, bundled
from .files import File, read_yaml
from .nodes import BrokenReference, Document, Node
from .opening import SUPPORTED, load
from .path_items import (
    RawOperation,
    hidden_operations,
    methods_in,
    path_items,
    raw_operations,
)
from .reading import as_data
from .walk import broken_references

__all__ = [
    "SUPPORTED",
    "BrokenReference",
    "Bundle",
    "Document",
    "File",
    "Json",
    "Node",
    "RawOperation",
    "as_data",
    "broken_references",
    "bundle",
    "bundled",
    "hidden_operations",
    "load",
    "methods_in",
    "path_items",
    "raw_operations",
    "read_yaml",
]
