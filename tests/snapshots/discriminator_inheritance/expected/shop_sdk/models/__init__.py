"""What the API sends, and takes beside dictionaries."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .pet import Dog as Dog, Pet as Pet, PetBase as PetBase, Puppy as Puppy
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
cat: Cat
pet: Dog Pet PetBase Puppy
""",
    )
