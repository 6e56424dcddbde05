"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .department import (
        Department as Department,
        Employee as Employee,
        Project as Project,
        Task as Task,
    )
    from .errand import Errand as Errand
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
department: Department Employee Project Task
errand: Errand
""",
    )
