"""What requests take: models, or dictionaries like them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .author import Author as Author, AuthorDict as AuthorDict
    from .novel import (
        NovelTranslator as NovelTranslator,
        NovelTranslatorDict as NovelTranslatorDict,
    )
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__ = lazy(
        __name__,
        """
author: Author AuthorDict
novel: NovelTranslator NovelTranslatorDict
""",
    )
