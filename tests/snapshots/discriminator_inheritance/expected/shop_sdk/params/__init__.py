"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cat import Cat as Cat, CatDict as CatDict
    from .pet import (
        Dog as Dog,
        DogDict as DogDict,
        Pet as Pet,
        PetBase as PetBase,
        PetBaseDict as PetBaseDict,
        Puppy as Puppy,
        PuppyDict as PuppyDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
cat: Cat CatDict
pet: Dog DogDict Pet PetBase PetBaseDict Puppy PuppyDict
""",
    )
