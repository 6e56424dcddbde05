"""Reading a description: data with positions, references across files, overlays, limits."""

from .files import File, read_yaml
from .nodes import BrokenReference, Document, Node
from .opening import SUPPORTED, load
from .pointers import Json

__all__ = [
    "SUPPORTED",
    "BrokenReference",
    "Document",
    "File",
    "Json",
    "Node",
    "load",
    "read_yaml",
]
