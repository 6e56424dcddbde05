"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .employee import Employee as Employee
    from .person import Person as Person
    from .student import Student as Student
    from .working_student import WorkingStudent as WorkingStudent
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
employee: Employee
person: Person
student: Student
working_student: WorkingStudent
""",
    )
