"""The model `Department`, and those that it refers to in a circle."""

from typing import Annotated, Literal, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import Tagged, Unknown
from .errand import Errand


class Project(Model):
    """Project."""

    type: Literal["project"]

    lead: "Employee"


Task: TypeAlias = Annotated[
    Errand | Project | Unknown, Tagged("type", {"errand": Errand, "project": Project})
]
"""Either work for one person, or for a whole department."""


class Employee(Model):
    """Employee."""

    name: str

    department: "Department | None" = None

    tasks: list[Task] | None = None


class Department(Model):
    """Department."""

    name: str

    staff: list[Employee]
