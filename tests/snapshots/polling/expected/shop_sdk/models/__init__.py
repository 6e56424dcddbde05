"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .export import (
        Export as Export,
        ExportState as ExportState,
        ExportStateName as ExportStateName,
    )
    from .start_export_request import StartExportRequest as StartExportRequest
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
export: Export ExportState ExportStateName
start_export_request: StartExportRequest
""",
    )
