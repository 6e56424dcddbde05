"""What requests take for `Department`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from .. import models
    from .._runtime.unions import Unknown
    from .errand import Errand


class ProjectDict(TypedDict):
    """Project."""

    type: Literal["project"]

    lead: Employee


Project: TypeAlias = "ProjectDict | models.Project"


Task: TypeAlias = "Errand | Project | Unknown"
"""Either work for one person, or for a whole department."""


class EmployeeDict(TypedDict):
    """Employee."""

    name: str

    department: NotRequired[Department]

    tasks: NotRequired[Sequence[Task]]


Employee: TypeAlias = "EmployeeDict | models.Employee"


class DepartmentDict(TypedDict):
    """Department."""

    name: str

    staff: Sequence[Employee]


Department: TypeAlias = "DepartmentDict | models.Department"
