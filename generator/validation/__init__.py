"""Whether a description keeps the rules: sdkgen's own checks, and openapi-spec-validator's."""

from .checks import check
from .verdict import Pending, fingerprint, start

__all__ = ["Pending", "check", "fingerprint", "start"]
