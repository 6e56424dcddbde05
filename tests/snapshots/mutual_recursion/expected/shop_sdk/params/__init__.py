"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .department import (
        Department as Department,
        DepartmentDict as DepartmentDict,
        Employee as Employee,
        EmployeeDict as EmployeeDict,
        Project as Project,
        ProjectDict as ProjectDict,
        Task as Task,
    )
    from .errand import Errand as Errand, ErrandDict as ErrandDict
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
department: Department DepartmentDict Employee EmployeeDict Project ProjectDict Task
errand: Errand ErrandDict
""",
    )
