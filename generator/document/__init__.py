"""Reading a description: data with positions, references across files, overlays, limits."""

from ..pointers import Json
from .bundling import Bundle, bundle, bundled
from .files import File, read_yaml
from .nodes import BrokenReference, Document, Node
from .opening import SUPPORTED, load

__all__ = [
    "SUPPORTED",
    "BrokenReference",
    "Bundle",
    "Document",
    "File",
    "Json",
    "Node",
    "bundle",
    "bundled",
    "load",
    "read_yaml",
]
